"""What is to be done about each seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from gloss.article import BESIDE
from gloss.ingest.shelf import Shelved, beside
from gloss.ingest.tray import Sown
from gloss.register import Touch
from gloss.seed import Seed, SeedError, read_seed


@dataclass(frozen=True)
class Job:
    """A story that is to be annotated.

    article: the file to write, None where the story has none yet.
    old: the article whose head is carried on. seed_changed: it is new, or other than it was.
    """

    seed: Seed
    article: str | None = None
    old: str | None = None
    seed_changed: bool = True


@dataclass(frozen=True)
class Making:
    """By what articles are made now.

    annotator: its version. register: the digest of the whole register. everything: make all anew.
    """

    annotator: str
    register: str
    touch: Touch
    max_bytes: int
    everything: bool = False


@dataclass
class Plan:
    """What is to be done, and what there is to say."""

    jobs: list[Job] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    corrected: list[str] = field(default_factory=list)
    unchanged: int = 0
    sown: dict[str, Sown] = field(default_factory=dict)


def make_plan(
    folder: Path, tray: Mapping[str, Sown], shelf: Mapping[str, Shelved], making: Making
) -> Plan:
    """Decide for each seed whether its story is to be annotated."""
    plan = Plan()
    articles = _by_seed(shelf)
    for name, sown in tray.items():
        try:
            _decide(_Case(folder / name, sown, articles.get(name), shelf), making, plan)
        except SeedError as problem:
            plan.errors.append(str(problem))
    plan.notices += _orphans(tray, articles) if folder.is_dir() else []
    return plan


def _by_seed(shelf: Mapping[str, Shelved]) -> dict[str, str]:
    """Return the name of the article of each seed; the first where an article was copied."""
    articles: dict[str, str] = {}
    for name, shelved in shelf.items():
        if shelved.seed and not name.endswith(BESIDE):
            articles.setdefault(shelved.seed, name)
    return articles


def _orphans(tray: Mapping[str, Sown], articles: Mapping[str, str]) -> list[str]:
    gone = sorted(articles.keys() - tray.keys())
    return [f"{articles[name]}: its seed {name} is gone; the article stays" for name in gone]


@dataclass(frozen=True)
class _Case:
    """A seed, and the article that it has."""

    path: Path
    sown: Sown
    article: str | None
    shelf: Mapping[str, Shelved]


def _decide(case: _Case, making: Making, plan: Plan) -> None:
    article = case.shelf[case.article] if case.article else None
    if article is None:
        _annotate(case, making, plan, None)
    elif article.error:
        plan.unchanged += 1
    elif article.corrected or (article.retouched and article.seed_digest != case.sown.digest):
        _decide_corrected(case, article, making, plan)
    elif making.everything or not _agrees(case, article, making, plan):
        _annotate(case, making, plan, case.article)
    else:
        plan.unchanged += 1


def _decide_corrected(case: _Case, article: Shelved, making: Making, plan: Plan) -> None:
    """Keep what a person corrected; where its seed changed, see that the new version is beside."""
    assert case.article
    plan.corrected.append(case.article)
    if article.seed_digest == case.sown.digest:
        plan.sown[case.path.name] = case.sown
        return
    new = beside(case.article)
    plan.notices.append(
        f"{case.article}: corrected by hand, and its seed {case.path.name} has changed; compare "
        f"{new}, then keep one: rename it, or copy its Seed-Digest line and delete it"
    )
    made = case.shelf.get(new)
    if made is None or not _agrees(case, made, making, plan):
        _annotate(case, making, plan, new)


def _agrees(case: _Case, made: Shelved, making: Making, plan: Plan) -> bool:
    """Tell whether an article was made of the seed as it is, by the annotator and register now."""
    if made.seed_digest != case.sown.digest or made.annotator != making.annotator:
        return False
    plan.sown[case.path.name] = case.sown
    settled = f"{making.register} {made.register}"
    if case.sown.settled != settled:
        story = read_seed(case.path, making.max_bytes).story
        if making.touch.digest(f"{story.headline}\n\n{story.text}", made.ids) != made.register:
            return False
        plan.sown[case.path.name] = replace(case.sown, settled=settled)
    plan.notices.extend(case.sown.notices)
    return True


def _annotate(case: _Case, making: Making, plan: Plan, article: str | None) -> None:
    seed = read_seed(case.path, making.max_bytes)
    old = case.shelf[case.article].seed_digest if case.article else None
    plan.jobs.append(Job(seed, article, case.article, old != seed.digest))
    plan.notices.extend(seed.notices)
    plan.sown[case.path.name] = replace(case.sown, notices=seed.notices)
