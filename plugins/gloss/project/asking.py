"""``gloss new`` on the command line: what is given, what is asked, what is said."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from gloss.project.new import Wishes, make_digest

QUESTIONS = {
    "name": "The digest's name",
    "subtitle": "A line under it",
    "address": "Where it will be published (https://…), if you know",
    "contact": "Where readers report an error (a mail address), if anywhere",
    "language": "The language of its pages (en, de)",
}


def add_new(commands: Any) -> None:
    """Add the command to those of ``gloss``."""
    new = commands.add_parser("new", help="make a digest of your own")
    new.add_argument("folder", metavar="FOLDER", type=Path, help="where; . is this folder")
    for name, says in QUESTIONS.items():
        new.add_argument(f"--{name}", metavar="TEXT", help=says[0].lower() + says[1:])
    new.add_argument("--sample", action="store_true", help="begin with an invented town's stories")
    new.set_defaults(run=make_new)


def make_new(options: argparse.Namespace) -> int:
    """Make the digest; ask for what was not given where somebody is there to answer."""
    given = {name: getattr(options, name) for name in QUESTIONS if getattr(options, name)}
    if not given and sys.stdin.isatty():
        given = {name: said for name in QUESTIONS if (said := _asked(name))}
    made = make_digest(options.folder, replace(Wishes(sample=options.sample), **given))
    print(f"{options.folder}: {len(made)} files. Next:")
    if options.folder != Path():
        print(f"    cd {options.folder}")
    if find_spec("spacy") is None:
        print("    pip install -r requirements.txt     (what annotates stories: some 800 MB)")
    print("    invoke build\n    invoke serve")
    return 0


def _asked(name: str) -> str:
    unless = getattr(Wishes(), name)
    return input(f"{QUESTIONS[name]}{f' [{unless}]' if unless else ''}: ").strip()
