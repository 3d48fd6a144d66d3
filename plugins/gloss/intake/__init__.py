"""What editors have, made into seeds: ``gloss add FILE | URL …`` (the extra ``import``).

sources     what is named: files, web addresses -> bytes
kinds       which kind of document bytes are, and its reader
pages, feeds, mails, word, pdf, notes
            a reader for each kind -> drafts
blocks      HTML -> lines of text
draft       a story on its way, and the seed that it makes
adding      drafts -> files in the folder of seeds, and what is said
"""
