"""What an article asks its editor: who may be meant is who he is in the whole digest."""

from __future__ import annotations

import pytest
from gloss.article import read_article

from tests.ingest.test_ingest import Project

FULL = (
    "Harbour bridge planned\n\nMary Miller planned the bridge for the Harbour Board in Lisbon. "
    "Mary Miller is an engineer of the Harbour Board.\n"
)
DOUBTFUL = (
    "Harbour bridge opens\n\nMiller opened the bridge of the Harbour Board in Lisbon. "
    "Crowds cheered his promise of “a bridge that will never fall again.”\n"
)
HEADLINE = (
    "Miller opens the bridge\n\nThe bridge was opened in Lisbon on Tuesday. "
    "Crowds cheered his promise of “a bridge that will never fall again.”\n"
)


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


def review(project: Project, name: str) -> tuple[str, ...]:
    return read_article(project.article(name)).review


def test_who_may_speak_is_called_by_the_id_that_he_has_in_the_digest(project):
    project.seed("1.txt", FULL)
    project.seed("2.txt", DOUBTFUL)
    project.ingest()
    assert "](person:mary-miller) opened" in project.article("harbour-bridge-opens.md")
    assert review(project, "harbour-bridge-opens.md") == (
        "quotation: “a bridge that will never fall again.”: who says this is not certain enough to "
        "show (said in, pronoun, 0.52); "
        "write by= to settle it, perhaps by=mary-miller",
    )


def test_a_merge_of_the_register_counts(project):
    project.register.parent.mkdir(parents=True)
    project.register.write_text(
        "entities:\n- {id: 'person:m', name: Mary Miller, merges: ['person:miller']}\n",
        encoding="utf-8",
    )
    project.seed("2.txt", DOUBTFUL)
    project.ingest()
    assert review(project, "harbour-bridge-opens.md")[0].endswith("perhaps by=m")


def test_nobody_is_proposed_whom_the_story_itself_does_not_name(project):
    project.seed("1.txt", HEADLINE)
    project.ingest()
    for line in review(project, "miller-opens-the-bridge.md"):
        assert "perhaps by=" not in line
