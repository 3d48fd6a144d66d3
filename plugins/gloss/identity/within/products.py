"""Products that a story names with and without their makers, and indices with or without number."""

from __future__ import annotations

from gloss import lexicon
from gloss.gazetteer import company_address, well_known
from gloss.identity.nouns import Mentioned

_MEASURES = lexicon.words("products")["measures"]


def join_products(clusters: dict[str, list[Mentioned]]) -> None:
    """Join, by their folded names, "PlayStation 2" with the Sony one, "Nikkei" with Nikkei 225."""
    for short in sorted(clusters):
        full = [key for key in clusters if _is_made(key, short) or _is_measure(key, short)]
        if len(full) == 1 and not clusters[short][0].entity:
            together = [*clusters[full[0]], *clusters.pop(short)]
            clusters[full[0]] = sorted(together, key=lambda mention: mention.start)


def _is_made(full: str, model: str) -> bool:
    """Tell whether a name is a maker's, and then the model's."""
    maker = full.removesuffix(f" {model}")
    return maker != full and company_address(maker) is not None


def _is_measure(full: str, short: str) -> bool:
    """Tell whether a name goes on from another to say that it is an index, or a known one of so
    many shares. A PlayStation 3 is no other PlayStation.
    """
    is_index = full.rpartition(" ")[2] in _MEASURES or well_known(full.title()) is not None
    return full.startswith(f"{short} ") and is_index
