"""What an answer says, as corrections of each story that it is about."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from gloss.corrections import NOBODY, NONE, Correction, anchor
from gloss.corrections.nouns import About
from gloss.desk.queue import Decision, Spot
from gloss.edtf import read
from gloss.naming.slugs import slug
from gloss.speakers import is_somebody
from gloss.story import KINDS, kind_of

SETTLED = {"kind": "kind", "name": "name", "speaker": "quotation", "year": "time"}


class AnswerError(ValueError):
    """An answer that says nothing; the message is one line for the editor."""


def corrections_for(decision: Decision, value: str, day: str) -> Mapping[str, list[Correction]]:
    """Return the corrections of an answer, by the story's slug.

    value: a choice's, or what was typed. day: when it was said, ISO 8601.

    Raises AnswerError for a value that is none.
    """
    made: dict[str, list[Correction]] = defaultdict(list)
    about, said, more = _said(decision, value)
    for place in (*decision.places, *_of_another_kind(decision, about, said)):
        if about == "settled" and place.slug in made:
            continue  # it is settled for the story, not for each place
        at = anchor(place.text, place.span.start, place.span.end)
        made[place.slug].append(Correction(about, said, (at,), more, on=day))
    return made


def _of_another_kind(decision: Decision, about: About, said: str) -> Iterator[Spot]:
    """Yield where the words are marked as a name of another kind than is said."""
    if about == "name" and said != NONE:
        yield from (spot for spot, id_ in decision.marked if kind_of(id_) != kind_of(said))


def _said(decision: Decision, value: str) -> tuple[About, str, Mapping[str, str]]:
    """Return what is said: about what, the value, and what else."""
    if value == "leave":
        return "settled", SETTLED[decision.about], {}
    if decision.about == "year":
        return "date", date_of(value), {}
    if decision.about == "speaker":
        if value == NONE:
            return "quotation", NONE, {}
        return "speaker", *spoken_by(value, decision.known, decision.places[0].text)
    same = decision.entity and value == decision.guess
    entity = decision.entity if same else entity_of(_chosen(decision, value), decision.words)
    return "name", entity, {}


def _chosen(decision: Decision, value: str) -> str:
    if value not in {choice.value for choice in decision.choices}:
        raise AnswerError(f"{value!r} is no answer to this")
    return value


def date_of(value: str) -> str:
    """Return EDTF or ``none``, as given. Raises AnswerError for a value that is neither."""
    if value != NONE and not read(value):
        raise AnswerError(f"{value!r} is no date; write it as 2018-09-17, 2018-09 or 2018")
    return value


def entity_of(value: str, words: str) -> str:
    """Return an id: as given, ``none``, or that of a kind and the words.

    Raises AnswerError for what begins with no kind.
    """
    kind, colon, name = value.partition(":")
    if value == NONE:
        return NONE
    if kind not in KINDS or (colon and not name.strip()):
        raise AnswerError(f"{value!r} is no kind of name")
    return f"{kind}:{slug(name if colon else words)}"


def spoken_by(value: str, named: Mapping[str, str], text: str) -> tuple[str, Mapping[str, str]]:
    """Return what a ``speaker`` correction says of who said it: its value, and what else.

    value: ``nobody``, an id, a name as the story calls it, or the story's words for somebody.
    Raises AnswerError for words that the story has not, or that mean nobody who could speak.
    """
    words = " ".join(value.split())
    if words == NOBODY or words in named:
        return words, {}
    for id_, name in named.items():
        if name.casefold() == words.casefold():
            return id_, {}
    if ":" in words:
        return entity_of(words, words), {}
    there = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", " ".join(text.split()), re.IGNORECASE)
    if not words or not there:
        raise AnswerError(f"the story does not say “{words}”" if words else "who says it?")
    if not is_somebody(words):
        raise AnswerError(f"“{words}” is nobody who could speak")
    return NOBODY, {"who": words}
