"""What another annotator would change is told in counts."""

from __future__ import annotations

from pathlib import Path

from gloss.check.renewal import renewed

HEAD = "Title: Ferry\nDate: 2026-03-05\nSlug: ferry\n\n"
OLD = (
    "[Mary Miller](person:mary-miller) came on [12 April](date:XXXX-04-12) to Selby.\n\n"
    "[“It is late,”]{.quote} said a man of [Hull](org:hull).\n"
)
NEW = (
    "[Mary Miller](person:mary-miller) came on [12 April](date:2025-04-12) to "
    "[Selby](place:selby).\n\n"
    "[“It is late,”]{.quote by=mary-miller} said a man of [Hull](place:hull).\n"
)


def told(tmp_path: Path, old: str, new: str) -> list[str]:
    for name, body in (("old", old), ("new", new)):
        (tmp_path / name).mkdir(exist_ok=True)
        for number in range(2):
            text = HEAD.replace("ferry", f"ferry-{number}") + (body if number else OLD)
            (tmp_path / name / f"ferry-{number}.md").write_text(text, encoding="utf-8")
    (tmp_path / "old" / "gone.md").write_text("no article", encoding="utf-8")
    return list(renewed(tmp_path / "old", tmp_path / "new"))


def test_each_kind_is_counted_by_story(tmp_path):
    counts = (
        "names 1 new, 1 with another id; quotations 1 with another speaker; dates 1 another value"
    )
    assert told(tmp_path, OLD, NEW) == [
        f"1 of 2 stories would change: {counts}",
        f"  ferry-1.md: {counts}",
    ]
    assert told(tmp_path, NEW, OLD)[0].startswith("1 of 2 stories would change: names 1 gone, 1")


def test_nothing_is_said_in_a_line(tmp_path):
    assert told(tmp_path, OLD, OLD) == ["Nothing would change in 2 stories."]
