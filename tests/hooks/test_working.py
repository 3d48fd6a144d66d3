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
from gloss.store.lock import locked

from tests.hooks.test_failures import ROOT, build, project

__all__ = ["project"]

HOLD = """
import sys, time
from pathlib import Path
from gloss.store.lock import locked
with locked(Path(sys.argv[1]), print):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}


def hold(path: Path, seconds: float) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLD, str(path), str(seconds)]
    holder = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT)
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"
    return holder


def test_a_second_build_waits_for_the_first_and_says_so(project: Path) -> None:
    holder = hold(project / ".cache" / "gloss" / "lock", 3)
    done = build(project)
    assert holder.poll() is not None, "it did not wait"
    assert f"Another build is at work here (process {holder.pid})" in done.stdout
    assert done.returncode == 0
    assert (project / "output" / "stories" / "rain" / "index.html").is_file()


def test_a_build_that_was_killed_holds_nothing_up(tmp_path: Path) -> None:
    holder = hold(tmp_path / "lock", 600)
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
def test_a_disk_that_takes_nothing_is_told(project: Path, number: int, told: str) -> None:
    (project / "breaking.py").write_text(
        "from gloss.assembly import site_writer\n"
        "def full(path, content):\n"
        f"    raise OSError({number}, 'refused', str(path))\n"
        "site_writer.write_atomically = full\n",
        encoding="utf-8",
    )
    with (project / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write("import sys\nsys.path.append('.')\nimport breaking\n")
    done = build(project)
    errors = [line for line in done.stdout.splitlines() if line.startswith("ERROR")]
    assert done.returncode == 1
    assert len(errors) == 1
    assert told in errors[0]
    assert "Traceback" not in done.stdout + done.stderr


def test_an_interrupt_ends_in_one_line(project: Path) -> None:
    holder = hold(project / ".cache" / "gloss" / "lock", 600)
    command = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "--fatal", "errors"]
    waiting = subprocess.Popen(
        command,
        cwd=project,
        env={**ENVIRONMENT, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert waiting.stdout
    said = ""
    while "Another build" not in said:
        line = waiting.stdout.readline()
        assert line, said
        said += line
    waiting.send_signal(signal.SIGINT)
    said = waiting.stdout.read()
    holder.kill()
    assert waiting.wait() == 130
    assert "Interrupted" in said
    assert "Traceback" not in said


def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        "import os, sys, time\n"
        "from gloss.work import NOTHING, Processes\n"
        "def task(nothing, number):\n"
        "    print(os.getpid(), flush=True)\n"
        "    time.sleep(600)\n"
        "if __name__ == '__main__':\n"
        "    list(Processes(2, sys.argv[1]).run(task, [1, 2], NOTHING))\n",
        encoding="utf-8",
    )
    for start in ("fork", "spawn"):
        parent = subprocess.Popen(
            [sys.executable, str(script), start],
            stdout=subprocess.PIPE,
            text=True,
            env=ENVIRONMENT,
        )
        assert parent.stdout
        workers = [int(parent.stdout.readline()) for _ in range(2)]
        parent.kill()
        # Their ends of the pipe close when they end: a step behind it would wait for ever.
        assert parent.stdout.read() == ""
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
