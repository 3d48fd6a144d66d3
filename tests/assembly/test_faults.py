"""One bad thing costs one thing: it is told, the others are built, its last good version stays."""

from __future__ import annotations

import errno
import re
from pathlib import Path

import pytest
from gloss.assembly import site_writer
from gloss.pages import links
from gloss.register import Entry, Register

from tests.assembly.conftest import Project, differing, make_project

LONG = "abcdefgh-" * 40
GOOD = ["stories/story-00000/index.html", "stories/story-00001/index.html"]


def write(project: Project, body: str, slug: str = "odd-story", title: str = "Odd") -> None:
    head = f"Title: {title}\nDate: 2019-01-01\nSlug: {slug}\nPublished: 2019-01-01\n\n"
    (project.stories / "odd.md").write_text(head + body + "\n", encoding="utf-8")


# What an article may hold by slip or by malice: all of it is shown, or is the article's error.
SHOWN = {
    "a long id": f"[X](person:{LONG}) said so.",
    "a long slug": "Words.",
    "a long headline": "Words.",
    "a name of emoji": "[😀](person:u1f600) came.",
    "an empty name": "[](person:x)",
    "an empty date": "[](date:2018-01-01)",
    "an empty quotation": "[“”]{.quote by=x}",
    "two timelines": "Words.\n\n[TIMELINE]\n\nMore on [Monday](date:2018-01-01).\n\n[TIMELINE]",
    "a page's own file": "Words.",
    "an id like a file": "[X](person:index.html) and [Y](person:a.html) came.",
    "a device": "[X](person:con) and [Y](org:aux) and [Z](place:NUL) came.",
    "an old year": "[then](date:-0043) until [later](date:../1997)",
    "nothing": "",
}
SLUGS = {"a long slug": LONG, "a page's own file": "index.html", "a device": "con"}
TITLES = {"a long headline": "Word " * 4_000, "a name of emoji": "😀"}
TOLD = {
    "a year without end": "[then](date:Y1E999999999)",
    "a far year": "[then](date:Y170000002) and [now](date:Y1E99)",
    "a control character in an id": "[X](person:a\0b)",
    "a list in lists": "- " * 600 + "a",
    "a day of no calendar": "[x](date:2018-02-31)",
}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site without an odd article."""
    return make_project(tmp_path_factory.mktemp("before")).clean()


@pytest.mark.parametrize("case", [*SHOWN, *TOLD])
def test_an_odd_article_costs_no_other(
    project: Project, before: dict[str, bytes], case: str
) -> None:
    body = {**SHOWN, **TOLD}[case]
    write(project, body, SLUGS.get(case, "odd-story"), TITLES.get(case, "Odd"))
    report = project.build()
    built = project.built()
    assert all(path in built for path in GOOD)
    told = [str(problem) for problem in report.problems]
    assert all(re.search(r"odd\.md", line) for line in told)
    assert bool(told) == (case in TOLD)
    if case in SHOWN:
        assert sum(path.startswith("stories/") for path in built) > sum(
            path.startswith("stories/") for path in before
        )


def test_a_file_that_is_broken_leaves_its_last_good_version(project: Project) -> None:
    project.build()
    before = project.built()
    project.story(2).write_text("no head at all", encoding="utf-8")
    (problem,) = project.build().problems
    assert "story-00002.md:1" in str(problem)
    assert differing(project.built(), before) == []
    (again,) = project.build().problems
    assert str(again) == str(problem), "it is told while it lasts"
    project.add(2)
    assert not project.build().problems
    assert differing(project.built(), before) == []


def test_a_page_that_cannot_be_made_leaves_its_last_good_version(project: Project) -> None:
    project.build()
    before = project.built()
    path = project.theme / "templates" / "name.html"
    path.write_text("{{ 1 // 0 }}" + path.read_text(encoding="utf-8"), encoding="utf-8")
    report = project.build()
    names = [
        path for path in before if re.fullmatch(r"(people|organisations)/[^/]+/index.html", path)
    ]
    told = [str(problem) for problem in report.problems]
    assert any(names[0] in line and "ZeroDivisionError" in line and ".md:" in line for line in told)
    after = project.built()
    assert all(after[path] == before[path] for path in names)
    assert len(told) < len(before)


def test_a_full_disk_is_no_page_s_fault(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, _: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr(site_writer, "write_atomically", full)
    with pytest.raises(OSError, match="No space left"):
        project.build()


def test_a_story_that_breaks_the_plan_is_left_out(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project, "[X](person:x) came.")
    project.register = Register({"person:x": Entry("person:x", "X", "person")})
    original = links.Links._story

    def breaking(self: links.Links, story: object) -> object:
        if getattr(story, "slug", "") == "odd-story":
            raise ValueError("cannot be linked")
        return original(self, story)  # type: ignore[arg-type]

    monkeypatch.setattr(links.Links, "_story", breaking)
    (problem,) = project.build().problems
    assert "odd.md" in str(problem)
    assert "cannot be linked" in str(problem)
    assert GOOD[0] in project.built()
