"""Look through the articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from gloss.article import (
    BESIDE,
    ArticleError,
    Head,
    body_is_corrected,
    head_is_corrected,
    names_are_corrected,
    read_article,
    read_head,
    slips_in,
    split_article,
)
from gloss.check.dates import DateFound, dates_in, far_from_all, undated
from gloss.check.findings import Finding, Group
from gloss.check.given_to_several import given_to_several
from gloss.check.lines import line_of_doubt
from gloss.check.passages import words_of
from gloss.check.settled import Settled, settled_in
from gloss.check.told_again import told_again
from gloss.check.unnamed_speakers import check_speakers, named_in, speakers_in
from gloss.digest.facts import facts_of
from gloss.digest.model import StoryFacts
from gloss.errors import in_a_line
from gloss.seed.broken import broken, told
from gloss.speakers import ShownSpeaker, speaker_of
from gloss.story import Article

REGISTER_ENTRY = "or the register: "

_GROUPS: dict[str, Group] = {
    "correction": "corrections whose words are gone",
    "identity": "who is who",
    "kind": "names whose kind is not sure",
    "language": "stories in another language",
}


@dataclass(frozen=True)
class _Read:
    """An article that could be read: its file's name and text, and what is settled in it."""

    name: str
    text: str
    article: Article
    head: Head
    settled: Settled


def check_articles(
    stories: Path, seeds: Path | None = None, known: Iterable[str] = ()
) -> Iterator[Finding]:
    """Find what the editor should look at in a folder of articles.

    seeds: where their seeds should be; None looks for none. known: the register's ids.
    """
    register = set(known)
    called: dict[str, dict[str, str]] = defaultdict(dict)
    names, speakers, dated = set(register), list[tuple[str, str]](), list[DateFound]()
    published, folded = list[tuple[str, StoryFacts]](), set[str]()
    for path in sorted(stories.glob("*.md")) if stories.is_dir() else ():
        one = yield from _read(path)
        if one is None:
            continue
        for entity in one.article.annotations.entities:
            called[entity.name.casefold()].setdefault(entity.id, entity.name)
        names |= named_in(one.article, one.head)
        speakers += speakers_in(path.name, one.article)
        dated += dates_in(path.name, one.article, one.settled)
        if one.article.status == "published":
            published.append((path.name, facts_of(one.article)))
            folded |= {one.article.slug} if one.settled.holds("copy") else set()
        yield from _check(one, seeds)
    yield from check_speakers(speakers, names)
    yield from far_from_all(dated)
    yield from told_again(published, folded)
    yield from given_to_several(published)
    yield from _collisions(called, register)


def _read(path: Path) -> Generator[Finding, None, _Read | None]:
    """Read an article; yield why it cannot be, and return it where it can."""
    if path.name.endswith(BESIDE):
        says = "an older version wrote it; corrections last by themselves now: delete it"
        yield Finding("files that are no story", path.name, says)
        return None
    try:
        text = path.read_text(encoding="utf-8")
        article, head = read_article(text, path.name), read_head(text, path.name)
    except (ArticleError, UnicodeDecodeError) as problem:
        yield Finding("articles that cannot be read", path.name, str(problem))
        return None
    except Exception as problem:  # whatever it is costs no other article
        yield Finding("articles that cannot be read", path.name, in_a_line(problem))
        return None
    settled, wrong = settled_in(path.parent, article)
    yield from wrong
    return _Read(path.name, text, article, head, settled)


def _check(one: _Read, seeds: Path | None) -> Iterator[Finding]:
    if found := broken(one.text):
        yield Finding("text that came broken", f"{one.name}:{found[0]}", told(found[1]))
    for line, says in slips_in(one.text):
        yield Finding("marks that are none", f"{one.name}:{line}", says)
    yield from _address(one.name, one.article.story.url)
    yield from _corrections(one.name, one.head, split_article(one.text)[1])
    for finding in (*_quotations(one), *undated(one.name, one.article, one.settled)):
        yield replace(finding, line=line_of_doubt(one.text, finding.says))
    yield from _doubts(one)
    yield from _of_the_whole(one, seeds)


def _of_the_whole(one: _Read, seeds: Path | None) -> Iterator[Finding]:
    article = one.article
    gone = bool(article.seed and seeds and not (seeds / article.seed).is_file())
    if article.story.published is None and not one.settled.holds("published"):
        seed = None if gone else article.seed
        place = "under the seed's headline" if seed else "to its head"
        says = f"add a line Published: YYYY-MM-DD {place}"
        yield Finding("stories without a publication date", seed or one.name, says)
    if gone and not one.settled.holds("seed"):
        yield Finding("articles without a seed", one.name, f"its seed {article.seed} is gone")


def _address(name: str, url: str | None) -> Iterator[Finding]:
    if url and not url.lower().startswith(("https://", "http://")):
        says = f"URL {url!r} is no link: expected an http or https address"
        yield Finding("addresses that are none of the web", name, says)


def _corrections(name: str, head: Head, body: str) -> Iterator[Finding]:
    edited = head.body_digest and body_is_corrected(head, body)
    if edited or head_is_corrected(head) or names_are_corrected(head):
        says = "not yet kept as corrections: the next build does, where it can annotate"
        yield Finding("articles edited by hand", name, says)


def _quotations(one: _Read) -> Iterator[Finding]:
    quotations = zip(one.article.annotations.quotations, one.article.quote_ids, strict=True)
    for quotation, anchor in quotations:
        if speaker_of(quotation) != ShownSpeaker() or not quotation.parts:
            continue
        part = quotation.parts[0]
        if one.settled.holds("quotation", part.start, part.end):
            continue
        words = words_of(one.article, part.start, part.end)
        given = quotation.by or quotation.who
        nobody = f"{given!r} is not shown: it is nobody who speaks, or not sure; " if given else ""
        says = f"“{words}”; {nobody}add by=… to its mark if it is known"
        yield Finding("quotations without a speaker", f"{one.name}#{anchor}", says)


def _doubts(one: _Read) -> Iterator[Finding]:
    """Tell the doubts that the head keeps, and what could be pasted into the register."""
    for line in one.article.review:
        about, _, says = line.partition(": ")
        _, found, entry = says.partition(REGISTER_ENTRY)
        group: Group = _GROUPS.get(about, "left unmarked, to be looked at")
        paste = f"- {entry.strip()}" if found else ""
        says = says.removesuffix(entry).strip() if found else says
        yield Finding(group, one.name, says, paste, line_of_doubt(one.text, says))


def _collisions(called: Mapping[str, Mapping[str, str]], register: set[str]) -> Iterator[Finding]:
    """Find things of one name: two kinds of one thing, or two things that readers take for one.

    What the register has entries of is settled: two of those are two.
    """
    for ids in called.values():
        if len(ids) > 1 and not register.issuperset(ids):
            keep, *others = sorted(ids)
            name = ids[keep]
            entry = f'- {{id: "{keep}", name: "{name}", merges: {others}}}'
            says = f"the name of {', '.join(sorted(ids))}; if they are one, for the register:"
            yield Finding("names that collide", name, says, entry)
