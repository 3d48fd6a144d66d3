"""Which language a text is in."""

from __future__ import annotations

import pytest
from gloss.languages import language_of, name_of, primary

TEXTS = {
    "en": "The mayor said on Monday that her party would not stand, and left with her son.",
    "de": "Der Minister hat am Montag in Berlin gesagt, dass er im Mai nicht mehr antreten will.",
    "fr": "La ministre a déclaré mardi à Paris que son parti ne présentera pas de candidat.",
    "es": "El alcalde dijo el martes en Sevilla que su partido no presentará ningún candidato.",
    "nl": "De minister heeft in de Kamer gezegd dat zij in mei niet meer in het kabinet wil.",
    "it": "Il ministro ha detto lunedì a Roma che il suo partito non avrà alcun candidato.",
    "pl": "Minister powiedział w poniedziałek w Łodzi, że jego partia nie wystawi kandydata.",
    "cs": "Ministr v úterý v Praze řekl, že jeho strana žádného kandidáta nepostaví.",
    "ru": "Министр сказал в понедельник в Москве, что его партия не выставит кандидата.",
    "el": "Ο υπουργός είπε τη Δευτέρα στην Αθήνα ότι το κόμμα του δεν θα έχει υποψήφιο.",
    "zh": "部长星期一在北京说，他的政党不会提出候选人，因为没有合适的人选可以参加。",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_language_shows_in_a_sentence(language):
    assert language_of(TEXTS[language]) == language


@pytest.mark.parametrize(
    "text",
    ["", "1. 2. 3.", "Hearts 2-1 Livingston", "Mayor José Nuñez met Martín Ybáñez.", "Ω Ἀ"],
)
def test_a_text_that_says_too_little_is_in_none(text):
    assert language_of(text) is None


def test_names_of_languages():
    assert (primary("de-AT"), name_of("de"), name_of("xx")) == ("de", "German", "xx")
