"""What a seed says, and what is wrong with one that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from gloss.seed import SeedError, parse_seed, read_seed

BODY = "\n\nMary Miller opened the bridge.\nIt rained.\n"
TEXT = "Mary Miller opened the bridge.\n\nIt rained."


def seed(text: str | bytes):
    return parse_seed(text if isinstance(text, bytes) else text.encode("utf-8"), "bridge.txt")


def test_a_headline_and_a_story_are_enough():
    story = seed("Bridge opens" + BODY).story
    assert (story.id, story.headline, story.text) == ("bridge", "Bridge opens", TEXT)
    assert (story.published, story.source, story.url, story.author, story.lang) == (None,) * 5


def test_head_lines_stand_straight_under_the_headline():
    head = (
        "Bridge opens\nPublished: 2018-09-19\nSource: Example Wire\n"
        "URL: https://example.org/a?b=c\nAuthor: A. Reporter: staff\nlang: en-GB\nSection: Harbour"
    )
    story = seed(head + BODY).story
    assert story.published == "2018-09-19"
    assert story.source == "Example Wire"
    assert story.url == "https://example.org/a?b=c"
    assert story.author == "A. Reporter: staff"
    assert story.lang == "en-GB"
    assert story.section == "Harbour"
    assert story.text == TEXT


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2018-09-19", "2018-09-19"),
        ("2018-09-19T10:30:00Z", "2018-09-19"),
        ("2018-09-19 10:30", "2018-09-19"),
        ("", None),
        ("1 March 2005", "2005-03-01"),
        ("1st March 2005", "2005-03-01"),
        ("Tuesday, March 1, 2005", "2005-03-01"),
        ("01.03.2005", "2005-03-01"),
        ("1. 3. 2005", "2005-03-01"),
        ("13/03/2005", "2005-03-13"),
        ("2005/03/01", "2005-03-01"),
    ],
)
def test_the_day_of_publication(written, day):
    assert seed(f"Bridge opens\nPublished: {written}" + BODY).story.published == day


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (
            "03/01/2005",
            "Published '03/01/2005' may be two days; "
            "write Published: 2005-03-01 or Published: 2005-01-03",
        ),
        *(
            (value, f"Published '{value}' is no date; expected YYYY-MM-DD")
            for value in ("March 2005", "2005", "Tuesday", "31.02.2005", "1 Mar 05")
        ),
    ],
)
def test_a_day_that_is_not_whole_or_may_be_two_is_answered(written, says):
    with pytest.raises(SeedError) as problem:
        seed(f"Bridge opens\nPublished: {written}" + BODY)
    assert str(problem.value) == f"bridge.txt:2: {says}"


@pytest.mark.parametrize(
    "data",
    [
        ("Bridge opens" + BODY).replace("\n", "\r\n").encode(),
        ("Bridge opens" + BODY).replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + ("Bridge opens" + BODY).encode(),
        ("Bridge opens" + BODY).encode("utf-16"),
        ("\n \nBridge opens\n\n\n" + BODY + "\n\n \t\n").encode(),
        ("  Bridge opens  " + BODY.replace("It", "\u2028  It")).encode(),
    ],
    ids=["CRLF", "CR", "BOM", "UTF-16", "blank lines", "line separator"],
)
def test_line_ends_and_marks_of_order(data):
    found = seed(data)
    assert (found.story.headline, found.story.text) == ("Bridge opens", TEXT)
    assert found.notices == ()


def test_a_picture_is_carried_and_its_words_are_asked_for():
    head = "Bridge opens\nImage: bridge.jpg\nCaption: Selby\n"
    found = seed(f"{head}Alt: A bridge{BODY}")
    lines = (("Image", "bridge.jpg"), ("Alt", "A bridge"), ("Caption", "Selby"))
    assert (found.carried, found.notices) == (lines, ())
    assert seed(head + BODY).notices == ("bridge.txt:2: a picture without Alt: say what it shows",)
    with pytest.raises(SeedError, match=r"bridge.txt:2: Image '\.\./a\.jpg'; expected a file of"):
        seed(f"Bridge opens\nImage: ../a.jpg{BODY}")


def test_another_encoding_is_told():
    text = "Bürgermeister eröffnet Brücke\n\n" + "Für die Bürger war es ein schöner Tag. " * 5
    found = seed(text.encode("latin-1"))
    assert found.story.headline == "Bürgermeister eröffnet Brücke"
    assert "Für die Bürger" in found.story.text
    assert len(found.notices) == 1
    assert found.notices[0].startswith("bridge.txt:1: not UTF-8; read as ")


def test_quotation_marks_of_windows_are_read():
    text = "Bridge opens\n\n" + "“It’s open,” the mayor said – “at last…” " * 4
    assert seed(text.encode("cp1252")).story.text == text.partition("\n\n")[2].strip()


def test_what_no_page_can_hold_is_left_out_and_told():
    found = seed("Bridge\n\nA \x1b[31mred\x07 line.\ufffe")
    assert found.story.text == "A [31mred line."
    assert found.notices == ("bridge.txt:3: left out 3 control characters, which no page can hold",)


def test_other_odd_characters_stay():
    odd = "\u202eright to left\u202c \u200b \u00ad \x92 \ufdd0 e\u0301"
    assert seed(f"Bridge\n\nA {odd} line.").story.text == f"A {odd} line."


BROKEN = [
    (b"", 1, "empty", "expected a headline"),
    (b" \n\n\t\n", 1, "empty", "expected a headline"),
    (b"Bridge opens\n\nA\x00b", 3, "binary content", "expected text"),
    (b"\x89PNG\r\n\x1a\n\0\0\0", 3, "binary content", "expected text"),
    (b"\xff\xfeB\x00\x00", 1, "broken utf-16", "expected text"),
    (b"Bridge opens\n", 1, "no story", "expected a blank line"),
    (b"Bridge opens\nPublished: 2018-09-19\n\n \n", 2, "no story", "expected a blank line"),
    (b"Published: 2018-09-19\n\nText.", 1, "no headline", "expected a headline"),
    (b"x" * 600 + b"\n\nText.", 1, "no headline", "at most 500"),
    (b"Bridge opens\nMary Miller opened it.\n", 2, "text straight under", "blank line"),
    (b"Bridge opens\nPublished: 19.9.18\n\nText.", 2, "'19.9.18'", "expected YYYY-MM-DD"),
    (b"Bridge opens\nPublished: 2018-13-01\n\nText.", 2, "'2018-13-01'", "expected YYYY-MM-DD"),
    (b"Bridge opens\nPublished: yesterday\n\nText.", 2, "'yesterday'", "expected YYYY-MM-DD"),
    (b"Bridge opens\nSource: A\nDate: 2018\n\nText.", 3, "unknown head key 'Date'", "Published"),
    (b"Bridge opens\nSource: A\nSource: B\n\nText.", 3, "given twice", "expected it once"),
    (b"Bridge opens\nURL: javascript:alert(1)\n\nText.", 2, "URL", "expected an http"),
    (b"Bridge opens\nURL: http://[\n\nText.", 2, "URL", "expected an http"),
    (b"Bridge opens\nLang: English, British\n\nText.", 2, "Lang", "expected a language tag"),
]


@pytest.mark.parametrize(("data", "line", "wrong", "expected"), BROKEN)
def test_a_seed_that_cannot_be_used_says_why_in_one_line(data, line, wrong, expected):
    with pytest.raises(SeedError) as problem:
        seed(data)
    says = str(problem.value)
    assert says.startswith(f"bridge.txt:{line}: ")
    assert wrong in says
    assert expected in says
    assert "\n" not in says


def test_an_over_large_seed_is_not_read(tmp_path):
    path = tmp_path / "big.txt"
    path.write_bytes(b"Big\n\n" + b"word " * 300)
    assert read_seed(path).name == "big.txt"
    with pytest.raises(SeedError, match=r"big.txt:1: 1,505 bytes; expected at most 1,000"):
        read_seed(path, max_bytes=1_000)


def test_the_user_s_seed():
    found = read_seed(Path(__file__).parents[2] / "seeds" / "000_adcd39cadf25064d.txt")
    assert found.notices == ()
    story = found.story
    assert story.headline == "A recent meeting took place between Sergey Glazyev, advisor to"
    paragraphs = story.text.split("\n\n")
    assert len(paragraphs) == 13
    assert paragraphs[2].startswith("“The combination")
    assert paragraphs[6].startswith("I hope")
    assert "discuss discuss" in paragraphs[1]
