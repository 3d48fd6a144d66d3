"""How names are made: what two forms of one name share, whoever bears it.

name_words      the words of a name
person_names    first names, surnames, initials
company_names   legal forms, short forms, acronyms
slugs           an id's readable half
lexicon         word lists: titles, legal forms, heads of names
"""
