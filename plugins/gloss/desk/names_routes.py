"""The addresses of the desk's names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flask import Flask, jsonify, request

from gloss.desk.names_desk import NamesDesk


def add_names(app: Flask, names: NamesDesk, said: Callable[[], Mapping[str, Any]]) -> None:
    """Add what the desk answers about names; ``said`` reads what a page sent.

    GET  /names           the page of all names, and /name that of one (``?id=``)
    GET  /names/list      ?q=&kind= -> {"names": [...], "count", "problems"}
    GET  /names/card      ?id= -> what ``NamesDesk.card`` gives
    GET  /names/aliases   ?id=&other= -> [[name, whether it surely means it], ...]
    GET  /names/perhaps   the names that may be one: [{"mine", "theirs", "part", "slugs", ...}, ...]
    POST /names/decide    {"id", "value": "same" | "two"} -> {"wrote": [...]}
    POST /names/effects   {"about": "describe" | "merge" | "split", "id", ...} -> what is touched
    POST /names/change    the same, with the "effects" that were told -> {"wrote": [...], "id"}
    """

    def given(key: str) -> str:
        return request.args.get(key, "")

    def sent(key: str) -> str:
        return str(said().get(key, ""))

    rules: Mapping[str, Callable[[], Any]] = {
        "/names": lambda: app.send_static_file("names.html"),
        "/name": lambda: app.send_static_file("name.html"),
        "/names/list": lambda: jsonify(names.listed(given("q"), given("kind"))),
        "/names/card": lambda: jsonify(names.card(given("id"))),
        "/names/perhaps": lambda: jsonify(names.perhaps_one()),
        "/names/aliases": lambda: jsonify(names.aliases(given("id"), given("other"))),
    }
    for rule, answer in rules.items():
        app.add_url_rule(rule, rule, answer)
    writes: Mapping[str, Callable[[], Any]] = {
        "/names/decide": lambda: jsonify(wrote=names.decide(sent("id"), sent("value"))),
        "/names/effects": lambda: jsonify(names.effects(said())),
        "/names/change": lambda: jsonify(names.change(said())),
    }
    for rule, answer in writes.items():
        app.add_url_rule(rule, rule, answer, methods=["POST"])
