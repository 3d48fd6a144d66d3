"""The theme's templates, ready to print pages with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Any, cast

import jinja2
from jinja2 import nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from gloss.assembly.escaping import EscapingCode, escaped
from gloss.assembly.translations import load_translations
from gloss.store.fingerprint import described, digest_of_files, fingerprint

COUNTED = 1 << 14  # phrases with a count that are remembered
SPOKEN = ("_", "gettext")
# How ``|tojson`` prints.
JSON = {"sort_keys": True, "separators": (",", ":"), "ensure_ascii": False}


@dataclass(frozen=True)
class Theme:
    """Where templates and static files come from; plain data, so that any process can load it.

    templates: folders, the first that has a template wins.
    options: of ``jinja2.Environment``. filters, globals, tests: as in Pelican's settings.
    static: the theme's folder of files that are published as they are, under ``theme/``.
    translations: the folder of the interface's words in other languages; lang: which (BCP 47).
    """

    templates: tuple[str, ...]
    static: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    filters: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    globals: Mapping[str, Any] = field(default_factory=dict)
    tests: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    translations: str | None = None
    lang: str = "en"


@dataclass
class _Kept:
    """The environment of the last build: a process that stays compiles its templates once."""

    digest: str = ""
    environment: jinja2.Environment | None = None


_kept = _Kept()


def load_environment(theme: Theme) -> jinja2.Environment:
    """Return the Jinja environment of a theme; the last one's, where the theme is as it was.

    Text is escaped unless a template says otherwise.
    """
    digest = digest_of_theme(theme)
    if _kept.environment is None or _kept.digest != digest:
        _kept.digest, _kept.environment = digest, _environment(theme)
    return _kept.environment


def _environment(theme: Theme) -> jinja2.Environment:
    options = {"autoescape": True, **theme.options}
    environment = _Environment(
        loader=_loader(theme.templates),
        auto_reload=False,
        **{**options, "extensions": list(_extensions(options))},
    )
    environment.policies["json.dumps_kwargs"] = JSON
    environment.filters.update(theme.filters)
    environment.globals.update(theme.globals)
    environment.tests.update(theme.tests)
    folder = Path(theme.translations) if theme.translations else Path()
    _speak(environment, load_translations(folder, theme.lang))
    return environment


Say = Callable[[str], Markup]


class _Environment(jinja2.Environment):
    """One whose templates hold the interface's words, where these are always the same.

    As text of the template, which is printed at once, and not as a call each time.
    """

    code_generator_class = EscapingCode
    escaped = staticmethod(escaped)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        spoken: nodes.Template = _Spoken(cast(Say, self.globals["_"])).visit(tree)
        return spoken


class _Spoken(NodeTransformer):
    """Puts a text in the place of ``_("People")``."""

    def __init__(self, say: Say) -> None:
        self._say = say

    def visit_Call(self, call: nodes.Call) -> nodes.Node:  # noqa: N802 - the name is Jinja's
        self.generic_visit(call)
        name, given = call.node, call.args
        is_said = isinstance(name, nodes.Name) and name.name in SPOKEN
        alone = len(given) == 1 and not (call.kwargs or call.dyn_args or call.dyn_kwargs)
        if is_said and alone and isinstance(given[0], nodes.Const):
            return nodes.Const(self._say(given[0].value), lineno=call.lineno)
        return call


def _loader(folders: Sequence[str]) -> jinja2.BaseLoader:
    """Find templates in folders, and the theme's own as ``!theme/NAME`` (as Pelican has it).

    So a template may extend the one whose name it takes.
    """
    own = jinja2.FileSystemLoader(folders[-1])
    everywhere = jinja2.FileSystemLoader(list(folders))
    return jinja2.ChoiceLoader([everywhere, jinja2.PrefixLoader({"!theme": own})])


def _speak(environment: jinja2.Environment, words: NullTranslations) -> None:
    """Let templates say the interface's words: ``_("People")``, ``{% trans %}``.

    As Jinja's new-style callables, which format what they are given; but a text without variables,
    as nearly all are, is looked up once and not each time that it is printed. ``translated`` tells
    whether they are another language's.
    """

    @cache
    def fixed(text: str) -> Markup:
        return Markup(words.gettext(text) % {})

    def gettext(text: str, /, **variables: Any) -> Markup:
        return Markup(words.gettext(text)) % variables if variables else fixed(text)

    @lru_cache(maxsize=COUNTED)
    def counted(one: str, many: str, num: int) -> Markup:
        return Markup(words.ngettext(one, many, num)) % {"num": num}

    def ngettext(one: str, many: str, num: int, /, **variables: Any) -> Markup:
        if not variables:
            return counted(one, many, num)
        return Markup(words.ngettext(one, many, num)) % {"num": num, **variables}

    environment.extend(newstyle_gettext=True)
    environment.globals.update({"_": gettext, "gettext": gettext, "ngettext": ngettext})
    environment.globals["translated"] = isinstance(words, GNUTranslations)


def _extensions(options: Mapping[str, Any]) -> Sequence[str]:
    asked = options.get("extensions", ())
    return (*asked, *(["jinja2.ext.i18n"] if "jinja2.ext.i18n" not in asked else []))


def digest_of_theme(theme: Theme) -> str:
    """Return a digest of every template and of what they are printed with."""
    folders = [
        digest_of_files((p for p in Path(folder).rglob("*") if p.is_file()), Path(folder))
        for folder in (*theme.templates, *([theme.translations] if theme.translations else []))
    ]
    options = sorted((key, repr(value)) for key, value in theme.options.items())
    called = [
        sorted((name, described(value)) for name, value in group.items())
        for group in (theme.filters, theme.globals, theme.tests)
    ]
    return fingerprint(theme.lang, folders, options, called, jinja2.__version__)
