"""A mail into a draft: its subject is the headline (by the standard library)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from gloss.intake.blocks import lines_of
from gloss.intake.draft import Draft, IntakeError, counted, day_of, in_one_line
from gloss.seed.text import paragraphs

# Answers and forwards, in the ways of mail programs.
_PREFIX = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
SIGNATURE = "-- "  # RFC 3676, 4.3


def read_mail(data: bytes) -> Draft:
    """Make a draft of a mail; raises IntakeError where it has no text."""
    mail = message_from_bytes(data, policy=policy.default)
    lines, notices = _text(mail)
    headline = _PREFIX.sub("", in_one_line(mail["subject"]))
    if not headline:
        raise IntakeError("no subject: write a headline above the text, and save it as .txt")
    if not lines:
        raise IntakeError("no text in the mail")
    name, address = parseaddr(str(mail["from"] or ""))
    when = mail["date"]
    return Draft(
        headline,
        tuple(lines),
        published=day_of(getattr(when, "datetime", None)),
        source=in_one_line(mail["organization"]) or None,
        author=in_one_line(name) or address or None,
        notices=(*notices, *_attached(mail)),
    )


def _text(mail: EmailMessage) -> tuple[list[str], list[str]]:
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    if plain is None:
        return (lines_of(str(html.get_content())) if html else []), []
    text = str(plain.get_content()).replace("\r\n", "\n")
    body, _, signature = text.partition(f"\n{SIGNATURE}\n")
    own = [line for line in body.split("\n") if not line.startswith(">")]
    quoted = body.count("\n") + 1 - len(own)
    notices = [f"left out {counted(quoted, 'quoted line')}"] if quoted else []
    if signature.strip():
        notices.append("left out the signature")
    return paragraphs(own), notices


def _attached(mail: EmailMessage) -> Iterator[str]:
    names = [part.get_filename() or part.get_content_type() for part in mail.iter_attachments()]
    if names:
        yield f"left out {counted(len(names), 'attachment')}: {', '.join(names)}"
