"""Who may ask: pages of the desk itself, on this machine, that know its token."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from urllib.parse import urlsplit

COOKIE = "gloss-desk"
HOSTS = ("127.0.0.1", "localhost")
# Nothing but the desk's own files; no page may frame it.
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def refusal(headers: Mapping[str, str], given: str, token: str, writes: bool) -> str:
    """Return why a request is refused, in a line; empty where it is not.

    given: the token that came with it. writes: whether it changes something: then it must come from
    a page of the desk's own (``Origin``), and as JSON, which no form of another page can send.
    """
    host = headers.get("Host", "")
    if urlsplit(f"//{host}").hostname not in HOSTS:
        return "the desk answers at 127.0.0.1 alone"
    origin = headers.get("Origin")
    if origin is not None and origin != f"http://{host}":
        return "another page asks"
    if writes and (origin is None or "json" not in headers.get("Content-Type", "")):
        return "another page asks"
    if not hmac.compare_digest(given.encode(), token.encode()):
        return "open the address that the desk says when it starts"
    return ""
