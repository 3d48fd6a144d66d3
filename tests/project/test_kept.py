"""Content that an earlier version made is read by this one: digests kept as they were."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from gloss.article import read_article
from gloss.assembly.build import build_site
from gloss.assembly.job import BuildJob
from gloss.assembly.templates import Theme
from gloss.ingest import IngestSettings, ingest
from gloss.register import load_register
from gloss.site import Site

ROOT = Path(__file__).parents[2]
KEPT = sorted((ROOT / "tests" / "cases" / "kept").iterdir())


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.name)
def test_a_digest_of_an_earlier_version_is_read_and_its_corrections_stay(kept, tmp_path):
    root = tmp_path / "digest"
    shutil.copytree(kept, root)
    content = root / "content"
    register = content / "entities.yaml"
    report = ingest(root / "seeds", content / "stories", register, IngestSettings(processes=1))
    assert report.errors == ()
    articles = {
        path.stem: read_article(path.read_text("utf-8"), path.name)
        for path in (content / "stories").glob("*.md")
    }
    assert articles.keys() == {"ferry-runs-again", "mill-is-sold"}
    ferry, mill = articles["ferry-runs-again"], articles["mill-is-sold"]
    assert (ferry.title, ferry.date) == ("The ferry runs again", "2026-06-01")
    assert [moment.edtf for moment in mill.annotations.moments] == ["2025-04-12"]
    job = BuildJob(
        articles=content / "stories",
        output=tmp_path / "output",
        cache=tmp_path / "cache",
        theme=Theme(
            templates=(str(ROOT / "theme" / "templates"),),
            static=str(ROOT / "theme" / "static"),
            options={"trim_blocks": True, "lstrip_blocks": True},
        ),
        site=Site(),
        register=load_register(register),
    )
    assert not build_site(job).problems
    page = (tmp_path / "output/people/mary-miller/index.html").read_text("utf-8")
    assert "Harbour master of Selby." in page
