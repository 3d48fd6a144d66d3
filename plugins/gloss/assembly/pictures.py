"""The pictures of stories, as large as a page shows them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PIL import Image, ImageOps

from gloss.digest.model import Digest
from gloss.output import File
from gloss.urls import is_picture, picture_url

# Twice the width of the text's column, for screens of many points.
WIDTH, HEIGHT = 1280, 1280
QUALITY = 82


def pictures_in(images: Path) -> dict[str, tuple[int, int]]:
    """Return the pictures of a folder by name, each with its size and the time of its change."""
    found = sorted(images.iterdir()) if images.is_dir() else ()
    files = ((path.name, path.stat()) for path in found if path.is_file() and is_picture(path.name))
    return {name: (status.st_size, status.st_mtime_ns) for name, status in files}


def picture_files(digest: Digest, images: Path) -> Iterator[File]:
    """Yield ``stories/SLUG/picture.webp`` for each story whose picture is there."""
    there = pictures_in(images)
    for story in (*digest.stories.values(), *digest.hidden.values()):
        if story.picture and story.picture.file in there:
            path = images / story.picture.file
            stamp = (path.name, there[path.name])
            yield File(picture_url(story.slug), stamp, partial(scaled, path), source=story.slug)


def scaled(path: Path) -> bytes:
    """Return a picture as WebP, turned as its camera says, and without what else that says.

    One that cannot be read is published as it is.
    """
    try:
        with Image.open(path) as opened:
            turned = ImageOps.exif_transpose(opened) or opened
            turned.thumbnail((WIDTH, HEIGHT))
            image = turned.convert("RGBA" if turned.has_transparency_data else "RGB")
            content = io.BytesIO()
            image.save(content, "WEBP", quality=QUALITY)
    except (OSError, ValueError, Image.DecompressionBombError):
        return path.read_bytes()
    return content.getvalue()
