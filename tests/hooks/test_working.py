"""What stops a build from outside is told in a line, and says what to do."""

from __future__ import annotations

import errno
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from gloss.hooks.working import line_of
from gloss.store.lock import locked

from tests.hooks.test_failures import ROOT, build, project

__all__ = ["project"]

HOLD = """
import sys
from pathlib import Path
from gloss.store.lock import locked
with locked(Path(sys.argv[1]), print):
    print("held", flush=True)
    sys.stdin.read()
"""
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), "PYTHONUNBUFFERED": "1"}
PELICAN = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "--fatal", "errors"]


def hold(path: Path) -> subprocess.Popen[str]:
    """Hold the lock in a process of its own, until its input is closed."""
    holder = started([sys.executable, "-c", HOLD, str(path)])
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"
    return holder


def started(command: list[str], folder: Path | None = None) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command,
        cwd=folder,
        env=ENVIRONMENT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=_interruptible,
    )


def _interruptible() -> None:
    """A process whose parents run in the background ignores an interrupt, unless it is told."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def said_until(process: subprocess.Popen[str], words: str) -> str:
    assert process.stdout
    said = ""
    while words not in said:
        line = process.stdout.readline()
        assert line, said
        said += line
    return said


def test_a_second_build_waits_for_the_first_and_says_so(project: Path) -> None:
    holder = hold(project / ".cache" / "gloss" / "lock")
    second = started(PELICAN, project)
    said_until(second, f"Another build is at work here (process {holder.pid})")
    assert not (project / "output").exists()
    holder.communicate("")
    second.communicate()
    assert second.returncode == 0
    assert (project / "output" / "stories" / "rain" / "index.html").is_file()


def test_a_build_that_was_killed_holds_nothing_up(tmp_path: Path) -> None:
    holder = hold(tmp_path / "lock")
    holder.kill()
    holder.wait()
    told: list[str] = []
    with locked(tmp_path / "lock", told.append):
        assert told == []


def test_an_output_that_is_a_file_is_told(project: Path) -> None:
    (project / "output").write_text("mine", encoding="utf-8")
    done = build(project)
    errors = [line for line in done.stdout.splitlines() if line.startswith("ERROR")]
    assert done.returncode == 1
    assert len(errors) == 1
    assert "output: is no folder" in errors[0]
    assert "Traceback" not in done.stdout + done.stderr
    assert (project / "output").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "read-only"), (errno.EACCES, "not allowed")],
)
def test_what_is_wrong_with_a_disk_is_said(number: int, told: str) -> None:
    said = line_of(OSError(number, "refused", "here/index.html"))
    assert said.startswith("here/index.html: ")
    assert told in said


def test_a_disk_that_takes_nothing_is_told(project: Path) -> None:
    (project / "breaking.py").write_text(
        "from gloss.assembly import site_writer\n"
        "def full(path, content):\n"
        f"    raise OSError({errno.ENOSPC}, 'refused', str(path))\n"
        "site_writer.write_atomically = full\n",
        encoding="utf-8",
    )
    with (project / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write("import sys\nsys.path.append('.')\nimport breaking\n")
    done = build(project)
    errors = [line for line in done.stdout.splitlines() if line.startswith("ERROR")]
    assert done.returncode == 1
    assert len(errors) == 1
    assert "the disk is full" in errors[0]
    assert "Traceback" not in done.stdout + done.stderr


def test_an_interrupt_ends_in_one_line(project: Path) -> None:
    holder = hold(project / ".cache" / "gloss" / "lock")
    waiting = started(PELICAN, project)
    said_until(waiting, "Another build")
    waiting.send_signal(signal.SIGINT)
    said, _ = waiting.communicate()
    holder.kill()
    assert waiting.returncode == 130
    assert "Interrupted" in said
    assert "Traceback" not in said


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        "import os, sys, time\n"
        "from gloss.work import NOTHING, Processes\n"
        "def task(nothing, number):\n"
        # One write each: two workers that share a pipe would mix print's text and end of line.
        "    os.write(1, b'%d\\n' % os.getpid())\n"
        "    time.sleep(600)\n"
        "if __name__ == '__main__':\n"
        "    list(Processes(2, sys.argv[1]).run(task, [1, 2], NOTHING))\n",
        encoding="utf-8",
    )
    for start in ("fork", "spawn"):
        parent = started([sys.executable, str(script), start])
        assert parent.stdout
        workers = [int(parent.stdout.readline()) for _ in range(2)]
        parent.kill()
        # Their ends of the pipe close when they end: a step behind it would wait for ever.
        parent.stdout.read()
        assert not any(alive(worker) for worker in workers)


def alive(process: int) -> bool:
    for _ in range(50):
        try:
            state = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
        except OSError:
            return False
        if re.search(r"\) [ZX] ", state):
            return False
        time.sleep(0.1)
    return True
