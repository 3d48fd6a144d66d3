"""A small digest for looking at: the news of a river town, written for these tests."""

from __future__ import annotations

import shutil
from pathlib import Path
from string import Template

TOWN = Path(__file__).parent / "town"

PEOPLE = (
    ("ada-marsh", "Ada Marsh"),
    ("tomas-brandt", "Tomas Brandt"),
    ("ines-kahler", "Ines Kahler"),
    ("rowan-pike", "Rowan Pike"),
    ("quin-noor", "Quin Noor"),
)
# In these Ada Marsh sails with Tomas Brandt: with the flood they are in three stories together.
TWICE_TOGETHER = (0, 5)
PLACES = (("sel", "Sel"), ("port-ellery", "Port Ellery"), ("norvale", "Norvale"))


def fill(content: Path, plain: int) -> None:
    """Put the stories written by hand, and as many plain ones as asked, in a content folder."""
    shutil.copytree(TOWN / "stories", content / "stories")
    shutil.copytree(TOWN / "pages", content / "pages")
    shutil.copy(TOWN / "entities.yaml", content)
    ferry = Template((TOWN / "ferry.md").read_text(encoding="utf-8"))
    for number in range(plain):
        path = content / "stories" / f"ferry-{number}.md"
        path.write_text(ferry.substitute(_ferry(number)), encoding="utf-8")


def _ferry(number: int) -> dict[str, object]:
    beside = 1 if number in TWICE_TOGETHER else (number + 2) % 5
    (speaker, speaker_name), (other, other_name) = PEOPLE[number % 5], PEOPLE[beside]
    place, place_name = PLACES[number % len(PLACES)]
    year = 2014 + number % 9
    return {
        "number": number,
        "speaker": speaker,
        "speaker_name": speaker_name,
        "other": other,
        "other_name": other_name,
        "place": place,
        "place_name": place_name,
        "year": year,
        "before": year - 1,
        "month": f"{1 + number % 12:02}",
        "men": number + 2,
    }
