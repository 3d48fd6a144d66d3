"""The digest's settings, explained in docs/settings.md; ``publishconf.py`` adds publishing's."""

SITENAME = "Gloss"
SITESUBTITLE = "An annotated news digest"
SITEURL = ""

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGINS = ["gloss.hooks"]

TIMEZONE = "UTC"
DEFAULT_LANG = "en"

# Stories are Gloss's own (content/stories); Pelican's articles, their lists and feeds are not used.
ARTICLE_PATHS = []
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["static"]
PATH_METADATA = r"static/(?P<path>.+)"  # content/static/images/a.png is /images/a.png
DIRECT_TEMPLATES = []
THEME_STATIC_PATHS = []
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
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
