"""The desk as a web application: what is asked, an answer, and the last one taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from flask import Flask, Response, jsonify, redirect, request
from werkzeug.wrappers import Response as Answer

from gloss.desk.answers import AnswerError
from gloss.desk.came_in import CameIn
from gloss.desk.folder import Desk, GoneError
from gloss.desk.guard import COOKIE, HEADERS, refusal
from gloss.desk.names_desk import NamesDesk
from gloss.desk.names_routes import add_names
from gloss.desk.queue import Decision
from gloss.story import Span

# A card shows so many of the places that it is about.
SHOWN = 3
_HERE = str(Path(__file__).parent)
_READING = ("GET", "HEAD")


def create_app(desk: Desk, token: str, came_in: CameIn | None = None) -> Flask:
    """Return the application. It answers those alone who know the token (``guard``).

    GET  /           the page; with ``?token=`` it keeps the token and leads to itself without
    GET  /asked      {"decisions": [...], "problems": [...]}, the one to answer next first
    POST /answer     {"id", "value"} -> {"wrote": [...]}; 409 where it is not asked any more
    GET  /stories    [[title, slug], ...]
    GET  /story      ?slug= -> what ``pointing.shown`` gives
    POST /point      {"slug", "start", "end", "about", "value"} -> {"wrote": [...]}
    POST /note       {"slug", "start", "end", "value", "was"} -> {"wrote": [...]}
    GET  /came-in    the page; /came-in/list what it shows (``came_in``)
    POST /came-in    {"do", "slug", …} -> {"wrote": [...]}
    POST /undo       -> {"taken_back": N}
    """
    came_in = came_in or CameIn(desk)
    app = Flask("gloss.desk", static_folder="static", static_url_path="/static", root_path=_HERE)
    app.before_request(lambda: _guarded(token))
    app.after_request(_closed)
    app.register_error_handler(GoneError, lambda problem: _problem(problem, 409))
    for kind in (AnswerError, ValueError, TypeError, OverflowError, RecursionError, OSError):
        app.register_error_handler(kind, lambda problem: _problem(problem, 422))
    app.add_url_rule("/", "page", lambda: app.send_static_file("desk.html"))
    names = NamesDesk(desk)
    app.add_url_rule("/asked", "asked", lambda: _asked(desk, names))
    app.add_url_rule("/answer", "answer", lambda: _answer(desk, _said()), methods=["POST"])
    app.add_url_rule("/stories", "stories", lambda: jsonify(desk.stories_by_title()))
    app.add_url_rule("/story", "story", lambda: jsonify(desk.story(request.args.get("slug", ""))))
    app.add_url_rule("/point", "point", lambda: _point(desk, _said()), methods=["POST"])
    app.add_url_rule("/note", "note", lambda: _note(desk, _said()), methods=["POST"])
    app.add_url_rule("/came-in", "came_in", lambda: app.send_static_file("came-in.html"))
    app.add_url_rule("/came-in/list", "list", lambda: jsonify(came_in.shown()))
    app.add_url_rule("/came-in", "step", lambda: _step(came_in, _said()), methods=["POST"])
    app.add_url_rule("/undo", "undo", lambda: jsonify(taken_back=desk.undo()), methods=["POST"])
    add_names(app, names, _said)
    return app


def _guarded(token: str) -> Answer | None:
    """Refuse who may not ask; keep a token that came with an address in a cookie."""
    given = request.args.get("token", "") or request.cookies.get(COOKIE, "")
    headers = dict(request.headers.items())
    why = refusal(headers, given, token, writes=request.method not in _READING)
    if why:
        return Response(f"{why}\n", 403, mimetype="text/plain")
    if "token" not in request.args:
        return None
    answer = redirect("/")
    answer.set_cookie(COOKIE, token, httponly=True, samesite="Strict")
    return answer


def _closed(answer: Response) -> Response:
    answer.headers.update(HEADERS)
    return answer


def _problem(problem: Exception, status: int) -> tuple[Response, int]:
    return jsonify(problem=str(problem)), status


def _said() -> Mapping[str, Any]:
    said = request.get_json()
    return said if isinstance(said, dict) else {}


def _asked(desk: Desk, names: NamesDesk) -> Response:
    now = desk.asked()
    cards: list[Mapping[str, Any]] = [*map(_shown, now.decisions), *names.cards()]
    cards.sort(key=lambda card: -int(card["count"]))
    return jsonify(decisions=cards, problems=now.problems)


def _answer(desk: Desk, said: Mapping[str, Any]) -> Response:
    return jsonify(wrote=desk.decide(str(said.get("id", "")), str(said.get("value", ""))))


def _note(desk: Desk, said: Mapping[str, Any]) -> Response:
    slug, value, was = (str(said.get(key, "")) for key in ("slug", "value", "was"))
    return jsonify(wrote=desk.note(slug, _words(said), value, was))


def _step(came_in: CameIn, said: Mapping[str, Any]) -> Response:
    return jsonify(wrote=came_in.do(str(said.get("do", "")), said))


def _words(said: Mapping[str, Any]) -> Span:
    return Span(int(said.get("start", 0)), int(said.get("end", 0)))


def _point(desk: Desk, said: Mapping[str, Any]) -> Response:
    words = _words(said)
    about, value = str(said.get("about", "")), str(said.get("value", ""))
    return jsonify(wrote=desk.point(str(said.get("slug", "")), words, about, value))


def _shown(decision: Decision) -> Mapping[str, object]:
    return {
        "id": decision.id,
        "about": decision.about,
        "words": decision.words,
        "guess": decision.guess,
        "says": decision.says,
        "typed": decision.typed,
        "offers": [*decision.known.values(), *decision.offers],
        "choices": [asdict(choice) for choice in decision.choices],
        "places": [place.shown() for place in decision.places[:SHOWN]],
        "count": len(decision.places),
        "stories": len({place.slug for place in decision.places}),
    }
