"""Build the site: the steps in order."""

from __future__ import annotations

import gc

from gloss.assembly.build_report import BuildReport
from gloss.assembly.files import theme_files
from gloss.assembly.job import BuildJob
from gloss.assembly.manifest import (
    Manifest,
    Written,
    announce,
    load_manifest,
    save_manifest,
    stamp_of,
)
from gloss.assembly.origins import unwritten
from gloss.assembly.parallel import write_all
from gloss.assembly.paths import respelt
from gloss.assembly.pictures import pictures_in
from gloss.assembly.planning import plan_site
from gloss.assembly.reading import read_sources, reading_version
from gloss.assembly.site_writer import SiteWriter, Unwritten
from gloss.assembly.sources import Source, scan, with_good
from gloss.assembly.story_records import StoryRecords
from gloss.assembly.templates import digest_of_theme
from gloss.objects import kept_for_long
from gloss.store.fingerprint import code_digest, fingerprint
from gloss.store.records import RecordStore
from gloss.store.writing import remove, sweep
from gloss.work import Executor, Preparation, Progress, Serial

# The parts of Gloss whose code what is written depends on.
CODE = (
    *("story", "edtf", "lexicon", "speakers", "urls", "site", "output", "register", "naming"),
    *("gazetteer", "article", "digest", "formats", "search", "pages", "assembly", "store"),
)


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
        self.records: StoryRecords | None = None
        mark = fingerprint(str(job.output.resolve()))[:8]
        self.path = job.cache / f"manifest-{mark}"
        self.manifest = load_manifest(self.path, job.output)

    def run(self) -> BuildReport:
        """Take the steps.

        Raises OSError where nothing can be written: the disk is full, or the output is no folder.
        """
        self.job.output.mkdir(parents=True, exist_ok=True)
        with self.report.stage("looking"):
            sources, self.report.problems = scan(self.job.articles, self.manifest.sources)
            inputs = self._inputs(sources)
            if inputs == self.manifest.inputs and self._outputs_stand():
                return self._unchanged()
        store = RecordStore(self.job.cache, reading_version())
        try:
            with self.report.stage("reading"):
                self.report.problems += read_sources(
                    list(sources.values()), store, self.executor, self.progress
                )
                sources = with_good(sources, store.keys())
            with self.report.stage("digest"), kept_for_long():
                writer = self.writer(sources, store)
            with self.report.stage("writing"):
                outputs = self._write(writer)
            store.forget_all_but({s.good for s in sources.values()})
        finally:
            store.close()
            if self.records:
                self.records.close()
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
            self.job.taken,
            self.job.pages,
            list(pictures_in(self.job.images).items()),
            [(file.path, file.key()) for file in theme_files(self.job.theme)],
            self._version(),
        )

    def _version(self) -> str:
        """What every output depends on beside its own key."""
        return fingerprint(code_digest(*CODE), digest_of_theme(self.job.theme), self.job.site)

    def _outputs_stand(self) -> bool:
        root = str(self.job.output)
        return bool(self.manifest.outputs) and all(
            stamp_of(f"{root}/{path}") == written.stamp
            for path, written in self.manifest.outputs.items()
        )

    def _unchanged(self) -> BuildReport:
        self.report.unchanged = True
        self.report.kept = len(self.manifest.outputs)
        self.report.counts = self.manifest.counts
        return self.report

    def writer(self, sources: dict[str, Source], store: RecordStore) -> SiteWriter:
        """Plan what is to be written of the articles that can be read."""
        planned = plan_site(self.job, list(sources.values()), store)
        self.origins, self.records = planned.origins, planned.records
        self.report.counts, self.report.folded = planned.counts, planned.folded
        self.report.problems += planned.problems
        version = fingerprint(self._version(), planned.menu)
        return SiteWriter(self.job.output, planned.outputs, self.manifest.outputs, version)

    def _write(self, writer: SiteWriter) -> dict[str, Written]:
        job, before = self.job, self.manifest.outputs
        if self.manifest.died:
            sweep(job.output)
        announce((o.path for o in writer.planned if o.path not in before), self.path)
        old = self._spelt_otherwise(writer)
        self.report.removed = remove(old, job.output)
        outputs: dict[str, Written] = {}
        anew = Preparation(writer_anew, (job,))
        for outcome in write_all(writer, self.executor, self.progress, anew):
            if isinstance(outcome, Unwritten):
                self.report.problems.append(unwritten(outcome, self.origins))
                continue
            outputs[outcome.path] = outcome.written
            self.report.written += outcome.changed
            self.report.kept += not outcome.changed
        gone = before.keys() - outputs.keys() - {*job.taken, *old}
        self.report.removed += remove(gone, job.output)
        return outputs

    def _spelt_otherwise(self, writer: SiteWriter) -> list[str]:
        """Files of the last build that stand where this one writes, spelt otherwise."""
        planned = {output.path for output in writer.planned}
        before = self.manifest.outputs.items()
        old = [path for path, was in before if was.output in ("", path) and path not in planned]
        return respelt(old, planned)


def writer_anew(job: BuildJob) -> SiteWriter:
    """Make the writer of a build that another process runs, in this one."""
    build = _Build(job, Serial(), Progress())
    store = RecordStore(job.cache, reading_version())
    with kept_for_long():
        sources, _ = scan(job.articles, build.manifest.sources)
        return build.writer(with_good(sources, store.keys()), store)
