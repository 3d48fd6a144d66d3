"""The words of a language are read from its folder, and nothing stands in them that is no word."""

from __future__ import annotations

import pytest
from gloss import lexicon


def test_a_language_without_a_subject_is_told():
    with pytest.raises(FileNotFoundError):
        lexicon.load("names", "tlh")
