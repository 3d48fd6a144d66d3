"""Escape what templates print: most of it holds nothing to be escaped, which is seen at once."""

from __future__ import annotations

import re
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

_holds_special = re.compile(r"""[&<>'"]""").search


def escaped(value: Any) -> str:
    """Return a value as ``markupsafe.escape`` has it; text without special characters as it is."""
    kind = type(value)
    if kind is str:
        return escape(value) if _holds_special(value) else value
    return value if kind is Markup else escape(value)


class EscapingCode(CodeGenerator):
    """Template code that asks ``environment.escaped`` where Jinja's own asks ``escape``.

    Jinja makes an object of every text that it prints; joined to a page, they are text again.
    """

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
            return
        self.write("environment.escaped(")
        if finalize.src is not None:
            self.write(finalize.src)
