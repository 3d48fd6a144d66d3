"""Direct quotations: the words, who said them, and how the text says so.

style         whether single or double marks quote here
transcript    what is said behind labels, without marks
sentences     sentences whose quotations are whole
layout        each quotation in its sentence
words         the reporting verbs and the nouns that speak (lexicon/en)
phrases       noun phrases
speakers      whose a verb is
candidate     who may be the source of a stretch, its features, and their weights (weights.toml)
before        candidates before a quotation: “Li said, …”
sayings       candidates by a noun: “Li's claim that”
behind        candidates behind it: “…,” Li said
asides        candidates in an aside: “as Li put it”, “according to Li”
around        candidates that the text around leaves speaking
filter        what is no quotation: titles, scare quotes, words as words
named         the names of the text, and how much each stands out
coreference   who a pronoun or a role stands for
confidence    how sure all this is, and what is not shown
utterances    the parts of one utterance put together
find          the steps, in order
"""

from gloss.annotate.quotes.find import find_quotations

__all__ = ["find_quotations"]
