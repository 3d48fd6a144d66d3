"""What a word is."""

from __future__ import annotations

import pytest
from gloss.search.tokenizer import words_of

CASES = [
    ("Élysée", "elysee"),
    ("O’Brien, O'Brien", "obrien obrien"),
    ("the U.S. and the US", "the us and the us"),
    ("AT&T’s R&D", "att rd"),
    ("3.5bn or 1,000", "3.5bn or 1000"),
    ("in 2013,2014", "in 2013 2014"),
    ("“No. 5,” U.S., U.K. `a’ 1, 000.", "no 5 us uk a 1 000"),
    ("don’t — won't", "dont wont"),
    ("May may, who? US!", "may may who us"),
    ("workers’ rights; McDonald’s", "workers rights mcdonald"),
    ("J.K. Rowling", "jk rowling"),
    ("18-year-old F-16", "18 year old f 16"),
    ("Łódź, Ærø, Straße, ΣΑΣ Σας", "lodz aero strasse σασ σασ"),
    ("İstanbul ıssız", "istanbul issiz"),
    ("习近平", "习 近 平"),
    ("Acme™ ½ m²", "acme 1 2 m2"),
    ("soft\u00adhyphen zero\u200dwidth", "softhyphen zerowidth"),
    ("e\u0301te\u0301 été", "ete ete"),
    ("<script>alert(1)</script>", "script alert 1 script"),
    ("@real_name example.com", "real name example com"),
    ("", ""),
    ("… — !", ""),
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_words(text, words):
    assert words_of(text) == words.split()


def test_a_word_is_known_by_its_first_letters():
    assert words_of("a" * 1000) == ["a" * 64]


def test_a_word_holds_nothing_that_json_escapes():
    assert words_of('a"b\\c\x00d\x1fe\x7ff\ng') == list("abcdefg")
