"""The digest's settings, explained in docs/settings.md; ``publishconf.py`` adds publishing's."""

from gloss.project.settings import *  # noqa: F403

SITENAME = "Gloss"
SITESUBTITLE = "An annotated news digest"
SITEURL = ""
THEME = "theme"
