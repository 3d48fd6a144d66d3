"""A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from typing import Any

from gloss.formats.addresses import address, lasting_id
from gloss.formats.atom import as_html
from gloss.formats.feed import Feed, FeedEntry, midnight

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    """Return the feed as JSON in UTF-8."""
    site, path = feed.site, f"{feed.path}.json"
    whole = {
        "version": VERSION,
        "title": feed.title,
        "description": site.subtitle,
        "home_page_url": address(site, feed.page, path),
        "feed_url": address(site, path, path),
        "language": site.lang,
        "authors": [{"name": site.author or site.name}],
        "items": [_item(entry, feed, path) for entry in feed.entries],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8", "replace")


def _item(entry: FeedEntry, feed: Feed, path: str) -> dict[str, Any]:
    content = {"content_html": as_html(entry.text)} if entry.text else {}
    item = {
        "id": lasting_id(feed.site, entry.id),
        "url": address(feed.site, entry.page, path),
        "title": entry.title,
        **(content or {"content_text": entry.summary or entry.title}),
        "summary": entry.summary if entry.text else "",
        "date_published": entry.issued,
        "date_modified": midnight(entry.updated),
        "language": entry.lang,
        "authors": [{"name": name} for name in entry.authors],
        "tags": [category.label for category in entry.categories],
    }
    return {key: value for key, value in item.items() if value}
