"""A correction lasts: whatever becomes of the seed, the register and the annotator."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace

import pytest
from gloss.article import read_article
from gloss.corrections import (
    Correction,
    Lost,
    add_corrections,
    anchor,
    corrections_path,
    emend,
    find,
    lay_over,
    load_corrections,
)
from gloss.ingest import annotating
from gloss.seed import parse_seed
from gloss.store.writing import write_text
from gloss.story import (
    Annotations,
    Article,
    Block,
    Doubt,
    Entity,
    Mention,
    Moment,
    Quotation,
    Span,
    Story,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ingest.test_ingest import STORY, Project

NAME = "harbour-bridge-opens.md"


class Reader:
    """Marks words that begin with a capital, years and what stands in quotation marks, at once."""

    def __init__(self, register: object, every: int = 1) -> None:
        self.register, self.every = register, every

    def annotate(self, story: Story) -> Annotations:
        names = list(re.finditer(r"\b[A-Z]\w+\b", story.text))[:: self.every]
        said = re.finditer(r"“([^“”\n]+)”", story.text)
        mentions = tuple(Mention(m.start(), m.end(), f"person:{m[0].lower()}") for m in names)
        return Annotations(
            mentions,
            tuple(Moment(m.start(), m.end(), "DATE", m[0], m[0]) for m in _years(story)),
            tuple(Quotation((Span(m.start(1), m.end(1)),), cue="said") for m in said),
            tuple(Entity(id_, id_[7:].title()) for id_ in {m.entity: 0 for m in mentions}),
        )


def _years(story: Story) -> list[re.Match[str]]:
    return list(re.finditer(r"\b(?:19|20)\d\d\b", story.text))


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1614902400")
    monkeypatch.setattr(annotating, "load_tools", lambda tools: Reader(tools.register))
    project = Project(tmp_path)
    project.seed("bridge.txt", STORY)
    project.ingest()
    return project


def corrections(project: Project, name: str = NAME):
    return load_corrections(corrections_path(project.stories, name.removesuffix(".md")))


def test_an_edit_is_kept_as_what_it_says_and_the_rest_is_renewed(project, monkeypatch):
    project.correct(NAME, "[Lisbon](person:lisbon)", "[Lisbon](place:lisbon)")
    report = project.ingest()
    assert report.notices == (
        f"{NAME}: edited by hand, kept as 1 correction in corrections/harbour-bridge-opens.yaml",
    )
    assert (
        corrections_path(project.stories, "harbour-bridge-opens")
        .read_text("utf-8")
        .endswith(
            "- words: Lisbon\n  before: 'Miller opened the bridge in '\n  after: ' on Tuesday.'\n"
            "  name: place:lisbon\n  'on': '2021-03-05'\n"
        )
    )
    project.seed("bridge.txt", STORY.replace("three", "four"))
    monkeypatch.setattr("gloss.ingest.run.annotator_version", lambda: "next")
    assert project.ingest().written == (NAME,)
    assert "](place:lisbon)" in project.article(NAME)
    assert "four years" in project.article(NAME)
    assert project.ingest().written == ()


def test_without_an_annotator_an_edit_is_kept_all_the_same(project, monkeypatch):
    def none(_: object) -> object:
        raise ModuleNotFoundError("No module named 'spacy'")

    monkeypatch.setattr(annotating, "load_tools", none)
    project.correct(NAME, "[Lisbon](person:lisbon)", "Lisbon")
    assert project.ingest().written == (NAME,)
    assert [c.value for c in corrections(project)] == ["none"]
    project.correct(NAME, "opened the bridge", "closed the bridge")  # which has to be read anew
    edited = project.article(NAME)
    report = project.ingest()
    assert (report.written, report.errors, project.article(NAME)) == ((), (), edited)
    assert "1 article was made by another version or register, or edited" in report.notices[-1]


def test_a_typing_error_put_right_stays_right(project):
    project.correct(NAME, "three years", "tree years")
    project.ingest()
    assert [(c.words, c.value) for c in corrections(project)] == [("three", "tree")]
    project.seed("bridge.txt", STORY.replace("opened the", "shut the"))
    project.ingest()
    assert "tree years" in project.article(NAME)
    assert "shut the bridge" in project.article(NAME)


def test_what_is_put_back_by_hand_is_no_correction_any_more(project):
    before = project.article(NAME)
    project.correct(NAME, "three years", "tree years")
    project.ingest()
    assert "Emended: tree | three" in project.article(NAME)
    project.correct(NAME, "tree years", "three years")
    project.ingest()
    assert corrections(project) == ()
    assert project.article(NAME) == before


def test_corrections_of_a_story_whose_seed_is_gone_are_told(project):
    (project.seeds / "bridge.txt").unlink()
    path = corrections_path(project.stories, "harbour-bridge-opens")
    write_text(path, "- words: Lisbon\n  name: none\n")
    (notice,) = project.ingest().notices
    assert notice.endswith("and what its file of corrections says since is not in it")


def test_where_the_words_are_gone_the_editor_is_told(project):
    project.correct(NAME, "[Lisbon](person:lisbon)", "[Lisbon](place:lisbon)")
    project.ingest()
    project.seed("bridge.txt", STORY.replace("Lisbon", "Porto"))
    report = project.ingest()
    told = "“Lisbon”, name: place:lisbon: these words are gone from the story"
    assert report.notices == (f"{NAME}: {told}",)
    assert read_article(project.article(NAME)).review == (f"correction: {told}",)
    project.seed("bridge.txt", STORY)
    project.ingest()
    assert "](place:lisbon)" in project.article(NAME)


def test_what_is_taken_out_of_the_file_is_said_no_longer(project):
    before = project.article(NAME)
    project.correct(NAME, "[Lisbon](person:lisbon)", "Lisbon")
    project.correct(NAME, "Title: Harbour bridge opens", "Title: The bridge is open")
    project.ingest()
    assert {c.about for c in corrections(project)} == {"name", "head"}
    corrections_path(project.stories, "harbour-bridge-opens").unlink()
    assert project.ingest().written == (NAME,)
    assert project.article(NAME) == before


def test_blocks_of_ones_own_stay_and_can_be_taken_back(project):
    own = "\n\n![A bridge](/images/bridge.png)\n\nIt is *our* bridge.\n\n"
    project.correct(NAME, "\n\n[“[It](person:it) took", f"{own}[“[It](person:it) took")
    project.ingest()
    assert [c.about for c in corrections(project)] == ["below"]
    assert own in project.article(NAME)
    project.seed("bridge.txt", STORY + "It rained.\n")
    project.ingest()
    assert own in project.article(NAME)
    project.correct(NAME, "\n\n![A bridge](/images/bridge.png)", "")
    project.ingest()
    assert [c.value for c in corrections(project)] == ["It is *our* bridge."]
    assert "![A bridge]" not in project.article(NAME)


def edit_under_an_older_version(project, monkeypatch, *edits):
    """Edit an article whose annotator is no longer there, nor what was kept of it."""
    for edit in edits:
        project.correct(NAME, *edit)
    project.correct(NAME, "Annotator: ", "Annotator: old-")
    monkeypatch.setattr(annotating, "load_tools", lambda tools: Reader(tools.register, every=2))


PLACE = ("[Lisbon](person:lisbon)", "[Lisbon](place:lisbon)")


def test_of_an_article_edited_under_an_older_version_the_edits_alone_become_corrections(
    project, monkeypatch
):
    """That is proved by the digest of what was written; the older annotator said more."""
    heading = ("\n\n[“[It]", "\n\n## It rained\n\n[“[It]")
    typing = (") took three", ") toook three")
    edit_under_an_older_version(project, monkeypatch, PLACE, heading, typing)
    (project.stories / "harbour-bridge-opens.new.md").write_text("old", encoding="utf-8")
    assert project.ingest(cache=None).written == (NAME,)
    assert [(c.about, c.value) for c in corrections(project)] == [
        ("read", "toook"),
        ("name", "place:lisbon"),
        ("below", "## It rained"),
    ]
    assert project.article(NAME).count("(person:miller)") == 1  # the older one found two
    assert project.ingest(cache=None).written == ()


def test_what_cannot_be_told_apart_is_said_in_a_line_and_stays_until_the_editor_decides(
    project, monkeypatch
):
    edit_under_an_older_version(project, monkeypatch, ("[Miller](person:miller)", "Miller"))
    before = project.article(NAME)
    for _ in range(2):
        report = project.ingest(cache=None)
        assert (report.kept, project.article(NAME)) == ((NAME,), before)
        (told,) = (line for line in report.notices if line.startswith(f"{NAME}: edited by hand"))
        assert "it is not known any more what was written before that" in told
    assert not corrections(project)
    shutil.rmtree(project.settings.cache)
    project.ingest()
    monkeypatch.setattr(annotating, "load_tools", lambda _: pytest.fail("it is known by now"))
    assert project.ingest().kept == (NAME,)
    monkeypatch.setattr(annotating, "load_tools", lambda tools: Reader(tools.register, every=2))
    project.correct(NAME, "Body-Digest: ", "X-Digest: ")
    project.ingest(cache=None)
    assert len(corrections(project)) > 1


@pytest.mark.skipif(not shutil.which("git"), reason="git is not there")
def test_what_git_has_of_an_article_tells_what_was_edited(project, monkeypatch):
    def git(*command: str) -> None:
        names = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=no"]
        subprocess.run(["git", "-C", project.stories, *names, *command], check=True)

    git("init", "--quiet")
    git("add", NAME)
    git("commit", "--quiet", "--message", "A story")
    edit_under_an_older_version(project, monkeypatch, ("[Miller](person:miller)", "Miller"))
    project.seed("bridge.txt", STORY.replace("Tuesday", "Wednesday"))
    project.ingest(cache=None)
    assert [(c.about, c.value, c.words) for c in corrections(project)] == [
        ("name", "none", "Miller")
    ] * 2
    assert "Wednesday" in project.article(NAME)


def test_what_is_wrong_in_a_file_of_corrections_leaves_its_article(project):
    before = project.article(NAME)
    path = corrections_path(project.stories, "harbour-bridge-opens")
    write_text(path, "- words: Lisbon\n  nam: none\n")
    (error,) = project.ingest().errors
    assert f"{path}:1: an entry that says nothing; expected one of name" in error
    assert project.article(NAME) == before


WORDS = ["Ann", "Bea", "came", "to", "Oslo", "in", "2004", "and", "rain", "“no”", "fell"]
PARAGRAPHS = st.lists(st.sampled_from(WORDS), min_size=2, max_size=9).map(" ".join)
TEXTS = st.lists(PARAGRAPHS, min_size=1, max_size=4, unique=True)
EDITS = st.lists(
    st.tuples(
        st.sampled_from([
            (r"\[(\w+)\]\(person:\w+\)", r"\1"),
            (r"\[(\w+)\]\(person:\w+\)", r"[\1](org:acme)"),
            (r"\[(\d+)\]\(date:\d+\)", r"\1"),
            (r"\bcame\b", "went"),
            (r"\bfell\b", "[fell](event:fall)"),
            (r"cue=said", "by=ann cue=said"),
            (r"\n\n(?=\S+ \S+)", "\n\nAn own line.\n\n"),
        ]),
        st.integers(0, 2),
    ),
    max_size=4,
)  # fmt: skip


def edited(text: str, edits: list[tuple[tuple[str, str], int]]) -> str:
    head, _, body = text.partition("\n\n")
    for (pattern, new), which in edits:
        found = list(re.finditer(pattern, body))
        if found:
            match = found[which % len(found)]
            body = body[: match.start()] + match.expand(new) + body[match.end() :]
    return f"{head}\n\n{body}"


@settings(max_examples=15, suppress_health_check=list(HealthCheck))
@given(TEXTS, EDITS, st.lists(st.tuples(TEXTS, st.integers(1, 3), EDITS), max_size=3))
def test_no_correction_is_ever_lost(tmp_path_factory, first, edits, changes):
    """Each is laid over what seed and annotator say next, or told with its words."""
    root = tmp_path_factory.mktemp("law")
    project, path = Project(root), root / "content" / "stories" / "a.md"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda handle: None)  # noqa: ARG005 - no power cut comes
        for texts, every, more in [(first, 1, edits), *changes]:
            patch.setattr(annotating, "load_tools", lambda tools, n=every: Reader(tools, n))
            patch.setattr("gloss.ingest.run.annotator_version", lambda n=every: f"v{n}")
            said = corrections(project, "a.md")
            project.seed("a.txt", "A\n\n" + "\n\n".join(texts) + "\n")
            assert project.ingest().errors == ()
            assert corrections(project, "a.md") == said
            shown_text = read_article(path.read_text("utf-8")).story.text
            seed = (project.seeds / "a.txt").read_bytes()
            if not any(c.about in ("below", "above") for c in said):
                read = emend(parse_seed(seed, "a.txt").story.text, said).text
                assert shown_text == read, "the seed's words, and declared corrections"
            assert_each_holds_or_is_told(read_article(path.read_text("utf-8")), said)
            path.write_text(edited(path.read_text("utf-8"), more), encoding="utf-8")
            before = read_article(path.read_text("utf-8"))
            report = project.ingest()
            assert (report.errors, report.kept) == ((), ())
            after = read_article(path.read_text("utf-8"))
            assert (after.story.text, shown(after)) == (before.story.text, shown(before))
            assert project.ingest().written == ()


def shown(article: Article) -> list[Block]:
    return [block for block in article.blocks if block.type != "timeline"]


def assert_each_holds_or_is_told(article: Article, said: Sequence[Correction]) -> None:
    told = [line for line in article.review if line.startswith("correction: ")]
    text, found = article.story.text, replace(article.annotations, entities=())
    for number, correction in enumerate(said):
        if any(line.startswith(f"correction: {Lost(correction, '').says}") for line in told):
            continue
        if correction.about in ("below", "above", "read"):
            assert correction.value in text
        elif not _is_said_anew(text, correction, said[number + 1 :]):
            laid = lay_over(text, found, [correction])
            assert replace(laid.annotations, entities=()) == found


def _is_said_anew(text: str, correction: Correction, later: Sequence[Correction]) -> bool:
    """Tell whether a later correction is of some of the same words."""
    places = [find(text, anchor) for anchor in correction.at]
    others = [find(text, anchor) for other in later for anchor in other.at]
    return any(a and b and a.start < b.end and b.start < a.end for a in places for b in others)


def test_an_article_saved_in_another_encoding_is_read_and_makes_no_second_story(project):
    project.seed("bridge.txt", STORY.replace("Harbour bridge", "Café").replace("bridge", "café"))
    project.ingest()
    path = project.stories / NAME
    text = project.article(NAME).replace("“", '"').replace("”", '"')
    path.write_bytes(text.replace("[Lisbon](person:lisbon)", "Lisbon").encode("cp1252"))
    report = project.ingest()
    assert report.errors == ()
    assert "not UTF-8; read as" in report.notices[0]
    assert "saved as UTF-8: look its accents over" in report.notices[0]
    assert [p.name for p in project.stories.iterdir()] == [NAME]
    assert "opened the café in Lisbon on" in project.article(NAME)
    assert "none" in {c.value for c in corrections(project)}


def test_a_slip_in_a_mark_is_told_until_it_is_put_right_and_taken_for_no_words(project):
    project.correct(NAME, "[Lisbon](person:lisbon)", "[Lisbon(person:lisbon)")
    line = 1 + project.article(NAME).partition("[Lisbon(")[0].count("\n")
    for _ in range(2):
        report = project.ingest()
        told = [line for line in report.notices if "looks like a mark and is none" in line]
        assert [line.partition(": ")[0] for line in told] == [f"{NAME}:{line}"]
        assert (report.kept, report.written) == ((NAME,), ())
    project.correct(NAME, "[Lisbon(person:lisbon)", "[Lisbon](place:lisbon)")
    assert project.ingest().written == (NAME,)
    assert [c.value for c in corrections(project)] == ["place:lisbon"]


def test_what_is_edited_while_a_story_is_annotated_is_not_written_over(project, monkeypatch):
    class Slow(Reader):
        def annotate(self, story: Story) -> Annotations:
            project.correct(NAME, "[Lisbon](person:lisbon)", "[Lisbon](place:lisbon)")
            return super().annotate(story)

    monkeypatch.setattr(annotating, "load_tools", lambda tools: Slow(tools.register))
    report = project.ingest(everything=True)
    assert report.written == ()
    assert report.notices[-1].startswith(f"{NAME}: edited while its story was annotated")
    monkeypatch.setattr(annotating, "load_tools", lambda tools: Reader(tools.register))
    assert project.ingest().written == (NAME,)
    assert [c.value for c in corrections(project)] == ["place:lisbon"]


def test_a_note_stays_at_its_words_whatever_else_changes(project):
    path = corrections_path(project.stories, "harbour-bridge-opens")
    text = read_article(project.article(NAME)).story.text
    at = anchor(text, text.index("Lisbon"), text.index("Lisbon") + 6)
    said = Correction("note", "Our <first> bridge | there.", (at,), {"by": "Ann"}, "2021-03-06")
    add_corrections(path, [said])
    project.ingest()
    project.seed("bridge.txt", f"{STORY}Lisbon was glad, and it rained.\n")
    project.correct(NAME, "\n\n[“[It](person:it) took", "\n\nOf Lisbon.\n\n[“[It](person:it) took")
    project.ingest()
    found = read_article(project.article(NAME))
    (note,) = found.notes
    assert (note.says, note.by, note.day) == (said.value, "Ann", "2021-03-06")
    assert (note.place.start, note.block) == (text.index("Lisbon"), "p1")
    project.seed("bridge.txt", STORY.replace("Lisbon", "Porto"))
    report = project.ingest()
    assert read_article(project.article(NAME)).notes == ()
    assert "“Lisbon”, note: Our <first> bridge | there." in "".join(report.notices)


def test_a_story_is_retracted_and_kept_apart_until_that_is_said_no_longer(project):
    before = project.article(NAME)
    path = corrections_path(project.stories, "harbour-bridge-opens")
    retracted = Correction("status", "retracted", more={"why": "There is | no <bridge>."})
    said = [replace(retracted, on="2021-03-06"), Correction("apart", "bridge-again")]
    add_corrections(path, [Correction("status", "burnt")])
    (notice,) = project.ingest().notices
    assert notice.endswith("status: burnt: it says nothing that can be understood")
    add_corrections(path, said)
    project.ingest()
    found = read_article(project.article(NAME))
    assert (found.status, found.apart) == ("retracted", ("bridge-again",))
    assert found.retraction is not None
    assert (found.retraction.day, found.retraction.says) == (
        "2021-03-06",
        "There is | no <bridge>.",
    )
    path.unlink()
    project.ingest()
    assert project.article(NAME) == before


class Doubter(Reader):
    """Is not sure of any name."""

    def annotate(self, story: Story) -> Annotations:
        found = super().annotate(story)
        doubts = (Doubt("kind", m.start, m.end, "is not sure") for m in found.mentions)
        return replace(found, doubts=tuple(doubts))


def test_a_doubt_that_is_taken_out_is_settled_and_returns_no_more(project, monkeypatch):
    monkeypatch.setattr(annotating, "load_tools", lambda tools: Doubter(tools.register))
    project.seed("bridge.txt", f"{STORY}Lisbon was glad.\n")
    project.ingest()
    asked = read_article(project.article(NAME)).review
    gone = next(line for line in asked if "Lisbon" in line and "was glad" in line)
    project.correct(NAME, f"    {gone}\n", "")
    project.ingest()
    (settled,) = corrections(project)
    assert (settled.about, settled.value, settled.words) == ("settled", "kind", "Lisbon")
    project.seed("bridge.txt", f"{STORY}Lisbon was glad. It rained.\n")
    project.ingest()
    left = read_article(project.article(NAME)).review
    assert len(left) == len(asked)  # less one, and one that is new
    assert not any(line.startswith(gone) for line in left)
