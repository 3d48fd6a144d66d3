"""A story read once, for every step of the annotation.

text       the whole text, its tokens, paragraphs, headline and posts: ``Reading``
pairing    the quotation marks, each with its partner (``marks`` finds them)
plain      the text with its letters composed, and the way back to the text as given
around     what stands before and behind a place: ``Around``
"""

from gloss.annotate.reading.around import Around
from gloss.annotate.reading.pairing import Paired, Quoted
from gloss.annotate.reading.plain import as_given, plain_story
from gloss.annotate.reading.text import Reading, read

__all__ = ["Around", "Paired", "Quoted", "Reading", "as_given", "plain_story", "read"]
