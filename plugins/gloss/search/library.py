"""lunr.js itself, for the browser: the copy that the mkdocs package carries, made an ES module.

Lunr is MIT-licensed; its notice stays. Only comments and blanks are taken out.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from rjsmin import jsmin  # type: ignore[import-untyped]

NOTICE = """\
/* lunr - http://lunrjs.com - 2.3.9 - Copyright (C) 2020 Oliver Nightingale
 * @license MIT: http://opensource.org/licenses/MIT */
"""
# The file speaks to CommonJS, AMD and scripts; what is put around it makes it speak to modules.
BEFORE = "const module = { exports: {} }, exports = module.exports;\n"
AFTER = "\nexport default module.exports;\n"


@cache
def lunr_js() -> bytes:
    """Return lunr.js 2.3.9 as a module whose default export is ``lunr``."""
    source = files("mkdocs").joinpath("contrib/search/templates/search/lunr.js")
    text = source.read_text(encoding="utf-8")
    if 'lunr.version = "2.3.9"' not in text:
        raise ValueError("The mkdocs package carries another lunr.js than 2.3.9")
    return (NOTICE + BEFORE + str(jsmin(text)) + AFTER).encode()
