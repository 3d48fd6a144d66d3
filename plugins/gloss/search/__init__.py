"""The search: a Lunr index, cut so that a reader fetches only what the typed words need.

    terms_of(article, facts)            one story's words, counted; kept with the article
    index_files(terms, searched, kept)  the index of the whole digest, as small files

What a word is, is said once, in ``words.json``, for Python and for the browser.
"""

from gloss.search.gather import Searched, most_kept
from gloss.search.index import index_files
from gloss.search.terms import StoryTerms, terms_of

__all__ = ["Searched", "StoryTerms", "index_files", "most_kept", "terms_of"]
