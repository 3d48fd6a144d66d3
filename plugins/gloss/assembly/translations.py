"""The interface's words in another language: the theme's ``.po`` files, read as they are."""

from __future__ import annotations

from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def load_translations(folder: Path, lang: str) -> NullTranslations:
    """Return the translations of a language (BCP 47), or of none: English as the templates have it.

    folder: holds ``LANG/LC_MESSAGES/messages.po``; for ``de-AT`` the one of ``de`` does as well.
    """
    for name in (lang.replace("-", "_"), lang.partition("-")[0]):
        path = folder / name / "LC_MESSAGES" / "messages.po"
        if path.is_file():
            return _compiled(path)
    return NullTranslations()


def _compiled(path: Path) -> GNUTranslations:
    with path.open("rb") as file:
        catalogue = read_po(file)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)
