"""The Pelican plugin: ``PLUGINS = ["gloss.hooks"]``. Only here is Pelican known.

site    the digest's pages and files, in the place of Pelican's own articles
"""

from gloss.hooks import site


def register() -> None:
    """Connect Gloss to Pelican's signals."""
    site.register()
