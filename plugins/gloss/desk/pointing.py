"""A story as it will be published, to be corrected by pointing at its words."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from gloss.corrections import HERE, NOBODY, NONE, Correction, anchor, lay_over
from gloss.corrections.nouns import About
from gloss.desk.answers import AnswerError, date_of, entity_of, spoken_by
from gloss.desk.notes import notes_at
from gloss.desk.speaking import named_speakers
from gloss.story import KINDS, Annotations, Article, Span

# What can be said of words, and which values say something; other kinds have rules of their own.
_RIGHT: Mapping[About, Callable[[str], bool]] = {
    "quotation": lambda value: value in (HERE, NONE),
    "report": lambda value: value in (HERE, NONE),
    "read": lambda value: is_line(value),
    "note": lambda value: is_line(value) and len(value) <= LONGEST_NOTE,
}
LONGEST_NOTE = 1_000
_WRONG = {
    "read": "what should be read there?",
    "note": f"what do you note? (up to {LONGEST_NOTE:,} characters)",
}


def is_line(value: str) -> bool:
    """Tell whether a text can stand in a story: it has no control character, nor half of one."""
    words = " ".join(value.split())
    return bool(words) and all(unicodedata.category(letter) not in ("Cc", "Cs") for letter in words)


def shown(article: Article, said: Sequence[Correction]) -> Mapping[str, object]:
    """Return an article for the page: its paragraphs in pieces, each with the marks over it.

    said: its corrections, laid over what the article has, as the next build will.
    """
    notes = [(place, "note", c.value) for place, c in notes_at(article, said)]
    laid = lay_over(article.story.text, article.annotations, said)
    found = laid.annotations
    named = named_speakers(replace(article, annotations=found))
    return {
        "slug": article.slug,
        "title": article.title,
        "paragraphs": _paragraphs(article.story.text, [*_marks(found), *notes]),
        "notes": [{"start": at.start, "end": at.end, "says": says} for at, _, says in notes],
        "kinds": KINDS,
        "speakers": [{"id": id_, "name": name} for id_, name in named.items()],
        "lost": [lost.says for lost in laid.lost],
    }


def _paragraphs(
    text: str, marks: Sequence[tuple[Span, str, str]]
) -> list[list[Mapping[str, object]]]:
    paragraphs, start = [], 0
    for paragraph in text.split("\n\n"):
        end = start + len(paragraph)
        paragraphs.append(_pieces(text, start, end, marks))
        start = end + 2
    return paragraphs


def _pieces(
    text: str, start: int, end: int, marks: Sequence[tuple[Span, str, str]]
) -> list[Mapping[str, object]]:
    """Cut a paragraph wherever a mark begins or ends."""
    inside = [mark for mark in marks if mark[0].start < end and start < mark[0].end]
    edges = {start, end, *(e for span, *_ in inside for e in (span.start, span.end))}
    cuts = sorted(edge for edge in edges if start <= edge <= end)
    return [
        {
            "at": a,
            "text": text[a:b],
            "marks": [
                {"about": about, "says": says, "start": span.start, "end": span.end}
                for span, about, says in inside
                if span.start <= a and b <= span.end
            ],
        }
        for a, b in pairwise(cuts)
    ]


def _marks(found: Annotations) -> list[tuple[Span, str, str]]:
    """Return what is marked: where, about what, and what it says."""
    names = {entity.id: entity.name for entity in found.entities}
    marks = [(Span(m.start, m.end), "name", m.entity) for m in found.mentions]
    marks += [(Span(m.start, m.end), "date", m.edtf or m.value) for m in found.moments]
    for quotation in found.quotations:
        who = names.get(quotation.by or "", quotation.who or NOBODY)
        marks += [(part, "quotation", who) for part in quotation.parts]
    for report in found.reports:
        who = names.get(report.by or "", report.who or NOBODY)
        marks.append((Span(report.start, report.end), "report", who))
    return marks


def correction(article: Article, words: Span, about: str, value: str) -> Correction:
    """Return what is said of some words of an article.

    words: code points of ``article.story.text``. about: ``name``, ``date``, ``speaker``,
    ``quotation``, ``report``, ``read`` or ``note``. value: a kind or an id, EDTF, an id, ``here``,
    words, a note.

    Raises AnswerError for what cannot be said of these words, in a line for the editor.
    """
    text = article.story.text
    if not 0 <= words.start < words.end <= len(text):
        raise AnswerError("no words are chosen")
    words = without_blanks(text, words)
    chosen = text[words.start : words.end]
    if not chosen:
        raise AnswerError("no words are chosen")
    if "\n\n" in chosen and about != "note":
        raise AnswerError("choose words of one paragraph")
    if about == "speaker":
        by, more = spoken_by(value, named_speakers(article), text)
        return Correction("speaker", by, (anchor(text, words.start, words.end),), more)
    what, said = _checked(about, value, chosen)
    return Correction(what, said, (anchor(text, words.start, words.end),))


def without_blanks(text: str, words: Span) -> Span:
    """Return a stretch without the blanks at its ends, which a double click takes along."""
    chosen = text[words.start : words.end]
    start = words.start + len(chosen) - len(chosen.lstrip())
    return Span(start, max(start, words.end - len(chosen) + len(chosen.rstrip())))


def _checked(about: str, value: str, words: str) -> tuple[About, str]:
    """Return what is said, as corrections say it."""
    if about == "name":
        return "name", entity_of(value, words)
    if about == "date":
        return "date", date_of(value)
    for known, is_right in _RIGHT.items():
        if known == about and is_right(value):
            return known, " ".join(value.split())
    raise AnswerError(_WRONG.get(about, "that cannot be said of words"))
