"""The articles and corrections of a digest, as the desk reads and writes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from gloss.corrections import (
    Correction,
    add_corrections,
    corrections_path,
    load_corrections,
    remove_corrections,
)
from gloss.corrections.emend import READ
from gloss.desk.answers import AnswerError, corrections_for
from gloss.desk.notes import notes_on, unread
from gloss.desk.pointing import correction, shown, without_blanks
from gloss.desk.queue import Decision, decisions
from gloss.desk.reading import Reader, StoryFile
from gloss.desk.register_file import Rewritten, rewrite_register, take_back
from gloss.ingest.correcting import without_undone
from gloss.register import EntryChange, load_register
from gloss.story import Article, Span

NO_NOTE = "this note was taken away meanwhile"


class GoneError(LookupError):
    """What was asked is decided already, or no longer asked; the message is for the editor."""


@dataclass(frozen=True)
class Asked:
    """What a digest asks: its decisions, and the files that could not be read, a line each."""

    decisions: tuple[Decision, ...]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Written:
    """What an answer said of a story, and what gave way to it."""

    said: Sequence[Correction]
    instead_of: Sequence[Correction]


@dataclass
class _Step:
    """What was written at once: of stories, by slug, and of the register."""

    stories: dict[str, _Written] = field(default_factory=dict)
    register: Rewritten | None = None


@dataclass
class Desk:
    """A digest's desk. It keeps what it wrote, so that it can be taken back, the last first.

    stories: the folder of articles. today: gives the day, ISO 8601. by: who the editor is, where
    that is known.
    """

    stories: Path
    today: Callable[[], str]
    by: str = ""
    reader: Reader = field(init=False)
    _written: list[_Step] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.reader = Reader(self.stories)

    def asked(self) -> Asked:
        """Return what is to be decided, of the articles and corrections as they are now."""
        read = self.reader.all()
        stories = [story for story in read if isinstance(story, StoryFile)]
        asked = ((story.article, question) for story in stories for question in story.questions)
        problems = (one if isinstance(one, str) else one.problem for one in read)
        return Asked(tuple(decisions(asked)), tuple(filter(None, problems)))

    def decide(self, id_: str, value: str) -> list[str]:
        """Write what an answer says; return the names of the files that were written.

        Raises GoneError where nobody asks that any more, AnswerError for an answer that is none.
        """
        decision = next((d for d in self.asked().decisions if d.id == id_), None)
        if decision is None:
            raise GoneError("that is decided already, or its story was changed")
        return self.write(corrections_for(decision, value, self.today()))

    def undo(self) -> int:
        """Take back what was written last; return how many corrections and entries that was.

        What it stood in place of is said again, and counted where it only took that away. Raises
        RegisterError where the register says something else of the same since: then all stays.
        Where a file of the step is broken, it can be taken back once that is mended.
        """
        if not self._written:
            return 0
        self._read(self._written[-1].stories, bool(self._written[-1].register))
        step = self._written.pop()
        taken = take_back(self.register, step.register) if step.register else 0
        for slug, written in step.stories.items():
            path = self._path(slug)
            taken += remove_corrections(path, written.said)
            if written.instead_of:
                add_corrections(path, written.instead_of)
            if not written.said:  # it only took away
                taken += len(written.instead_of)
        return taken

    def stories_by_title(self) -> list[tuple[str, str]]:
        """Return the slug and the title of each article that can be read, by title."""
        return sorted((one.article.title, one.article.slug) for one in self.reader.readable())

    def story(self, slug: str) -> Mapping[str, object]:
        """Return a story as it will be published (``pointing.shown``). Raises GoneError."""
        return shown(self._article(slug), load_corrections(self._path(slug)))

    def point(self, slug: str, words: Span, about: str, value: str) -> list[str]:
        """Write what is said of some words of a story; return the file that was written.

        Raises GoneError where there is no such story, AnswerError for what cannot be said.
        """
        article = self._article(slug)
        said = replace(correction(article, words, about, value), on=self.today())
        known = load_corrections(self._path(slug)) if about == READ else ()
        new, gone = without_undone([said], known)
        pending = unread(article, known, said)
        new = [] if said in pending else new
        return self.write({slug: new}, {slug: [*gone, *(c for c in pending if c != said)]})

    def note(self, slug: str, words: Span, value: str, was: str) -> list[str]:
        """Write a note on some words, in the place of the one that is there, or take that away.

        value: the note; empty takes it away. was: the note as the editor saw it.

        Raises GoneError where another stands there by now, AnswerError for what cannot be said.
        """
        article = self._article(slug)
        words = without_blanks(article.story.text, words)
        there = notes_on(article, load_corrections(self._path(slug)), words)
        now = " / ".join(note.value for note in there)
        if was.split() != now.split():
            raise GoneError(f"this note was changed meanwhile, to “{now}”" if now else NO_NOTE)
        if not value.strip():
            if not there:
                raise GoneError(NO_NOTE)
            return self.write({slug: []}, {slug: there})
        said = correction(article, words, "note", value)
        more = {"by": self.by} if self.by else {}
        return self.write({slug: [replace(said, on=self.today(), more=more)]}, {slug: there})

    def say(self, slug: str, said: Correction) -> list[str]:
        """Write what is said of a whole story; return the file that was written."""
        return self.write({slug: [replace(said, on=self.today())]})

    def take_out(self, slug: str, gone: Sequence[Correction]) -> list[str]:
        """Take corrections out of a story's file; return its name."""
        return self.write({slug: []}, {slug: gone})

    @property
    def register(self) -> Path:
        """Where the register is."""
        return self.stories.parent / "entities.yaml"

    def write(
        self,
        made: Mapping[str, Sequence[Correction]],
        gone: Mapping[str, Sequence[Correction]] | None = None,
        entries: Sequence[EntryChange] = (),
    ) -> list[str]:
        """Change entries of the register and write corrections, by slug; return the files' names.

        gone: corrections that are taken out, once what is said instead is there.
        Where one of the files is broken, nothing is written; what was written before another
        failure can be taken back, too.
        """
        self._read(made, bool(entries))
        step = _Step()
        try:
            step.register = rewrite_register(self.register, entries) if entries else None
            for slug, corrections in made.items():
                path = self._path(slug)
                before = load_corrections(path)
                said = add_corrections(path, corrections, before)
                others = [c for c in (gone or {}).get(slug, ()) if c not in corrections]
                remove_corrections(path, others)
                now = load_corrections(path)
                step.stories[slug] = _Written(said, tuple(c for c in before if c not in now))
        finally:
            if step.stories or step.register:
                self._written.append(step)
        files = [self._path(slug).name for slug in step.stories]
        return [self.register.name, *files] if step.register else files

    def _read(self, slugs: Iterable[str], with_register: bool) -> None:
        """Read files that are to be changed. Raises CorrectionsError, RegisterError, OSError."""
        for slug in slugs:
            load_corrections(self._path(slug))
        if with_register:
            load_register(self.register)

    def story_file(self, slug: str) -> StoryFile:
        """Return a story's article and corrections as they are now. Raises GoneError."""
        path = self.stories / f"{slug}.md"
        if path.parent.resolve() != self.stories.resolve() or not path.is_file():
            raise GoneError(f"no story {slug}")
        found = self.reader.read(path.name)
        if isinstance(found, str):
            raise GoneError(found)
        return found

    def _article(self, slug: str) -> Article:
        return self.story_file(slug).article

    def _path(self, slug: str) -> Path:
        return corrections_path(self.stories, slug)


__all__ = ["AnswerError", "Asked", "Desk", "GoneError"]
