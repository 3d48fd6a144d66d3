"""What is missing is named with the command that brings it."""

from __future__ import annotations

from gloss.errors import what_is_missing


def test_a_module_is_named_with_what_brings_it():
    brings = "pip install 'gloss-digest[annotate]'"
    missing = ModuleNotFoundError("No module named 'spacy'", name="spacy")
    assert what_is_missing(missing) == f"spacy is not installed: {brings}"
    assert what_is_missing(ModuleNotFoundError("no model: do this")) == "no model: do this"
