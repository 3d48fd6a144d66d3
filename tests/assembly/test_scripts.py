"""What is left of a script when it is published."""

from __future__ import annotations

from pathlib import Path

import pytest
from gloss.assembly.scripts import bundle, small

THEME = Path(__file__).parents[2] / "theme" / "static" / "js"

SCRIPT = """\
// What it is.

/**
 * Adds.
 * @param {number} a
 */
export function add(a, b) {
  // Quite so.
  return a + b; // see `above`
}
/* one line */
const path = "//host/*";
/*! a licence stays */
"""

SMALL = """\
export function add(a,b){return a+b;}
const path="//host/*";/*! a licence stays */
"""


def test_comments_and_blanks_go():
    assert small(SCRIPT) == SMALL


def test_the_text_of_a_template_stays():
    script = "const text=`\n  // no  comment ${a + b}\n`;\n"
    assert small(script) == script


def test_a_template_in_a_template_leaves_the_script_as_it_is():
    script = "const text = `a${b ? `c  ${d}  e` : ''}`; // f\n"
    assert small(script) == script


def test_no_script_of_the_theme_is_left_as_it_is():
    scripts = [path for path in THEME.rglob("*.js") if "  " in path.read_text(encoding="utf-8")]
    assert len(scripts) > 20
    kept = [p.name for p in scripts if "\n  " in small(p.read_text(encoding="utf-8"))]
    assert kept == []


def write(folder, **modules):
    for name, code in modules.items():
        (folder / f"{name}.js").write_text(code, encoding="utf-8")


def test_a_module_carries_those_that_it_imports_once(tmp_path):
    write(
        tmp_path,
        main='import { one } from "./one.js";\nimport { two } from "./two.js";\none(two);\n',
        one='import { two } from "./two.js";\nexport function one(a) {\nreturn a + two;\n}\n',
        two="const half = 1;\nexport const two = half * 2;\n",
    )
    assert bundle(tmp_path / "main.js") == (
        "const $two = (() => {\nconst half = 1;\nconst two = half * 2;\nreturn { two };\n})();\n"
        "const $one = (() => {\nconst { two } = $two;\n"
        "function one(a) {\nreturn a + two;\n}\nreturn { one };\n})();\n"
        "const { one } = $one;\nconst { two } = $two;\none(two);\n"
    )


def test_modules_that_import_each_other_are_told_so(tmp_path):
    write(tmp_path, a='import { b } from "./b.js";\n', b='import { a } from "./a.js";\n')
    with pytest.raises(ValueError, match=r"b\.js and a\.js import each other"):
        bundle(tmp_path / "a.js")
