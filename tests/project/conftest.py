"""A digest of one's own, from the real wheel, in an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as it is built, installed into a folder by itself."""
    wheels, target = (tmp_path_factory.mktemp(name) for name in ("wheels", "target"))
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    alone = ["--no-deps", "--no-index"]
    run([*pip, "wheel", *alone, "--no-build-isolation", "--wheel-dir", str(wheels), str(ROOT)])
    (wheel,) = wheels.glob("gloss_digest-*.whl")
    run([*pip, "install", *alone, "--no-compile", "--target", str(target), str(wheel)])
    return target


def run(
    command: list[str], cwd: Path | None = None, fails: bool = False, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command, and see that it ends well (or badly, where it should)."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert (done.returncode != 0) == fails, done.stdout + done.stderr
    return done
