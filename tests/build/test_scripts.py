"""What is left of a script when it is published."""

from __future__ import annotations

from gloss.build.scripts import lean

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

LEAN = """\
export function add(a, b) {
return a + b; // see `above`
}
const path = "//host/*";
/*! a licence stays */
"""


def test_comments_and_indentation_go():
    assert lean(SCRIPT) == LEAN


def test_text_over_several_lines_is_left_alone():
    script = "const text = `\n  // no comment\n`;\n"
    assert lean(script) == script
