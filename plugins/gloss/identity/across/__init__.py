"""Which things of different stories are one.

thing_index     all things by id, and which of them are one
bearing         which known things new stories can meet
cooccurrence    what is named with whom
organisations   acronyms, legal forms, short forms
full_names      full names of one person
surnames        whom a surname alone means, by office, company and fame
kinds           one kind for one name
namesakes       two people of one name
link, relabel   the new ids, and a story's annotations with them
doubts          what the editor is asked

Stories are read in order; what is known keeps its ids.
"""
