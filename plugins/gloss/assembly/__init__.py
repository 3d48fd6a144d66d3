"""From committed articles to the site's files, doing nothing twice.

    sources       which articles there are, and what they held when last looked at
    reading       articles -> facts, search terms, HTML blocks; kept by content in a store
    files         every file that no template makes
    templates     the theme's templates, ready to print
    translations  the interface's words in another language
    scripts       the theme's scripts as they are published
    renderer      the digest, the plan, the templates: what it takes to make an output
    parallel      all outputs, by as many workers as there are
    manifest      what was written last time
    build         the steps in order

Nothing here knows Pelican or decides what a page shows.
"""
