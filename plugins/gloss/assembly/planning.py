"""Plan the site of all articles that can be shown, and tell of those that cannot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gloss.assembly.job import BuildJob
from gloss.assembly.origins import Origins, told
from gloss.assembly.paths import parted
from gloss.assembly.plan import plan_outputs
from gloss.assembly.printer import Printer
from gloss.assembly.problems import Problem
from gloss.assembly.sources import Source
from gloss.assembly.story_records import StoryRecords, part_of
from gloss.assembly.templates import load_environment
from gloss.digest.make import make_digest
from gloss.digest.model import Digest, StoryFacts
from gloss.digest.sections import menu_of
from gloss.errors import in_a_line
from gloss.output import Output
from gloss.store.records import RecordStore


@dataclass(frozen=True)
class Planned:
    """What is to be written, where it comes from, what the digest holds, and what is left out.

    records: what the outputs read while they are made; to be closed afterwards.
    folded: how many stories say again what another says. menu: what every page's menu leads to.
    """

    outputs: Sequence[Output]
    records: StoryRecords
    origins: Origins
    counts: dict[str, int]
    problems: Sequence[Problem]
    folded: int = 0
    menu: tuple[tuple[str, str], ...] = ()


def plan_site(job: BuildJob, sources: Sequence[Source], store: RecordStore) -> Planned:
    """Plan the site; a story that cannot be planned even alone is left out."""
    facts, of_slug, problems = _unlike([source for source in sources if source.good], store)
    records = StoryRecords(store.folder, store.version, of_slug)
    printer = Printer(job.site, records, load_environment(job.theme))
    paths = {slug: source.path for slug, source in of_slug.items()}
    try:
        digest, outputs = _plan(job, facts, printer)
    except Exception:
        broken = _broken(job, facts, printer)
        if not broken:
            raise
        problems += [Problem(paths[slug], says) for slug, says in broken.items()]
        digest, outputs = _plan(
            job, [story for story in facts if story.slug not in broken], printer
        )
    written, refused = parted(output for output in outputs if output.path not in job.taken)
    origins = Origins(digest, paths)
    problems += told(refused, origins)
    return Planned(
        written,
        records,
        origins,
        _counts(digest),
        problems,
        folded=len(digest.copies),
        menu=menu_of(digest),
    )


def _unlike(
    sources: Sequence[Source], store: RecordStore
) -> tuple[list[StoryFacts], dict[str, Source], list[Problem]]:
    """Load facts; of two articles with one slug the first in the order of files stays.

    Slugs are one where only capitals tell them apart, as folders are on some systems.
    """
    kept: list[StoryFacts] = []
    of_slug: dict[str, Source] = {}
    firsts: dict[str, Source] = {}
    problems: list[Problem] = []
    for source in sources:
        facts = _facts(source, store, problems)
        if facts is None:
            continue
        first = firsts.setdefault(facts.slug.casefold(), source)
        if first is source:
            of_slug[facts.slug] = source
            kept.append(facts)
        else:
            says = f"Slug {facts.slug!r} is also that of {first.path}: change one"
            problems.append(Problem(source.path, says))
    return kept, of_slug, problems


def _facts(source: Source, store: RecordStore, problems: list[Problem]) -> StoryFacts | None:
    try:
        facts: StoryFacts = part_of(source, "facts", store)
    except Exception as error:
        says = f"its last good version is lost, put it right: {in_a_line(error)}"
        problems.append(Problem(source.path, says))
        return None
    return facts


def _plan(
    job: BuildJob, facts: Sequence[StoryFacts], printer: Printer
) -> tuple[Digest, list[Output]]:
    digest = make_digest(facts, job.register)
    return digest, list(plan_outputs(digest, printer, job))


def _broken(job: BuildJob, facts: Sequence[StoryFacts], printer: Printer) -> Mapping[str, str]:
    """Return the stories that break a site of their own, by slug, with what there is to say."""
    broken = {}
    for story in facts:
        try:
            _plan(job, [story], printer)
        except Exception as error:
            broken[story.slug] = f"cannot be shown: {in_a_line(error)}"
    return broken


def _counts(digest: Digest) -> dict[str, int]:
    return {
        "stories": len(digest.stories),
        "names": len(digest.names),
        "quotations": len(digest.said),
        "dates": len(digest.events),
    }
