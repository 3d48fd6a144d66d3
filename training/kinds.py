"""What each source's types are here: the kinds that a word so marked may have, parted by "|".

A source that knows MISC alone goes on teaching that a name is none of the other kinds. "O" among
the kinds says that what is marked may be no name at all here: an award or a poem is one, an enzyme
or a genre mostly not.
"""

from collections.abc import Mapping

from gloss.annotate.tagger.tagged import KINDS

OUTSIDE, ANYTHING = "O", "?"
MISC = "|".join(KINDS[3:])
MAYBE = f"{OUTSIDE}|{MISC}"

CONLL = {"PER": "person", "ORG": "org", "LOC": "place", "MISC": MISC}
CROSSNER = {
    **dict.fromkeys(("politician", "scientist", "researcher", "writer", "musicalartist"), "person"),
    **dict.fromkeys(("politicalparty", "organisation", "university", "band", "magazine"), "org"),
    **dict.fromkeys(("location", "country"), "place"),
    **dict.fromkeys(("album", "song", "book", "poem"), "work"),
    **dict.fromkeys(("programlang",), "product"),
    **dict.fromkeys(("event", "award"), "event"),
    **dict.fromkeys(("musicalinstrument", "enzyme", "protein", "chemicalelement"), OUTSIDE),
    **dict.fromkeys(("metrics", "task", "field", "discipline", "theory", "algorithm"), MAYBE),
    **dict.fromkeys(("musicgenre", "literarygenre"), f"{OUTSIDE}|group"),
    "academicjournal": "org|work",
    "conference": "event|org",
    "election": "event|O",
    "chemicalcompound": "product|O",
    "product": "product|O",
    "astronomicalobject": ANYTHING,
    "misc": MAYBE,
}
WNUT17 = {
    **dict.fromkeys(("corporation", "group"), "org"),
    "location": "place",
    "creative-work": "work",
    "product": "product|work",  # games are products there
}
KINDS_OF: Mapping[str, Mapping[str, str]] = {"crossner": CROSSNER, "wnut17": WNUT17}


# Where an unmarked capitalised word may yet be a name: sources that mark no peoples or no MISC at
# all, and one whose names were picked from larger phrases by a heuristic, which passed many over.
NO_PEOPLES = {"ewt", "pud", "btc", "wnut17"}
MANY_MISSED = {"gum"}


def kind_of(source: str, type_: str, name: str = "") -> str:
    """Give the kinds that a name may have, from the type that its source gives it."""
    kind = KINDS_OF.get(source, CONLL).get(type_, type_)
    return kind.removeprefix(f"{OUTSIDE}|") if kind == MAYBE and _certain(name) else kind


def _certain(name: str) -> bool:
    """Tell whether what CrossNER calls miscellaneous is surely a name: each longer word begins so.

    "Sweeney Todd", but neither "lunar distances" nor "Enzyme assay".
    """
    words = [word for word in name.split() if len(word) > 3]
    return len(words) > 1 and all(word[0].isupper() for word in words)
