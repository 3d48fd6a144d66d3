"""From committed articles to the site's files, doing nothing twice.

    sources       which articles there are, and what they held when last looked at
    reading       articles -> facts, search terms, HTML blocks; kept by content in a store
    templates     the theme's templates, ready to print
    translations  the interface's words in another language
    scripts       the theme's scripts as they are published
    printer       a page as the file that it becomes
    plan          every page and file of the site; ``files`` has those that no template makes
    paths         where files may be written, looked at before anything is written
    problems      what went wrong with one article, page or file
    site_writer   what changed, written
    parallel      all of it, by as many workers as there are
    manifest      what was written last time
    build         the steps in order

Nothing here knows Pelican or decides what a page shows.
"""
