"""An editor's hour at the desk, in a real browser. ``python -m bench.hour FOLDER-OF-SEEDS 40``

Decisions by keys alone, corrections by pointing, a merge and a split; then the annotator is another
one, three seeds say more, and all that was decided is looked for again, on the site, too.
"""

from __future__ import annotations

import difflib
import os
import re
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from gloss.assembly.build import build_site
from gloss.assembly.job import BuildJob
from gloss.assembly.templates import Theme
from gloss.corrections import Correction, corrections_path, load_corrections
from gloss.desk.app import create_app
from gloss.desk.came_in import CameIn
from gloss.desk.folder import Desk
from gloss.desk.reading import StoryFile
from gloss.ingest import IngestReport, IngestSettings, annotating, ingest, run
from gloss.register import load_register
from gloss.story import Annotations, Story
from gloss.work import Progress, Serial
from werkzeug.serving import make_server

ROOT = Path(__file__).parents[1]
TOKEN, DAY = "a-token", "2026-03-02"
SHOWN = 90  # lines of what differs of each kind of file
MORE = "It was said again on the day after."  # what a changed seed says more


@dataclass
class Spent:
    """What some work of one kind took: how often, how many keys and clicks, how many seconds."""

    what: str
    times: int = 0
    keys: int = 0
    seconds: float = 0.0

    def __str__(self) -> str:
        each = max(self.times, 1)
        return (
            f"{self.what}: {self.times}, {self.keys / each:.1f} keys or clicks and "
            f"{self.seconds / each:.2f} s each"
        )


class AnotherAnnotator:
    """An annotator of another version: it misses some names, and takes places for organisations."""

    def __init__(self, annotator: Any) -> None:
        self.annotator = annotator

    def annotate(self, story: Story) -> Annotations:
        found = self.annotator.annotate(story)
        kept = (m for n, m in enumerate(found.mentions) if n % 5 != 4)
        mentions = tuple(replace(m, entity=m.entity.replace("place:", "org:")) for m in kept)
        entities = (replace(e, id=e.id.replace("place:", "org:")) for e in found.entities)
        return replace(
            found, mentions=mentions, entities=tuple(entities), moments=found.moments[1:]
        )


@dataclass
class Digest:
    """A digest in a folder of its own; load: gives the annotator."""

    root: Path
    load: Callable[[annotating.Tools], Any]
    version: str = "one"
    desk: Desk = field(init=False)

    def __post_init__(self) -> None:
        self.stories, self.seeds = self.root / "content" / "stories", self.root / "seeds"
        self.stories.mkdir(parents=True)
        self.seeds.mkdir()
        self.desk = Desk(self.stories, lambda: DAY, "An Editor")

    @property
    def register(self) -> Path:
        return self.root / "content" / "entities.yaml"

    def ingest(self) -> IngestReport:
        """Read the seeds with the annotator that there is."""
        settings = IngestSettings(processes=1, cache=self.root / "cache")
        with (
            patch.object(annotating, "load_tools", self.load),
            patch.object(run, "annotator_version", lambda: self.version),
        ):
            return ingest(self.seeds, self.stories, self.register, settings)

    def become_another(self) -> None:
        """Let the annotator be another one, and three seeds say more."""
        load = self.load
        self.load = lambda tools: AnotherAnnotator(load(tools))
        self.version = "two"
        for path in islice(sorted(self.seeds.glob("*.txt")), 3):
            text = path.read_text(encoding="utf-8")
            path.write_text(f"{text.rstrip()}\n\n{MORE}\n", encoding="utf-8")

    def site(self) -> Path:
        """Build the site; return its folder."""
        theme = ROOT / "theme"
        job = BuildJob(
            self.stories,
            self.root / "output",
            self.root / "cache",
            Theme((str(theme / "templates"),), str(theme / "static")),
            register=load_register(self.register),
        )
        assert not build_site(job, Serial(), Progress()).problems
        return job.output

    @contextmanager
    def serve(self) -> Iterator[str]:
        """Serve the desk; yield its address, then end."""
        app = create_app(self.desk, TOKEN, CameIn(self.desk, self.seeds, self.root / "cache"))
        server = make_server("127.0.0.1", 0, app, threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.port}/"
        finally:
            server.shutdown()

    def said(self) -> dict[str, tuple[Correction, ...]]:
        """Return what was decided of each story."""
        folder = corrections_path(self.stories, "").parent
        return {path.stem: load_corrections(path) for path in sorted(folder.glob("*.yaml"))}

    def texts(self) -> dict[str, str]:
        """Return all files of ``content`` by name."""
        content = self.stories.parent
        paths = sorted(path for path in content.rglob("*") if path.is_file())
        return {str(p.relative_to(content)): p.read_text(encoding="utf-8") for p in paths}


@dataclass
class Editor:
    """Somebody at the desk: a page of the browser, and what the work took so far."""

    page: Any
    address: str
    spent: list[Spent] = field(default_factory=list)
    keys: int = 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.keys += 1

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.keys += len(text)

    def does(self, what: str, work: Callable[[], int]) -> None:
        """Do some work, which tells how many things it was, and note what it took."""
        keys, began = self.keys, time.monotonic()
        times = work()
        self.spent.append(Spent(what, times, self.keys - keys, time.monotonic() - began))

    def decide(self, most: int) -> int:
        """Answer so many cards by keys alone, each by what an editor might say; return how many."""
        self.page.goto(f"{self.address}?token={TOKEN}")
        self.page.locator("#card, #done").locator("visible=true").first.wait_for()
        count = 0
        while count < most and self.page.locator("#card").is_visible():
            left = self.page.locator("#left").text_content()
            self._answer(count)
            self.page.wait_for_function(
                "left => document.getElementById('left').textContent !== left", arg=left
            )
            count += 1
        return count

    def _answer(self, count: int) -> None:
        question = str(self.page.locator("#question").text_content())
        keys = self.page.locator("#choices kbd").all_text_contents()
        if question.startswith("Which day"):
            self.type("2025-03-01")
            self.press("Enter")
        elif "y" in keys:
            self.press(("y", "y", "n", "3")[count % 4])
        else:
            self.press("1" if "1" in keys and count % 3 else "n")

    def open(self, slug: str) -> None:
        self.page.goto(f"{self.address}static/story.html?slug={slug}")
        self.page.locator("#story p").first.wait_for()

    def say(self, label: str, value: str = "") -> None:
        """Say what the words that are chosen are."""
        self.page.locator("#about").select_option(label)
        self.keys += 1
        if value:
            self.page.locator("#value").focus()
            self.type(value)
        self.page.locator("#saying button[type=submit]").press("Enter")
        self.keys += 1
        self.page.get_by_text("the next build publishes it").wait_for()

    def choose(self, words: str) -> None:
        """Choose the first of these words in the story, with the mouse."""
        box = self.page.evaluate(_BOX, words)
        assert box, words
        self.page.mouse.move(box["left"], box["from"])
        self.page.mouse.down()
        self.page.mouse.move(box["right"], box["to"], steps=3)
        self.page.mouse.up()
        self.keys += 1
        assert (chosen := self.page.locator("#words").input_value()) == words, chosen

    def merge(self, one: str, other: str) -> int:
        """Say by keys that two names are one."""
        self._name(one, "It is the same")
        self.page.locator("#merging").get_by_label("Search").fill(other)  # one search, one list
        self.keys += len(other)
        self.page.get_by_role("radio", name=other).first.press("Space")
        self.keys += 1
        self.page.locator("#aliases").wait_for()
        return self._do_it(self.page.locator("#merge"))

    def split(self, name: str, story: str, called: str) -> int:
        """Say by keys that a name is somebody else's in one story."""
        self._name(name, "Some of it")
        self.page.get_by_role("checkbox", name=f"all of {story}").last.press("Space")
        self.page.locator("#new").get_by_label("It is called").fill(called)
        self.keys += len(called)
        return self._do_it(self.page.locator("#split"))

    def _name(self, called: str, summary: str) -> None:
        self.page.goto(f"{self.address}names?q={called}")
        self.page.get_by_role("link", name=called, exact=True).first.press("Enter")
        self.page.get_by_role("heading", name=called, exact=True, level=2).wait_for()
        self.page.locator("summary", has_text=summary).press("Enter")
        self.keys += 2

    def _do_it(self, form: Any) -> int:
        form.get_by_role("button", name="What would it touch?").press("Enter")
        self.page.get_by_role("button", name="Do it").press("Enter")
        self.keys += 2
        self.page.get_by_text("the next build publishes it").wait_for()
        return 1


# Where some words stand on the screen: the first place of them inside one piece of the text.
_BOX = """words => {
  for (const piece of document.querySelectorAll("#story [data-at]")) {
    const at = piece.firstChild?.data.indexOf(words) ?? -1;
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(piece.firstChild, at);
    range.setEnd(piece.firstChild, at + words.length);
    piece.scrollIntoView({ block: "center" });
    const [first, last] = [range.getClientRects()[0], [...range.getClientRects()].at(-1)];
    const middle = (box) => box.top + box.height / 2;
    const [from, to] = [middle(first), middle(last)];
    return { left: first.left + 0.5, from, right: last.right - 0.2, to };
  }
}"""


@dataclass(frozen=True)
class Pointed:
    """What can be pointed at in a story: its slug, names in it, and words that are in no mark."""

    slug: str
    title: str
    names: tuple[str, ...]
    words: tuple[str, ...]


def pointable(digest: Digest) -> list[Pointed]:
    """Return the stories in which five kinds of correction can be made."""
    found = []
    for one in digest.desk.reader.all():
        if not isinstance(one, StoryFile):
            continue
        text, marks = one.article.story.text, one.annotations
        places = [*marks.mentions, *marks.moments]
        names = [text[m.start : m.end] for m in marks.mentions]
        once = tuple(name for name in dict.fromkeys(names) if text.count(name) == 1)
        free = [m for m in re.finditer(r"\b[a-z]{6,}\b", text) if text.count(m[0]) == 1]
        words = [m[0] for m in free if not any(p.start <= m.start() < p.end for p in places)]
        if len(once) >= 2 and len(words) >= 3:
            found.append(Pointed(one.article.slug, one.article.title, once, tuple(words)))
    return found


def in_several(digest: Digest) -> list[tuple[str, str]]:
    """Return what several stories name, those first that most do, each with one of the stories."""
    named: dict[str, list[str]] = {}
    for one in digest.desk.reader.all():
        if isinstance(one, StoryFile):
            for entity in one.annotations.entities:
                named.setdefault(entity.name, []).append(one.article.title)
    several = sorted(named.items(), key=lambda item: (-len(item[1]), item[0]))
    return [(name, titles[-1]) for name, titles in several if len(titles) > 1]


def name(editor: Editor, digest: Digest) -> int:
    """Merge two names, and part one in a story; return how many changes that was."""
    (one, _), (other, _), (third, story) = in_several(digest)[:3]
    return editor.merge(one, other) + editor.split(third, story, f"Another {third}")


def point(editor: Editor, story: Pointed) -> int:
    """Correct a story in five ways; return how many."""
    editor.open(story.slug)
    editor.choose(story.names[0])
    editor.say("no name")
    editor.choose(story.names[1])
    editor.say("a name: work")
    editor.choose(story.words[0])
    editor.say("a name: event")
    editor.choose(story.words[1])
    editor.say("to be read as", f"{story.words[1]}ly")
    editor.choose(story.words[2])
    editor.say("noted by me", "We asked: <b>it is so</b>.")
    return 5


def holds(
    digest: Digest, said: dict[str, tuple[Correction, ...]], report: IngestReport
) -> list[str]:
    """Return what of all that was decided holds no more, in lines; nothing where all does."""
    wrong = [f"gone: {slug}" for slug, some in said.items() if digest.said().get(slug) != some]
    wrong += [line for line in report.notices if ".md: “" in line]
    entries = load_register(digest.register).entries.values()
    now = {old: entry.id for entry in entries for old in entry.merges}
    for slug, some in said.items():
        article = digest.desk.story_file(slug).article
        text, found = article.story.text, article.annotations
        marked = {(text[m.start : m.end], m.entity) for m in found.mentions}
        seen = {("name", *mark) for mark in marked}
        seen |= {("note", note.words, note.says) for note in article.notes}
        seen |= {("read", seed, words) for words, seed in article.emended}
        for one in some:
            if one.about not in ("name", "note", "read") or one.value == "none":
                continue
            if (one.about, one.at[0].words, now.get(one.value, one.value)) not in seen:
                wrong.append(f"{slug}: {one.about} {one.words!r} {one.value!r}")
    return wrong


def shown(output: Path, story: Pointed) -> list[str]:
    """Return what the site does not show of what was pointed at in a story."""
    page = (output / "stories" / story.slug / "index.html").read_text(encoding="utf-8")
    body, _, foot = page.partition('<footer class="story-foot">')
    wanted = {
        "a word to read": f"{story.words[1]}ly" in body and f"“{story.words[1]}”" in foot,
        "a note": "We asked: &lt;b&gt;it is so&lt;/b&gt;." in body and "Editor’s note" in body,
        "a name set": bool(re.search(rf'class="name event"[^>]*>{story.words[0]}<', body)),
        "a name taken away": not re.search(
            rf'class="name [^>]*>{re.escape(story.names[0])}</a>', body
        ),
    }
    return [what for what, is_there in wanted.items() if not is_there]


def difference(before: dict[str, str], after: dict[str, str]) -> Iterator[str]:
    """Yield what differs of files, as a unified diff."""
    for name in sorted(before.keys() | after.keys()):
        old, new = (some.get(name, "").splitlines() for some in (before, after))
        yield from difflib.unified_diff(old, new, name, name, lineterm="", n=0)


def main(folder: str, count: str) -> None:
    """Spend the hour on so many seeds of a folder, and print what it took."""
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory() as root, sync_playwright() as playwright:
        digest = Digest(Path(root), annotating.load_tools)
        paths = sorted(Path(folder).glob("*.txt"))
        for path in paths[:: max(len(paths) // int(count), 1)][: int(count)]:
            shutil.copy(path, digest.seeds)
        digest.ingest()
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with digest.serve() as address:
            editor = Editor(browser.new_page(), address)
            before = digest.texts()
            editor.does("decisions by keys", lambda: editor.decide(60))
            stories = pointable(digest)[:8]
            for story in stories:
                editor.does(f"pointing, {story.slug}", partial(point, editor, story))
            editor.does("merge and split", partial(name, editor, digest))
        print(*editor.spent, sep="\n")
        said = digest.said()
        digest.become_another()
        wrong = holds(digest, said, digest.ingest())
        output = digest.site()
        wrong += [
            f"{story.slug}: {what} ({story.names[0]})"
            for story in stories
            for what in shown(output, story)
        ]
        print(
            f"{sum(map(len, said.values()))} corrections; what does not hold: {wrong or 'nothing'}"
        )
        now = digest.texts()
        for part in ("corrections", "entities.yaml", "stories"):
            old, new = (
                {n: t for n, t in some.items() if n.startswith(part)} for some in (before, now)
            )
            print(*islice(difference(old, new), SHOWN), sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
