"""Every planned path is normal, relative and nobody else's before anything is written."""

from __future__ import annotations

import pytest
from gloss.assembly.paths import is_normal, parted
from gloss.output import Bundle, File, Output

from tests.assembly.conftest import Project


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
    project.add(6)
    for number, name in ((5, "person:zoe"), (6, "person:ZOE")):
        path = project.story(number)
        path.write_text(path.read_text(encoding="utf-8") + f"\n\n[Zoe]({name}) came.\n")
    report = project.build()
    told = [str(problem) for problem in report.problems]
    lines = len(project.story(5).read_text(encoding="utf-8").split("\n")) - 1
    assert any("people/zoe/index.html" in line and "people/ZOE/index.html" in line for line in told)
    assert all("story-00005.md" in line and "story-00006.md" in line for line in told)
    assert any(f"story-00005.md:{lines}" in line for line in told)
    assert "people/ZOE/index.html" in project.built() or "people/zoe/index.html" in project.built()
