"""Text that was broken before it came is told, whatever language it is in; other text is not."""

from __future__ import annotations

from itertools import product

import pytest
from ftfy.badness import BADNESS_RE
from gloss.check.articles import check_articles
from gloss.seed import parse_seed
from gloss.seed.broken import USUAL, broken


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He is fine.\n\nâ€œIt is paid,â€\x9d she said", "â€œIt"),
        ("A fine\n\nAssociation BurkinabÃ¨ met", "BurkinabÃ¨"),
        ("A fine\n\nDonâ€™t go", "Donâ€™t"),
        ("Nothing\n\nThe caf\ufffd is shut", "caf\ufffd"),
        ("Nothing\n\nshutï¿½", "shutï¿½"),
    ],
)
def test_broken_text_is_found_with_its_line(text, word):
    assert broken(text) == (text.count("\n", 0, text.index(word)) + 1, word)


@pytest.mark.parametrize(
    "text",
    [
        "A naïve café: “£5m” – for Zoë’s brother, 50 °C ± 2…",
        "ÅLESUND, SÃO PAULO, MÜNCHEN, ŁÓDŹ",
        "Zażółć gęślą jaźń; Šťastný nový rok; Ελληνικά «κείμενο»; Ünlü çağrı; Ça va, Élysée?",
        "Москва ждёт; שלום; مرحبا; 北京; 서울; がぎぐ",
    ],
)
def test_other_text_is_not(text):
    assert broken(text) is None


def test_the_build_and_the_check_tell(tmp_path):
    head = "Title: Rain\nDate: 2026-01-31\nSlug: rain\nPublished: 2026-01-30\n\n"
    seed = parse_seed("Rain\n\nIt rained in BurkinabÃ¨.\n".encode(), "rain.txt")
    (notice,) = seed.notices
    assert notice.startswith("rain.txt:3: “BurkinabÃ¨.” was broken before it came")
    (tmp_path / "rain.md").write_text(f"{head}It rained, BurkinabÃ¨.\n", encoding="utf-8")
    (finding,) = check_articles(tmp_path)
    assert (finding.group, finding.where) == ("text that came broken", "rain.md:6")


def test_nothing_is_broken_where_only_usual_marks_stand():
    signs = f"{USUAL}aZ .0\n\"'-"
    runs = map("".join, product(signs, repeat=3))
    assert not [run for run in runs if BADNESS_RE.search(run)]
