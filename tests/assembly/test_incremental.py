"""After any change, the incremental build gives the bytes of a clean one."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from random import Random

import pytest
from gloss.assembly import build, parallel, printer, reading
from gloss.register import Entry, Register
from gloss.store import pieces
from gloss.story import kind_of
from gloss.work import Processes

from tests.assembly.conftest import Project, differing, files_of

Change = Callable[[Project], None]


def a_name(project: Project, nth: int = 0) -> tuple[str, str]:
    """The id and name of something that a story names."""
    text = project.story(2).read_text(encoding="utf-8")
    found = re.findall(r"^    (\S+:\S+) = ([^|<\n]+)", text, re.MULTILINE)
    return found[nth][0], found[nth][1].strip()


def entry(project: Project, **fields: object) -> Entry:
    id_, name = a_name(project)
    return Entry(**{"id": id_, "name": name, "kind": kind_of(id_), **fields})  # type: ignore[arg-type]


def register(project: Project, entry: Entry) -> None:
    project.register = Register(entries={entry.id: entry})


def retype(project: Project) -> None:
    id_, name = a_name(project)
    other = "org" if kind_of(id_) != "org" else "place"
    slug = id_.partition(":")[2]
    register(project, Entry(f"{other}:{slug}", name, other, merges=(id_,)))


def change_template(project: Project) -> None:
    page = project.theme / "templates" / "base.html"
    page.write_text(page.read_text(encoding="utf-8") + "<!-- other -->\n", encoding="utf-8")


def forget(project: Project) -> None:
    """The cache is emptied, and a story withdrawn that the site still shows."""
    shutil.rmtree(project.root / "cache")
    project.story(3).unlink()


CHANGES: dict[str, Change] = {
    "a story added": lambda project: project.add(17) and None,
    "a story removed": lambda project: project.story(3).unlink(),
    "a story removed, and what was built forgotten": forget,
    "a story's words corrected": lambda project: project.edit(1, "\n\nThe ", "\n\nA corrected "),
    "a headline corrected": lambda project: project.edit(2, "Title: ", "Title: Corrected "),
    "a story dated": lambda project: project.edit(4, "Published: 2015-01-02", "Published: 2014-05"),
    "a mark taken out": lambda project: project.edit(
        2, f"]({a_name(project)[0]})", "](https://e.org/)"
    ),
    "a story hidden": lambda project: project.edit(1, "\nSlug:", "\nStatus: hidden\nSlug:"),
    "a story made a draft": lambda project: project.edit(1, "\nSlug:", "\nStatus: draft\nSlug:"),
    "a story put into a section": lambda project: project.edit(
        2, "\nSlug:", "\nSection: Harbour\nSlug:"
    ),
    "a slug changed": lambda project: project.edit(5, "Slug: story-00005", "Slug: another-address"),
    "a name renamed": lambda project: register(project, entry(project, name="Élan O’Brien")),
    "a name described": lambda project: register(
        project, entry(project, description="A <new> line.")
    ),
    "a name identified": lambda project: register(
        project, entry(project, same_as=("https://e.org/1",))
    ),
    "two names merged": lambda project: register(
        project, entry(project, merges=(a_name(project, 1)[0],))
    ),
    "a name retyped": retype,
    "a template changed": change_template,
    "a style changed": lambda project: (
        (project.theme / "static/css/more.css").write_text("a{}") and None
    ),
    "a static file removed": lambda project: (project.theme / "static/css/gloss.css").unlink(),
    "the site renamed": lambda project: project.settle(name="Other & Co"),
    "the address changed": lambda project: project.settle(url=""),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_after_a_change_the_site_is_that_of_a_clean_build(project: Project, change: Change) -> None:
    project.build()
    before = project.built()
    change(project)
    report = project.build()
    after = project.built()
    assert differing(after, project.clean()) == []
    assert len(differing(before, after)) == report.written + report.removed > 0


def renamed(project: Project, number: int, slug: str) -> str:
    """The text of a story under another slug, as it enters the digest later."""
    text = project.story(number).read_text(encoding="utf-8")
    text = text.replace(f"story-{number:05}", slug)
    return re.sub(r"^Date: .*", "Date: 2031-01-01", text, flags=re.MULTILINE)


def copy_story(project: Project) -> None:
    """The story that all others come after, once more from elsewhere."""
    path = project.stories / "a-copy.md"
    path.write_text(renamed(project, 5, "a-copy"), encoding="utf-8")


def follow_story(project: Project) -> None:
    """A story on the matter of another: half of what that says, and as much that it does not."""
    texts = [renamed(project, number, "what-followed").split("\n\n") for number in (5, 4)]
    half = [text[1 : len(text) // 2] for text in texts]
    path = project.stories / "what-followed.md"
    path.write_text("\n\n".join((texts[0][0], *half[0], *half[1])), encoding="utf-8")


def put_together(project: Project) -> None:
    """Two stories of the same people in other months: they have a page together then."""
    for month in ("03", "06"):
        text = renamed(project, 5, f"again-{month}")
        text = text.replace("Published: 2015-01", f"Published: 2015-{month}")
        (project.stories / f"again-{month}.md").write_text(text, encoding="utf-8")


def test_copies_threads_and_pairs_come_and_go_as_in_a_clean_build(project: Project) -> None:
    project.build()
    copy_story(project)
    follow_story(project)
    put_together(project)
    project.build()
    after = project.built()
    assert "threads/story-00005/index.html" in after
    assert any(path.startswith("with/people/") for path in after)
    assert differing(after, project.clean()) == []
    project.story(5).unlink()
    project.build()
    left = project.built()
    assert "threads/story-00005/index.html" not in left
    assert differing(left, project.clean()) == []


def test_a_change_undone_gives_the_first_bytes_again(project: Project) -> None:
    project.build()
    first = project.built()
    text = project.story(1).read_text(encoding="utf-8")
    project.edit(1, "\n\nThe ", "\n\nA corrected ")
    project.build()
    assert project.built() != first
    project.story(1).write_text(text, encoding="utf-8")
    project.build()
    assert project.built() == first


def test_nothing_changed_writes_nothing_and_is_seen_at_once(project: Project) -> None:
    project.build()
    report = project.build()
    assert report.unchanged
    assert report.written == report.removed == 0
    assert report.counts["stories"] == 6


def test_gloss_itself_changed_makes_everything_anew(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.build()
    page = project.root / "output" / "stories" / "story-00001" / "index.html"
    for module in (reading, build):
        monkeypatch.setattr(module, "code_digest", lambda *_: "another version")
    monkeypatch.setattr(printer.Printer, "print", lambda *_: b"made by another version")
    project.build()
    assert page.read_bytes() == b"made by another version"


def test_data_made_of_many_runs_is_that_of_a_clean_build_after_each_change(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "LEAST", 2)
    monkeypatch.setattr(pieces, "EVERY", 2)
    project.build()
    for changes in (
        ("a headline corrected", "a story added", "two names merged"),
        ("a story removed", "a name described"),
    ):
        for change in changes:
            CHANGES[change](project)
            project.build()
        after = data_of(project.built())
        assert len(after) > 10
        assert after == data_of(project.clean()), changes


def data_of(site: dict[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in site.items() if path.startswith("data/")}


def test_a_page_is_printed_only_where_what_it_shows_changed(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6, 12):
        project.add(number)
    project.build()
    before = project.built()
    printed = []
    made = printer.Printer.print
    monkeypatch.setattr(
        printer.Printer, "print", lambda *given: printed.append(given[1].path) or made(*given)
    )
    project.edit(2, "Title: ", "Title: Corrected ")
    project.build()
    changed = differing(before, project.built())
    assert sorted(printed) == [path for path in changed if path.endswith(".html")]


def test_a_story_more_writes_its_names_and_lists_and_no_far_story(project: Project) -> None:
    for number in range(6, 24):
        project.add(number)
    project.build()
    before = project.built()
    project.add(29)
    project.build()
    changed = differing(before, project.built())
    ids = _ids(project, 29)
    marks = re.compile(r"\]\((\S+?:\S+?)\)")
    far = [
        project.story(number) for number in range(20)
    ]  # those of the last day have a new neighbour
    untouched = [story for story in far if not ids & set(marks.findall(story.read_text()))]
    assert len(untouched) > 2
    rewritten = {f"stories/{story.stem}/index.html" for story in untouched} & set(changed)
    assert rewritten == set()


def test_of_a_withdrawn_story_no_month_stays_though_what_was_built_is_forgotten(
    project: Project,
) -> None:
    project.edit(3, "Published: 2015-01-", "Published: 1999-05-02\nOld: ")
    project.build()
    own = project.root / "output" / "1999" / "05" / "notes.txt"
    assert (own.parent / "index.html").is_file()
    own.write_text("not ours")
    forget(project)
    project.build()
    assert [path.name for path in own.parent.iterdir()] == ["notes.txt"]


def test_a_new_story_writes_its_edition_and_the_one_behind_it(project: Project) -> None:
    days = ("01-05", "01-12", "01-19", "01-26", "02-02", "02-09")
    for number, day in enumerate(days):
        project.edit(number, "Published: 2015-01-", f"Published: 2015-{day}\nOld: ")
    new = project.add(11)
    project.edit(11, "Published: 2015-01-", "Published: 2015-01-21\nOld: ")
    named = re.findall(r"^    (\S+:\S+) = ([^|<\n]+)", new.read_text("utf-8"), re.MULTILINE)
    entries = (Entry(id_, name.strip(), kind_of(id_)) for id_, name in named)
    # Of a name that gets its page now, all links would change.
    project.register = Register({entry.id: entry for entry in entries})
    text = new.read_text("utf-8")
    new.unlink()
    project.build()
    before = project.built()
    new.write_text(text, "utf-8")
    project.build()
    after = project.built()
    changed = {path[14:17] for path in differing(before, after) if path.startswith("editions/2015")}
    assert "W04" in changed
    # A name of theirs that only one story had leads to a page of its own from now on.
    ids = _ids(project, 11)
    sharing = {f"W{n + 2:02}" for n in range(len(days)) if ids & _ids(project, n)}
    assert changed - sharing <= {"W04", "W05"}
    assert len(sharing) < len(days)
    assert differing(after, project.clean()) == []


def _ids(project: Project, number: int) -> set[str]:
    return set(re.findall(r"^    (\S+:\S+) =", project.story(number).read_text(), re.MULTILINE))


def test_a_word_more_changes_the_file_of_that_word_and_of_no_other(project: Project) -> None:
    project.build()
    before = project.built()
    undated = re.compile(r"(?<=\. )The (?=[^.“(]*\. )")
    [sentence, *_] = undated.finditer(project.story(2).read_text(encoding="utf-8"))
    rest = sentence.string[sentence.start() : sentence.start() + 40]
    project.edit(2, rest, rest.replace("The ", "The zymurgy ", 1))
    project.build()
    words = [path for path in differing(before, project.built()) if path.startswith("search/w/")]
    assert 0 < len(words) <= 4 < sum(path.startswith("search/w/") for path in before)


@pytest.mark.parametrize("damage", ["removed", "edited", "touched"])
def test_an_output_that_somebody_damaged_is_put_right(project: Project, damage: str) -> None:
    project.build()
    before = project.built()
    page = project.root / "output" / "stories" / "story-00001" / "index.html"
    if damage == "removed":
        page.unlink()
    else:
        page.write_text("damaged" if damage == "edited" else page.read_text() + " ")
    project.build()
    assert project.built() == before


def test_files_of_others_in_the_output_folder_stay(project: Project) -> None:
    project.build()
    other = project.root / "output" / "stories" / "notes.txt"
    other.write_text("not ours")
    project.story(1).unlink()
    project.build()
    assert other.read_text() == "not ours"
    assert not (project.root / "output" / "stories" / "story-00001").exists()


def test_the_bytes_are_the_same_on_two_cores(project: Project) -> None:
    for number in range(6, 14):
        project.add(number)
    project.build(Processes(2))
    assert differing(project.built(), project.clean()) == []


def test_the_bytes_are_the_same_where_processes_inherit_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel, "WORTH_A_DIGEST", 0)
    project.build(Processes(2, start="spawn"))
    assert differing(project.built(), project.clean()) == []
    project.add(9)
    project.build(Processes(2, start="spawn"))
    assert differing(project.built(), project.clean()) == []


def test_a_broken_article_is_told_and_the_others_are_built(project: Project) -> None:
    project.story(2).write_text("no head at all", encoding="utf-8")
    report = project.build()
    assert [problem.path for problem in report.problems] == [str(project.story(2))]
    assert "story-00002.md" in str(report.problems[0])
    assert (project.root / "output" / "stories" / "story-00001" / "index.html").exists()
    assert project.build().problems, "it is told again while it lasts"


def test_two_articles_of_one_slug_are_told(project: Project) -> None:
    project.edit(3, "Slug: story-00003", "Slug: story-00001")
    (problem,) = project.build().problems
    assert "story-00003.md" in problem.path
    assert "story-00001" in problem.says


def test_any_run_of_changes_ends_in_the_bytes_of_a_clean_build(project: Project) -> None:
    random = Random(5)
    project.build()
    for _ in range(12):
        number = random.randrange(30)
        if project.story(number).exists() and random.random() < 0.5:
            project.story(number).unlink()
        elif project.story(number).exists():
            project.edit(number, "\n\nThe ", f"\n\nA word{random.random()} ")
        else:
            project.add(number)
        project.build()
    assert differing(project.built(), project.clean()) == []


def test_an_empty_digest_has_its_pages(project: Project) -> None:
    for path in project.stories.iterdir():
        path.unlink()
    project.build()
    assert {"index.html", "404.html", "timeline/index.html", "feeds/all.atom.xml"} <= set(
        files_of(project.root / "output")
    )
