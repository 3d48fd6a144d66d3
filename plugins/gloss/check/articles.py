"""Look through the articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
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
    split_article,
)
from gloss.check.dates import DateFound, dates_in, far_from_all, undated
from gloss.check.findings import Finding, Group
from gloss.check.passages import words_of
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
    "identity": "who is who",
    "kind": "names whose kind is not sure",
    "language": "stories in another language",
}


def check_articles(
    stories: Path, seeds: Path | None = None, known: Iterable[str] = ()
) -> Iterator[Finding]:
    """Find what the editor should look at in a folder of articles.

    seeds: where their seeds should be; None looks for none. known: the register's ids.
    """
    called: dict[str, dict[str, str]] = defaultdict(dict)
    names, speakers, dated = set(known), list[tuple[str, str]](), list[DateFound]()
    published = list[tuple[str, StoryFacts]]()
    for path in sorted(stories.glob("*.md")) if stories.is_dir() else ():
        if path.name.endswith(BESIDE):
            says = "an older version wrote it; corrections last by themselves now: delete it"
            yield Finding("files that are no story", path.name, says)
            continue
        try:
            text = path.read_text(encoding="utf-8")
            article, head = read_article(text, path.name), read_head(text, path.name)
        except (ArticleError, UnicodeDecodeError) as problem:
            yield Finding("articles that cannot be read", path.name, str(problem))
            continue
        except Exception as problem:  # whatever it is costs no other article
            yield Finding("articles that cannot be read", path.name, in_a_line(problem))
            continue
        for entity in article.annotations.entities:
            called[entity.name.casefold()].setdefault(entity.id, entity.name)
        names |= named_in(article, head)
        speakers += speakers_in(path.name, article)
        dated += dates_in(path.name, article)
        if article.status == "published":
            published.append((path.name, facts_of(article)))
        if found := broken(text):
            yield Finding("text that came broken", f"{path.name}:{found[0]}", told(found[1]))
        yield from _corrections(path.name, head, split_article(text)[1])
        yield from _check(path.name, article, seeds)
    yield from check_speakers(speakers, names)
    yield from far_from_all(dated)
    yield from told_again(published)
    yield from _collisions(called)


def _check(name: str, article: Article, seeds: Path | None) -> Iterator[Finding]:
    yield from _quotations(name, article)
    yield from undated(name, article)
    yield from _doubts(name, article)
    gone = bool(article.seed and seeds and not (seeds / article.seed).is_file())
    if article.story.published is None:
        seed = None if gone else article.seed
        place = "under the seed's headline" if seed else "to its head"
        says = f"add a line Published: YYYY-MM-DD {place}"
        yield Finding("stories without a publication date", seed or name, says)
    if gone:
        yield Finding("articles without a seed", name, f"its seed {article.seed} is gone")


def _corrections(name: str, head: Head, body: str) -> Iterator[Finding]:
    edited = head.body_digest and body_is_corrected(head, body)
    if edited or head_is_corrected(head) or names_are_corrected(head):
        says = "not yet kept as corrections: the next build does, where it can annotate"
        yield Finding("articles edited by hand", name, says)


def _quotations(name: str, article: Article) -> Iterator[Finding]:
    quotations = zip(article.annotations.quotations, article.quote_ids, strict=True)
    for quotation, anchor in quotations:
        if speaker_of(quotation) == ShownSpeaker() and quotation.parts:
            words = words_of(article, quotation.parts[0].start, quotation.parts[0].end)
            given = quotation.by or quotation.who
            nobody = (
                f"{given!r} is not shown: it is nobody who speaks, or not sure; " if given else ""
            )
            says = f"“{words}”; {nobody}add by=… to its mark if it is known"
            yield Finding("quotations without a speaker", f"{name}#{anchor}", says)


def _doubts(name: str, article: Article) -> Iterator[Finding]:
    """Tell the doubts that the head keeps, and what could be pasted into the register."""
    for line in article.review:
        about, _, says = line.partition(": ")
        _, found, entry = says.partition(REGISTER_ENTRY)
        group: Group = _GROUPS.get(about, "left unmarked, to be looked at")
        paste = f"- {entry.strip()}" if found else ""
        yield Finding(group, name, says.removesuffix(entry).strip() if found else says, paste)


def _collisions(called: Mapping[str, Mapping[str, str]]) -> Iterator[Finding]:
    """Find things of one name: two kinds of one thing, or two things that readers take for one."""
    for ids in called.values():
        if len(ids) > 1:
            keep, *others = sorted(ids)
            name = ids[keep]
            entry = f'- {{id: "{keep}", name: "{name}", merges: {others}}}'
            says = f"the name of {', '.join(sorted(ids))}; if they are one, for the register:"
            yield Finding("names that collide", name, says, entry)
