"""What every digest says to Pelican: ``from gloss.project.settings import *`` in pelicanconf.py.

Whatever stands behind that line overrules it (docs/settings.md).
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def theme_folder() -> Path:
    """Return the theme's folder: in the package, or at the top of a checkout."""
    installed = _PACKAGE / "theme"
    return installed if installed.is_dir() else _PACKAGE.parents[1] / "theme"


PATH = "content"
OUTPUT_PATH = "output"
THEME = str(theme_folder())
THEME_STATIC_PATHS: list[str] = []
PLUGINS = ["gloss.hooks"]
TIMEZONE = "UTC"
DEFAULT_LANG = "en"

# Stories are Gloss's own (content/stories); Pelican's articles, their lists and feeds are not used.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["static"]
PATH_METADATA = r"static/(?P<path>.+)"  # content/static/images/a.png is /images/a.png
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
PAGE_LANG_URL = "{slug}-{lang}/"
PAGE_LANG_SAVE_AS = "{slug}-{lang}/index.html"
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
AUTHORS_SAVE_AS = ""
AUTHOR_SAVE_AS = ""
CATEGORY_SAVE_AS = ""
CATEGORIES_SAVE_AS = ""
TAG_SAVE_AS = ""
TAGS_SAVE_AS = ""
ARCHIVES_SAVE_AS = ""
