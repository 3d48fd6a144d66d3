"""Where a name begins and ends: no article, possessive, title or punctuation in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from gloss.annotate.candidate import LOC, MISC, ORG, PER, Candidate, Probs
from gloss.annotate.tagger import Tagged
from gloss.gazetteer import country_named, is_city, is_region, people_named
from gloss.naming.lexicon import (
    EPITHETS,
    EVENT_HEADS,
    HYPHEN_TAILS,
    LAW_HEADS,
    NOT_NAMES,
    ORG_HEADS,
    OWN_S,
    PLACE_HEADS,
    POINTED,
    ROLE_NOUNS,
    TITLE_PARTS,
    TITLES,
)
from gloss.naming.words import words_of

OF = " of "
GENERATIONS = {"Jr", "Sr", "II", "III", "IV"}
IS_PLACE = (0.0, 0.0, 0.9, 0.0)
HEADS = ORG_HEADS | PLACE_HEADS | EVENT_HEADS | LAW_HEADS

_EDGE_BEFORE = re.compile(r"[^\w$€£¥@#]+")
_EDGE_AFTER = re.compile(r"[^\w!?+#)]+$|(?<![A-Za-z])[!?]+$")
_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)")
_PREFIX = re.compile(r"(?:anti|pro|non|ex|pre|post|mid)[-‐‑–](?=[A-Z])")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s$|(?<=s)['’]$")
# Nothing follows that could be possessed: "Miller's, a bar".
_OWN_S = re.compile(r"['’]s(?=[,;)]| (?:was|is|has|had|in|at|and|or)\b)")
_HYPHEN_TAIL = re.compile(rf"(?<=\w)[-‐‑–](?:{'|'.join(sorted(HYPHEN_TAILS))})$", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[\w’'-]+\.?(?=\s)")
_INITIAL = re.compile(r"(?:^|[\s.])[A-Z]$")
_ROLE = re.compile(r"[\w’'-]+")
_OPENS = re.compile(r"\s*[(\[][^)\]]*$")
_CURRENCY = ("$", "€", "£")
_DASH = re.compile(r"\s[-–—]+\s")  # "Oslo - Bergen" is two places
_PARTY_AND_STATE = re.compile(r"[RDI][-–][A-Z]\w*\.?$")  # "R-Fla.", after a senator's name
_LINE = re.compile(r"\s*\n\s*")


def surnames(text: str, tagged: Iterable[Tagged]) -> frozenset[str]:
    """Return the last words of full names: "May" and "King" are names where one is called so."""
    people = (words_of(text[t.start : t.end]) for t in tagged if t.kind == "PER")
    return frozenset(
        next((w for w in reversed(words) if w not in GENERATIONS), "")
        for words in people
        if len(words) > 1
    )


def clean(text: str, tagged: Tagged, known: frozenset[str] = frozenset()) -> Iterator[Candidate]:
    """Yield the names that a tagged stretch holds: mostly one, trimmed; none if it is no name.

    known: surnames of the story.
    """
    start, end = tagged.start, tagged.end
    if line := _LINE.search(text, start, end):
        end = line.start() if line.start() > start else end
    if tagged.kind == "LOC" and (dash := _DASH.search(text, start, end)):
        yield from clean(text, replace(tagged, start=dash.end(), end=end), known)
        end = dash.start()
    whole = (start, end)
    start, end = _trim(text, start, end, tagged.kind == "PER")
    if tagged.probs[PER] == max(tagged.probs):
        people, start = _without_titles(text, start, end, known)
        yield from people
        end = _without_small_word(text, start, end)
        place = end
        end = _without_place(text, start, end)
        if place > end and is_region(text[end + len(OF) : place]):
            yield Candidate(end + len(OF), place, text[end + len(OF) : place], IS_PLACE)
    elif tagged.probs[MISC] == max(tagged.probs):
        end = _people_alone(text, start, end)  # titles and products may end in a small word
        if (at := text.find(" in ", start, end)) > 0 and _is_place(text[at + 4 : end]):
            yield Candidate(at + 4, end, text[at + 4 : end], IS_PLACE)
            end = at
    else:
        end = _without_small_word(text, start, end)
    if start < end and _is_name(text, start, end, tagged.probs, whole, known):
        yield Candidate(start, end, text[start:end], tagged.probs)


def _trim(text: str, start: int, end: int, person: bool) -> tuple[int, int]:
    """Move both ends over what is no part of a name."""
    before = None
    while before != (start, end) and start < end:
        before = (start, end)
        if m := _EDGE_BEFORE.match(text, start, end):
            start = m.end()
        for pattern in (_EDGE_AFTER, _OPENS, _HYPHEN_TAIL):
            if m := pattern.search(text[start:end]):
                end = start + m.start()
        if m := _ARTICLE.match(text, start, end) or _PREFIX.match(text, start, end):
            start = m.end()
        elif _begins_sentence(text, start) and text.startswith("The ", start, end):
            start += 4
        end = _without_possessive(text, start, end)
        end = _with_bracket(text, start, end)
    if not person and _OWN_S.match(text, end):
        return start, end + 2
    return start, _with_point(text, start, end)


def _without_possessive(text: str, start: int, end: int) -> int:
    found = _POSSESSIVE.search(text[start:end])
    if not found or text[start:end].replace("’", "'").rpartition(" ")[2] in OWN_S:
        return end
    return start + found.start()


def _without_small_word(text: str, start: int, end: int) -> int:
    """Leave out a last word in small letters, unless it carries the sense: "Republican party"."""
    head, _, last = text[start:end].rpartition(" ")
    if last in ("Majority", "Minority") and head:  # "the Senate Majority Leader"
        return start + len(head)
    if not last.islower() or not head or last.title() in HEADS:
        return end
    return start + len(head)


def _with_bracket(text: str, start: int, end: int) -> int:
    """Leave out a closing bracket that none in the name opens."""
    name = text[start:end]
    return end - 1 if name.endswith(")") and name.count("(") < name.count(")") else end


def _with_point(text: str, start: int, end: int) -> int:
    """Take in the point of an abbreviation that ends the name: "Inc.", "U.S."."""
    if text[end : end + 1] != ".":
        return end
    word = text[start:end].rpartition(" ")[2]
    dotted = "." in word and len(word.rpartition(".")[2]) == 1
    return end + 1 if dotted or word in POINTED else end


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start].rstrip(" “\"'(")
    return not before or before[-1] in '.!?:\n”"'


def _without_titles(
    text: str, start: int, end: int, known: frozenset[str]
) -> tuple[list[Candidate], int]:
    """Return where the person's own name begins, and the people or country before it.

    "Russian President Vladimir Putin" is a group, a role and a person.
    """
    before = []
    while m := _FIRST_WORD.match(text, start, end):
        word = m.group().rstrip(".").replace("’", "'")
        rest = text[m.end() : end].strip()
        if people_named(word) or country_named(word):
            following = _ROLE.match(rest)
            if not (following and _is_role(following.group())):
                break
            kind = MISC if people_named(word) else LOC
            probs = tuple(float(n == kind) for n in range(4))
            at = start + len(m.group())
            before.append(Candidate(start, at, text[start:at], probs, "nationality"))  # type: ignore[arg-type]
        elif not _is_role(word) and word not in EPITHETS:
            break
        start = m.end() + len(text[m.end() : end]) - len(text[m.end() : end].lstrip())
    if _is_role(text[start:end]) and text[start:end] not in known:  # a title and no name
        return before, end
    return before, start


def _without_place(text: str, start: int, end: int) -> int:
    """Return the end of a full name before its place: "Abel Stone of Ohio", not "Joan of Arc"."""
    name, of, _ = text[start:end].partition(OF)
    return start + len(name) if of and " " in name else end


def _is_place(name: str) -> bool:
    return is_region(name) or is_city(name)


def _people_alone(text: str, start: int, end: int) -> int:
    """Return the end of a people where only small words follow: "Democratic primaries"."""
    first = text.find(" ", start, end)
    if first < 0 or not text[first:end].islower() or not people_named(text[start:first]):
        return end
    return first


def _is_role(word: str) -> bool:
    bare = word.rstrip(".")
    return bare in TITLES or bare in TITLE_PARTS or bare.lower() in ROLE_NOUNS


def _is_name(
    text: str,
    start: int,
    end: int,
    probs: Probs,
    whole: tuple[int, int],
    known: frozenset[str],
) -> bool:
    """Tell whether what is left may be a name."""
    name = text[start:end]
    if text[end : end + 1] in _CURRENCY and name.isupper():  # "US$5"
        return False
    if _PARTY_AND_STATE.match(name) or text[start - 1 : start] == "@":
        return False
    if not any(c.isalpha() for c in name):
        return False
    if name.rstrip(".") in NOT_NAMES and name not in known:
        return False
    if name.islower():  # what has no capital is no name, "the search committee" included
        return False
    if len(name) == 1 and whole[1] - whole[0] == 1:
        return probs[ORG] > 0.9
    return True
