"""The nouns: what a story is, and what can be said of it.

Every part of Gloss speaks in these. They are frozen, hold no behaviour that decides anything, and
import nothing of Gloss. Offsets are Unicode code points into ``Story.text``; an end is exclusive.

Equality is what the Markdown article keeps: fields marked ``compare=False`` are evidence (how a
mark was decided, where its cue stands), known while a story is annotated and not written down.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Literal, get_args

Kind = Literal["person", "org", "place", "group", "event", "work", "product", "law", "topic"]
KINDS: tuple[Kind, ...] = get_args(Kind)

# Where news happens, and to which people: what a story is about, it seldom is.
WHERE: frozenset[Kind] = frozenset({"place", "group"})

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of a story's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True)
class Story:
    """One news story as it was received.

    ``text`` is the body alone: paragraphs joined by a blank line, each paragraph one line. Text
    annotated from the command line is kept exactly as given instead.

    id: the story's identity, the seed file's name without its extension.
    headline: as received, possibly cut off; empty when the text has none of its own.
    published: EDTF (``2018-09-19``), or None: unknown, never guessed.
    section: where the editor puts it ("Business"), or None.
    """

    id: str
    text: str
    headline: str = ""
    published: str | None = None
    source: str | None = None
    url: str | None = None
    author: str | None = None
    lang: str | None = None
    section: str | None = None


@dataclass(frozen=True)
class Mention:
    """A name in the text.

    entity: the id of the thing named, ``kind:slug``, such as ``person:leon-li``. It means one thing
        in the whole digest.
    how: the step that decided it, such as ``tagger`` or ``surname``.
    sure: the probability that span, kind and identity are right, 0 to 1.
    """

    start: int
    end: int
    entity: str
    how: str = field(default="", compare=False)
    sure: float = field(default=1.0, compare=False)

    @property
    def kind(self) -> Kind:
        return kind_of(self.entity)


@dataclass(frozen=True)
class Entity:
    """A thing that a story names: its id, what to call it, and what the story says it is.

    name: the fullest form, without titles ("Sergey Glazyev", "United States").
    descriptors: phrases of this story's own text ("advisor to Russian President Vladimir Putin").
    same_as: URIs of the same thing elsewhere, from data that a package ships.
    """

    id: str
    name: str
    descriptors: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True)
class Moment:
    """A time expression.

    type, value: TIMEX3's (TimeML 1.2.1): ``DATE`` ``2012-Q3``; ``DURATION`` ``P2W``.
    edtf: ISO 8601-2 (EDTF) for what can stand on a timeline, such as ``2012-35`` or ``XXXX-09-17``;
        None for durations, repetitions and vague references (``PRESENT_REF``).
    how: how the value was found where it is not what is written, for the reader: "counted from
        publication", "year from the sentence before"; empty when it is as written.
    """

    start: int
    end: int
    type: TimexType = field(compare=False)
    value: str = field(compare=False)
    edtf: str | None = None
    how: str = ""
    sure: float = field(default=1.0, compare=False)


@dataclass(frozen=True)
class Quotation:
    """Words that somebody said or wrote, as the story quotes them.

    parts: the words inside the marks, in order; more than one where a reporting clause interrupts.
    by: the id of who said it, or None where the text does not show it well enough.
    who: the speaker as the text has it ("a spokesman") where ``by`` is None; None if it has none.
    cue: the reporting word as written ("said"), and its lemma ("say").
    how: how the speaker was found ("inverted", "colon", "carried on" ...).
    sure: how surely, 0 to 1, two decimals.
    speaker, cue_span: where the mention nearest the quotation, and the cue, stand in the text.
    """

    parts: tuple[Span, ...]
    by: str | None = None
    who: str | None = None
    cue: str | None = None
    lemma: str | None = None
    how: str = ""
    sure: float = 1.0
    speaker: Span | None = field(default=None, compare=False)
    cue_span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Report:
    """What somebody is reported to say, think, want or know, in the paper's words or partly theirs.

    start, end: the reported stretch, within one paragraph; what it touches of names, times and
        quotations it holds whole.
    by: the id of whose it is, or None where the text does not show it well enough.
    who: whose it is as the text has it ("officials") where ``by`` is None; None if it has nobody.
    cue: the reporting word as written ("said"), and its dictionary form ("say"), which tells what
        is said from what is thought ("hope"), wanted or known.
    how: the construction ("clause", "according to" ...). sure: how likely the stretch is a
        statement, and its source the right one, 0 to 1.
    source, cue_span: where the phrase that names whose it is, and the reporting word, stand.
    """

    start: int
    end: int
    by: str | None = None
    who: str | None = None
    cue: str | None = None
    lemma: str = ""
    how: str = field(default="", compare=False)
    sure: float = field(default=1.0, compare=False)
    source: Span | None = field(default=None, compare=False)
    cue_span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Doubt:
    """Something the annotator noticed and did not mark, for the editor's eye.

    about: ``name``, ``kind`` (of a name that is marked), ``time``, ``quotation``, ``identity`` or
        ``language`` (of the whole story).
    says: one line in plain words, with what could be done about it.
    perhaps: the id of who may have said a quotation, where that is the doubt.
    """

    about: Literal["name", "kind", "time", "quotation", "identity", "language"]
    start: int
    end: int
    says: str
    perhaps: str | None = None


@dataclass(frozen=True)
class Annotations:
    """All that is said of one story, each tuple in the order of the text.

    ``mentions`` never overlap each other, nor do ``moments``; a mention and a moment do not overlap
    either. Quotations hold both, and never cross them. Reports hold all three, cross none and lie
    in no quotation and no other report. ``entities`` has one entry for each id that a mention, a
    quotation or a report uses, in the order of first use.
    """

    mentions: tuple[Mention, ...] = ()
    moments: tuple[Moment, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    entities: tuple[Entity, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    reports: tuple[Report, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A story's picture.

    file: its name under content/static/images. alt: what it shows, for who does not see it.
    """

    file: str
    alt: str = ""
    caption: str = ""


Status = Literal["published", "hidden", "draft", "retracted"]


@dataclass(frozen=True)
class Block:
    """One piece of an article's body, rendered, in the order of the page.

    id: the anchor of a paragraph (``p3``) or callout (``q-5f2a91c4``), unique on the page.
    html: safe to print; links are relative to ``/stories/SLUG/``. What the page adds to the story's
        own words carries the attribute ``data-gloss``.
    entities: ids first named in this block, in order: the glosses that stand beside it.
    """

    id: str
    type: Literal["paragraph", "callout", "timeline", "other"]
    html: str
    entities: tuple[str, ...] = ()


@dataclass(frozen=True)
class DeclaredCorrection:
    """What readers are told was put right, or why a story was retracted; ``day`` is ISO 8601."""

    day: str
    says: str


@dataclass(frozen=True)
class EditorNote:
    """A note of the editor's own on a passage.

    block: the id of the block that its words begin in. place: where they stand in the text.
    day: when it was said (ISO 8601); by: who said it; each empty where that is not known.
    """

    block: str
    words: str
    says: str
    place: Span
    day: str = ""
    by: str = ""


@dataclass(frozen=True)
class Article:
    """A Markdown article, read: the story, what is said of it, and its body as HTML.

    date: when it entered the digest (ISO 8601 day), ``corrected`` when a correction was last
        declared; ``review`` what the editor should look at.
    declared: corrections that readers are told of; retraction: why it was retracted, if it was.
    emended: words that are read, and those of the seed in whose place they stand, in pairs.
    apart: the slugs of stories of which the editor says that it is no copy.
    anchors: permalinks in the page. For quotation i of ``annotations.quotations`` ``quote_ids[i]``,
        for moment i ``moment_ids[i]`` (empty where it has no EDTF value), for report i
        ``report_ids[i]``.
    digest: SHA-256 of the article's file: what it shows can only change with it.
    """

    slug: str
    title: str
    story: Story
    annotations: Annotations
    date: str
    status: Status = "published"
    summary: str = ""
    seed: str | None = None
    seed_digest: str | None = None
    body_digest: str | None = None
    corrected: str | None = None
    picture: Picture | None = None
    review: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    quote_ids: tuple[str, ...] = ()
    moment_ids: tuple[str, ...] = ()
    report_ids: tuple[str, ...] = ()
    digest: str = ""
    declared: tuple[DeclaredCorrection, ...] = ()
    retraction: DeclaredCorrection | None = None
    emended: tuple[tuple[str, str], ...] = ()
    notes: tuple[EditorNote, ...] = ()
    apart: tuple[str, ...] = ()


@cache
def kind_of(entity: str) -> Kind:
    """Return the kind in an entity id.

    Raises ValueError for an id that does not begin with one.
    """
    kind = entity.partition(":")[0]
    if kind not in KINDS:
        raise ValueError(f"{entity!r} does not begin with a kind ({', '.join(KINDS)})")
    return kind
