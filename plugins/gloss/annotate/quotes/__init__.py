"""Direct quotations: the words, who said them, and how the text says so.

marks         the quotation marks, and which way each one faces
pairing       what stands between them, over paragraphs too
style         whether single or double marks quote here
sentences     sentences whose quotations are whole
layout        each quotation in its sentence
phrases       noun phrases (words.toml)
speakers      whose a verb is
passive       whose it is where another quotes, or where it is a passive
before        reports before a quotation (verbs.txt)
sayings       reports by a noun: "Li's claim that"
behind        reports behind it
asides        reports in an aside: "as Li put it", "according to Li"
carrying      who says what: the best report, or what the text around carries on
filter        what is no quotation: titles, scare quotes, words as words
people        what the text shows of those it names
coreference   who a pronoun or a role stands for
confidence    how sure all this is, and what is not shown
utterances    the parts of one utterance put together
"""

from gloss.annotate.quotes.find import find_quotations

__all__ = ["find_quotations"]
