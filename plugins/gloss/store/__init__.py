"""What is kept on disk between builds, and how files are written.

    writing      one file, written whole or not at all
    file_names   two spellings of one name, copies that a conflict left, lock files
    stamps       how a file was when it was looked at, so that one that was not touched is not read
    fingerprint  what a value or a file holds, as one number
    codec        plain data as JSON, and back: nothing that is read is run
    sealed       what is kept, with its digest: what is not as it was written is not there
    lock         one build at a time
    records      what was made of each article, by the article's content
    buckets      values by text in such records, of which few are read and written
    block_cache  pieces of work, by what they are made from
    pieces       files made of pieces, of which those that changed are made again

Nothing here knows what it keeps.
"""
