"""The pictures of stories and of names, as large as a page shows them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PIL import Image, ImageOps

from gloss.digest.model import Digest
from gloss.output import File
from gloss.story import Picture
from gloss.urls import is_picture, name_picture_url, picture_url

# Twice the width of the text's column, for screens of many points.
WIDTH, HEIGHT = 1280, 1280
QUALITY = 82


def pictures_in(images: Path) -> dict[str, tuple[int, int]]:
    """Return the pictures of a folder by name, each with its size and the time of its change."""
    found = sorted(images.iterdir()) if images.is_dir() else ()
    files = ((path.name, path.stat()) for path in found if path.is_file() and is_picture(path.name))
    return {name: (status.st_size, status.st_mtime_ns) for name, status in files}


def picture_files(digest: Digest, images: Path) -> Iterator[File]:
    """Yield ``picture.webp`` beside the page of each story and name whose picture is there."""
    there = pictures_in(images)
    for url, picture, source in _pictures(digest):
        if picture.file in there:
            path = images / picture.file
            yield File(url, (path.name, there[path.name]), partial(scaled, path), source=source)


def _pictures(digest: Digest) -> Iterator[tuple[str, Picture, str]]:
    """Yield where each picture is shown, the picture, and whose it is."""
    for story in (*digest.stories.values(), *digest.hidden.values()):
        if story.picture:
            yield picture_url(story.slug), story.picture, story.slug
    for name in digest.names.values():
        if name.picture:
            yield name_picture_url(name.id), name.picture, name.id


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
