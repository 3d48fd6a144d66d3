"""Stories written for the search's tests: odd names, odd marks, hostile text, other scripts."""

from __future__ import annotations

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

TEXTS = {
    "Élysée keeps its door shut": (
        "The Élysée said nothing on Monday. “We shall not speak before May,” Zoë O’Brien told "
        "reporters in the rain. Her office, near the Champs, was closed; she’d left by noon.\n\n"
        "AT&T and the U.S. had asked for 3.5bn and 1,250 letters since 12 March 2017."
    ),
    "Who may search in May?": (
        "May may, if us who ask are who we say. The WHO will try to lay a plan; the plan can try "
        "us. It was said to be a will of the can-do kind — a rock ’n’ roll affair."
    ),
    "<script>alert('headline')</script> & other tricks": (
        "A seed may hold <b>bold</b> words, ../../paths, \"quotes\", javascript:alert(1) and "
        "$(touch x). ‮tros txet‬ A {{ template }} or {% block %} is text.\n\n"
        "constructor __proto__ toString hasOwnProperty valueOf are words as well."
    ),
    "Łódź, 北京 and Київ": (
        "Готово: Київ і Łódź. 北京欢迎你。 서울의 봄. ΣΙΣΥΦΟΣ, Σίσυφος. नमस्ते दुनिया। "
        "İzmir’de ışık. Straße, Ærø. 😀 emoji 🎉 between. مرحبا، كيف الحال؟"
    ),
    "Number 7 of 24/7": "In 2013,2014 it was 7.5% of 1,000,000.50; call 0800-12, 1.2.3, No. 5.",
    "": "A story without a headline, and one very long word: " + "ab" * 60 + ".",
}  # fmt: skip


def own_articles() -> list[Article]:
    """Return the stories as articles with a few marks on them."""
    return [_article(n, title, text) for n, (title, text) in enumerate(TEXTS.items())]


def _article(number: int, title: str, text: str) -> Article:
    names = [
        ("person:zoe-o-brien", "Zoë O’Brien"),
        ("org:at-t", "AT&T"),
        ("place:united-states", "U.S."),
        ("place:kyiv", "Київ"),
    ]
    found = [(text.find(form), form, id_) for id_, form in names if form in text]
    mentions = tuple(Mention(at, at + len(form), id_) for at, form, id_ in sorted(found))
    labels = {"place:united-states": "United States"}
    entities = tuple(Entity(id_, labels.get(id_, form)) for _, form, id_ in sorted(found))
    moments = tuple(_dated(text, "12 March 2017", "2017-03-12"))
    said = tuple(_said(text, "We shall not speak before May,", "person:zoe-o-brien"))
    reports = tuple(
        _reported(
            text,
            "Her office, near the Champs, was closed; she’d left by noon",
            "person:zoe-o-brien",
        )
    )
    slug = f"own-{number}"
    return Article(
        slug=slug,
        title=title,
        story=Story(slug, text, title, "2017-03-13", source="The Daily Test"),
        annotations=Annotations(mentions, moments, said, entities, reports=reports),
        date=f"2017-03-{13 + number}",
        quote_ids=tuple(f"q-{n}" for n, _ in enumerate(said)),
        report_ids=tuple(f"r-{n}" for n, _ in enumerate(reports)),
        moment_ids=tuple(f"d-{n}" for n, _ in enumerate(moments)),
        digest=slug,
    )


def _reported(text: str, words: str, by: str) -> list[Report]:
    at = text.find(words)
    return [Report(at, at + len(words), by, None, "said", "say")] if at >= 0 else []


def _dated(text: str, written: str, value: str) -> list[Moment]:
    at = text.find(written)
    return [Moment(at, at + len(written), "DATE", value, value)] if at >= 0 else []


def _said(text: str, words: str, by: str) -> list[Quotation]:
    at = text.find(words)
    return [Quotation((Span(at, at + len(words)),), by, None, "told", "tell")] if at >= 0 else []
