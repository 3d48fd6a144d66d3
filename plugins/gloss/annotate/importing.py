"""Import spaCy without its command line, which its package imports, and with that HTTP clients.

Reading stories needs none of them, and they are a third of the time that spaCy takes to import:
a twentieth of what a build takes for one new story.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

COMMANDS = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> None:
    """Import spaCy, unless it is there; its command line is imported by whom asks for it.

    Raises ModuleNotFoundError where it is not installed.
    """
    if "spacy" in sys.modules:
        return
    sys.modules.update({name: _Unread(name) for name in COMMANDS})
    try:
        import_module("spacy")
    finally:
        for name in COMMANDS:
            del sys.modules[name]


class _Unread(ModuleType):
    """Stands where a module of the command line is read else; has what the package takes of it."""

    @staticmethod
    def info(*given: Any, **options: Any) -> Any:
        """Do what ``spacy.info`` does."""
        from spacy.cli.info import info

        return info(*given, **options)
