"""What is kept comes back as it was, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from gloss.objects import Shared
from gloss.store.block_cache import BlockCache
from gloss.store.codec import decode, encode
from gloss.store.records import RecordStore, record
from gloss.store.sealed import load_sealed, save_sealed, seal, unseal
from hypothesis import given
from hypothesis import strategies as st


@dataclass(frozen=True)
class Leaf:
    name: str
    at: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Tree:
    leaves: tuple[Leaf, ...]
    best: Leaf | None
    by_name: Mapping[str, Leaf]
    words: tuple[str, ...] = ()
    sure: float = 1.0
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Shelf:
    name: Shared
    also: Shared | None


names = st.text(st.characters())  # half characters too
leaves = st.builds(Leaf, names, st.tuples(st.integers(), st.integers()))
trees = st.builds(
    Tree,
    st.lists(leaves).map(tuple),
    st.none() | leaves,
    st.dictionaries(names, leaves),
    st.lists(names).map(tuple),
    st.floats(allow_nan=False),
    st.frozensets(names),
)


@given(trees)
def test_what_is_written_is_read(tree: Tree) -> None:
    assert decode(encode(tree, Tree), Tree) == tree


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"[1]", b"null", b"[[[1,2]],null,{},[],1.0]"])
def test_what_is_no_such_value_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        decode(data, Tree)


def test_a_text_that_many_values_have_is_held_once() -> None:
    data = encode((Shelf("été", "été"),) * 2, tuple[Shelf, ...])
    one, other = decode(data, tuple[Shelf, ...])
    assert one == other == Shelf("été", "été")
    assert one.name is other.name is one.also


@given(st.binary(), st.integers(0, 1 << 20))
def test_a_flipped_bit_is_noticed(content: bytes, bit: int) -> None:
    data = bytearray(seal(content, "a story"))
    data[bit // 8 % len(data)] ^= 1 << bit % 8
    with pytest.raises(KeyError):
        unseal(bytes(data), "a story")


def test_what_was_kept_of_one_thing_is_nothing_of_another(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        unseal(seal(b"x", "a"), "b")
    save_sealed(tmp_path / "kept", Leaf("x"), Leaf, "leaf 1")
    assert load_sealed(tmp_path / "kept", Leaf, "leaf 1") == Leaf("x")
    assert load_sealed(tmp_path / "kept", Leaf, "leaf 2") is None
    assert load_sealed(tmp_path / "gone", Leaf, "leaf 1") is None


def test_a_damaged_block_is_none(tmp_path: Path) -> None:
    blocks = BlockCache(tmp_path, "version", 3)
    blocks["a"] = b"content"
    assert blocks["a"] == b"content"
    (path,) = tmp_path.iterdir()
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(KeyError):
        blocks["a"]


def test_a_store_whose_file_is_none_begins_anew(tmp_path: Path) -> None:
    store = RecordStore(tmp_path, "version")
    store.add([record("key", {"facts": b"1", "terms": b"2"})])
    assert (store.keys(), store.load("terms", "key")) == ({"key"}, b"2")
    store.close()
    store.path.write_bytes(b"SQLite format 3\0" + bytes(200))
    again = RecordStore(tmp_path, "version")
    assert again.keys() == set()
    again.add([record("key", {"facts": b"3"})])
    assert again.load("facts", "key") == b"3"
    with pytest.raises(KeyError):
        again.load("terms", "key")
