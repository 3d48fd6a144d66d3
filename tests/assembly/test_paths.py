"""Every planned path is normal, relative and nobody else's before anything is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from gloss.assembly import site_writer
from gloss.assembly.paths import is_normal, parted, respelt
from gloss.output import Bundle, File, Output

from tests.assembly.conftest import Project, differing


@pytest.mark.parametrize(
    "path", ["index.html", "people/leon-li/", "a/b.c/d.html", "people/élan/index.html"]
)
def test_a_path_that_every_system_can_write(path: str) -> None:
    assert is_normal(path)


@pytest.mark.parametrize(
    "path",
    [
        *("", "/", "/1.html", "timeline/../1.html", "../x", "./x", "a//b", ".."),
        *("a/./b", "a\\b", "a\0b", "a\nb", "a:b", "a?", "a*", "\ud800", "é" * 128),
    ],
)
def test_a_path_that_leaves_its_folder_or_that_some_system_cannot_write(path: str) -> None:
    assert not is_normal(path)


def file(path: str, source: str = "") -> File:
    return File(path, path, bytes, source)


@pytest.mark.parametrize(
    ("planned", "refused", "other"),
    [
        ([file("a/b.html", "1"), file("A/B.html", "2")], "A/B.html", "a/b.html"),
        ([file("é.html", "1"), file("e\u0301.html", "2")], "e\u0301.html", "é.html"),
        ([file("a", "1"), file("a/b", "2")], "a/b", "a"),
        ([file("a/b", "1"), file("a", "2")], "a", "a/b"),
        ([file("a/b/c", "1"), file("a/B", "2")], "a/B", "a/b/c"),
        ([file("a.html/index.html", "x"), file("a.html")], "a.html/index.html", "a.html"),
        ([Bundle("search/", "", list), file("search", "1")], "search", "search/"),
    ],
)
def test_of_two_that_want_one_place_the_later_is_refused_and_both_are_known(
    planned: list[Output], refused: str, other: str
) -> None:
    written, away = parted(planned)
    assert [(one.output.path, one.other and one.other.path) for one in away] == [(refused, other)]
    assert [output.path for output in written] == [other]


def test_a_page_may_stand_in_the_folder_of_a_bundle() -> None:
    planned: list[Output] = [Bundle("search/", "", list), file("search/index.html")]
    assert parted(planned) == (planned, [])


def test_names_that_differ_in_case_are_told_with_both_files_and_lines(project: Project) -> None:
    for number in (6, 7):
        project.add(number)
    # A name has a page once two stories speak of it.
    for number, name in ((4, "zoe"), (5, "zoe"), (6, "ZOE"), (7, "ZOE")):
        path = project.story(number)
        path.write_text(path.read_text(encoding="utf-8") + f"\n\n[Zoe](person:{name}) came.\n")
    report = project.build()
    told = [str(problem) for problem in report.problems]
    lines = len(project.story(4).read_text(encoding="utf-8").split("\n")) - 1
    assert any("people/zoe/index.html" in line and "people/ZOE/index.html" in line for line in told)
    assert all("story-00004.md" in line and "story-00006.md" in line for line in told)
    assert any(f"story-00004.md:{lines}" in line for line in told)
    assert "people/ZOE/index.html" in project.built() or "people/zoe/index.html" in project.built()


@pytest.mark.parametrize(
    ("old", "planned", "expected"),
    [
        (["a/Rain/index.html"], ["a/rain/index.html"], ["a/Rain/index.html"]),
        (["a/Rain/dates.ics"], ["a/rain/index.html"], ["a/Rain/dates.ics"]),
        (["a/cafe\u0301/x"], ["a/café/x"], ["a/cafe\u0301/x"]),
        (["a/snow/index.html", "b"], ["a/rain/index.html"], []),
        (["a/rain/dates.ics"], ["a/rain/index.html"], []),
        ([], ["a"], []),
    ],
)
def test_what_is_spelt_otherwise_now(old: list[str], planned: list[str], expected: list[str]):
    assert respelt(old, planned) == expected


def test_a_slug_that_changes_its_capitals_alone_keeps_its_page(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.edit(2, "Slug: story-00002", "Slug: Story-00002")
    project.build()
    old = project.root / "output" / "stories" / "Story-00002"
    assert old.is_dir()
    write, stood = site_writer.write_atomically, []

    def writing(path: Path, content: bytes) -> None:
        stood.extend(entry.name for entry in old.parent.iterdir() if entry.name == old.name)
        write(path, content)

    monkeypatch.setattr(site_writer, "write_atomically", writing)
    project.edit(2, "Slug: Story-00002", "Slug: story-00002")
    assert not project.build().problems
    assert stood == [], "where capitals count for nothing, it would be taken for the new one"
    assert differing(project.built(), project.clean()) == []
