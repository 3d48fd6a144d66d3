"""What is to be done about each seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from gloss.article import BESIDE
from gloss.errors import in_a_line
from gloss.ingest.article_files import ArticleFile
from gloss.ingest.register_edit import RegisterEdit, SeedWords
from gloss.ingest.seed_files import SeedFile
from gloss.register import Touch
from gloss.seed import Seed, SeedError, read_seed
from gloss.store.file_names import in_one_form


@dataclass(frozen=True)
class AnnotationJob:
    """A story that is to be annotated.

    article: the file that it has, None where the story has none yet.
    seed_changed: it is new, or other than it was. edited: a person changed the article.
    """

    seed: Seed
    article: str | None = None
    seed_changed: bool = True
    edited: bool = False


@dataclass(frozen=True)
class MadeBy:
    """By what articles are made now.

    annotator: its version. register: the digest of the whole register. everything: make all anew.
    corrections: the digest of each story's file of corrections, by the story's slug.
    register_is_whole: no entry of it is wrong; else articles stay as they are, whatever it says.
    edit: what changed in it since the last build. words: of the seeds as they were read.
    """

    annotator: str
    register: str
    touch: Touch
    max_bytes: int
    corrections: Mapping[str, str] = field(default_factory=dict)
    everything: bool = False
    register_is_whole: bool = True
    edit: RegisterEdit = field(default_factory=RegisterEdit)
    words: SeedWords = field(default_factory=lambda: SeedWords(None))


@dataclass
class Plan:
    """What is to be done, and what there is to say."""

    jobs: list[AnnotationJob] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    unchanged: int = 0
    seed_files: dict[str, SeedFile] = field(default_factory=dict)


def make_plan(
    folder: Path,
    seed_files: Mapping[str, SeedFile],
    article_files: Mapping[str, ArticleFile],
    made_by: MadeBy,
) -> Plan:
    """Decide for each seed whether its story is to be annotated."""
    plan = Plan()
    articles = _by_seed(article_files)
    orphans = _orphaned(seed_files, articles, article_files) if folder.is_dir() else {}
    spelt: dict[str, str] = {}
    for name, seed_file in seed_files.items():
        one = in_one_form(name)
        if (first := spelt.setdefault(one, name)) != name:
            plan.errors.append(f"{name}: {first} has the same name, spelt otherwise: rename one")
            continue
        if one not in articles and (renamed := orphans.pop(seed_file.digest, None)):
            plan.notices.append(_renamed(name, renamed, article_files[renamed].seed))
            plan.unchanged += 1
            continue
        try:
            _decide(_Case(folder, name, seed_file, articles.get(one), article_files), made_by, plan)
        except SeedError as problem:
            plan.errors.append(str(problem))
        except Exception as problem:  # whatever it is costs no other seed
            plan.errors.append(f"{name}: cannot be read: {in_a_line(problem)}")
    plan.notices += [
        f"{name}: its seed {article_files[name].seed} is gone; the article stays"
        + _unlaid(article_files[name], made_by)
        for name in sorted(orphans.values())
    ]
    plan.notices += [
        f"{name}: no story; corrections last by themselves now, so delete it"
        for name in article_files
        if name.endswith(BESIDE)
    ]
    return plan


def _unlaid(article: ArticleFile, made_by: MadeBy) -> str:
    """Say where corrections wait that cannot be laid over an article without its seed."""
    if made_by.corrections.get(article.slug, "") == article.corrections:
        return ""
    return ", and what its file of corrections says since is not in it"


def _by_seed(article_files: Mapping[str, ArticleFile]) -> dict[str, str]:
    """Return the name of the article of each seed, by its name in one form.

    It is the first where an article was copied.
    """
    articles: dict[str, str] = {}
    for name, article in article_files.items():
        if article.seed and not name.endswith(BESIDE):
            articles.setdefault(in_one_form(article.seed), name)
    return articles


def _renamed(seed: str, article: str, before: str) -> str:
    return (
        f"{seed}: has the text of {before}, which is gone. Where it was renamed, "
        f"write Seed: {seed} into {article}; where not, delete {article}"
    )


def _orphaned(
    seed_files: Mapping[str, SeedFile],
    articles: Mapping[str, str],
    article_files: Mapping[str, ArticleFile],
) -> dict[str, str]:
    """Return the articles whose seeds are gone, by the digests of those."""
    gone = articles.keys() - set(map(in_one_form, seed_files))
    return {article_files[articles[seed]].seed_digest: articles[seed] for seed in gone}


@dataclass(frozen=True)
class _Case:
    """A seed of a folder, and the article that it has."""

    folder: Path
    name: str
    seed_file: SeedFile
    article: str | None
    article_files: Mapping[str, ArticleFile]


def _decide(case: _Case, made_by: MadeBy, plan: Plan) -> None:
    article = case.article_files[case.article] if case.article else None
    if article is None:
        _annotate(case, made_by, plan, None)
    elif article.error:
        plan.unchanged += 1
    elif made_by.everything or article.edited or not _agrees(case, article, made_by, plan):
        _annotate(case, made_by, plan, article)
    else:
        plan.unchanged += 1


def _agrees(case: _Case, made: ArticleFile, made_by: MadeBy, plan: Plan) -> bool:
    """Tell whether an article was made of the seed as it is, by the annotator and register now."""
    if made.seed_digest != case.seed_file.digest or made.annotator != made_by.annotator:
        return False
    if made.corrections != made_by.corrections.get(made.slug, ""):
        return False
    plan.seed_files[case.name] = case.seed_file
    agrees_with = f"{made_by.register} {made.register}"
    if case.seed_file.agrees_with != agrees_with and made_by.register_is_whole:
        if not _is_spared(case.seed_file, made, made_by):
            text = _text_of(_read(case, made_by))
            if made_by.touch.digest(text, made.ids) != made.register:
                return False
        plan.seed_files[case.name] = replace(case.seed_file, agrees_with=agrees_with)
    plan.notices.extend(case.seed_file.notices)
    return True


def _is_spared(seed_file: SeedFile, made: ArticleFile, made_by: MadeBy) -> bool:
    """Tell whether what changed in the register cannot bear on a story that agreed with it."""
    edit = made_by.edit
    if seed_file.agrees_with != f"{edit.before} {made.register}":
        return False
    words = made_by.words.of(seed_file.digest) if edit.words else ""
    return words is not None and not edit.bears_on(made.ids, words)


def _read(case: _Case, made_by: MadeBy) -> Seed:
    seed = read_seed(case.folder / case.name, made_by.max_bytes)
    made_by.words.keep(seed.digest, _text_of(seed))
    return seed


def _text_of(seed: Seed) -> str:
    return f"{seed.story.headline}\n\n{seed.story.text}"


def _annotate(case: _Case, made_by: MadeBy, plan: Plan, article: ArticleFile | None) -> None:
    seed = _read(case, made_by)
    changed = article is None or article.seed_digest != seed.digest
    # Of a head without a digest nothing else tells what a person put right in it.
    edited = article is not None and (article.edited or (article.undigested and not changed))
    plan.jobs.append(AnnotationJob(seed, case.article, changed, edited))
    plan.notices.extend(seed.notices)
    plan.seed_files[case.name] = replace(case.seed_file, notices=seed.notices)
