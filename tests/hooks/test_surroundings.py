"""Beside other things of Pelican's: own pages, articles, other themes, other plugins."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from gloss.hooks.settings import site_of
from gloss.hooks.surroundings import look_around
from pelican.settings import DEFAULT_CONFIG

from tests.hooks.test_pelican import ROOT, invoke, project

__all__ = ["project"]


def told(project: Path, task: str = "build") -> list[str]:
    done = invoke(project, task)
    assert done.returncode != 0
    assert "Traceback" not in done.stdout + done.stderr
    return [line for line in done.stdout.splitlines() if line.startswith("ERROR")]


def add(project: Path, settings: str) -> None:
    with (project / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write(f"\n{settings}\n")


# What i18n_subsites tells of the sites in other languages.
FRENCH = """
from pelican import signals

def tell(generator):
    here = "https://digest.example"
    generator.context["lang_siteurls"] = {"en": here, "fr": f"{here}/fr"}

def register():
    signals.generator_init.connect(tell)
"""


def test_own_pages_stand_in_the_menu_and_in_the_sitemap(project):
    pages = project / "content" / "pages"
    pages.mkdir()
    (pages / "imprint.md").write_text("Title: Imprint & so on\nSlug: imprint\n\nWe.\n")
    (pages / "imprint-de.md").write_text("Title: Impressum\nSlug: imprint\nLang: de\n\nWir.\n")
    (pages / "secret.md").write_text(
        "Title: Secret\nSlug: secret\nStatus: hidden\n\nIts Mystery.\n"
    )
    (project / "french.py").write_text(FRENCH)
    add(project, 'SITEURL = "https://digest.example"\nPLUGIN_PATHS = ["."]')
    add(project, 'PLUGINS = [*PLUGINS, "french"]')
    assert invoke(project, "build").returncode == 0
    sitemap = (project / "output" / "sitemap.xml").read_text("utf-8")
    assert "<loc>https://digest.example/imprint/</loc>" in sitemap
    assert "<loc>https://digest.example/imprint-de/</loc>" in sitemap
    assert "secret" not in sitemap
    link = '<a href="{}imprint/">Imprint &amp; so on</a>'
    story = (project / "output" / "stories" / "story-00001" / "index.html").read_text("utf-8")
    assert link.format("../../") in story
    own = (project / "output" / "imprint" / "index.html").read_text("utf-8")
    assert link.format("../") in own
    for page in (own, (project / "output" / "imprint-de" / "index.html").read_text("utf-8")):
        for lang, url in (("en", "imprint"), ("de", "imprint-de")):
            address = f"https://digest.example/{url}/"
            assert f'<link rel="alternate" hreflang="{lang}" href="{address}">' in page
    assert 'hreflang="fr"' not in own, "it has no translation there"
    address = "https://digest.example/fr/stories/story-00001/"
    assert f'<link rel="alternate" hreflang="fr" href="{address}">' in story
    assert f'<a href="{address}" lang="fr" hreflang="fr">français</a>' in story
    secret = (project / "output" / "secret" / "index.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in secret
    assert "noindex" not in own
    found = "".join(path.read_text("utf-8") for path in (project / "output/search").rglob("*.json"))
    assert '["imprint/","Imprint & so on","","","We.",[],[],[],1]' in found
    assert "impressum" in found
    assert "mystery" not in found
    for page in (own, (project / "output" / "data" / "index.html").read_text("utf-8")):
        assert (
            '<meta property="og:image" content="https://digest.example/theme/img/card.png">' in page
        )
        assert '<meta property="og:site_name"' in page
    assert (project / "output" / "theme" / "img" / "card.png").is_file()


def test_a_plain_article_is_refused_in_a_line(project):
    blog = project / "content" / "blog"
    blog.mkdir()
    (blog / "post.md").write_text("Title: Post\nDate: 2026-01-02\n\nWe.\n")
    add(project, 'ARTICLE_PATHS = ["blog"]')
    [line] = told(project)
    assert "post.md" in line
    assert "ARTICLE_PATHS has to be []" in line


def test_another_theme_is_refused_in_a_line(project):
    add(project, 'THEME = "notmyidea"')
    [line] = told(project)
    assert "no theme of Gloss" in line


def test_a_plugin_that_writes_over_the_sitemap_is_told(project):
    (project / "sitemap.py").write_text("def register():\n    pass\n")
    add(project, 'PLUGIN_PATHS = ["."]\nPLUGINS = [*PLUGINS, "sitemap"]')
    [line] = told(project)
    assert line.startswith("ERROR PLUGINS: sitemap writes over")


def test_a_setting_that_is_wrong_ends_the_build_in_a_line(project):
    add(project, "GLOSS_PER_PAGE = 0")
    assert told(project) == ["ERROR GLOSS_PER_PAGE is 0; expected a whole number, 1 or more"]


def test_a_site_in_another_language_has_no_address_where_the_main_one_has_none():
    settings = {
        **DEFAULT_CONFIG,
        **{"PATH": "content", "THEME": str(ROOT / "theme"), "DEFAULT_LANG": "de"},
        **{"SITEURL": "/de", "I18N_SUBSITES": {"de": {}}},
    }
    look_around(SimpleNamespace(settings=settings, plugins=()))
    assert site_of(settings).url == ""
