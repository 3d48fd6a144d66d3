"""Write an article: a story and what is said of it, as Markdown."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gloss.article.attributes import write_attributes
from gloss.article.escapes import escape, escape_start
from gloss.article.head import Head, digest_of_body, write_head
from gloss.article.markdown import CALLOUT, TIMELINE
from gloss.article.marks import DATE, DURATION, SET, is_entity, short_id
from gloss.article.origin import with_origin
from gloss.article.quoted_pieces import BREAK, Piece, filled, paragraph_spans, pieces_of
from gloss.speakers import speaker_of
from gloss.story import Annotations, Moment, Quotation, Report, Span, Story


@dataclass(frozen=True)
class _Mark:
    """A stretch of a paragraph, with the Markdown that stands before and behind it."""

    start: int
    end: int
    before: str
    behind: str


@dataclass(frozen=True)
class _Callout:
    """A quotation that fills paragraphs, up to the one of number ``end``."""

    end: int
    quotation: Quotation
    bare: bool


def write_article(
    story: Story, annotations: Annotations, head: Head, body: str | None = None
) -> str:
    """Write an article; ``head`` says what story and annotations do not.

    Published, Source, URL, Author, Lang and Section are the story's; names are the annotations'.
    body: what ``write_body`` gives, with blocks of the editor's own in it, where there are any.
    Raises ValueError where marks cross, or an entity id cannot be written.
    """
    body = write_body(story.text, annotations) if body is None else body
    head = replace(
        with_origin(head, story), names=annotations.entities, body_digest=digest_of_body(body)
    )
    return f"{write_head(head)}\n{body}"


def write_body(text: str, annotations: Annotations) -> str:
    """Write the body of an article: paragraphs, callouts and the place of the timeline."""
    paragraphs = paragraph_spans(text)
    callouts, marks = _quotation_marks(text, annotations.quotations, paragraphs)
    marks[:0] = map(_report_mark, annotations.reports)
    marks += [_mention_mark(m.start, m.end, m.entity) for m in annotations.mentions]
    marks += [mark for moment in annotations.moments for mark in _moment_mark(moment)]
    marks.sort(key=lambda m: (m.start, -m.end))
    blocks = list(_blocks(text, paragraphs, marks, callouts))
    if any(moment.edtf for moment in annotations.moments):
        blocks.append(TIMELINE)
    return BREAK.join(blocks) + "\n"


def _mention_mark(start: int, end: int, entity: str) -> _Mark:
    if not is_entity(entity):
        raise ValueError(f"{entity!r} cannot be written as an entity id")
    return _Mark(start, end, "[", f"]({entity})")


def _report_mark(report: Report) -> _Mark:
    said = {
        "by": short_id(report.by) if report.by else None,
        "who": report.who,
        "cue": report.cue,
        "lemma": None if report.lemma == (report.cue or "").lower() else report.lemma,
    }
    attributes = write_attributes({key: value for key, value in said.items() if value})
    return _Mark(report.start, report.end, "[", f"]{{.report {attributes}".rstrip() + "}")


def _moment_mark(moment: Moment) -> Iterator[_Mark]:
    """Mark a date by its EDTF value, a duration or set by TIMEX3's, a vague one not at all."""
    if moment.edtf:
        target = f"{DATE}:{moment.edtf}"
    elif moment.type in ("DURATION", "SET"):
        target = f"{DURATION if moment.type == 'DURATION' else SET}:{moment.value}"
    else:
        return
    how = moment.how.replace("\\", "\\\\").replace('"', '\\"')
    title = f' "{how}"' if how else ""
    yield _Mark(moment.start, moment.end, "[", f"]({target}{title})")


def _quotation_marks(
    text: str, quotations: Sequence[Quotation], paragraphs: Sequence[Span]
) -> tuple[dict[int, _Callout], list[_Mark]]:
    """Return the callouts, by their first paragraph, and the marks of the other quotations."""
    callouts: dict[int, _Callout] = {}
    marks: list[_Mark] = []
    starts = sorted(part.start for quotation in quotations for part in quotation.parts)
    last = linked = 0
    for quotation in quotations:
        pieces = list(pieces_of(text, quotation, paragraphs, last, starts))
        last = max(last, pieces[-1].extent.end)
        whole = filled(pieces, paragraphs)
        if whole and len(quotation.parts) == 1:
            first, count = whole
            bare = any(piece.bare for piece in pieces)
            callouts[first] = _Callout(first + count, quotation, bare)
            continue
        linked += len(pieces) > 1
        marks += _inline_marks(quotation, pieces, f"q{linked}")
    return callouts, marks


def _inline_marks(quotation: Quotation, pieces: Sequence[Piece], name: str) -> Iterator[_Mark]:
    for number, piece in enumerate(pieces):
        if number == 0:
            attributes = (f"#{name} " if len(pieces) > 1 else "") + said(quotation)
        else:
            attributes = f"{'more' if piece.continues else 'of'}={name}"
        classes = ".quote .bare" if piece.bare else ".quote"
        behind = f"]{{{classes} {attributes}".rstrip() + "}"
        yield _Mark(piece.extent.start, piece.extent.end, "[", behind)


def said(quotation: Quotation) -> str:
    """Write what is known of a quotation: who said it, the cue, how that was found."""
    speaker = speaker_of(quotation)
    attributes = {
        "by": short_id(speaker.by) if speaker.by else None,
        "who": speaker.phrase,
        "cue": quotation.cue,
        "lemma": quotation.lemma,
        "how": quotation.how,
        "sure": None if quotation.sure == 1 else f"{quotation.sure:g}",
    }
    return write_attributes({key: value for key, value in attributes.items() if value})


def _blocks(
    text: str,
    paragraphs: Sequence[Span],
    marks: Sequence[_Mark],
    callouts: Mapping[int, _Callout],
) -> Iterator[str]:
    lines = list(_paragraph_lines(text, paragraphs, marks))
    at = 0
    while at < len(lines):
        if at in callouts:
            callout = callouts[at]
            yield _callout(lines[at : callout.end], callout)
            at = callout.end
        else:
            yield lines[at]
            at += 1


def _callout(lines: Sequence[str], callout: _Callout) -> str:
    first = f"{CALLOUT} {'.bare ' if callout.bare else ''}{said(callout.quotation)}".rstrip()
    return f"> {first}\n> " + "\n>\n> ".join(lines)


def _paragraph_lines(
    text: str, paragraphs: Sequence[Span], marks: Sequence[_Mark]
) -> Iterator[str]:
    at = 0
    for paragraph in paragraphs:
        begin = at
        while at < len(marks) and marks[at].start < paragraph.end:
            at += 1
        yield "".join(_line(text, paragraph, marks[begin:at]))
    if at < len(marks):
        raise ValueError(f"a mark at {marks[at].start} lies outside the text")


def _line(text: str, paragraph: Span, marks: Sequence[_Mark]) -> Iterator[str]:
    """Write a paragraph with its marks, each closed before the one that holds it."""
    at, open_marks = paragraph.start, list[_Mark]()
    for mark in marks:
        while open_marks and open_marks[-1].end <= mark.start:
            at = yield from _close(text, at, open_marks, paragraph)
        limit = open_marks[-1].end if open_marks else paragraph.end
        if mark.end > limit or mark.start < paragraph.start:
            raise ValueError(f"marks cross at {mark.start}-{mark.end}")
        yield _text(text, at, mark.start, paragraph, opens=True)
        yield mark.before
        open_marks.append(mark)
        at = mark.start
    while open_marks:
        at = yield from _close(text, at, open_marks, paragraph)
    yield _text(text, at, paragraph.end, paragraph)


def _close(
    text: str, at: int, open_marks: list[_Mark], paragraph: Span
) -> Generator[str, None, int]:
    mark = open_marks.pop()
    yield _text(text, at, mark.end, paragraph)
    yield mark.behind
    return mark.end


def _text(text: str, start: int, end: int, paragraph: Span, *, opens: bool = False) -> str:
    piece = text[start:end]
    escaped = escape_start(piece) if start == paragraph.start else escape(piece)
    # "!" before a bracket would make an image of a mark.
    return escaped[:-1] + "\\!" if opens and piece.endswith("!") else escaped
