"""Read the register from YAML, and say of each mistake where it is and what is expected."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from gloss.naming.slugs import slug
from gloss.register.nouns import Entry, Register
from gloss.register.slips import plain_words
from gloss.story import KINDS, kind_of

TOP = ("entities", "not_a_name")
KEYS = (
    *("name", "type", "slug", "id", "aliases", "description", "sameAs", "merges"),
    *("picture", "alt"),
)
LISTS = ("aliases", "sameAs", "merges")

_PICTURE = re.compile(r"[^/\\:*?\"<>|.][^/\\:*?\"<>|]*\.(?:jpe?g|png|webp|gif)", re.IGNORECASE)
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ID = re.compile(rf"({'|'.join(KINDS)}):{_SLUG.pattern}")
_FORMS = (
    ("type", re.compile("|".join(KINDS)), f"one of {', '.join(KINDS)}"),
    ("slug", _SLUG, "small letters, digits and -"),
    ("id", _ID, "kind:slug, as person:leon-li"),
    ("picture", _PICTURE, "a file of content/static/images: .jpg, .png, .webp or .gif"),
)
# What JSON writes as two escapes, and YAML reads as two characters that are none.
_SURROGATE = re.compile("[\ud800-\udfff]")
_WORD = re.compile(r"[^\W_]")
# Of Wikidata's addresses only those of an item name something.
_URI = re.compile(
    r"https?://(?!(?:www\.|m\.)?wikidata\.org/(?!(?:wiki|entity)/Q[1-9]\d*$))[^\s<>]+"
)


class RegisterError(ValueError):
    """A register that cannot be used.

    problems: one line each, with file and line.
    rest: the register without the entries that are wrong; None where it is no register at all.
    """

    def __init__(self, problems: Sequence[str], rest: Register | None = None) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)
        self.rest = rest


def load_register(path: Path) -> Register:
    """Read the register; where there is no file, it is empty.

    Raises RegisterError for all that is wrong in it, at once.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Register()
    try:
        return read_register(data.decode("utf-8-sig"), str(path))
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise RegisterError([f"{path}:{line}: not UTF-8; expected UTF-8"]) from None


def read_register(text: str, where: str = "entities.yaml") -> Register:
    """Read a register's text; ``where`` names the file in errors."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except RecursionError:
        raise RegisterError([f"{where}:1: nested too deeply; expected a list of entries"]) from None
    except yaml.YAMLError as problem:
        line, says = plain_words(text, problem)
        raise RegisterError([f"{where}:{line}: line {line} {says}"]) from None
    if root is None:
        return Register()
    reading = _Reading(where)
    register = reading.register(root)
    if reading.problems:
        raise RegisterError(reading.problems, register)
    return register


def id_of_entry(said: Mapping[str, str]) -> str:
    """Return the id of an entry that says this: as written, or made of its type and name."""
    return said.get("id") or f"{said['type']}:{said.get('slug') or slug(said['name'])}"


class _Reading:
    """A register that is being read, and what was found to be wrong."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.problems: list[str] = []
        self.lines: dict[str, int] = {}

    def wrong(self, node: Node, says: str) -> None:
        """Note a mistake."""
        self.problems.append(f"{self.where}:{node.start_mark.line + 1}: {says}")

    def register(self, root: Node) -> Register:
        """Read the whole."""
        top = dict(self._pairs(root, TOP, "the register"))
        entries: dict[str, Entry] = {}
        for node in self._items(top.get("entities"), "entities"):
            entry = self._entry(node)
            if entry and entry.id in entries:
                self.wrong(node, f"{entry.id} is there twice; expected one entry (or another slug)")
            elif entry:
                entries[entry.id] = entry
                self.lines[entry.id] = node.start_mark.line + 1
        register = Register(entries, frozenset(self._texts(top.get("not_a_name"), "not_a_name")))
        wrong = self._check_together(register)
        right = {k: e for k, e in entries.items() if k not in wrong}
        notices = tuple(self._unapplied(right))
        return replace(register, entries=right, notices=notices, lines=self.lines)

    def _unapplied(self, entries: Mapping[str, Entry]) -> Iterator[str]:
        """Yield what an entry says and no story can be given by it."""
        bearers: dict[str, list[str]] = defaultdict(list)
        for entry in entries.values():
            bearers[entry.name].append(entry.id)
        for name, ids in bearers.items():
            for id_ in ids[1:]:
                at = f"{self.where}:{self.lines[id_]}: {id_}"
                yield (
                    f"{at}: {name!r} is the name of {ids[0]}, too: a story shows which is meant, "
                    "and this one is marked only by its id"
                )

    def _entry(self, node: Node) -> Entry | None:
        before = len(self.problems)
        pairs = dict(self._pairs(node, KEYS, "an entry"))
        one = {k: self._text(v, k) for k, v in pairs.items() if k not in LISTS}
        many = {k: tuple(self._texts(v, k)) for k, v in pairs.items() if k in LISTS}
        self._check_entry(node, pairs, one)
        self._check_list(
            pairs.get("sameAs"),
            _URI,
            "sameAs",
            "an http or https address, Wikidata's as https://www.wikidata.org/wiki/Q42",
        )
        self._check_list(pairs.get("merges"), _ID, "merges", "an id such as person:leon-li")
        if len(self.problems) > before:
            return None
        entity = id_of_entry(one)
        return Entry(
            id=entity,
            name=one["name"],
            kind=kind_of(entity),
            aliases=many.get("aliases", ()),
            description=one.get("description", ""),
            same_as=many.get("sameAs", ()),
            merges=many.get("merges", ()),
            picture=one.get("picture", ""),
            alt=one.get("alt", ""),
        )

    def _check_entry(self, node: Node, pairs: Mapping[str, Node], one: Mapping[str, str]) -> None:
        """Check the texts of an entry: it has a name, and a type or a whole id."""
        if not isinstance(node, MappingNode):
            return
        if not one.get("name"):
            self.wrong(node, "an entry without name; expected 'name: …'")
        if not one.get("type") and not one.get("id"):
            self.wrong(node, f"an entry without type; expected 'type: …' ({', '.join(KINDS)})")
        for key, form, expected in _FORMS:
            if one.get(key) and not form.fullmatch(one[key]):
                self.wrong(pairs[key], f"{key} {one[key]!r}; expected {expected}")
        if one.get("id") and (one.get("slug") or one.get("type")):
            self.wrong(pairs["id"], "an id beside type or slug; expected the id alone")

    def _check_list(
        self, node: Node | None, form: re.Pattern[str], key: str, expected: str
    ) -> None:
        for item in node.value if isinstance(node, SequenceNode) else ():
            if isinstance(item, ScalarNode) and not form.fullmatch(item.value):
                self.wrong(item, f"{key} {item.value!r}; expected {expected}")

    def _check_together(self, register: Register) -> set[str]:
        """Find what no entry shows alone; return the ids of those that are wrong.

        Two things may have one name (namesakes); an alias that is another's name is a mistake.
        """
        entries = register.entries.values()
        names = Counter(name for entry in entries for name in _names(entry))
        merges = Counter(old for entry in entries for old in entry.merges)
        wrong = set()
        for entry in entries:
            at = f"{self.where}:{self.lines[entry.id]}: {entry.id}"
            told = (
                *_told_of_names(entry, names, register),
                *_told_of_merges(entry, merges, register),
            )
            self.problems += [f"{at}: {says}" for says in told]
            wrong |= {entry.id for _ in told}
        return wrong

    def _pairs(self, node: Node, keys: Sequence[str], what: str) -> Iterator[tuple[str, Node]]:
        if not isinstance(node, MappingNode):
            self.wrong(node, f"{what} is no mapping; expected {', '.join(keys)}")
            return
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in keys and key.value not in seen:
                seen.add(key.value)
                yield key.value, value
            elif key.value in keys:
                self.wrong(key, f"{key.value} is given twice in {what}")
            else:
                self.wrong(key, f"unknown key {key.value!r} in {what}; expected {', '.join(keys)}")

    def _items(self, node: Node | None, key: str) -> list[Node]:
        if node is None or _is_null(node):
            return []
        if isinstance(node, SequenceNode):
            return list(node.value)
        self.wrong(node, f"{key} is no list; expected lines that begin with '- '")
        return []

    def _texts(self, node: Node | None, key: str) -> list[str]:
        return [text for item in self._items(node, key) if (text := self._text(item, key))]

    def _text(self, node: Node, key: str) -> str:
        """Read a text; ``NO`` and ``2013`` are texts too, whatever YAML makes of them."""
        if isinstance(node, ScalarNode) and _SURROGATE.search(node.value):
            self.wrong(node, f"{key} holds half a character (a surrogate); expected Unicode text")
            return ""
        if isinstance(node, ScalarNode):
            return "" if _is_null(node) else " ".join(node.value.split())
        self.wrong(node, f"{key} is no text; expected a line of text")
        return ""


def _told_of_names(entry: Entry, names: Counter[str], register: Register) -> Iterator[str]:
    for name in _names(entry)[1:]:
        if names[name] > 1:
            yield f"{name!r} names another entry too"
    for name in _names(entry):
        if name in register.not_a_name:
            yield f"{name!r} is in not_a_name too"
        if not _WORD.search(name):
            yield f"{name!r} has no letter or digit, so no story can hold it; expected words"


def _told_of_merges(entry: Entry, merges: Counter[str], register: Register) -> Iterator[str]:
    for old in entry.merges:
        if merges[old] > 1:
            yield f"merges {old}, as another entry does"
        if old in register.entries:
            yield f"merges {old}, which has an entry of its own"


def _is_null(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def _names(entry: Entry) -> list[str]:
    return list(dict.fromkeys((entry.name, *entry.aliases)))
