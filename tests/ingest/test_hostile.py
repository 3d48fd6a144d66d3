"""Seeds that want to be something else: they come out as the text that they are."""

from __future__ import annotations

import re

import pytest
from gloss.article import read_article
from gloss.ingest import IngestSettings, ingest
from gloss.ingest.annotating import annotate_chunk
from gloss.story import Story

HOSTILE = {
    "script": "A <script>alert(1)</script> tag\n\n<script>alert(1)</script> said <b>Ann</b>.\n"
    "<img src=x onerror=alert(1)>\n</p></div><style>*{display:none}</style>",
    "markdown": "# Not a *headline*\n\n# Not one either\n* a\n1990. A great year\n> q\n---\n***\n"
    "![i](http://e.org/i.png) **b** `c` [l](http://e.org) | a | b |",
    "head": "Title: other\n\nTitle: Other\nSlug: ../../x\nStatus: draft\n---\nSeed: a.txt",
    "links": "Links\n\n[x](javascript:alert(1)) [y](data:text/html,x) <javascript:alert(1)>\n"
    "[z]: javascript:alert(1)\n[Ann](person:ann) [“x”]{.quote by=ann}",
    "dialect": "Marks\n\n[TIMELINE]\n> [!QUOTE] by=leon-li\n> “x”\n[2013](date:2013)](person:y)",
    "direction": "Bidi \u202egnp.exe\n\nThe file \u202etxt.exe\u202c and \u2066more\u2069 \u200f.",
    "long": "One line\n\n" + "word [x](y) " * 87_000,
    "path": "../../../etc/passwd\\..\\con\n\nNothing of it is there: ../../x /etc/passwd C:\\x.",
    "html": "&lt;b&gt; &amp;amp;\n\n&lt;script&gt; &#60;b&#62; &nbsp; &copy &#x0; {{ x }} {% x %}",
    "quotes": "Marks\n\n" + "“" * 500 + " said " + "\"'" * 500 + "\n“He said ‘she said “no”’",
    "odd": "Odd \x1b[31m\n\nA\x07 \ufffe \ufdd0 \U0001f9d1\u200d\U0001f680 e\u0301 \u00a0\t\u2028y",
}
BINARY = b"Binary\n\nNUL \0 bytes"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    seeds, stories = folder / "seeds", folder / "content" / "stories"
    seeds.mkdir()
    for name, text in HOSTILE.items():
        (seeds / f"{name}.txt").write_text(text, encoding="utf-8")
    (seeds / "binary.txt").write_bytes(BINARY)
    return folder, ingest(seeds, stories, folder / "none.yaml", IngestSettings(processes=1))


def test_only_what_is_no_text_is_refused(made):
    _, report = made
    assert report.errors == ("binary.txt:3: binary content (a NUL byte); expected text",)
    assert len(report.written) == len(HOSTILE)


def test_every_file_is_where_it_belongs(made):
    folder, _ = made
    files = [p for p in folder.rglob("*") if p.is_file()]
    assert len(files) == 2 * len(HOSTILE) + 1
    for path in (folder / "content" / "stories").iterdir():
        assert re.fullmatch(r"[a-z0-9-]+\.md", path.name)


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_seen_is_what_the_seed_says(made, name):
    folder, _ = made
    texts = [p.read_text(encoding="utf-8") for p in (folder / "content/stories").iterdir()]
    (article,) = [a for a in map(read_article, texts) if a.seed == f"{name}.txt"]
    _, _, body = HOSTILE[name].partition("\n\n")
    body = re.sub("[\x07\x1b\ufffe]", "", body)
    assert article.story.text.split() == body.split()
    assert article.status == "published"
    html = "".join(block.html for block in article.blocks)
    assert not re.search(r"<(?!/?(?:p|a|span|time|figure|blockquote|figcaption)[ >])", html)
    assert not re.search(r"(?:href|src)=\"(?!\.\./)", html)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("It rained. " * 5_000, "a paragraph of 55,000 characters is no prose"),
        ("It rained.\n\n" * 21_000, "a story of 252,000 characters is too long to be read at once"),
    ],
)
def test_what_would_take_gigabytes_is_left_unmarked_and_told(text, says):
    [found] = annotate_chunk(None, [Story("a", text)])
    assert [doubt.says for doubt in found.doubts] == [f"{says}, so nothing is marked"]
    assert not found.mentions
