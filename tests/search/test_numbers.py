"""A story that comes or goes changes what is of it, and what is kept is as if made anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from gloss.digest.facts import facts_of
from gloss.digest.make import make_digest
from gloss.digest.marks import Marks
from gloss.search import Searched, index_files, terms_of
from gloss.search.numbering import OF_BLOCKS, PLACES, number, numbers
from gloss.store.codec import encode

from tests.search.conftest import REGISTER, made_articles
from tests.search.stories import own_articles
from tests.search.whole import OWN_PAGES


@pytest.fixture(scope="module")
def articles():
    return own_articles() + made_articles(60)


def digest_of(articles):
    return make_digest([facts_of(article) for article in articles], REGISTER)


def files_of(articles, kept=None, pages=OWN_PAGES):
    terms = {article.slug: terms_of(article) for article in articles}
    digest = digest_of(articles)
    files = index_files(terms, Searched(digest, Marks(digest), pages), kept)
    return {file.path: file.make() for file in files}


def by_folder(paths, folder):
    return {path for path in paths if path.startswith(f"search/{folder}/")}


def test_what_is_kept_gives_the_files_of_an_index_made_anew(articles):
    kept = {}
    first, *others = articles
    headline = replace(first, title="Zymurgists talk", digest="edited")
    steps = [
        (articles, OWN_PAGES),
        ([headline, *others], OWN_PAGES),
        (others, OWN_PAGES),
        (others[:30] + others[35:], OWN_PAGES[:1]),
        (articles, ()),
        (articles[:1], OWN_PAGES),
    ]
    for some, pages in steps:
        assert files_of(some, kept, pages) == files_of(some, pages=pages)


def test_what_is_kept_of_another_format_is_made_anew(articles):
    kept = {}
    files = files_of(articles, kept)
    broken = {name: encode((), tuple[str, ...]) for name in kept}
    assert files_of(articles, broken) == files
    assert broken == kept


@pytest.mark.parametrize("odd", [0, 1])
def test_what_is_kept_of_a_build_that_was_not_finished_does_no_harm(articles, odd):
    before, after = {}, {}
    files_of(articles, before)
    files_of(articles[1:40] + articles[41:], after)
    names = sorted(before.keys() | after.keys())
    builds = {name: after if at % 2 == odd else before for at, name in enumerate(names)}
    mixed = {name: kept[name] for name, kept in builds.items() if name in kept}
    some = articles[2:]
    assert files_of(some, mixed) == files_of(some)


def test_what_was_lost_of_the_words_kept_is_made_again(articles):
    kept = {}
    files_of(articles, kept)
    first, *others = articles
    edited = [replace(first, title="Zymurgists talk", digest="edited"), *others]
    for name in [name for name in kept if name.startswith("runs-")][::3]:
        del kept[name]
    assert files_of(edited, kept) == files_of(edited)


def test_a_story_withdrawn_leaves_what_is_shown_of_the_others(articles):
    before = files_of(articles)
    for gone in (5, 20, 40):
        after = files_of(articles[:gone] + articles[gone + 1 :])
        shown = by_folder(before, "s")
        left = {path for path in shown if before[path] == after.get(path)}
        assert len(left) >= len(shown) - 4


def test_a_new_story_moves_no_other(articles):
    newest = max(articles, key=lambda article: (article.date, article.slug))
    numbered = number(digest_of(articles)).texts
    before = number(digest_of([one for one in articles if one is not newest])).texts
    numbers_of = [{text.slug: at for at, text in numbers(blocks)} for blocks in (before, numbered)]
    assert numbers_of[0].items() < numbers_of[1].items()


def test_a_new_name_moves_none_of_an_older_story(articles):
    ordered = sorted(articles, key=lambda article: (article.date, article.slug))
    whole = number(digest_of(ordered))
    after = {name.id: at for at, name in numbers(whole.names)}
    for less in (1, 3, 5):
        before = number(digest_of(ordered[:-less]))
        old = {name.id: at for at, name in numbers(before.names) if name.id not in before.recent}
        assert old
        assert old.items() <= after.items()
    assert len(after) > sum(len(block.things) for block in before.names)


@pytest.mark.parametrize("count", [0, 1, 400, 3000])
def test_blocks_hold_everything_once(count):
    names = [f"story-{n}" for n in range(count)]
    runs = list(OF_BLOCKS.runs(names, str))
    assert [name for run in runs for name in run] == names
    assert all(OF_BLOCKS.least <= len(run) <= OF_BLOCKS.most for run in runs[:-1])
    assert OF_BLOCKS.most < PLACES
    less = list(OF_BLOCKS.runs(names[:100] + names[101:], str))
    assert less[2:] == runs[2:]
