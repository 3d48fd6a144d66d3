"""All questions of a digest as decisions: equal ones together, the most frequent first."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gloss.desk.questions import About, Question
from gloss.desk.speaking import described_speakers, named_speakers
from gloss.speakers import is_somebody
from gloss.story import KINDS, Article, Span, kind_of

# Of questions that are met equally often, the first of these comes first.
ORDER: tuple[About, ...] = ("speaker", "kind", "name", "year")
KEYS = "123456789"
CONTEXT = 400  # characters of a paragraph on each side of the words
_TYPED: Mapping[About, str] = {
    "year": "a date, such as 2018-09-17",
    "speaker": "or somebody else: a name, or the story’s words, such as a spokesman",
}


@dataclass(frozen=True)
class Spot:
    """Where a decision counts: a story, and a stretch of its text."""

    slug: str
    title: str
    text: str
    span: Span

    def shown(self, context: int = CONTEXT) -> Mapping[str, str]:
        """The paragraph of the words: what stands before them, they, and what stands behind.

        context: how many characters of it there are at most on each side.
        """
        start = self.text.rfind("\n\n", 0, self.span.start) + 2 if self.span.start else 0
        start = start if start > 1 else 0
        end = self.text.find("\n\n", self.span.end)
        end = end if end >= 0 else len(self.text)
        return {
            "slug": self.slug,
            "title": self.title,
            "before": _cut(self.text[start : self.span.start][::-1], context)[::-1],
            "words": self.text[self.span.start : self.span.end],
            "after": _cut(self.text[self.span.end : end], context),
        }


def _cut(text: str, longest: int) -> str:
    """Return a beginning of a text that is not too long, cut at a word."""
    if len(text) <= longest:
        return text
    return f"{text[:longest].rpartition(' ')[0]} …"


@dataclass(frozen=True)
class Choice:
    """An answer: the key that gives it, what it says, and its value for ``answers``."""

    key: str
    label: str
    value: str


@dataclass(frozen=True)
class Decision:
    """One thing to decide, wherever it is asked.

    id: the same as long as the same is asked. entity: what the words are marked with now. marked:
    where the same words are a name beyond doubt, with the id: of another kind no more, once one is
    given.
    typed: what can be typed instead ("a date"). known: what names that can be typed mean, by id.
    offers: what else could be typed, as the story has it.
    """

    id: str
    about: About
    words: str
    guess: str
    says: str
    places: tuple[Spot, ...]
    choices: tuple[Choice, ...]
    typed: str = ""
    entity: str = ""
    known: Mapping[str, str] = field(default_factory=dict)
    offers: tuple[str, ...] = ()
    marked: tuple[tuple[Spot, str], ...] = ()


def decisions(asked: Iterable[tuple[Article, Question]]) -> list[Decision]:
    """Gather questions; of a name all stories are one decision, of a speaker or a year each is."""
    groups: dict[tuple[str, ...], list[tuple[Article, Question]]] = defaultdict(list)
    for article, question in asked:
        own = () if question.about in ("kind", "name") else (article.slug, *_at(question))
        key = (question.about, question.words, question.guess, question.entity, *own)
        groups[key].append((article, question))
    made = [_decision(key, group) for key, group in groups.items()]
    return sorted(made, key=lambda d: (-len(d.places), ORDER.index(d.about), d.places[0].slug))


def _at(question: Question) -> tuple[str, ...]:
    return (str(question.spans[0].start),)


def _decision(key: tuple[str, ...], group: list[tuple[Article, Question]]) -> Decision:
    article, question = group[0]
    # A story may ask the same of each of its places, and each time name them all.
    spots = (_spot(a, span) for a, q in group for span in q.spans)
    marked = {(_spot(a, span), id_): id_ for a, q in group for span, id_ in q.marked}
    return Decision(
        id=hashlib.sha256("\0".join(key).encode()).hexdigest()[:16],
        about=question.about,
        words=question.words,
        guess=question.guess,
        says=f"{question.says}{_also(marked.values())}",
        places=tuple(dict.fromkeys(spots)),
        choices=_choices(article, question),
        typed=_TYPED.get(question.about, ""),
        entity=question.entity,
        known=named_speakers(article) if question.about == "speaker" else {},
        offers=tuple(described_speakers(article)) if question.about == "speaker" else (),
        marked=tuple(marked),
    )


def _also(marked: Iterable[str]) -> str:
    """Say as what words are marked elsewhere, which an answer changes, too."""
    kinds = " or ".join(dict.fromkeys(map(kind_of, marked)))
    return f"; elsewhere it is marked as {kinds}, and would be as you say" if kinds else ""


def _spot(article: Article, span: Span) -> Spot:
    return Spot(article.slug, article.title, article.story.text, span)


def _choices(article: Article, question: Question) -> tuple[Choice, ...]:
    leave = Choice("l", "leave it so", "leave")
    if question.about == "year":
        return (Choice("n", "no date", "none"), leave)
    if question.about == "speaker":
        near = named_speakers(article, question.spans[0].start)
        named = [
            Choice(key, name if kind_of(id_) == "person" else f"{name} ({kind_of(id_)})", id_)
            for key, (id_, name) in zip(KEYS, near.items(), strict=False)
        ]
        told = is_somebody(question.guess) and ":" not in question.guess
        guess = (Choice("y", f"“{question.guess}”", question.guess),) if told else ()
        nobody = Choice("n", "nobody", "nobody")
        return (*named, *guess, nobody, Choice("x", "no quotation", "none"), leave)
    named = [Choice(key, kind, kind) for key, kind in zip(KEYS, KINDS, strict=True)]
    known = question.guess in KINDS
    yes = (Choice("y", f"yes, {question.guess}", question.guess),) if known else ()
    return (*yes, *named, Choice("n", "no name", "none"), leave)
