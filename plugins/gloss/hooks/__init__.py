"""The Pelican plugin: ``PLUGINS = ["gloss.hooks"]``. Only here is Pelican known.

standing   whether anything was touched since the last build
expected   what each setting may be
surroundings  themes, plugins and articles that Gloss cannot stand beside
seeds      new and changed seeds become articles, before Pelican reads anything
generator  the digest's pages and files, in the place of Pelican's own articles
own_pages  the editor's own pages, with the digest's templates
page_texts their words, for the search
saying     lines on the terminal
working    one build at a time, and faults told in a line
checking   what `invoke check` tells
renewing   what `invoke changes` tells
failures   what could not be used, told when all else is built
github     the same, as a run on GitHub is told
"""

from gloss.hooks import failures, generator, own_pages, seeds, standing, surroundings


def register() -> None:
    """Connect Gloss to Pelican's signals."""
    standing.register()
    surroundings.register()
    seeds.register()
    generator.register()
    own_pages.register()
    failures.register()
