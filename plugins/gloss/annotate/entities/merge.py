"""Names that belong together, which the tagger cut in two, or cut short."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from gloss.annotate.candidate import Candidate, of_kind
from gloss.annotate.entities.firms import famous_names, known_firms, whole_firm
from gloss.annotate.entities.initials import with_initials
from gloss.annotate.entities.nicknames import with_nickname
from gloss.annotate.entities.scores import in_result
from gloss.gazetteer import company_address, country_named, is_city, is_region, people_named
from gloss.lexicon import alternatives, words
from gloss.naming.lexicon import ORG_HEADS
from gloss.story import Kind

_WORDS = words("entities")
_UNIVERSITY = re.compile(rf"{alternatives(_WORDS['universities'])} of ")
_HEAD = re.compile(r" ([A-Z][a-z]+)(?! [A-Z])\b")
_CAMPUS = re.compile(r", ([A-Z]\w+(?: [A-Z]\w+)?)(?=,| [a-z]|\.)")
_THE = "The "
_INITIAL = re.compile(r"(?:^|[\s.])[A-Z]\.?$")
_NEXT_NAME = re.compile(r"\.?\s[A-ZÀ-Þ][\w’'-]+")
_AND = re.compile(r" and (?:the )?[A-Z]\w+")
_MODEL = re.compile(
    r"[ -](?!\d{1,3}-\d{1,2}\b)(?:[A-Z]{1,3}-?)?\d{2,4}[A-Za-z]{0,3}(?:-\d+\w*)?\b"
    rf"(?![.,]\d|%| {alternatives(_WORDS['counted'])}\b)"
)
_ENDS_IN_MODEL = re.compile(r" (?:[A-Z]{1,3}-?\d{2,4}[A-Za-z]{0,3}|\d{3}[A-Z]?)(?:-\d+\w*)?$")
_HYPHENATED = re.compile(rf"[ ‐‑–-]({alternatives(_WORDS['second_peoples'])})\b")
_YEAR = re.compile(r"(?:19|20)\d\d$")


def merge(text: str, names: Sequence[Candidate], surnames: frozenset[str]) -> list[Candidate]:
    """Return the names made whole.

    surnames: those of the story.
    """
    people = (name.text.rpartition(" ")[2] for name in names if name.best == "person")
    whole = list(
        _merged(text, famous_names(text, known_firms(text, names)), surnames.union(people))
    )
    return _with_articles(text, with_initials(text, whole))


def _with_articles(text: str, names: Sequence[Candidate]) -> list[Candidate]:
    """Take in "The" at a sentence's start where it is part of the name elsewhere: "The Who"."""
    titled = {name.text for name in names if name.text.startswith(_THE)}
    return [_with_article(text, n) if _THE + n.text in titled else n for n in names]


def _with_article(text: str, name: Candidate) -> Candidate:
    start = name.start - len(_THE)
    if start < 0 or not text.startswith(_THE, start):
        return name
    return name._replace(start=start, text=_THE + name.text)


def _merged(text: str, names: Sequence[Candidate], surnames: frozenset[str]) -> Iterator[Candidate]:
    end = 0
    for place, name in enumerate(names):
        if name.start < end:
            continue
        whole = with_nickname(text, name, surnames)
        if whole is name:
            whole = whole_firm(text, name, names[place + 1 : place + 3])
        if whole is name:
            whole = _with_head(text, _with_campus(text, name), names[place + 1 : place + 2])
        if whole is name and (make_whole := _MAKE_WHOLE.get(name.best)):
            whole = make_whole(text, name, names[place + 1 : place + 2])
        end = whole.end
        yield whole


def _with_surname(text: str, name: Candidate, following: Sequence[Candidate]) -> Candidate:
    """ "James D. Watson", cut after the point of the initial."""
    match = _NEXT_NAME.match(text, name.end)
    if not match or not _INITIAL.search(name.text):
        return name
    end = match.end()
    if following and following[0].start < end:
        if following[0].best != "person":
            return name
        end = following[0].end
    return name._replace(end=end, text=text[name.start : end])


def _with_campus(text: str, name: Candidate) -> Candidate:
    """ "University of California, Berkeley"."""
    campus = _CAMPUS.match(text, name.end) if _UNIVERSITY.match(name.text) else None
    if not campus or is_region(campus.group(1)) or not is_city(campus.group(1)):
        return name
    return name._replace(end=campus.end(), text=text[name.start : campus.end()])


def _with_head(text: str, name: Candidate, following: Sequence[Candidate]) -> Candidate:
    """ "May Department Stores", cut before the word that carries its sense."""
    head = _HEAD.match(text, name.end) if name.best == "org" and " " in name.text else None
    taken = head and following and following[0].start < head.end()
    if not head or taken or head.group(1) not in ORG_HEADS:
        return name
    return name._replace(end=head.end(), text=text[name.start : head.end()])


def _with_second_half(text: str, name: Candidate, _: Sequence[Candidate]) -> Candidate:
    """ "Bosnia and Herzegovina"."""
    match = _AND.match(text, name.end)
    if not match or not country_named(text[name.start : match.end()]):
        return name
    return name._replace(end=match.end(), text=text[name.start : match.end()])


def _with_second_people(text: str, name: Candidate, _: Sequence[Candidate]) -> Candidate:
    """ "African American", "Mexican-American"."""
    match = _HYPHENATED.match(text, name.end)
    if not match or not (people_named(name.text) and people_named(match.group(1))):
        return name
    return name._replace(end=match.end(), text=text[name.start : match.end()])


def _with_model(text: str, name: Candidate, _: Sequence[Candidate]) -> Candidate:
    """ "Boeing 747" is a product, not its maker, however much of it the tagger took."""
    match = _MODEL.match(text, name.end)
    if match and (_YEAR.search(match.group()) or in_result(text, name.start, match.end())):
        return name
    if match and _is_side(name.text):
        return name  # "Derbyshire 214 & 167-3"
    if name.text.isupper() and text[name.start - 1 : name.start] == "(":  # "(NRFM 1439)"
        return name
    if not match and not _ENDS_IN_MODEL.search(name.text):
        return name
    end = match.end() if match else name.end
    return name._replace(
        end=end,
        text=text[name.start : end],
        probs=of_kind("product", sum(name.probs)),
        kind="product",
    )


def _is_side(name: str) -> bool:
    """Tell whether a name is a place's, whose team scores, and no company's."""
    return bool(is_city(name) or is_region(name)) and company_address(name) is None


_MAKE_WHOLE: Mapping[Kind, Callable[[str, Candidate, Sequence[Candidate]], Candidate]] = {
    "person": _with_surname,
    "place": _with_second_half,
    "org": _with_model,
    "group": _with_second_people,
}
