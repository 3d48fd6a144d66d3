"""How a name is filed in a list: people under their surnames, as every index of names has them."""

from __future__ import annotations

import re

from gloss.digest.model import Name
from gloss.digest.names import name_order
from gloss.lexicon import words

_KNOWN = words("person_names")
_NUMERAL = re.compile(r"[IVX]+|\d+\w*")


def filed(name: Name) -> str:
    """Return a name as a list has it: ``Blair, Tony``; ``van Nistelrooy, Ruud``; ``U2``.

    A particle stays with its surname, a generation behind the whole. Whom stories call by the first
    word alone (Wen for Wen Jiabao), and whose name ends in a number (John Paul II), stands as said.
    """
    first, surname, last = _parts(name.name) if name.kind == "person" else ("", "", "")
    if not first or _is_family_first(name):
        return name.name
    return f"{surname}, {first}{f', {last}' if last else ''}"


def filing_order(name: Name) -> tuple[str, str]:
    """Return what sorts names in a list."""
    return name_order(filed(name))


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
    called = {form for named in name.named for form in named.forms}
    return parts[0] in called and parts[-1] not in called
