"""Seeds in other encodings than UTF-8: the usual ones are known, others guessed or refused."""

from __future__ import annotations

import random

import pytest
from gloss.seed.encodings import to_unicode

ENGLISH = (
    "“It’s late,” said Núñez – the café’s owner – as the crème brûlée came. She paid £5 or €6; "
    "outside it was 5°C, and the AT&T sign read “naïve”. "
)
GERMAN = "Die Brücke am Hafen wurde am Dienstag für alle Gäste eröffnet, sagte Herr Weiß gestern. "
FRENCH = "L’été dernier, le préfet a été élu à l’unanimité ; où étaient les élèves ? Ça alors… "
RUSSIAN = "Мост открылся во вторник, сказал мэр города. Погода была хорошая, пришли все. "
POLISH = "Most został otwarty we wtorek, powiedział burmistrz Łodzi. Było bardzo chłodno. "


@pytest.mark.parametrize(
    "text", [ENGLISH, GERMAN, FRENCH, "He said “no”. " * 3, "Only one café here."]
)
def test_windows_1252_comes_out_to_the_letter(text):
    found, notices = to_unicode(text.encode("cp1252"))
    assert found == text
    assert len(notices) == 1
    assert "cp1252" in notices[0]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN * 4, "cp1251"),
        (RUSSIAN * 4, "koi8-r"),
        ("桥梁于星期二开放，市长说。天气很好，大家都来了。" * 4, "gb18030"),
        ("橋は火曜日に開通したと市長は述べた。天気は良く、皆が来た。" * 4, "shift_jis"),
    ],
)
def test_text_of_another_script_is_guessed(text, encoding):
    assert to_unicode(text.encode(encoding))[0] == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The café was shut, said José Núñez, its owner of many years. " * 4, "cp850"),
        ("He didn’t say “no” at the café. " * 4, "mac_roman"),
    ],
)
def test_old_machines_come_out_to_the_letter(text, encoding):
    assert to_unicode(text.encode(encoding))[0] == text


def test_polish_comes_out_to_the_letter():
    assert to_unicode((POLISH * 4).encode("cp1250"))[0] == POLISH * 4


def test_words_that_came_in_broken_stay_as_they_were():
    text = "Two piÃ±atas hung there. It was cold, and nobody came; “no” was all he said. "
    assert to_unicode(text.encode("cp1252"))[0] == text


def test_the_notice_names_the_line():
    text = "Bridge opens\n\nIt rained.\nThe café was shut."
    assert to_unicode(text.encode("cp1252"))[1][0].startswith("4: not UTF-8; read as cp1252")


@pytest.mark.parametrize("seed", range(20))
def test_noise_is_refused(seed):
    noise = bytes(random.Random(seed).choices(range(1, 256), k=3000))
    with pytest.raises(ValueError, match="binary content"):
        to_unicode(noise)


# Texts in languages whose encodings are neighbours, and those encodings.
NEIGHBOURS = {
    "cs": (
        "Ministr v úterý v Plzni řekl, že žádný déšť nepadal a že žádosti už podal.",
        "cp1250 iso8859_2",
    ),
    "pl": (
        "Minister powiedział w Łodzi, że źle się stało i że będą następne głosowania.",
        "cp1250 iso8859_2 cp852",
    ),
    "hu": (
        "A miniszter Győrben azt mondta, hogy pártja nem indul a hűvös őszi időben.",
        "cp1250 iso8859_2",
    ),
    "hr": (
        "Ministar je u utorak rekao da stranka neće u Šibenik, a žene čekaju.",
        "cp1250 iso8859_2",
    ),
    "fr": (
        "Le cœur du sujet, c'est l'œuvre à 50 € offerte à sa sœur, a dit l'élu hier.",
        "cp1252 iso8859_15",
    ),
    "de": (
        "Die Gäste in Köln aßen größere Brötchen, sagte die Ministerin am Dienstag.",
        "cp1252 cp850 mac_roman",
    ),
    "lv": (
        "Ministrs otrdien Rīgā sacīja, ka viņa partija šādu kandidātu neizvirzīs.",
        "cp1257 iso8859_13",
    ),
    "lt": (
        "Ministras Šiauliuose sakė, kad jo partija čia jokio žmogaus nekels.",
        "cp1257 iso8859_13",
    ),
    "tr": (
        "Bakan salı günü İzmir'de hiçbir aday göstermeyeceğini söyledi.",
        "cp1254 iso8859_9",
    ),
    "el": (
        "Ο υπουργός είπε την Τρίτη στην Αθήνα ότι το κόμμα του δεν θα έχει υποψήφιο.",
        "cp1253 iso8859_7",
    ),
    "ru": (
        "Министр сказал в Москве, что его партия не выставит кандидата.",
        "cp1251 koi8_r iso8859_5 cp866",
    ),
}
EACH = [(lang, text, name) for lang, (text, names) in NEIGHBOURS.items() for name in names.split()]


@pytest.mark.parametrize(("lang", "text", "encoding"), EACH)
@pytest.mark.parametrize("states", [True, False])
def test_the_language_tells_neighbouring_encodings_apart(lang, text, encoding, states):
    head = f"Head\nLang: {lang}\n\n" if states else "Head\n\n"
    found, notices = to_unicode(f"{head}{text}\n".encode(encoding))
    assert found == f"{head}{text}\n"
    assert len(notices) == 1


def test_hebrew_needs_its_language_stated_where_it_is_short():
    text = "Head\nLang: he\n\nהשר אמר ביום שלישי בתל אביב.\n"
    assert to_unicode(text.encode("iso8859_8"))[0] == text
