"""Any story with any annotations, for the two laws of the Markdown article."""

from __future__ import annotations

from html.parser import HTMLParser

from gloss.seed import parse_seed
from gloss.speakers import only_shown
from gloss.story import (
    Annotations,
    Article,
    Entity,
    Mention,
    Moment,
    Quotation,
    Report,
    Span,
    Story,
)
from hypothesis import strategies as st

# What Markdown, HTML and the dialect give a meaning to, among ordinary words.
PIECES = [
    *"*_`[](){}<>!#+-=.:;|~\\&\"'“”‘’«»\u202e\u200b\u00a0é中🙂\t",
    *(" " * 12),
    *("word", "Glazyev", "1990. A", "2)", "- ", "+ ", "# ", "> ", "> [!QUOTE] by=x", "[TIMELINE]"),
    *("](person:x)", "]{.quote}", "[x](javascript:alert(1))", "<script>", "&amp;", "&#39;"),
    *("``", "''"),
    *("http://x.y/a_b", "Title: x", "---", "===", "***", "~~~", "    ", "\\[", "![", "]: ", "[1]: http://x"),
]  # fmt: skip
LINES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map("".join)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """Draw a story as a seed gives it."""
    lines = draw(st.lists(LINES, min_size=1, max_size=6))
    text = "Headline\n\nFirst.\n\n" + "\n\n".join(lines)
    return parse_seed(text.encode("utf-8"), "seed.txt").story


@st.composite
def annotated(draw: st.DrawFn) -> tuple[Story, Annotations]:
    """Draw a story and annotations that keep the contract of ``Annotations``."""
    story = draw(stories())
    quotations = draw(_quotations(story.text))
    borders = {
        at for q in quotations for p in q.parts for at in range(p.start - 2, p.start + 3)
    } | {at for q in quotations for p in q.parts for at in range(p.end - 2, p.end + 3)}
    spans = [
        s
        for s in draw(_spans(story.text, 8))
        if "\n" not in story.text[s.start : s.end] and not borders & set(range(s.start, s.end + 1))
    ]
    mentions, moments = [], []
    for span in spans:
        if draw(st.booleans()):
            entity = draw(st.sampled_from(["person:leon-li", "org:huobi", "place:são-paulo"]))
            mentions.append(Mention(span.start, span.end, entity))
        else:
            moments.append(draw(_moments(span)))
    reports = draw(_reports(story.text, [*mentions, *moments], quotations))
    used = dict.fromkeys(
        [m.entity for m in mentions]
        + [q.by for q in quotations if q.by]
        + [r.by for r in reports if r.by]
    )
    return story, Annotations(
        mentions=tuple(mentions),
        moments=tuple(moments),
        quotations=tuple(quotations),
        entities=tuple(draw(_entity(e)) for e in used),
        reports=reports,
    )


def _spans(text: str, most: int) -> st.SearchStrategy[list[Span]]:
    offsets = st.lists(st.integers(0, len(text)), max_size=2 * most, unique=True).map(sorted)
    return offsets.map(lambda o: [Span(a, b) for a, b in zip(o[::2], o[1::2], strict=False)])


NAMES = st.text("ab|<>\\;= é\"'", min_size=1, max_size=8).filter(lambda t: t.strip() == t != "")
HOW = st.sampled_from(["", "counted from publication", 'so "called"', "a\\b", "ends)"])


@st.composite
def _entity(draw: st.DrawFn, entity: str) -> Entity:
    links = draw(
        st.sampled_from([(), ("https://example.org/1",), ("https://a.b/", "https://c.d/")])
    )
    return Entity(entity, draw(NAMES), tuple(draw(st.lists(NAMES, max_size=2))), links)


@st.composite
def _moments(draw: st.DrawFn, span: Span) -> Moment:
    how = draw(HOW)
    if draw(st.booleans()):
        edtf = draw(
            st.sampled_from(["XXXX-09-17", "2012-Q3", "2004-06/2004-08", "[..1984]", "2015~"])
        )
        return Moment(span.start, span.end, "DATE", edtf, edtf, how)
    kind, value = draw(st.sampled_from([("DURATION", "P2W"), ("SET", "XXXX-WXX-1")]))
    return Moment(span.start, span.end, kind, value, None, how)


@st.composite
def _quotations(draw: st.DrawFn, text: str) -> list[Quotation]:
    spans = [_trimmed(text, s) for s in draw(_spans(text, 5))]
    spans = [s for s in spans if s.start < s.end]
    quotations = []
    while spans:
        count = draw(st.integers(1, min(3, len(spans))))
        parts, spans = tuple(spans[:count]), spans[count:]
        by = draw(st.sampled_from([None, "person:leon-li", "org:huobi"]))
        quotations.append(
            only_shown(
                Quotation(
                    parts,
                    by=by,
                    who=draw(st.sampled_from([None, 'the "x" man', "a spokesman", "\\ {odd}="])),
                    cue=draw(st.sampled_from([None, "said", "told them"])),
                    lemma=draw(st.sampled_from([None, "say"])),
                    how=draw(HOW),
                    sure=draw(st.sampled_from([1.0, 0.93, 0.5, 0.0])),
                )
            )
        )
    return quotations


@st.composite
def _reports(
    draw: st.DrawFn, text: str, marks: list[Mention | Moment], quotations: list[Quotation]
) -> tuple[Report, ...]:
    """Draw reports that lie in one paragraph, cross no mark and lie in no quotation."""
    held = [(mark.start, mark.end) for mark in marks]
    said = [(part.start - 2, part.end + 2) for q in quotations for part in q.parts]
    return tuple(
        _report(draw, span)
        for span in draw(_spans(text, 6))
        if "\n" not in text[span.start : span.end]
        and not any(_cross(span, *one) for one in (*held, *said))
        and not any(s <= span.start and span.end <= e for s, e in (*held, *said))
    )


def _cross(span: Span, start: int, end: int) -> bool:
    return start < span.start < end or start < span.end < end


def _report(draw: st.DrawFn, span: Span) -> Report:
    cue, lemma = draw(st.sampled_from([("said", "say"), ("claim", "claim"), ('X }"', "x")]))
    by = draw(st.sampled_from([None, "person:leon-li", "org:huobi"]))
    who = None if by else draw(st.sampled_from([None, 'the "x" man', "officials"]))
    return Report(span.start, span.end, by, who, cue, lemma)


def _trimmed(text: str, span: Span) -> Span:
    """Leave the breaks between paragraphs out at both ends of a span."""
    part = text[span.start : span.end]
    start = span.start + len(part) - len(part.lstrip("\n"))
    return Span(start, max(start, span.end - len(part) + len(part.rstrip("\n"))))


def visible_text(article: Article) -> str:
    """Return what a reader sees of an article's blocks, what the page adds left out."""
    return "\n\n".join(filter(None, ("\n\n".join(_paragraphs(b.html)) for b in article.blocks)))


def _paragraphs(html: str) -> list[str]:
    parser = _Visible()
    parser.feed(html)
    parser.close()
    return parser.paragraphs


class _Visible(HTMLParser):
    """Collects the text of each paragraph, as a browser would."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self.added = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.added or "data-gloss" in dict(attrs):
            self.added += tag not in ("br", "img", "hr")
        elif tag == "p":
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self.added = max(0, self.added - 1)

    def handle_data(self, data: str) -> None:
        if not self.added:
            self.paragraphs[-1] += data
