"""Build the site: the steps in order."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gloss.assembly.build_report import BuildReport
from gloss.assembly.files import theme_files
from gloss.assembly.manifest import (
    Manifest,
    Written,
    announce,
    load_manifest,
    save_manifest,
    stamp_of,
)
from gloss.assembly.parallel import enter, make_all, many_objects
from gloss.assembly.reading import Problem, read_sources, reading_version
from gloss.assembly.renderer import CODE, Renderer, open_renderer
from gloss.assembly.sources import Source, scan
from gloss.assembly.templates import Theme, digest_of_theme
from gloss.digest.make import make_digest
from gloss.digest.model import Digest, StoryFacts
from gloss.formats.file import Bundle
from gloss.register import Register
from gloss.site import Site
from gloss.store.fingerprint import code_digest, fingerprint
from gloss.store.records import RecordStore, StoryRecords
from gloss.store.writing import remove, sweep
from gloss.work import Executor, Progress, Serial


@dataclass(frozen=True)
class BuildJob:
    """What to build, from what, where to.

    articles: folder of Markdown articles. cache: folder for what need not be made twice; it may be
        deleted at any time, and is no part of the site.
    taken: paths under the output folder that somebody else writes, such as an editor's own
        ``about/index.html``: they are left alone.
    """

    articles: Path
    output: Path
    cache: Path
    theme: Theme
    site: Site = field(default_factory=Site)
    register: Register = field(default_factory=Register)
    taken: tuple[str, ...] = ()


def build_site(
    job: BuildJob, executor: Executor | None = None, progress: Progress | None = None
) -> BuildReport:
    """Write what changed since the last build, remove what is no more, and say what was done.

    The files are the same, byte for byte, as those of a build from scratch.
    """
    return _Build(job, executor or Serial(), progress or Progress()).run()


class _Build:
    """One run of the steps, with what they hand on to each other."""

    def __init__(self, job: BuildJob, executor: Executor, progress: Progress) -> None:
        self.job, self.executor, self.progress = job, executor, progress
        self.report = BuildReport()
        mark = fingerprint(str(job.output.resolve()))[:8]
        self.path = job.cache / f"manifest-{mark}"
        self.manifest = load_manifest(self.path, job.output)

    def run(self) -> BuildReport:
        """Take the steps."""
        with self.report.stage("looking"):
            sources = scan(self.job.articles, self.manifest.sources)
            inputs = self._inputs(sources)
            if inputs == self.manifest.inputs and self._outputs_stand():
                return self._unchanged()
        store = RecordStore(self.job.cache, reading_version())
        try:
            with self.report.stage("reading"):
                self.report.problems = read_sources(
                    list(sources.values()), store, self.executor, self.progress
                )
            with self.report.stage("digest"), many_objects():
                digest, keys = self.digest(sources, store)
                renderer = self.renderer(digest, keys, store)
            with self.report.stage("writing"):
                outputs = self._write(renderer)
            store.forget_all_but({source.key for source in sources.values()})
        finally:
            store.close()
            gc.unfreeze()
        inputs = "" if self.report.problems else inputs
        save_manifest(Manifest(inputs, sources, outputs, self.report.counts), self.path)
        return self.report

    def _inputs(self, sources: dict[str, Source]) -> str:
        """All that the site is made from; sources are known by their content."""
        return fingerprint(
            [(source.path, source.key) for source in sources.values()],
            sorted(self.job.register.entries.items()),
            sorted(self.job.register.not_a_name),
            self.job.site,
            digest_of_theme(self.job.theme),
            [(file.path, file.key) for file in theme_files(self.job.theme)],
            self.job.taken,
            code_digest(*CODE),
        )

    def _outputs_stand(self) -> bool:
        root = str(self.job.output)
        return bool(self.manifest.outputs) and all(
            stamp_of(f"{root}/{path}") == output.stamp
            for path, output in self.manifest.outputs.items()
        )

    def _unchanged(self) -> BuildReport:
        self.report.unchanged = True
        self.report.kept = len(self.manifest.outputs)
        self.report.counts = self.manifest.counts
        return self.report

    def digest(
        self, sources: dict[str, Source], store: RecordStore
    ) -> tuple[Digest, dict[str, str]]:
        """Make the digest of the articles that can be read, with the key of each story's record."""
        held = store.keys()
        readable = [source for source in sources.values() if source.key in held]
        facts, keys = self._unlike(readable, store)
        digest = make_digest(facts, self.job.register)
        self.report.counts = {
            "stories": len(digest.stories),
            "names": len(digest.names),
            "quotations": len(digest.said),
            "dates": len(digest.events),
        }
        return digest, keys

    def _unlike(
        self, sources: Sequence[Source], store: RecordStore
    ) -> tuple[list[StoryFacts], dict[str, str]]:
        """Load facts; of two articles with one slug the first in the order of files stays."""
        kept: list[StoryFacts] = []
        keys: dict[str, str] = {}
        paths: dict[str, str] = {}
        loaded = store.load("facts", [source.key for source in sources])
        for source, facts in zip(sources, loaded, strict=True):
            if facts.slug in keys:
                says = f"Slug {facts.slug!r} is also that of {paths[facts.slug]}: change one"
                self.report.problems.append(Problem(source.path, says))
                continue
            keys[facts.slug], paths[facts.slug] = source.key, source.path
            kept.append(facts)
        return kept, keys

    def renderer(self, digest: Digest, keys: dict[str, str], store: RecordStore) -> Renderer:
        """Plan what is to be written."""
        job, before = self.job, self.manifest.outputs
        records = StoryRecords(store, keys)
        renderer = open_renderer(digest, records, job.site, job.theme, job.output, before)
        renderer.leave_out(job.taken)
        return renderer

    def _write(self, renderer: Renderer) -> dict[str, Written]:
        job, before = self.job, self.manifest.outputs
        if self.manifest.died:
            sweep(job.output)
        planned = (w.folder if isinstance(w, Bundle) else w.path for w in renderer.planned)
        announce((path for path in planned if path not in before), self.path)
        outputs = self._make(renderer)
        gone = before.keys() - outputs.keys() - set(job.taken)
        self.report.removed = remove(gone, job.output)
        return outputs

    def _make(self, renderer: Renderer) -> dict[str, Written]:
        outputs: dict[str, Written] = {}
        every = make_all(renderer, self.executor, self.progress, open_anew, (self.job,))
        for made in every:
            outputs[made.path] = made.output
            self.report.written += made.written
            self.report.kept += not made.written
        return outputs


def open_anew(job: BuildJob) -> None:
    """Open the renderer of a build that another process runs, in this one."""
    build = _Build(job, Serial(), Progress())
    store = RecordStore(job.cache, reading_version())
    with many_objects():
        digest, keys = build.digest(scan(job.articles, build.manifest.sources), store)
        enter(build.renderer(digest, keys, store))
