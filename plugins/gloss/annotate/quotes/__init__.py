"""Direct quotations: the words, who said them, and how the text says so.

style         whether single or double marks quote here
transcript    what is said behind labels, without marks
sentences     sentences whose quotations are whole
layout        each quotation in its sentence
before        candidates before a quotation: “Li said, …”
behind        candidates behind it: “…,” Li said
labels        candidates that a label or a signature shows: “LI: …”, “…” — Li
sayings       candidates by a noun: “Li's claim that”, “… was the verdict of Li”
asides        candidates in an aside: “as Li put it”, “according to Li”
around        candidates that the text around leaves speaking
filter        what is no quotation: titles, scare quotes, words as words
confidence    how sure all this is, and what is not shown
utterances    the parts of one utterance put together
find          the steps, in order

Who may be a source, and whose name a phrase stands for, is told in ``gloss.annotate.sources``.
"""

from gloss.annotate.quotes.find import find_quotations

__all__ = ["find_quotations"]
