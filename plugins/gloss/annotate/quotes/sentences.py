"""Cut paragraphs into sentences whose quotations are whole."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from spacy.tokens import Token

from gloss.annotate.reading import Quoted
from gloss.annotate.sources.reporting import FINITE, WORDS, is_label, verb_of

# A word outside the marks, or the number of a quotation.
Part = Token | int

ENDS = frozenset(".?!…")
_DASHES = frozenset(("—", "–", "--", "-"))
_BULLETS = _DASHES | {"*", "•", "·", "‣", "▪", "◦", "●"}
# A clause behind a finished quotation names its verb within so many words.
_CLAUSE = 8
_DATELINE = 16
# The label of a question or an answer has so many tokens at most.
_LABEL = 3
_NOUNS = frozenset(("PROPN", "NOUN", "DET"))
_SAYING_MORE = frozenset(("DET", "ADJ", "PRON", "NUM", "VERB", "AUX"))
# Marks that no sentence starts with: "Li (Tex.) said".
_NEVER_FIRST = frozenset((")", "]", ",", ";", ":"))


def cut(
    tokens: Sequence[Token], numbers: Sequence[int], quoted: Sequence[Quoted], inside: set[int]
) -> list[tuple[Part, ...]]:
    """Cut a paragraph into sentences.

    numbers: its quotations, among ``quoted``. inside: takes the indices of the quoted tokens.
    """
    parts = _parts(tokens, numbers, quoted, inside)
    parts = parts[_dateline(parts) or _bullet(parts) :]
    sentences: list[list[Part]] = []
    for n, part in enumerate(parts):
        if not n or _starts(parts, n, quoted):
            sentences.append([])
        sentences[-1].append(part)
    return [tuple(sentence) for sentence in sentences]


def _parts(
    tokens: Sequence[Token], numbers: Sequence[int], quoted: Sequence[Quoted], inside: set[int]
) -> list[Part]:
    """Put each quotation in the place of its tokens."""
    parts: list[Part] = []
    waiting = list(reversed(numbers))
    closes = 0  # where the quotation ends that is open
    for token in tokens:
        end = token.idx + len(token)
        while token.idx >= closes and waiting and end > quoted[waiting[-1]].outer.start:
            if token.idx < quoted[waiting[-1]].outer.start:
                parts.append(token)  # a blank is missing: said,“Look
            closes = quoted[waiting[-1]].outer.end
            parts.append(waiting.pop())
        if token.idx < closes:
            inside.add(token.i)
        runs_out = end > closes and token.text[-1:].isalpha()  # a blank is missing: enough,”Li
        if (token.idx >= closes or runs_out) and not token.is_space:
            parts.append(token)
    return [*parts, *reversed(waiting)]


def _starts(parts: Sequence[Part], n: int, quoted: Sequence[Quoted]) -> bool:
    """Say whether a sentence starts with a part."""
    part, previous = parts[n], parts[n - 1]
    if isinstance(previous, int):
        return quoted[previous].last in ENDS and _is_new(parts, n, quoted[previous].last == ".")
    if (isinstance(part, Token) and part.text in _NEVER_FIRST) or (
        n <= _LABEL and is_label(parts[:n])
    ):
        return False
    if previous.text[-1:] in ENDS and len(previous) <= 3 and not previous.text[0].isalpha():
        return True
    return previous.text.endswith(".") and (isinstance(part, int) or bool(part.is_sent_start))


def _is_new(parts: Sequence[Part], n: int, stopped: bool) -> bool:
    """Say whether a part starts a sentence behind a finished quotation."""
    part = parts[n]
    if isinstance(part, int) or part.text == "(":
        return True
    return part.text[:1].isupper() and not _reports(parts, n, stopped)


def _reports(parts: Sequence[Part], n: int, stopped: bool) -> bool:
    """Say whether words after a finished quotation report it: ``“Why?” Leon Li asked.``

    An aside may stand between: ``“Why?” Leon Li, who leads the town, asked.`` Behind a full stop
    (``stopped``) a report is a slip of the pen, and says nothing more: ``“Yes.” Li said.``
    """
    k = _verb_behind(parts, n)
    verb = verb_of(parts[k]) if k is not None else None  # type: ignore[arg-type]
    if k is None or verb is None or verb.kind != "say" or not _nothing_said(parts, k + 1):
        return False
    return not stopped or (verb.lemma not in WORDS["reactions"] and not _more(parts, k + 1))


def _verb_behind(parts: Sequence[Part], n: int) -> int | None:
    """Return the place of the first verb that may report, over an aside between commas."""
    reach, aside = _CLAUSE, False
    for k, part in enumerate(parts[n : n + 3 * _CLAUSE]):
        if isinstance(part, int) or part.text in ".;:" or k >= reach:
            break
        if part.text == ",":
            reach, aside = 3 * _CLAUSE, True
        elif k and verb_of(part) and (not aside or _resumes(parts, n, n + k)):
            return n + k
        elif part.tag_.startswith("V") and not aside:
            break
    return None


def _resumes(parts: Sequence[Part], n: int, k: int) -> bool:
    """Say whether a verb goes on behind an aside: ``Li, who leads it, said``"""
    first = parts[n]
    return str(parts[k - 1]) == "," and isinstance(first, Token) and first.pos_ in _NOUNS


def _nothing_said(parts: Sequence[Part], n: int) -> bool:
    """Say whether what follows a reporting verb leaves room for the words quoted before it."""
    for k, part in enumerate(parts[n : n + 4 * _CLAUSE]):
        if isinstance(part, int) or part.text in ".!?" or (not k and part.text in ",;—"):
            return True
        if part.text == ":" or part.lower_ == "that" or part.tag_ in FINITE or part.tag_ == "MD":
            return False
        if not k and part.pos_ in ("SCONJ", "ADP"):
            return True
    return True


def _more(parts: Sequence[Part], n: int) -> bool:
    """Say whether a verb behind a full stop has something to say: “Yes.” Li added, “It will.”"""
    comma = n < len(parts) and str(parts[n]) == ","
    part = parts[n + comma] if n + comma < len(parts) else None
    return isinstance(part, int) or (part is not None and part.pos_ in _SAYING_MORE)


def _bullet(parts: Sequence[Part]) -> int:
    """Return how many parts the mark of a list item takes: ``- “Yes,” said Li``."""
    marks = takewhile(lambda part: str(part) in _BULLETS, parts)
    return sum(1 for _ in marks)


def _dateline(parts: Sequence[Part]) -> int:
    """Return how many parts a dateline takes: ``BERLIN, May 2 (Example Wire) —``."""
    for n, part in enumerate(parts[:_DATELINE]):
        if isinstance(part, int) or (part.tag_.startswith("V") and not part.text.isupper()):
            return 0
        if n and part.text in _DASHES and part.i + 1 < len(part.doc):
            apart = part.nbor().idx > part.idx + len(part)
            city = str(parts[0]).isupper() and len(str(parts[0])) > 2
            return n + 1 if apart and (city or ")" in map(str, parts[:n])) else 0
    return 0
