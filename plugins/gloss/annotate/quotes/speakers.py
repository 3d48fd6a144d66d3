"""Whose a verb is: the phrase that does what a reporting verb says.

The place of the words decides first, then the parse, which quotation marks often confuse, then the
name before an aside between commas.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from spacy.tokens import Token

from gloss.annotate.quotes.passive import is_passive, quoted_as_saying, quoted_or_agent
from gloss.annotate.quotes.phrases import (
    FINITE,
    NOUNS,
    PAUSES,
    antecedent,
    is_modifier,
    noun_phrase_at,
)
from gloss.annotate.quotes.words import DAYS, MEDIA, can_speak

_SUBJECTS = frozenset(("nsubj", "csubj", "nsubjpass"))
_HANGING = frozenset(
    ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep", "parataxis", "appos")
)
_NOBODY = frozenset(("there", "what", "this", "these", "those", "how", "nothing", "’s", "'s"))
_OBJECTS = frozenset(("me", "him", "her", "us", "them"))
_SPEAKING_TAGS = frozenset(("WP", "WDT", "DT", "JJ", "JJS", "JJR"))
_AT = frozenset(("of", "in", "at", "from", "near", "on", "for", "to", "with", "outside"))
_VERBS = frozenset(("VB", "VBP", "VBD", "VBN", "VBZ"))
_PLACES = frozenset(("in", "on", "at", "near", "outside", "from"))
# Words looked at before a verb, and verbs climbed to reach its subject.
_WORDS, _CLIMB = 60, 8


def speaker_of(verb: Token, outside: Container[int]) -> Token | None:
    """Return the head of the phrase that does what a reporting verb says.

    outside: the indices of the tokens that may be it, those that are not quoted. A participle or
    infinitive takes the subject of the verb that it hangs on, a verb after "and" that of the one
    before. None for a passive without an agent, and where nobody is named.
    """
    if is_passive(verb, outside):
        return quoted_or_agent(verb, outside)
    inverse = by_inversion(verb, outside)
    if inverse is not None:
        return inverse
    quoted = quoted_as_saying(verb, outside)
    if quoted is not None:
        return quoted
    if verb.tag_ == "VBG":
        before = verb.nbor(-1) if verb.i else verb
        if before.pos_ == "PROPN" and before.i in outside and not _is_where(before):
            return before  # "footage of Li saying"
        verb = _beside(verb, outside) or verb
    first = verb
    for _ in range(_CLIMB):
        head = by_place(verb, outside) or by_syntax(verb, outside) or by_commas(verb, outside)
        if head is not None:
            return _right_before(first, head, outside) or _speaking(head, outside)
        above = _above(verb, outside)
        if above is None or above.pos_ in NOUNS:
            return above
        verb = above
    return None


def _is_region(name: Token) -> bool:
    """Say whether a name tells where a town is: ``Jo Li of Columbia, South Carolina said``"""
    if name.dep_ != "appos" or name.pos_ != "PROPN":
        return False
    return any(c.lower_ in _AT and c.i < name.i for c in name.head.rights if c.dep_ == "prep")


def _is_where(name: Token) -> bool:
    """Say whether a name tells where or when: ``a column in the Post saying``"""
    placed = name.dep_ == "pobj" and name.head.lower_ in _PLACES
    return placed or name.lower_ in DAYS


def by_place(verb: Token, outside: Container[int]) -> Token | None:
    """Return the head of the phrase right before a verb, where nothing but a pause precedes it.

    ``Li said``, and ``Li, an aide said, is ready``.
    """
    tokens = _backwards(verb, outside)
    head = next((t for t in tokens if not _helps(t)), None)
    if head is None or not (head.pos_ in ("PROPN", "PRON", "NOUN") or _looks_like_name(head)):
        return None
    if head.pos_ == "PRON":
        return head if head.tag_ == "PRP" and head.lower_ not in _OBJECTS else None
    before = next((t for t in tokens if not is_modifier(t)), None)
    if _is_region(head):
        return None
    if before is None or before.text in PAUSES or before.pos_ in ("SCONJ", "CCONJ"):
        return head
    return head if before.tag_ in ("WP", "WDT", "WRB") else None


def by_syntax(verb: Token, outside: Container[int]) -> Token | None:
    """Return the subject that the parser gives a verb."""
    for child in verb.children:
        bracketed = child.i > 0 and child.nbor(-1).text == "("
        known = child.i in outside and child.text not in PAUSES
        if child.dep_ in _SUBJECTS and known and not bracketed:
            return child
    return None


def by_inversion(verb: Token, outside: Container[int]) -> Token | None:
    """Return the head of the phrase right behind "said", which takes no object.

    ``Any plan, said Jo Li, would fail``.
    """
    if verb.lower_ not in ("said", "says") or verb.i + 2 >= len(verb.doc):
        return None
    before = next(_backwards(verb, outside), None)
    behind = verb.nbor()
    if before is not None and before.text not in PAUSES:
        return None
    if behind.i not in outside or behind.lower_ in DAYS or behind.pos_ not in ("PROPN", "DET"):
        return None
    head = noun_phrase_at(list(verb.doc[behind.i : behind.i + 12]))
    if head is None or head.i not in outside:
        return None
    return head if head.i + 1 == len(head.doc) or head.nbor().text in PAUSES | {"."} else None


def by_commas(verb: Token, outside: Container[int]) -> Token | None:
    """Return the name before an aside: ``Jo Li, the head of the club, said``."""
    tokens = list(_backwards(verb, outside))
    if not tokens or tokens[0].text != ",":
        return None
    for n, token in enumerate(tokens[1:-1], 1):
        if token.text == "," and tokens[n + 1].pos_ == "PROPN":
            first = next((t for t in tokens[n + 1 :] if not is_modifier(t)), None)
            if first is None or first.lower_ not in _AT:
                return tokens[n + 1]
    return None


def main_subject(tokens: Iterable[Token]) -> Token | None:
    """Return the subject of a sentence's main verb, else its first subject."""
    subjects = [t for t in tokens if t.dep_ in _SUBJECTS and may_speak(t)]
    main = [t for t in subjects if t.head.dep_ == "ROOT"] or subjects
    return main[0] if main else None


def may_speak(noun: Token) -> bool:
    """Say whether a subject can be somebody's: not "there", not "what"."""
    known = noun.pos_ in NOUNS or noun.tag_ in _SPEAKING_TAGS or _looks_like_name(noun)
    # A tagger takes some names for verbs: "Mark", "Trump".
    known = known or (noun.dep_ == "nsubj" and noun.tag_ in _VERBS and noun.text[0].isupper())
    people = noun.lower_ == "those" and any(c.dep_ in ("acl", "relcl") for c in noun.rights)
    return known and (noun.lower_ not in _NOBODY or people)


def _speaking(head: Token, outside: Container[int]) -> Token | None:
    """Drop what cannot speak, and put the name in the place of a thing that goes with it."""
    if head.tag_ == "WDT":
        noun = antecedent(head)
        known = noun != head and can_speak(noun.lower_) and noun.i in outside
        return head if known else None
    if head.pos_ == "NOUN" and not can_speak(head.lower_):
        # "In a year of elections, Jo Li, the mayor, said", where a parse takes a year for Jo Li
        name = next((c for c in head.rights if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        head = name if name is not None and name.i in outside else head
    return head if may_speak(head) else None


def _right_before(verb: Token, subject: Token, outside: Container[int]) -> Token | None:
    """Return the name right before a verb, where a parse makes a far thing its subject.

    ``Beside a poster shaped like a star, Speaker of the House Jo Li said``
    """
    if subject.pos_ != "NOUN" or can_speak(subject.lower_) or not verb.tag_.startswith("V"):
        return None
    tokens = list(_backwards(verb, outside))
    between = [t for t in tokens if t.i > subject.i]
    name = next((t for t in between if not _helps(t)), None)
    if name is None or name.pos_ != "PROPN" or not any(t.text == "," for t in between):
        return None
    return name if subject.i + 2 < name.i else None


def _beside(participle: Token, outside: Container[int]) -> Token | None:
    """Return the verb that a participle behind a comma goes along with: ``Li left, saying``."""
    before = next(_backwards(participle, outside), None)
    if before is None or (before.text not in PAUSES and before.dep_ != "cc"):
        return None
    near = next((t for t in _backwards(participle, outside) if t.tag_ in FINITE), participle)
    near = near.head if near.dep_ == "aux" else near
    if any(c.lower_ == "where" for c in near.lefts) and by_syntax(near, outside):
        return near  # "outside the mill, where workers stood, chanting"
    for n, above in enumerate(participle.ancestors):
        if above.tag_.startswith("VB") and above.i < participle.i and by_syntax(above, outside):
            return above
        if n > _CLIMB:
            break
    return None


def _above(verb: Token, outside: Container[int]) -> Token | None:
    """Return the verb whose subject is that of a participle, infinitive or second verb too."""
    if verb.dep_ in ("relcl", "acl"):
        noun = verb.head
        if noun.i not in outside or noun.pos_ not in NOUNS:
            return None
        if noun.lower_ in MEDIA and noun.dep_ in ("dobj", "pobj", "attr"):
            above = noun.head if noun.dep_ != "pobj" else noun.head.head
            return above if above.pos_ == "VERB" and above != verb else noun
        return noun
    head = verb.head
    return head if verb.dep_ in _HANGING and head.i in outside and head != verb else None


def _backwards(verb: Token, outside: Container[int]) -> Iterator[Token]:
    """Yield the tokens before a verb, the nearest first, within its sentence, without brackets."""
    depth = 0
    for i in range(verb.i - 1, max(-1, verb.i - _WORDS), -1):
        token = verb.doc[i]
        if token.is_space:
            continue
        if i not in outside:
            return
        after_bracket = token.text == "," and i > 0 and token.nbor(-1).text == ")"
        depth += token.text == ")"
        if depth == 0 and not after_bracket:
            yield token
        depth -= token.text == "(" and depth > 0


def _helps(token: Token) -> bool:
    if token.lower_ in DAYS or (token.lower_ == "on" and token.nbor().lower_ in DAYS):
        return True  # "Li on Monday said"
    return (token.pos_ in ("AUX", "ADV") or token.dep_ == "neg") and not _looks_like_name(token)


def _looks_like_name(token: Token) -> bool:
    """Say whether a word has a capital that no sentence gives it: "Early" for Mr. Early."""
    return token.text[0].isupper() and token.i > 0 and token.nbor(-1).text in PAUSES
