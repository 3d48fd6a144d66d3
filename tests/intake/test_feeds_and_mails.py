"""Feeds and mails in the forms that programs give them."""

from __future__ import annotations

import pytest
from gloss.intake.draft import Draft, IntakeError
from gloss.intake.feeds import read_feed
from gloss.intake.kinds import drafts_of
from gloss.intake.mails import read_mail

LONG = "The mill at the weir was sold on Tuesday, and nobody said to whom. " * 6
ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>Sel Wire</title>
<entry><title type="html">Mill &amp;amp; weir</title><link rel="alternate" href="https://sel.example/mill"/>
<published>2021-03-02T23:30:00-05:00</published><author><name>Ann Reporter</name></author>
<summary>Short.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>{LONG}</p><ul><li>One</li><li>Two</li></ul></div></content></entry></feed>"""
CONTENT = f"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Sel Wire</title>
<item><title>Mill sold</title><dc:creator>Bo Li</dc:creator><dc:date>2021-03-02</dc:date>
<description>Short.</description><content:encoded><![CDATA[<h2>Mill sold</h2><p>{LONG}</p>
<p><img src="a.jpg">It rained.</p>]]></content:encoded></item></channel></rss>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="https://sel.example/"><title>Sel Wire</title></channel>
<item rdf:about="https://sel.example/mill"><title>Mill sold</title><link>https://sel.example/mill</link>
<description>{LONG}</description></item></rdf:RDF>"""
PLANET = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Planet</title>
<entry><title>Mill sold</title>
<updated>2021-03-02T00:00:00Z</updated><source><title>Hollin Post</title></source>
<content type="html">&lt;p&gt;{LONG}&lt;/p&gt;</content></entry></feed>"""
BROKEN = f"""<rss><channel><title>Sel</title><item><title>Mill & weir</title>
<description>{LONG}</description></item>"""


def only(data: str) -> Draft:
    (draft,) = read_feed(data.encode())
    assert isinstance(draft, Draft)
    return draft


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            ATOM,
            Draft(
                "Mill & weir",
                (LONG.strip(), "- One", "- Two"),
                published="2021-03-02",
                source="Sel Wire",
                url="https://sel.example/mill",
                author="Ann Reporter",
                lang="en-GB",
            ),
        ),
        (
            CONTENT,
            Draft(
                "Mill sold",
                (LONG.strip(), "It rained."),
                published="2021-03-02",
                source="Sel Wire",
                author="Bo Li",
            ),
        ),
        (
            RDF,
            Draft("Mill sold", (LONG.strip(),), source="Sel Wire", url="https://sel.example/mill"),
        ),
        (
            PLANET,
            Draft("Mill sold", (LONG.strip(),), published="2021-03-02", source="Hollin Post"),
        ),
        (BROKEN, Draft("Mill & weir", (LONG.strip(),), source="Sel")),
    ],
    ids=["Atom", "RSS with the whole", "RDF", "of several papers", "broken"],
)
def test_a_feed(data, expected):
    assert only(data) == expected


def test_a_feed_without_an_entry_is_an_error():
    with pytest.raises(IntakeError, match="no entry in the feed"):
        list(drafts_of(b"<rss><channel><title>Sel</title></channel></rss>", "feed"))


HEAD = "From: Ann Reporter <ann@sel.example>\nDate: Tue, 2 Mar 2021 09:00:00 +0000\n"
TWO = """MIME-Version: 1.0
Subject: =?utf-8?q?Caf=C3=A9_opens?=
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: multipart/alternative; boundary=c

--c
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

The caf=C3=A9 opened.
--c
Content-Type: text/html; charset=utf-8

<p>The <b>café</b> opened.</p>
--c--
--b
Content-Type: application/pdf
Content-Disposition: attachment; filename=menu.pdf
Content-Transfer-Encoding: base64

JVBERg==
--b--
"""
HTML = """MIME-Version: 1.0
Subject: RE: FW: Mill sold
Organization: Harbour Office
Content-Type: text/html; charset=iso-8859-1

<style>p {}</style><p>The mill<br>was sold.</p><table><tr><td>Price</td><td>2</td></tr></table>
"""


@pytest.mark.parametrize(
    ("text", "headline", "lines", "notices"),
    [
        (TWO, "Café opens", ("The café opened.",), ("left out 1 attachment: menu.pdf",)),
        (HTML, "Mill sold", ("The mill", "was sold.", "Price | 2"), ()),
        (
            "Subject: Rain\n\nIt rained.\n> Did it?\n",
            "Rain",
            ("It rained.",),
            ("left out 1 quoted line",),
        ),
    ],
    ids=["with attachment", "HTML alone", "plain"],
)
def test_a_mail(text, headline, lines, notices):
    draft = read_mail((HEAD + text).encode())
    assert (draft.headline, draft.lines, draft.notices) == (headline, lines, notices)
    assert (draft.published, draft.author) == ("2021-03-02", "Ann Reporter")


@pytest.mark.parametrize(
    ("text", "says"),
    [("Subject: \n\nIt rained.\n", "no subject"), ("Subject: Rain\n\n", "no text in the mail")],
)
def test_a_mail_without_a_story(text, says):
    with pytest.raises(IntakeError, match=says):
        read_mail((HEAD + text).encode())
