"""After any change, the incremental build gives the bytes of a clean one."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from random import Random

import pytest
from gloss.build import making, reading, site, workshop
from gloss.register import Entry, Register
from gloss.story import kind_of
from gloss.work import Processes

from tests.build.conftest import Desk, differing, files_of

Change = Callable[[Desk], None]


def a_name(desk: Desk, nth: int = 0) -> tuple[str, str]:
    """The id and name of something that a story names."""
    text = desk.story(2).read_text(encoding="utf-8")
    found = re.findall(r"^    (\S+:\S+) = ([^|<\n]+)", text, re.MULTILINE)
    return found[nth][0], found[nth][1].strip()


def entry(desk: Desk, **fields: object) -> Entry:
    id_, name = a_name(desk)
    return Entry(**{"id": id_, "name": name, "kind": kind_of(id_), **fields})  # type: ignore[arg-type]


def register(desk: Desk, entry: Entry) -> None:
    desk.register = Register(entries={entry.id: entry})


def retype(desk: Desk) -> None:
    id_, name = a_name(desk)
    other = "org" if kind_of(id_) != "org" else "place"
    slug = id_.partition(":")[2]
    register(desk, Entry(f"{other}:{slug}", name, other, merges=(id_,)))


def change_template(desk: Desk) -> None:
    page = desk.theme / "templates" / "base.html"
    page.write_text(page.read_text(encoding="utf-8") + "<!-- other -->\n", encoding="utf-8")


def forget(desk: Desk) -> None:
    """The cache is emptied, and a story withdrawn that the site still shows."""
    shutil.rmtree(desk.root / "cache")
    desk.story(3).unlink()


CHANGES: dict[str, Change] = {
    "a story added": lambda desk: desk.add(17) and None,
    "a story removed": lambda desk: desk.story(3).unlink(),
    "a story removed, and what was built forgotten": forget,
    "a story's words corrected": lambda desk: desk.edit(1, "\n\nThe ", "\n\nA corrected "),
    "a headline corrected": lambda desk: desk.edit(2, "Title: ", "Title: Corrected "),
    "a story dated": lambda desk: desk.edit(4, "Published: 2015-01-02", "Published: 2014-05"),
    "a mark taken out": lambda desk: desk.edit(2, f"]({a_name(desk)[0]})", "](https://e.org/)"),
    "a story hidden": lambda desk: desk.edit(1, "\nSlug:", "\nStatus: hidden\nSlug:"),
    "a story made a draft": lambda desk: desk.edit(1, "\nSlug:", "\nStatus: draft\nSlug:"),
    "a slug changed": lambda desk: desk.edit(5, "Slug: story-00005", "Slug: another-address"),
    "a name renamed": lambda desk: register(desk, entry(desk, name="Élan O’Brien")),
    "a name described": lambda desk: register(desk, entry(desk, description="A <new> line.")),
    "a name identified": lambda desk: register(desk, entry(desk, same_as=("https://e.org/1",))),
    "two names merged": lambda desk: register(desk, entry(desk, merges=(a_name(desk, 1)[0],))),
    "a name retyped": retype,
    "a template changed": change_template,
    "a style changed": lambda desk: (desk.theme / "static/css/more.css").write_text("a{}") and None,
    "a static file removed": lambda desk: (desk.theme / "static/css/gloss.css").unlink(),
    "the site renamed": lambda desk: desk.settle(name="Other & Co"),
    "the address changed": lambda desk: desk.settle(url=""),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_after_a_change_the_site_is_that_of_a_clean_build(desk: Desk, change: Change) -> None:
    desk.build()
    before = desk.built()
    change(desk)
    report = desk.build()
    after = desk.built()
    assert differing(after, desk.clean()) == []
    assert len(differing(before, after)) == report.written + report.removed > 0


def test_a_change_undone_gives_the_first_bytes_again(desk: Desk) -> None:
    desk.build()
    first = desk.built()
    text = desk.story(1).read_text(encoding="utf-8")
    desk.edit(1, "\n\nThe ", "\n\nA corrected ")
    desk.build()
    assert desk.built() != first
    desk.story(1).write_text(text, encoding="utf-8")
    desk.build()
    assert desk.built() == first


def test_nothing_changed_writes_nothing_and_is_seen_at_once(desk: Desk) -> None:
    desk.build()
    report = desk.build()
    assert report.unchanged
    assert report.written == report.removed == 0
    assert report.counts["stories"] == 6


def test_gloss_itself_changed_makes_everything_anew(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.build()
    page = desk.root / "output" / "stories" / "story-00001" / "index.html"
    for module in (reading, site, workshop):
        monkeypatch.setattr(module, "code_digest", lambda *_: "another version")
    monkeypatch.setattr(workshop.Workshop, "_print", lambda *_: b"made by another version")
    desk.build()
    assert page.read_bytes() == b"made by another version"


def test_a_story_more_writes_its_names_and_lists_and_no_far_story(desk: Desk) -> None:
    for number in range(6, 24):
        desk.add(number)
    desk.build()
    before = desk.built()
    desk.add(29)
    desk.build()
    changed = differing(before, desk.built())
    new = desk.story(29).read_text(encoding="utf-8")
    ids = set(re.findall(r"^    (\S+:\S+) =", new, re.MULTILINE))
    marks = re.compile(r"\]\((\S+?:\S+?)\)")
    far = [desk.story(number) for number in range(20)]  # those of the last day have a new neighbour
    untouched = [story for story in far if not ids & set(marks.findall(story.read_text()))]
    assert len(untouched) > 2
    rewritten = {f"stories/{story.stem}/index.html" for story in untouched} & set(changed)
    assert rewritten == set()


@pytest.mark.parametrize("damage", ["removed", "edited", "touched"])
def test_an_output_that_somebody_damaged_is_put_right(desk: Desk, damage: str) -> None:
    desk.build()
    before = desk.built()
    page = desk.root / "output" / "stories" / "story-00001" / "index.html"
    if damage == "removed":
        page.unlink()
    else:
        page.write_text("damaged" if damage == "edited" else page.read_text() + " ")
    desk.build()
    assert desk.built() == before


def test_files_of_others_in_the_output_folder_stay(desk: Desk) -> None:
    desk.build()
    other = desk.root / "output" / "stories" / "notes.txt"
    other.write_text("not ours")
    desk.story(1).unlink()
    desk.build()
    assert other.read_text() == "not ours"
    assert not (desk.root / "output" / "stories" / "story-00001").exists()


def test_the_bytes_are_the_same_on_two_cores(desk: Desk) -> None:
    for number in range(6, 14):
        desk.add(number)
    desk.build(Processes(2))
    assert differing(desk.built(), desk.clean()) == []


def test_the_bytes_are_the_same_where_processes_inherit_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "WORTH_A_DIGEST", 0)
    desk.build(Processes(2, start="spawn"))
    assert differing(desk.built(), desk.clean()) == []
    desk.add(9)
    desk.build(Processes(2, start="spawn"))
    assert differing(desk.built(), desk.clean()) == []


def test_a_broken_article_is_told_and_the_others_are_built(desk: Desk) -> None:
    desk.story(2).write_text("no head at all", encoding="utf-8")
    report = desk.build()
    assert [problem.path for problem in report.problems] == [str(desk.story(2))]
    assert "story-00002.md" in str(report.problems[0])
    assert (desk.root / "output" / "stories" / "story-00001" / "index.html").exists()
    assert desk.build().problems, "it is told again while it lasts"


def test_two_articles_of_one_slug_are_told(desk: Desk) -> None:
    desk.edit(3, "Slug: story-00003", "Slug: story-00001")
    (problem,) = desk.build().problems
    assert "story-00003.md" in problem.path
    assert "story-00001" in problem.says


def test_any_run_of_changes_ends_in_the_bytes_of_a_clean_build(desk: Desk) -> None:
    random = Random(5)
    desk.build()
    for _ in range(12):
        number = random.randrange(30)
        if desk.story(number).exists() and random.random() < 0.5:
            desk.story(number).unlink()
        elif desk.story(number).exists():
            desk.edit(number, "\n\nThe ", f"\n\nA word{random.random()} ")
        else:
            desk.add(number)
        desk.build()
    assert differing(desk.built(), desk.clean()) == []


def test_an_empty_digest_has_its_pages(desk: Desk) -> None:
    for path in desk.stories.iterdir():
        path.unlink()
    desk.build()
    assert {"index.html", "404.html", "timeline/index.html", "feeds/all.atom.xml"} <= set(
        files_of(desk.root / "output")
    )
