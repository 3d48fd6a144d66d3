"""From the digest to pages: what each page shows, as plain data that a template prints.

    plan(digest, settings)  -> every page of the site, in a fixed order

Nothing here knows Pelican, and nothing here makes HTML: that is the theme's.
"""
