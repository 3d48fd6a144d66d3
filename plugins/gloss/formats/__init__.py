"""What machines read of the digest: each format is a pure function from the digest to bytes.

    json_ld         a page in the words of schema.org, as one graph; ``roles`` tells what people do
    web_annotation  a story's marks as W3C Web Annotations; ``served_text`` where they stand
    timeline_files  the dates of the digest, a story or a name: iCalendar, TimelineJS, CSV
    data            the whole digest as JSON Lines and CSV; ``tables`` has their columns
    graph           the names and what ties them: GEXF, GraphML, CSV
    datapackage     what describes all of these
    feeds           what is new, said, or of a name: ``atom``, ``json_feed``, ``opml``
    citations       a story or quotation as plain text, BibTeX, CSL-JSON, and (``ris``) RIS, COinS
    bylines         who wrote a story, out of its byline
    sitemap         the addresses that robots should know
    cards           the picture shown where a story's address is shared

Times are never the clock's, so that the same digest gives the same bytes.
"""
