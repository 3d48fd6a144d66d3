"""Cut paragraphs into sentences whose quotations are whole."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from gloss.annotate.quotes.verbs import reporting_verbs
from gloss.annotate.reading import Quoted

# A word outside the marks, or the number of a quotation.
Part = Token | int

ENDS = frozenset(".?!…")
_DASHES = frozenset(("—", "–", "--", "-"))
# A clause behind a finished quotation names its verb within so many words.
_CLAUSE = 8
_DATELINE = 16
_NOUNS = frozenset(("PROPN", "NOUN", "DET"))
# Marks that no sentence starts with: "Li (Tex.) said".
_NEVER_FIRST = frozenset((")", "]", ",", ";", ":"))


def cut(
    tokens: Sequence[Token], numbers: Sequence[int], quoted: Sequence[Quoted], inside: set[int]
) -> list[tuple[Part, ...]]:
    """Cut a paragraph into sentences.

    numbers: its quotations, among ``quoted``. inside: takes the indices of the quoted tokens.
    """
    parts = _parts(tokens, numbers, quoted, inside)
    parts = parts[_dateline(parts) :]
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
    current: Quoted | None = None
    for token in tokens:
        end = token.idx + len(token)
        if current and token.idx >= current.outer.end:
            current = None
        while not current and waiting and end > quoted[waiting[-1]].outer.start:
            current = quoted[waiting[-1]]
            if token.idx < current.outer.start:
                parts.append(token)  # a blank is missing: said,“Look
            parts.append(waiting.pop())
            if token.idx >= current.outer.end:
                current = None
        if current:
            inside.add(token.i)
            if end > current.outer.end and token.text[-1:].isalpha():
                parts.append(token)  # a blank is missing: enough,”Li
                current = None
        elif not token.is_space:
            parts.append(token)
    return [*parts, *reversed(waiting)]


def _starts(parts: Sequence[Part], n: int, quoted: Sequence[Quoted]) -> bool:
    """Say whether a sentence starts with a part."""
    part, previous = parts[n], parts[n - 1]
    if isinstance(previous, int):
        ended = quoted[previous].last in ENDS
        if isinstance(part, int):
            return ended
        if ended and part.text == "(":
            return True
        stopped = quoted[previous].last == "."
        return ended and part.text[:1].isupper() and not _reports(parts, n, stopped)
    if not isinstance(part, int) and part.text in _NEVER_FIRST:
        return False
    if previous.text[-1:] in ENDS and len(previous) <= 3 and not previous.text[0].isalpha():
        return True
    if not previous.text.endswith("."):
        return False
    return isinstance(part, int) or bool(part.is_sent_start)


def _reports(parts: Sequence[Part], n: int, stopped: bool) -> bool:
    """Say whether words after a finished quotation report it: ``“Why?” Leon Li asked.``

    An aside may stand between: ``“Why?” Leon Li, who leads the town, asked.`` Behind a full stop
    (``stopped``) a report is a slip of the pen, and says nothing more: ``“Yes.” Li said.``
    """
    aside = False
    for k, part in enumerate(parts[n : n + 3 * _CLAUSE]):
        if isinstance(part, int) or part.text in ".;:" or (k >= _CLAUSE and not aside):
            return False
        if part.text == ",":
            if not aside and parts[n].pos_ not in _NOUNS:  # type: ignore[union-attr]
                return False
            aside = True
            continue
        if k and part.tag_.startswith(("V", "NNP")) and (not aside or _is_comma(parts[n + k - 1])):
            verb = reporting_verbs().get(part.lower_)
            if verb is not None and verb.kind == "say":
                return _nothing_said(parts, n + k + 1) and not (stopped and _more(parts, n + k + 1))
        if part.tag_.startswith("V") and not aside:
            return False
    return False


def _is_comma(part: Part) -> bool:
    return not isinstance(part, int) and part.text == ","


def _nothing_said(parts: Sequence[Part], n: int) -> bool:
    """Say whether what follows a reporting verb leaves room for the words quoted before it."""
    for k in range(n, min(n + 4 * _CLAUSE, len(parts))):
        part = parts[k]
        if isinstance(part, int) or part.text in ".!?" or (k == n and part.text in ",;—"):
            return True
        if k == n and (part.pos_ in ("SCONJ", "ADP") and part.lower_ != "that"):
            return True
        if part.text == ":" or part.lower_ == "that" or part.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return False
    return True


def _more(parts: Sequence[Part], n: int) -> bool:
    """Say whether a verb behind a full stop has something to say: “Yes.” Li added, “It will.”"""
    for k, part in enumerate(parts[n : n + 2]):
        if isinstance(part, int) or part.pos_ in ("DET", "ADJ", "PRON", "NUM", "VERB", "AUX"):
            return True
        if part.text != "," or k:
            return False
    return False


def _dateline(parts: Sequence[Part]) -> int:
    """Return how many parts a dateline takes: ``BERLIN, May 2 (Example Wire) —``."""
    brackets = False
    for n, part in enumerate(parts[:_DATELINE]):
        if isinstance(part, int) or (part.tag_.startswith("V") and not part.text.isupper()):
            return 0
        brackets = brackets or part.text == ")"
        if n and part.text in _DASHES and part.i + 1 < len(part.doc):
            apart = part.nbor().idx > part.idx + len(part)
            first = parts[0]
            city = not isinstance(first, int) and first.text.isupper() and len(first) > 2
            return n + 1 if apart and (city or brackets) else 0
    return 0
