"""Bring the marks of each source to one scheme, a small step at a time."""

import re
from collections.abc import Callable

import pycountry
from gloss.gazetteer import people_named

from training.kinds import ANYTHING, MAYBE, MISC, OUTSIDE, kind_of
from training.marks import Entity

# Peoples, faiths and parties' followers are groups, whatever the source.
GROUP = re.compile(
    r"(?:Christian|Catholic|Roman Catholic|Protestant|Muslim|Jewish|Jew|Hindu|Buddhist|Orthodox"
    r"|Sunni|Shia|Shiite|Sikh|Anglican|Lutheran|Methodist|Presbyterian|Republican|Democrat"
    r"|Communist|Nazi|Islamic|Islamist|Marxist)s?|Christianity|Islam|Judaism|Hinduism|Buddhism"
    r"|Catholicism|Protestantism|Sikhism|Communism"
)
COUNTRIES = {
    name
    for country in pycountry.countries
    for name in (country.name, getattr(country, "common_name", country.name))
} | {"US", "USA", "UK", "U.S.", "England", "Scotland", "Wales", "Russia", "South Korea", "Iran"}

TITLES = {
    "president", "professor", "prof", "dr", "mr", "mrs", "ms", "senator", "sen", "rep",
    "representative", "general", "gen", "colonel", "col", "captain", "capt", "lieutenant", "lt",
    "sergeant", "sgt", "minister", "chancellor", "secretary", "governor", "gov", "mayor",
    "judge", "justice", "director", "chairman", "chief", "commander", "coach", "reverend",
    "rev", "ambassador", "congressman", "detective", "officer", "ceo", "executive", "editor",
    "spokesperson", "spokesman", "spokeswoman", "administrator", "fellow", "emperor", "actor",
    "actress", "singer", "author", "writer", "student", "reporter", "analyst", "founder",
    "leader",
}  # fmt: skip
PHRASE_WORDS = {"in", "and", "at", "on", "with", "&"}
NO_NAMES = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January",
    "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December", "Colonel", "Ph.D.", "Individual", "Here", "Crown",
}  # fmt: skip


BARE = {"person", "org", "place", "group", "event"}  # no article is a part of such a name
Step = Callable[[str, Entity], Entity | None]


def handle(text: str, entity: Entity) -> Entity | None:
    """Learn nothing from "@name": half the sources mark it, half do not."""
    return entity._replace(kind=ANYTHING) if text[entity.start] == "@" else entity


def letterless(text: str, entity: Entity) -> Entity | None:
    """Drop a mark without a letter."""
    return entity if any(map(str.isalpha, text[entity.start : entity.end])) else None


def faith(text: str, entity: Entity) -> Entity | None:
    """Call the followers of a faith or a party a group."""
    is_group = entity.kind == "org" and GROUP.fullmatch(text, entity.start, entity.end)
    return entity._replace(kind="group") if is_group else entity


def people(text: str, entity: Entity) -> Entity | None:
    """Call a people or a language a group: Re-DocRED has "Italian" as a place."""
    name = text[entity.start : entity.end]
    is_people = entity.kind in {MISC, MAYBE, "place"} and people_named(name)
    return entity._replace(kind="group") if is_people else entity


def country(text: str, entity: Entity) -> Entity | None:
    """Call a country a place, though a team or a government is meant."""
    is_country = entity.kind == "org" and text[entity.start : entity.end] in COUNTRIES
    return entity._replace(kind="place") if is_country else entity


def term(text: str, entity: Entity) -> Entity | None:
    """Drop genres and fields of study; one that begins the text might be a name."""
    name = text[entity.start : entity.end]
    if entity.kind not in {MISC, MAYBE, "event|O", "product|O", "O|group", OUTSIDE}:
        return entity
    if not any(map(str.isupper, name)):
        return None
    return entity._replace(kind=ANYTHING) if entity.start == 0 and name[1:].islower() else entity


def title(text: str, entity: Entity) -> Entity | None:
    """Cut a person's titles and roles off: "US President Barack Obama" names Barack Obama."""
    words = list(re.finditer(r"[\w.’'-]+", text[entity.start : entity.end]))
    titles = [n for n, word in enumerate(words) if word[0].strip(".").lower() in TITLES]
    if entity.kind == "person" and titles and titles[-1] + 1 < len(words):
        return entity._replace(start=entity.start + words[titles[-1] + 1].start())
    return entity


def no_name(text: str, entity: Entity) -> Entity | None:
    """Drop days, months and other capitalised words that the heuristic took for names."""
    return None if text[entity.start : entity.end] in NO_NAMES else entity


def phrase(text: str, entity: Entity) -> Entity | None:
    """Learn nothing from a mark that is no bare name: "Korea's Kim", "Home Secretary"."""
    name = text[entity.start : entity.end]
    words = name.split()
    bare = (
        "'s" not in name
        and "," not in name
        and len(words) < 8
        and PHRASE_WORDS.isdisjoint(words)
        and words[-1].lower() not in TITLES
        and words[0][0].isupper()
        and words[-1][0].isupper()
        and name != "World"  # of "World Cup"
    )
    people = entity.kind == "person" and ("of" in words or name.endswith(("ans", "American")))
    return entity if bare and not people else entity._replace(kind=ANYTHING)


def article(text: str, entity: Entity) -> Entity | None:
    """Cut a leading article off, but not that of a title: "The Thinker"."""
    has = entity.kind in BARE and text[entity.start : entity.start + 4].lower() == "the "
    return entity._replace(start=entity.start + 4) if has else entity


def possessive(text: str, entity: Entity) -> Entity | None:
    """Cut a possessive ending off."""
    has = text[entity.end - 2 : entity.end] in {"'s", "’s"}
    return entity._replace(end=entity.end - 2) if has else entity


FIRST: tuple[Step, ...] = (handle, letterless, people)
STEPS: dict[str, tuple[Step, ...]] = {
    "docred": (*FIRST, faith, article, possessive),
    "crossner": (*FIRST, term, possessive),
    "ewt": (*FIRST, article, possessive),
    "gum": (*FIRST, title, no_name, phrase, country, term, article, possessive),
    "btc": (*FIRST, title, possessive),
    "wnut17": (*FIRST, possessive),
    "pud": (*FIRST, article, possessive),
}


def clean(source: str, text: str, entity: Entity) -> Entity | None:
    """Bring one mark to the common scheme; None drops it, kind "?" learns nothing from it."""
    name = text[entity.start : entity.end]
    entity = entity._replace(kind=kind_of(source, entity.kind, name))
    for step in STEPS.get(source, FIRST):
        changed = step(text, entity)
        if changed is None or changed.kind == ANYTHING:
            return changed
        entity = changed
    return entity
