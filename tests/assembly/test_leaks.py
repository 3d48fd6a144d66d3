"""Nothing of a draft is anywhere; a hidden story has its own folder and no more."""

from __future__ import annotations

from tests.assembly.conftest import Project
from tests.unpacked import unpacked

DRAFT, HIDDEN = "Draftonly", "Hiddenonly"


def mark(project: Project, number: int, word: str, status: str) -> None:
    """Give a story a status, and a name, a date and a quotation that no other has."""
    text = project.story(number).read_text(encoding="utf-8")
    head, _, body = text.partition("\n\n")
    head = head.replace("\nSlug:", f"\nStatus: {status}\nSlug:").replace(
        "Title: ", f"Title: {word} "
    )
    said = f"[{word} Person](person:{word.lower()}-person) said on [{word} day](date:1971-02-03)"
    quoted = f"[“{word} words are said,”]{{.quote by={word.lower()}-person cue=said}}"
    project.story(number).write_text(f"{head}\n\n{said}: {quoted}.\n\n{body}", encoding="utf-8")


def holding(site: dict[str, bytes], word: str) -> list[str]:
    """The files that hold a word, or are called by it."""
    low = word.lower()
    return [
        path
        for path, content in unpacked(site).items()
        if low in path or low.encode() in content.lower() or b"1971-02-03" in content
    ]


def test_a_draft_is_nowhere(project: Project) -> None:
    mark(project, 2, DRAFT, "draft")
    project.build()
    assert holding(project.built(), DRAFT) == []
    assert not [path for path in project.built() if "story-00002" in path]


def test_a_hidden_story_has_its_own_folder_and_no_more(project: Project) -> None:
    mark(project, 2, HIDDEN, "hidden")
    project.build()
    found = holding(project.built(), HIDDEN)
    assert "stories/story-00002/index.html" in found
    assert [path for path in found if not path.startswith("stories/story-00002/")] == []


def test_a_hidden_story_leads_to_no_name_that_only_it_has(project: Project) -> None:
    mark(project, 2, HIDDEN, "hidden")
    with project.story(2).open("a", encoding="utf-8") as file:
        file.write(
            f"\n> [!QUOTE] by={HIDDEN.lower()}-person cue=said\n> “It is over, and so am I.”\n"
        )
    project.build()
    before = project.built()["stories/story-00002/index.html"].decode()
    assert f"people/{HIDDEN.lower()}-person/" not in before
    assert f'<span class="speaker">{HIDDEN} Person</span>' in before
    assert 'href="../../people/' in before, "names that other stories have stay links"
    mark(project, 3, HIDDEN, "published")
    project.build()
    after = project.built()["stories/story-00002/index.html"].decode()
    assert f'href="../../people/{HIDDEN.lower()}-person/"' not in after, "one story names it"
    mark(project, 4, HIDDEN, "published")
    project.build()
    after = project.built()["stories/story-00002/index.html"].decode()
    assert f'href="../../people/{HIDDEN.lower()}-person/"' in after
    assert project.built() == project.clean()


def test_published_again_it_is_everywhere(project: Project) -> None:
    mark(project, 2, HIDDEN, "hidden")
    project.build()
    project.edit(2, "\nStatus: hidden", "")
    project.build()
    found = holding(project.built(), HIDDEN)
    wanted = {
        "index.html",
        "people/index.html",
        "quotes/index.html",
        "timeline/index.html",
        "feeds/all.atom.xml",
        "data/quotations.csv",
        "data/dates.jsonl",
    }
    assert wanted <= set(found)
    assert b"stories/story-00002/" in project.built()["sitemap.xml"]
    assert any(path.startswith("search/") for path in found)
