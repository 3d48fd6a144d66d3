"""How a name is filed in a list: people under their surnames, as every index of names has them."""

from __future__ import annotations

import re

from gloss.digest.model import Name
from gloss.lexicon import words

_KNOWN = words("person_names")
_NUMERAL = re.compile(r"[IVX]+|\d+\w*")


def filed(name: Name) -> str:
    """Return a name as a list has it: ``Blair, Tony``; ``van Nistelrooy, Ruud``; ``U2``.

    A particle stays with its surname, a generation behind the whole. Whom stories call by the first
    word alone (Wen for Wen Jiabao), and whose name ends in a number (John Paul II), stands as said.
    """
    if name.kind != "person":
        return name.name
    first, surname, last = _parts(name.name)
    if not first or _is_family_first(name):
        return name.name
    return f"{surname}, {first}{f', {last}' if last else ''}"


def _parts(name: str) -> tuple[str, str, str]:
    """Forenames, surname with its particles, generation; no forenames where it is one word."""
    parts = name.split()
    last = ""
    if len(parts) > 1 and parts[-1].strip(".,").casefold() in _KNOWN["generations"]:
        if _NUMERAL.fullmatch(parts[-1]):
            return "", name, ""
        last = parts.pop()
    at = len(parts) - 1
    while at > 1 and parts[at - 1] in _KNOWN["particles"]:
        at -= 1
    return " ".join(parts[:at]).rstrip(","), " ".join(parts[at:]).rstrip(","), last


def _is_family_first(name: Name) -> bool:
    """Tell whether stories call a person by the first word of the name and never by the last."""
    parts = name.name.split()
    return _is_called(name, parts[0]) and not _is_called(name, parts[-1])


def _is_called(name: Name, form: str) -> bool:
    for named in name.named:  # noqa: SIM110 - asked of every person
        if form in named.forms:
            return True
    return False
