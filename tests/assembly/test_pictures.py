"""A story's picture: named in its head, scaled, shown with what it shows in words."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from gloss.article import ArticleError, read_article
from gloss.register import Entry, Register
from PIL import Image

PAGE = "output/stories/story-00001/index.html"
FILE = "output/stories/story-00001/picture.webp"


@pytest.fixture
def pictured(project):
    images = project.root / "static" / "images"
    images.mkdir(parents=True)
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter
    Image.new("RGB", (3000, 1500), (200, 30, 30)).save(images / "a bridge.jpg", exif=exif)
    head = 'Image: a bridge.jpg\nAlt: The "bridge" at dawn\nCaption: Selby, 1974\nSlug:'
    project.edit(1, "Slug:", head)
    return project


def test_it_is_scaled_and_shown(pictured):
    assert not pictured.build().problems
    page = (pictured.root / PAGE).read_text("utf-8")
    assert 'src="picture.webp" alt="The &#34;bridge&#34; at dawn"' in page
    assert 'href="../../images/a%20bridge.jpg"' in page
    assert "<figcaption>Selby, 1974</figcaption>" in page
    assert '"image":"https://example.org/digest/stories/story-00001/picture.webp"' in page
    with Image.open(io.BytesIO((pictured.root / FILE).read_bytes())) as shown:
        assert (shown.format, shown.size) == ("WEBP", (640, 1280))
        assert not shown.getexif()


def test_a_names_picture_is_shown_on_its_page(pictured):
    entry = Entry("org:x", "X", "org", picture="a bridge.jpg", alt="A “bridge”")
    pictured.register = Register({"org:x": entry})
    assert not pictured.build().problems
    page = (pictured.root / "output/organisations/x/index.html").read_text("utf-8")
    assert '<img src="picture.webp" alt="A “bridge”">' in page
    assert '"image":"https://example.org/digest/organisations/x/picture.webp"' in page
    assert (pictured.root / "output/organisations/x/picture.webp").exists()
    pictured.register = Register({"org:x": replace(entry, picture="")})
    assert not pictured.build().problems
    page = (pictured.root / "output/organisations/x/index.html").read_text("utf-8")
    assert "picture.webp" not in page
    assert not (pictured.root / "output/organisations/x/picture.webp").exists()


def test_another_picture_of_that_name_is_taken(pictured):
    pictured.build()
    before = (pictured.root / FILE).read_bytes()
    Image.new("RGB", (30, 20)).save(pictured.root / "static/images/a bridge.jpg")
    pictured.build()
    assert (pictured.root / FILE).read_bytes() != before


@pytest.mark.parametrize("content", [b"", b"no picture", None])
def test_one_that_cannot_be_read_costs_nothing(pictured, content):
    path = pictured.root / "static/images/a bridge.jpg"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    assert not pictured.build().problems
    assert (pictured.root / FILE).exists() == (content is not None)


@pytest.mark.parametrize(
    "name", ["../a.jpg", "/a.jpg", "a.svg", "https://h.example/a.jpg", ".a.png"]
)
def test_only_a_file_of_the_digests_own_is_a_picture(name):
    text = f"Title: A\nSlug: a\nDate: 2026-01-31\nImage: {name}\n\nIt rained.\n"
    with pytest.raises(ArticleError, match=r"a\.md: Image .* expected a file of content/static"):
        read_article(text, "a.md")
