"""Pages of long lists: nothing lost, and a full one never changes."""

from __future__ import annotations

from gloss.pages.paging import leaves
from hypothesis import given
from hypothesis import strategies as st


def _pages(count, size):
    newest_first = list(range(count, 0, -1))
    return list(leaves(newest_first, size, "home/", "page-{}.html"))


@given(count=st.integers(0, 200), size=st.integers(1, 20))
def test_every_item_stands_on_one_page_newest_first(count, size):
    pages = _pages(count, size)
    assert [item for page in pages for item in page.items] == list(range(count, 0, -1))
    assert all(len(page.items) < 2 * size for page in pages)


@given(count=st.integers(0, 200), size=st.integers(1, 20))
def test_a_new_item_changes_the_newest_page_and_its_neighbour_at_most(count, size):
    before = {page.url: page for page in _pages(count, size)}
    after = {page.url: page for page in _pages(count + 1, size)}
    changed = [url for url in before if before[url] != after[url]]
    assert before.keys() <= after.keys()
    assert len(changed) <= 2


@given(count=st.integers(0, 200), size=st.integers(1, 20))
def test_from_the_newest_page_the_oldest_is_reached_and_back(count, size):
    pages = {page.url: page for page in _pages(count, size)}
    here, seen = pages["home/"], ["home/"]
    while here.turn.older:
        assert pages[here.turn.older].turn.newer == here.url
        here = pages[here.turn.older]
        seen.append(here.url)
    assert sorted(seen) == sorted(pages)
