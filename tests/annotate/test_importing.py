"""Loading the annotator reads no HTTP client, and leaves spaCy whole for others."""

from __future__ import annotations

import subprocess
import sys

import pytest

CLIENTS = "httpx requests weasel"
LOADED = f"""
import sys
from gloss.ingest.annotating import Tools, load_tools
from gloss.register import Register
annotator = load_tools(Tools(Register()))
assert annotator.nlp("Ann Lowe spoke.")[0].pos_ == "PROPN"
print(*sorted({{*"{CLIENTS}".split()}} & sys.modules.keys()))
import spacy.cli
print(spacy.cli.download.__name__, spacy.info(silent=True)["spacy_version"] == spacy.__version__)
"""


@pytest.fixture(scope="module")
def said() -> list[str]:
    run = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    return run.stdout.splitlines()


def test_no_http_client_is_read(said: list[str]) -> None:
    assert said[0] == ""


def test_the_command_line_is_there_for_whom_asks(said: list[str]) -> None:
    assert said[1] == "download True"
