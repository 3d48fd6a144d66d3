"""From committed articles to the site's files, doing nothing twice.

    sources      which articles there are, and what they held when last looked at
    reading      articles -> facts, search terms, HTML blocks; kept by content in a store
    fingerprint  what a page shows, as one number
    templates    the theme's templates, ready to print
    translations the interface's words in another language
    workshop     the digest, the plan, the templates: what making a page takes
    making       all outputs of a workshop, by as many hands as there are
    writer       one file, written whole or not at all
    manifest     what was written last time
    site         the steps in order

Nothing here knows Pelican or decides what a page shows.
"""
