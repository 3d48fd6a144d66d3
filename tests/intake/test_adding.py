"""``gloss add``: what comes in, what is said, and that a bad document costs no other."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from gloss.__main__ import main
from gloss.seed import read_seed

from tests.intake.made import docx, pdf

PAGE = """\
<!doctype html><html lang="en-GB"><head><title>Ferry runs again | Sel Gazette</title>
<meta property="og:site_name" content="Sel Gazette"><meta name="author" content="Ann Reporter">
<meta property="article:published_time" content="2021-03-04T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<main><article><h1>Ferry runs again</h1>
<p>The ferry across the Sel ran again on Tuesday, after three years in which nobody could cross.</p>
<h2>What it cost</h2>
<p>“It took longer than we said,” Mary Miller said. People stayed at the quay until the evening.</p>
<ul><li>Steel: 3 million</li><li>Oak: 2 million</li></ul>
<table><tr><th>Year</th><th>Cars</th></tr><tr><td>2020</td><td>300</td></tr></table>
<img src="ferry.jpg" alt=""></article></main>
<footer>© 2021 Sel Gazette Ltd. All rights reserved.</footer></body></html>
"""
FEED = """\
<rss version="2.0"><channel><title>Sel Wire</title><language>en</language>
<item><title>Mill &amp; weir sold</title><link>https://sel.example/mill?utm_source=rss</link>
<pubDate>Tue, 02 Mar 2021 09:00:00 +0100</pubDate><description>&lt;p&gt;The mill was sold.&lt;/p&gt;
&lt;p&gt;Nobody said to whom.&lt;/p&gt;</description></item>
<item><title>Nothing more</title></item></channel></rss>
"""
MAIL = """\
From: "Harbour Office" <office@sel.example>
Subject: Fwd: Quay closed
Date: Mon, 1 Mar 2021 10:00:00 +0000
Content-Type: text/plain; charset=utf-8

The quay is closed until Friday.

> What about the ferry?

The ferry runs from the mill.
-- \nHarbour Office
"""
LINES = [
    "Weir to be mended",
    "The weir at the mill is to be mended before the spring floods, the coun-",
    "cil said on Tuesday evening after a meeting that had lasted four hours.",
]
MARKDOWN = """\
---
title: Choir sings
date: 2021-03-05
author: [Ann Reporter, Bo Li]
---
The choir sang **twice**, in [the church](https://sel.example/church).

- Bach
- Byrd
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a document of each kind."""
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "page.html": PAGE,
        "feed.xml": FEED,
        "mail.eml": MAIL,
        "choir.md": MARKDOWN,
        "plain.txt": "Rain\nSource: Wire\n\nIt rained.\n",
        "empty.html": "",
        "old.rtf": "{\\rtf1 Rain}\0",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    document = docx(["Bakery opens", "Bread is sold again."], [["Rye", "2"], ["Oat", "3"]])
    (tmp_path / "bakery.docx").write_bytes(document)
    (tmp_path / "weir.pdf").write_bytes(pdf([LINES]))
    (tmp_path / "scan.pdf").write_bytes(pdf([[]]))
    return tmp_path


def seed(folder: Path, name: str) -> str:
    path = folder / "seeds" / name
    read_seed(path)
    return path.read_text(encoding="utf-8")


def test_a_page_keeps_its_story_and_what_it_says_of_itself(folder: Path, capsys) -> None:
    assert main(["add", "page.html"]) == 0
    assert seed(folder, "ferry-runs-again.txt") == (
        "Ferry runs again\nPublished: 2021-03-04\nSource: Sel Gazette\nAuthor: Ann Reporter\n"
        "Lang: en-GB\n\n"
        "The ferry across the Sel ran again on Tuesday, after three years in which nobody could "
        "cross.\nWhat it cost\n“It took longer than we said,” Mary Miller said. People stayed at "
        "the quay until the evening.\n- Steel: 3 million\n- Oak: 2 million\nYear | Cars\n"
        "2020 | 300\n"
    )
    said = capsys.readouterr().out
    assert "“Home Sport”, “© 2021 Sel Gazette Ltd. All rights reserved.”" in said
    assert "left out 1 picture" in said


def test_a_feed_gives_a_seed_for_each_entry_that_has_a_text(folder: Path, capsys) -> None:
    assert main(["add", "feed.xml"]) == 1
    assert seed(folder, "mill-weir-sold.txt") == (
        "Mill & weir sold\nPublished: 2021-03-02\nSource: Sel Wire\nURL: https://sel.example/mill\n"
        "Lang: en\n\nThe mill was sold.\nNobody said to whom.\n"
    )
    said = capsys.readouterr()
    assert "only 8 words of it: for the whole story, gloss add https://sel.example/mill" in said.out
    assert said.err == "feed.xml: entry 2: no text\n"


def test_mails_and_documents(folder: Path, capsys) -> None:
    assert main(["add", "mail.eml", "bakery.docx", "choir.md", "plain.txt", "weir.pdf"]) == 0
    assert seed(folder, "quay-closed.txt") == (
        "Quay closed\nPublished: 2021-03-01\nAuthor: Harbour Office\n\n"
        "The quay is closed until Friday.\nThe ferry runs from the mill.\n"
    )
    assert seed(folder, "bakery-opens.txt") == (
        "Bakery opens\nAuthor: Ann Reporter\n\nBread is sold again.\nRye | 2\nOat | 3\n"
    )
    assert seed(folder, "choir-sings.txt") == (
        "Choir sings\nPublished: 2021-03-05\nAuthor: Ann Reporter, Bo Li\n\n"
        "The choir sang twice, in the church.\n- Bach\n- Byrd\n"
    )
    assert seed(folder, "rain.txt") == "Rain\nSource: Wire\n\nIt rained.\n"
    assert "the council said on Tuesday evening" in seed(folder, "weir-to-be-mended.txt")
    said = capsys.readouterr().out
    assert "left out 1 quoted line" in said
    assert "left out the signature" in said
    assert "1 page of a PDF: look the text over" in said


def test_what_is_bad_is_named_and_costs_nothing_else(folder: Path, capsys) -> None:
    (folder / "away").mkdir()
    bad = ["empty.html", "old.rtf", "scan.pdf", "none.html", "away"]
    assert main(["add", *bad, "page.html"]) == 1
    assert (folder / "seeds" / "ferry-runs-again.txt").is_file()
    assert capsys.readouterr().err.splitlines() == [
        "empty.html: is empty",
        "old.rtf: .rtf is not read: save it as .docx, .html or .txt",
        "scan.pdf: no text in the PDF: is it a scan?",
        "none.html: no such file",
        "away: is a folder",
    ]
    assert main(["add", "empty.html"]) == 2


def test_a_pattern_means_its_files(folder: Path) -> None:
    assert main(["add", "*.htm[l]", "none*"]) == 1  # empty.html, and nothing by the other name
    assert (folder / "seeds" / "ferry-runs-again.txt").is_file()


@pytest.mark.usefixtures("folder")
def test_a_story_that_is_there_is_not_added_again(capsys) -> None:
    assert main(["add", "page.html", "feed.xml"]) == 1
    capsys.readouterr()
    assert main(["add", "page.html", "feed.xml"]) == 2
    said = capsys.readouterr().err
    assert "page.html: “Ferry runs again” is there already: ferry-runs-again.txt\n" in said
    assert "mill-weir-sold.txt has the same address" in said


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    """Where the folder is served."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments, directory=str(folder))  # type: ignore[arg-type]

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_an_address_is_asked_and_kept_with_the_day(folder: Path, address: str, capsys) -> None:
    assert main(["add", f"{address}none.html", f"{address}page.html?utm_source=x"]) == 1
    text = seed(folder, "ferry-runs-again.txt")
    assert f"URL: {address}page.html\nAccessed: {date.today().isoformat()}\n" in text
    assert f"{address}none.html: answered 404" in capsys.readouterr().err
