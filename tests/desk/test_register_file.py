"""The register's file, as the desk writes it."""

from __future__ import annotations

import pytest
from gloss.register import Entry, EntryChange, RegisterError, load_register

pytest.importorskip("flask")
from gloss.desk.register_file import rewrite_register, take_back


@pytest.mark.parametrize("text", ["entities: [\n", "entities:\n  - name: B\n", "[]"])
def test_a_register_that_is_wrong_is_told_with_its_line_and_stays(tmp_path, text):
    path = tmp_path / "entities.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RegisterError, match=r"entities\.yaml:[12]: "):
        rewrite_register(path, [EntryChange(None, Entry("org:a", "A", "org"))])
    assert path.read_text(encoding="utf-8") == text


def test_an_entry_that_is_there_is_not_put_in_again(tmp_path):
    path = tmp_path / "entities.yaml"
    change = EntryChange(None, Entry("org:a", "A", "org"))
    rewrite_register(path, [change])
    with pytest.raises(RegisterError, match="org:a was changed meanwhile"):
        rewrite_register(path, [change])


def test_what_was_written_is_taken_back_unless_it_was_changed_since(tmp_path):
    path = tmp_path / "entities.yaml"
    written = rewrite_register(path, [EntryChange(None, Entry("org:a", "A", "org"))])
    take_back(path, written)
    assert not path.exists()
    written = rewrite_register(path, [EntryChange(None, Entry("org:a", "A", "org"))])
    path.write_text(f"# ours\n{written.after}", encoding="utf-8")
    take_back(path, written)
    assert path.read_text(encoding="utf-8") == "# ours\nentities:\n"
    written = rewrite_register(path, [EntryChange(None, Entry("org:a", "A", "org"))])
    path.write_text("entities: [{name: A, type: org, description: B}]", encoding="utf-8")
    with pytest.raises(RegisterError, match="org:a was changed meanwhile"):
        take_back(path, written)
    assert list(load_register(path).entries) == ["org:a"]
