"""Files made of pieces, of which those that changed are made again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from gloss.store.pieces import LEAST, MOST, portions_of
from gloss.store.pieces import KeptPieces as Kept
from hypothesis import given
from hypothesis import strategies as st

WORDS = st.lists(st.text(max_size=3), max_size=8)


def made_of(pieces: Kept, words: list[str], made: list[str], name: str = "words.txt") -> bytes:
    """Join words, and note which of them had to be made."""

    def make(word: str) -> bytes:
        made.append(word)
        return word.upper().encode()

    return pieces.joined(name, ((word, partial(make, word)) for word in words))


def test_a_piece_that_was_there_is_not_made_again(tmp_path: Path) -> None:
    made: list[str] = []
    assert made_of(Kept(tmp_path, "1"), ["one", "two", "three"], made) == b"ONETWOTHREE"
    made.clear()
    assert made_of(Kept(tmp_path, "1"), ["three", "one", "four", "one"], made) == b"THREEONEFOURONE"
    assert made == ["four"]
    made.clear()
    assert made_of(Kept(tmp_path, "1"), ["two"], made) == b"TWO"
    assert made == ["two"]


def test_pieces_of_another_version_or_damaged_ones_are_made_again(tmp_path: Path) -> None:
    made: list[str] = []
    made_of(Kept(tmp_path, "1"), ["one"], made)
    assert made_of(Kept(tmp_path, "2"), ["one"], made) == b"ONE"
    [kept] = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"ONE", b"TWO"))
    assert made_of(Kept(tmp_path, "2"), ["one"], made) == b"ONE"
    assert made == ["one"] * 3


def test_without_a_folder_nothing_is_kept() -> None:
    made: list[str] = []
    for _ in range(2):
        assert made_of(Kept(), ["one"], made) == b"ONE"
    assert made == ["one"] * 2


@given(WORDS, WORDS)
def test_what_is_joined_is_what_it_is_made_of(tmp_path_factory, first, second) -> None:
    pieces = Kept(tmp_path_factory.mktemp("pieces"))
    for words in (first, second):
        assert made_of(pieces, words, []) == "".join(words).upper().encode("utf-8")


def test_one_thing_less_changes_the_run_that_it_was_in() -> None:
    things = [f"story {number}" for number in range(8 * LEAST)]
    before = list(portions_of(things, str))
    assert [thing for run in before for thing in run.things] == things
    assert len(before) > 2
    assert max(len(run.things) for run in before) <= MOST
    for gone in (0, LEAST, len(things) - 1):
        after = portions_of([*things[:gone], *things[gone + 1 :]], str)
        assert len({run.key for run in after} - {run.key for run in before}) <= 2
