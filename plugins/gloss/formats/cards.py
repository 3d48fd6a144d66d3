"""The picture that is shown where a story's address is shared (Open Graph): its title, set large.

A card is drawn in one byte a pixel, from paper to ink, with one value kept for the red, and written
in sixteen colours: it is small, and thousands are made in a minute. They are made only where the
site's address is known, since nobody could ask for them otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from gloss.digest.model import Digest, StoryFacts
from gloss.formats.png import png
from gloss.output import File
from gloss.site import Site
from gloss.urls import story_url

SITE_CARD = "theme/img/card.png"
# The least that is shown in full width where an address is shared.
WIDTH, HEIGHT = 600, 315
LEFT, RIGHT, TOP = 48, 552, 46
LINES = 5
SIZES = (38, 32, 27, 23)
SMALL = 15

PAPER, INK, RED = (252, 250, 245), (35, 32, 27), (153, 43, 28)
# Values of a pixel: 0 is ink, 255 paper, 1 the red; what lies between is ink on paper.
_INK, _RED, _FAINT, _PAPER = 0, 1, 96, 255

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


@dataclass(frozen=True)
class CardText:
    """What stands on a card."""

    title: str
    line: str
    site: str


def card_files(digest: Digest, site: Site) -> Iterator[File]:
    """Yield ``stories/SLUG/card.png`` for each story, if asked for, and one for all other pages.

    There are none while the site's address is not known.
    """
    if not site.url:
        return
    whole = CardText(site.subtitle, "", site.name)
    yield File(SITE_CARD, whole, partial(draw_card, whole))
    for story in (*digest.stories.values(), *digest.hidden.values()) if site.cards else ():
        words = CardText(story.title, _line(story), site.name)
        path = f"{story_url(story.slug)}card.png"
        yield File(path, words, partial(draw_card, words), source=story.slug)


def _line(story: StoryFacts) -> str:
    return " · ".join(part for part in (story.source, story.published) if part)


def draw_card(words: CardText) -> bytes:
    """Return a card as PNG."""
    image = Image.new("L", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 9, HEIGHT), fill=_RED)
    font, lines = _fitted(words.title)
    height = int(font.size * 1.18) if isinstance(font, ImageFont.FreeTypeFont) else 10
    for number, line in enumerate(lines):
        draw.text((LEFT, TOP + number * height), line, font=font, fill=_INK)
    foot = HEIGHT - 46
    draw.line((LEFT, foot - 13, RIGHT, foot - 13), fill=_FAINT + 80, width=1)
    draw.text((LEFT, foot), words.site, font=_font(SMALL, "It"), fill=_INK)
    draw.text((RIGHT, foot), words.line, font=_font(SMALL), fill=_FAINT, anchor="ra")
    image = image.point(_FEWER)
    image.putpalette(_PALETTE)
    return png(WIDTH, HEIGHT, image.tobytes("raw", "P;4"), _PALETTE)


def _palette() -> list[int]:
    """From ink to paper in 16 steps, the second of which is the red."""
    steps = [
        [round(ink + (paper - ink) * step / 15) for ink, paper in zip(INK, PAPER, strict=True)]
        for step in range(16)
    ]
    steps[_RED] = list(RED)
    return [colour for step in steps for colour in step]


_PALETTE = _palette()
# Of 256 values to the palette's 16: none but the red is let fall on its step.
_FEWER = [0, _RED, *(max(2, round(value / 17)) if value > 8 else 0 for value in range(2, 256))]


def _fitted(title: str) -> tuple[Font, list[str]]:
    """Break a title into lines in the largest size in which it fits; cut it where none does."""
    for size in SIZES:
        font = _font(size)
        lines = _broken(title, font)
        if len(lines) <= LINES - (size > SIZES[1]):
            return font, lines
    return font, [*lines[: LINES - 1], _cut(lines[LINES - 1] + " …", font)]


def _cut(line: str, font: Font) -> str:
    """Shorten a line until it fits, an ellipsis at its end."""
    while font.getlength(line) > RIGHT - LEFT or line[-2:-1] in " .,;:":
        line = line[:-2] + "…"
    return line


def _broken(text: str, font: Font) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= RIGHT - LEFT:
            lines[-1] = longer
        else:
            lines.append(word if font.getlength(word) <= RIGHT - LEFT else _cut(word + "…", font))
    return lines


@cache
def _font(size: int, style: str = "Regular") -> Font:
    """Source Serif (SIL OFL 1.1) from its package; Pillow's own font where that is missing."""
    try:
        files = Path(import_module("font_source_serif_pro").font_directory)
    except ImportError:
        return ImageFont.load_default(size)
    return ImageFont.truetype(str(files / f"SourceSerifPro-{style}.ttf"), size)
