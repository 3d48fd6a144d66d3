"""What machines read of the digest: each format is a pure function from the digest to bytes.

    json_ld         a page in the words of schema.org
    web_annotation  a story's marks as W3C Web Annotations
    timeline_files  the dates of the digest, a story or a name: iCalendar, TimelineJS, CSV
    data            the whole digest as JSON Lines and CSV
    feed, sitemap   Atom, and the addresses that robots should know
    citations       a story or quotation as plain text, BibTeX and CSL-JSON
    cards           the picture shown where a story's address is shared

Times are never the clock's, so that the same digest gives the same bytes.
"""
