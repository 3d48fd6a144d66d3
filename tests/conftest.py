"""What holds for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# How long an example takes says more of the machine's other work than of ours.
settings.register_profile("gloss", deadline=None)
settings.load_profile("gloss")

# Builds of tests tell a run on GitHub nothing: their broken seeds are none of ours.
for name in ("GITHUB_ACTIONS", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"):
    os.environ.pop(name, None)

# What tests run in processes of their own imports the same modules a hundred times over: they are
# compiled once, also where nothing is to be written as a rule.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
