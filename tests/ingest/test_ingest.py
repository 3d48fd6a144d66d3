"""The life of a seed: new, unchanged, changed, corrected by hand, broken, gone."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from gloss.article import read_article, read_head
from gloss.ingest import IngestSettings, ingest, plan
from gloss.seed import Seed, read_seed
from gloss.store import stamps

ROOT = Path(__file__).parents[2]
STORY = """\
Harbour bridge opens
Published: 2021-03-04
Author: A. Reporter
Section: Harbour

Mary Miller opened the bridge in Lisbon on Tuesday.
“It took three years,” Mary Miller said.
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1614902400")  # 2021-03-05
    return Project(tmp_path)


class Project:
    """An editor's folders."""

    def __init__(self, root: Path) -> None:
        self.seeds, self.stories = root / "seeds", root / "content" / "stories"
        self.register = root / "content" / "entities.yaml"
        self.settings = IngestSettings(cache=root / "cache", processes=1)
        self.seeds.mkdir()

    def seed(self, name: str, text: str | bytes) -> None:
        data = text if isinstance(text, bytes) else text.encode("utf-8")
        (self.seeds / name).write_bytes(data)

    def article(self, name: str) -> str:
        return (self.stories / name).read_text(encoding="utf-8")

    def correct(self, name: str, old: str, new: str) -> None:
        text = self.article(name)
        assert old in text
        (self.stories / name).write_text(text.replace(old, new), encoding="utf-8")

    def ingest(self, **options):
        settings = replace(self.settings, **options)
        return ingest(self.seeds, self.stories, self.register, settings)

    def files(self) -> dict[str, tuple[int, bytes]]:
        return {
            p.name: (p.stat().st_mtime_ns, p.read_bytes()) for p in sorted(self.stories.iterdir())
        }


def test_a_new_seed_becomes_an_article(project):
    project.seed("bridge.txt", STORY)
    report = project.ingest()
    assert report.errors == ()
    assert report.written == ("harbour-bridge-opens.md",)
    article = read_article(project.article("harbour-bridge-opens.md"))
    assert article.title == "Harbour bridge opens"
    assert article.date == "2021-03-05"
    assert article.story.published == "2021-03-04"
    assert article.story.author == "A. Reporter"
    assert article.story.section == "Harbour"
    assert article.story.text == (
        "Mary Miller opened the bridge in Lisbon on Tuesday.\n\n"
        "“It took three years,” Mary Miller said."
    )
    assert "person:mary-miller" in {m.entity for m in article.annotations.mentions}


def test_nothing_is_written_or_loaded_where_nothing_changed(project):
    project.seed("bridge.txt", STORY)
    project.ingest()
    before = project.files()
    code = (
        "import sys; from pathlib import Path; from gloss.ingest import *\n"
        f"r = ingest(Path({str(project.seeds)!r}), Path({str(project.stories)!r}),"
        f" Path({str(project.register)!r}),"
        f" IngestSettings(cache=Path({str(project.settings.cache)!r})))\n"
        "assert r.unchanged == 1 and not r.written and not r.errors, r\n"
        "heavy = {'spacy', 'onnxruntime', 'numpy', 'pelican', 'charset_normalizer'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    path = str(ROOT / "plugins")
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": path},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert project.files() == before


def test_what_is_remembered_may_be_lost(project):
    project.seed("bridge.txt", STORY)
    project.ingest()
    (project.settings.cache / "seeds").write_text("{", encoding="utf-8")
    assert project.ingest().unchanged == 1


def test_a_changed_seed_is_annotated_again_under_its_old_address(project):
    project.seed("bridge.txt", STORY)
    project.ingest()
    project.correct(
        "harbour-bridge-opens.md", "Summary:", "Status: draft\nCategory: local\nSummary:"
    )
    project.seed(
        "bridge.txt", STORY.replace("Harbour bridge", "Lisbon bridge").replace("three", "4")
    )
    assert project.ingest().written == ("harbour-bridge-opens.md",)
    article = read_article(project.article("harbour-bridge-opens.md"))
    assert article.slug == "harbour-bridge-opens"
    assert article.title == "Lisbon bridge opens"
    assert article.status == "draft"
    assert "4 years" in article.story.text
    head = read_head(project.article("harbour-bridge-opens.md"), "a")
    assert head.other == {"Category": ("local",)}


def test_two_stories_of_one_headline_have_two_addresses(project):
    project.seed("a.txt", STORY)
    project.seed("b.txt", STORY.replace("three", "five"))
    assert project.ingest().written == ("harbour-bridge-opens.md", "harbour-bridge-opens-2.md")


def test_seeds_in_a_folder_of_their_own_are_not_read_and_that_is_said(project):
    project.seed("bridge.txt", STORY)
    for name in ("2021/a.txt", "2021/may/b.TXT", "empty/notes.md", ".hidden/c.txt"):
        path = project.seeds / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(STORY, encoding="utf-8")
    report = project.ingest()
    assert report.written == ("harbour-bridge-opens.md",)
    assert report.notices == ("2021/: 2 text files are not read; move seeds out of the folder",)


def test_files_of_another_kind_are_not_read_and_that_is_said(project):
    project.seed("bridge.txt", STORY)
    for name in ("e.JPG", "a.docx", "b.HTML", "c.bak", "letter", ".d.swp", "~$a.docx"):
        project.seed(name, STORY)
    assert project.ingest().notices == (
        "a.docx: not read; gloss add seeds/a.docx makes a seed of it",
        "b.HTML: not read; gloss add seeds/b.HTML makes a seed of it",
        "c.bak: not read; a seed's name ends in .txt",
        "e.JPG: not read; a picture goes into content/static/images, and write Image: e.JPG "
        "under the story's headline",
        "letter: not read; a seed's name ends in .txt",
    )


def test_a_picture_and_the_day_of_access_stand_in_the_head_as_in_the_seed(project):
    head = "Accessed: 2021-03-05\nImage: a.jpg\nAlt: A bridge\n"
    project.seed("bridge.txt", STORY.replace("Author:", f"{head}Author:"))
    project.ingest()
    article = read_article(project.article("harbour-bridge-opens.md"))
    assert (article.picture.file, article.picture.alt) == ("a.jpg", "A bridge")
    assert "\nAccessed: 2021-03-05\n" in project.article("harbour-bridge-opens.md")
    project.correct("harbour-bridge-opens.md", "Alt: A bridge", "Alt: The bridge")
    project.ingest(everything=True)
    assert "\nAlt: The bridge\n" in project.article("harbour-bridge-opens.md")


def test_a_renamed_seed_is_told_and_makes_no_second_story(project):
    project.seed("bridge.txt", STORY)
    project.ingest()
    (project.seeds / "bridge.txt").rename(project.seeds / "crossing.txt")
    report = project.ingest()
    assert report.written == ()
    assert report.notices == (
        "crossing.txt: has the text of bridge.txt, which is gone. Where it was renamed, write "
        "Seed: crossing.txt into harbour-bridge-opens.md; "
        "where not, delete harbour-bridge-opens.md",
    )
    project.correct("harbour-bridge-opens.md", "Seed: bridge.txt", "Seed: crossing.txt")
    assert project.ingest().notices == ()
    assert len(project.files()) == 1


def test_a_seed_that_is_gone_leaves_its_article(project):
    project.seed("bridge.txt", STORY)
    project.ingest()
    (project.seeds / "bridge.txt").unlink()
    before = project.files()
    report = project.ingest()
    assert report.notices == (
        "harbour-bridge-opens.md: its seed bridge.txt is gone; the article stays",
    )
    assert project.files() == before


def test_a_broken_seed_costs_no_other_and_leaves_its_last_article(project):
    project.seed("bridge.txt", STORY)
    project.ingest()
    before = project.files()
    project.seed("bridge.txt", STORY.replace("2021-03-04", "4 March"))
    project.seed("other.txt", STORY.replace("Harbour", "Second"))
    report = project.ingest()
    assert report.errors == ("bridge.txt:2: Published '4 March' is no date; expected YYYY-MM-DD",)
    assert report.written == ("second-bridge-opens.md",)
    assert project.files()["harbour-bridge-opens.md"] == before["harbour-bridge-opens.md"]
    assert project.ingest().errors == report.errors


def test_the_register_reaches_the_stories_that_it_touches_and_no_other(project):
    project.seed("bridge.txt", STORY)
    project.seed("rain.txt", "Rain again\n\nIt rained in Porto all day.\n")
    project.ingest()
    project.register.write_text(
        "entities:\n- name: Mary Q. Miller\n  type: person\n  aliases: [Mary Miller]\n",
        encoding="utf-8",
    )
    assert project.ingest().written == ("harbour-bridge-opens.md",)
    assert "(person:mary-q-miller)" in project.article("harbour-bridge-opens.md")
    assert project.ingest().written == ()
    project.register.write_text("not_a_name: [Porto]\n", encoding="utf-8")
    assert sorted(project.ingest().written) == ["harbour-bridge-opens.md", "rain-again.md"]
    assert "(place:porto)" not in project.article("rain-again.md")


def test_a_description_touches_no_story(project):
    project.seed("bridge.txt", STORY)
    entry = "entities:\n- name: Mary Miller\n  type: person\n  description: "
    project.register.parent.mkdir(parents=True)
    project.register.write_text(entry + "A mayor.\n", encoding="utf-8")
    project.ingest()
    project.register.write_text(entry + "A former mayor.\n", encoding="utf-8")
    assert project.ingest().written == ()


@pytest.fixture
def reread(project, monkeypatch):
    """Two seeds that agree with a register, and a function that says which an edit reads again."""
    project.seed("bridge.txt", STORY)
    project.seed("rain.txt", "Rain again\n\nIt rained in Porto all day.\n")
    project.register.parent.mkdir(parents=True)
    read: list[str] = []

    def reading(path: Path, most: int) -> Seed:
        read.append(path.name)
        return read_seed(path, most)

    monkeypatch.setattr(plan, "read_seed", reading)
    monkeypatch.setattr(stamps, "STILL_WARM", 0)

    def edited(register: str) -> list[str]:
        project.register.write_text(register, encoding="utf-8")
        read.clear()
        assert project.ingest().errors == ()
        return sorted(set(read))

    edited("entities:\n- {name: Mary Miller, type: person}\n")
    edited("entities:\n- {name: Mary Miller, type: person}\nnot_a_name: [Rome]\n")
    return edited


MILLER = "entities:\n- {name: Mary Miller, type: person, %s}\nnot_a_name: [Rome]\n"


@pytest.mark.parametrize(
    ("register", "expected"),
    [
        (MILLER % "description: A mayor", []),
        (MILLER % "aliases: [Quarry]", ["bridge.txt"]),
        (MILLER.replace("Rome", "Porto") % "description: A mayor", ["rain.txt"]),
        ("entities: []\nnot_a_name: [Rome]\n", ["bridge.txt"]),
        ("entities:\n- {name: Porto Ltd, type: org}\n", ["bridge.txt", "rain.txt"]),
    ],
)
def test_an_edit_of_the_register_reads_the_seeds_that_it_may_bear_on(reread, register, expected):
    assert reread(register) == expected


def test_a_merged_id_becomes_the_one_that_replaces_it(project):
    project.seed("bridge.txt", STORY)
    project.register.parent.mkdir(parents=True)
    project.register.write_text(
        "entities:\n- {id: 'person:m-miller', name: M. Miller, merges: ['person:mary-miller']}\n",
        encoding="utf-8",
    )
    project.ingest()
    article = read_article(project.article("harbour-bridge-opens.md"))
    ids = {m.entity for m in article.annotations.mentions}
    assert "person:m-miller" in ids
    assert "person:mary-miller" not in ids


KELLYS = {
    "politics.txt": "School opened\n\nThe minister, Ruth Kelly, opened a school in Leeds.\n",
    "music.txt": "Awards in spring\n\nThe awards in Las Vegas feature singer R. Kelly and Usher.\n",
}
APART = "entities:\n- {name: Ruth Kelly, type: person}\n- {name: R. Kelly, type: person}\n"
ONE = "entities:\n- {name: Ruth Kelly, type: person, merges: ['person:r-kelly']}\n"


@pytest.mark.parametrize(
    ("register", "expected"),
    [
        ("", {"person:ruth-kelly", "person:r-kelly"}),
        (APART, {"person:ruth-kelly", "person:r-kelly"}),
        (ONE, {"person:ruth-kelly"}),
    ],
)
def test_two_people_are_one_only_where_the_register_says_so(project, register, expected):
    for name, text in KELLYS.items():
        project.seed(name, text)
    project.register.parent.mkdir(parents=True)
    project.register.write_text(register, encoding="utf-8")
    articles = [read_article(project.article(name)) for name in project.ingest().written]
    found = {m.entity for article in articles for m in article.annotations.mentions}
    assert {id_ for id_ in found if "kelly" in id_} == expected


def test_what_is_no_register_changes_nothing(project):
    project.seed("bridge.txt", STORY)
    project.ingest()
    before = project.files()
    project.register.write_text("entities: [", encoding="utf-8")
    project.seed("bridge.txt", STORY.replace("three", "four"))
    (error,) = project.ingest().errors
    assert f"{project.register}:1: line 1 opens a bracket" in error
    assert project.files() == before


def test_an_entry_that_is_wrong_costs_no_story(project):
    project.seed("bridge.txt", STORY)
    project.register.parent.mkdir()
    project.register.write_text("entities:\n- {name: Lisbon, type: place}\n", encoding="utf-8")
    project.ingest()
    before = project.files()
    wrong = "entities:\n- {name: Lisbon, typ: place}\n- {name: Anna Lindt, type: person}\n"
    project.register.write_text(wrong, encoding="utf-8")
    assert project.ingest().written == (), "what an entry said while it was right stays"
    assert project.files() == before
    project.seed("other.txt", STORY.replace("Harbour bridge opens", "Another bridge opens"))
    assert project.ingest().written == ("another-bridge-opens.md",)
    project.register.write_text(wrong.replace("typ:", "type:"), encoding="utf-8")
    assert not project.ingest().errors


def test_another_annotator_makes_articles_anew(project, monkeypatch):
    project.seed("bridge.txt", STORY)
    project.ingest()
    monkeypatch.setattr("gloss.ingest.run.annotator_version", lambda: "next")
    assert project.ingest().written == ("harbour-bridge-opens.md",)
    assert "Annotator: next\n" in project.article("harbour-bridge-opens.md")


def test_what_is_put_right_in_a_head_stays(project):
    project.seed("bridge.txt", STORY.replace("Published: 2021-03-04\n", ""))
    project.ingest()
    project.correct(
        "harbour-bridge-opens.md",
        "Title: Harbour bridge opens\n",
        "Title: The bridge is open\nPublished: 2021-03-04\n",
    )
    project.ingest(everything=True)
    article = read_article(project.article("harbour-bridge-opens.md"))
    assert article.title == "The bridge is open"
    assert article.story.published == "2021-03-04"


def test_an_article_that_cannot_be_read_is_not_written_over(project):
    project.seed("bridge.txt", STORY)
    project.ingest()
    project.correct("harbour-bridge-opens.md", "Slug:", "Slug")
    before = project.files()
    project.seed("bridge.txt", STORY.replace("three", "four"))
    assert project.ingest().written == ()
    assert project.files() == before


def test_two_runs_on_two_days_give_the_same_bytes(project, monkeypatch):
    project.seed("bridge.txt", STORY)
    project.ingest()
    before = project.article("harbour-bridge-opens.md")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1714902400")
    project.ingest(everything=True)
    assert project.article("harbour-bridge-opens.md") == before


ALONE = """
import sys
from dataclasses import replace
from pathlib import Path
from gloss.ingest import IngestSettings, annotating, ingest

annotating.WORTH_PROCESSES, annotating.CHUNK = 2, 2
root = Path(sys.argv[1])
settings = IngestSettings(processes=int(sys.argv[2]))
made = ingest(root / "seeds", root / sys.argv[2], root / "no.yaml", settings)
assert len(made.written) == 7, made
"""


def test_two_processes_make_the_same_bytes_as_one(project, tmp_path):
    for number in range(7):
        project.seed(
            f"{number}.txt", STORY.replace("Mary Miller", f"Mary {'ABCDEFG'[number]}. Miller")
        )
    for processes in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", ALONE, str(tmp_path), processes],
            env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")},
            check=True,
        )
    one, two = (
        {p.name: p.read_bytes() for p in (tmp_path / folder).iterdir()} for folder in ("1", "2")
    )
    assert one == two


def test_a_new_story_learns_from_the_other_names_of_an_old_one(project):
    project.seed(
        "one.txt",
        "Harbour bridge shut\n\nThe National Bridge Safety Board (NBSB) shut the bridge in Lisbon. "
        "The NBSB gave no reason.\n",
    )
    project.ingest()
    project.seed("two.txt", "Ferry stopped\n\nThe NBSB stopped a ferry in Oslo, the NBSB said.\n")
    (name,) = project.ingest().written
    assert "](org:national-bridge-safety-board)" in project.article(name)


def test_a_seed_whose_name_is_spelt_otherwise_keeps_its_article(project):
    project.seed("caf\u00e9.txt", STORY)
    assert len(project.ingest().written) == 1
    (project.seeds / "caf\u00e9.txt").rename(project.seeds / "cafe\u0301.txt")
    report = project.ingest()
    assert (report.written, report.errors, report.notices) == ((), (), ())
    project.seed("caf\u00e9.txt", STORY)
    (error,) = project.ingest().errors
    assert "has the same name, spelt otherwise" in error


def test_a_copy_that_a_conflict_left_is_told_and_the_original_used(project):
    project.seed("bridge.txt", STORY)
    project.ingest()
    project.seed("bridge (Ann's conflicted copy).txt", STORY.replace("three", "four"))
    article = project.article("harbour-bridge-opens.md")
    (project.stories / "harbour-bridge-opens (conflicted copy).md").write_text(article, "utf-8")
    report = project.ingest()
    assert (report.written, report.errors) == ((), ())
    assert len(report.notices) == 2
    assert "compare it with bridge.txt, then keep one" in report.notices[0]
    assert project.article("harbour-bridge-opens.md") == article
