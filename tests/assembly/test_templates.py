"""The words of the interface in templates."""

from __future__ import annotations

import pytest
from gloss.assembly.templates import Theme, load_environment

PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Bread & <em>butter</em>"
msgstr "Brot & <em>Butter</em>"

msgid "%(num)s story"
msgid_plural "%(num)s stories"
msgstr[0] "%(num)s Artikel"
msgstr[1] "%(num)s Artikel in allem"
"""
TEMPLATE = """\
{{ _("Bread & <em>butter</em>") }}
{{ _("Bread & <em>butter</em>")|upper }}
{% for label in (_("Bread & <em>butter</em>"), "a < b") %}{{ label }};{% endfor %}+
{{ _("100%% of %(what)s", what="<it>") }}
{% for n in (1, 2) %}{{ ngettext("%(num)s story", "%(num)s stories", n) }}, {% endfor %}+
"""
SAID = {
    "en": [
        "Bread & <em>butter</em>",
        "BREAD & <EM>BUTTER</EM>",
        "Bread & <em>butter</em>;a &lt; b;+",
        "100% of &lt;it&gt;",
        "1 story, 2 stories, +",
    ],
    "de": [
        "Brot & <em>Butter</em>",
        "BROT & <EM>BUTTER</EM>",
        "Brot & <em>Butter</em>;a &lt; b;+",
        "100% of &lt;it&gt;",
        "1 Artikel, 2 Artikel in allem, +",
    ],
}


@pytest.mark.parametrize("lang", SAID)
def test_words_of_the_interface_are_markup_and_what_they_are_given_is_escaped(tmp_path, lang):
    words = tmp_path / "translations" / "de" / "LC_MESSAGES"
    words.mkdir(parents=True)
    (words / "messages.po").write_text(PO, encoding="utf-8")
    (tmp_path / "page.html").write_text(TEMPLATE, encoding="utf-8")
    theme = Theme((str(tmp_path),), translations=str(tmp_path / "translations"), lang=lang)
    printed = load_environment(theme).get_template("page.html").render()
    assert printed.splitlines() == SAID[lang]


PRINTED = {
    "{{ text }}": "Jones &amp; &#39;Sons&#39; &lt;b&gt;",
    "{{ text|safe }}": "Jones & 'Sons' <b>",
    "{{ 'as it is' ~ text }}": "as it isJones &amp; &#39;Sons&#39; &lt;b&gt;",
    "{% set held %}<i>{{ text }}</i>{% endset %}{{ held }}": (
        "<i>Jones &amp; &#39;Sons&#39; &lt;b&gt;</i>"
    ),
    "{% macro of(it) %}<i>{{ it }}</i>{% endmacro %}{{ of(text) }}{{ of('plain')|length }}": (
        "<i>Jones &amp; &#39;Sons&#39; &lt;b&gt;</i>12"
    ),
    "{{ 3 }}{{ none }}{{ missing }}": "3None",
    "{% autoescape false %}{{ text }}{% endautoescape %}": "Jones & 'Sons' <b>",
    "{% autoescape loud %}{{ text }}{% endautoescape %}": "Jones & 'Sons' <b>",
}


@pytest.mark.parametrize("template", PRINTED)
def test_what_is_printed_is_escaped_once(tmp_path, template):
    (tmp_path / "page.html").write_text(template, encoding="utf-8")
    page = load_environment(Theme((str(tmp_path),))).get_template("page.html")
    assert page.render(text="Jones & 'Sons' <b>", loud=False) == PRINTED[template]
