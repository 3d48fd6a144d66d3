"""What a user can set or call is documented."""

from __future__ import annotations

import importlib.util
import re
from ast import literal_eval
from pathlib import Path

import pytest
from gloss.hooks.settings import DEFAULTS
from invoke.collection import Collection

ROOT = Path(__file__).parents[1]


def documented(page: str) -> set[str]:
    """The first cells of a page's tables."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`[^|]*) \|", text, re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


@pytest.mark.parametrize("setting", DEFAULTS)
def test_every_setting_is_documented(setting: str) -> None:
    assert setting in documented("settings.md")


def test_the_documented_settings_exist_and_say_what_they_are_unless_set() -> None:
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(GLOSS_\w+)` \| ([^|]+) \|", text, re.MULTILINE))
    values = {name: "''" if value == "empty" else value.strip("`") for name, value in rows.items()}
    assert {name: literal_eval(value) for name, value in values.items()} == DEFAULTS


def test_every_task_is_documented_and_every_documented_task_is_there() -> None:
    spec = importlib.util.spec_from_file_location("tasks", ROOT / "tasks.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    tasks = {f"invoke {name}" for name in Collection.from_module(module).task_names}
    assert documented("publishing.md") == tasks


def test_the_settings_in_use_are_known() -> None:
    for conf in ("pelicanconf.py", "publishconf.py"):
        used = re.findall(r"^(GLOSS_\w+) =", (ROOT / conf).read_text(), re.MULTILINE)
        assert set(used) <= DEFAULTS.keys()
