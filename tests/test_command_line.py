"""``python -m gloss annotate``: a contract that people and other programs rely on."""

from __future__ import annotations

import io
import json

import pytest
from gloss.__main__ import main

TEXT = "\n Ann Lee said on 3 May 2021:  “It is open.”\r\n\nShe left for Lisbon 🙂 on Monday."


def annotate(tmp_path, *lines: str, options: tuple[str, ...] = ()):
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    status = main(["annotate", *options, str(source), str(target)])
    text = target.read_text(encoding="utf-8") if target.exists() else ""
    return status, [json.loads(line) for line in text.splitlines()]


def test_a_line_in_is_a_line_out(tmp_path):
    story = {"id": "a", "text": TEXT, "published": "2021-05-05"}
    empty = {"id": "b", "text": "", "published": None}
    status, (first, second) = annotate(tmp_path, json.dumps(story), "", json.dumps(empty))
    assert status == 0
    assert second == {"id": "b", "entities": [], "times": [], "quotes": [], "reports": []}
    assert first["id"] == "a"
    spans = {TEXT[e["start"] : e["end"]]: (e["type"], e["entity"]) for e in first["entities"]}
    assert spans["Ann Lee"] == ("person", "person:ann-lee")
    assert spans["Lisbon"][0] == "place"
    times = {
        TEXT[t["start"] : t["end"]]: (t["type"], t["value"], t["edtf"]) for t in first["times"]
    }
    assert times["3 May 2021"] == ("DATE", "2021-05-03", "2021-05-03")
    (quote,) = first["quotes"]
    assert TEXT[quote["start"] : quote["end"]] == "It is open."
    speaker, cue = quote["speaker"], quote["cue"]
    assert TEXT[speaker["start"] : speaker["end"]] == "Ann Lee"
    assert speaker["entity"] == "person:ann-lee"
    assert TEXT[cue["start"] : cue["end"]] == "said"
    assert quote["how"] == "colon"
    assert 0.7 <= quote["sure"] <= 1


def test_standard_input_and_output(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO('{"id": "é", "text": "Élise came."}\n'))
    assert main(["annotate", "-", "-"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith('{"id": "é", "entities": [')
    assert err == ""


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", ":2: "),
        ("[" * 100_000, ":2: brackets in brackets without end"),
        ("[1]", ":2: no JSON object; expected"),
        ('{"id": "a"}', ":2: no text; expected a string"),
        ('{"text": "a"}', ":2: no id; expected a string or a whole number"),
        (
            '{"id": "a", "text": "b", "published": "May"}',
            ":2: published 'May'; expected YYYY-MM-DD",
        ),
        (
            '{"id": "a", "text": "b", "published": "2018-02-30"}',
            ":2: published '2018-02-30'; expected YYYY-MM-DD",
        ),
        ('{"id": "a", "text": "b", "published": 5}', ":2: published 5; expected YYYY-MM-DD"),
        ('{"id": true, "text": "b"}', ":2: no id; expected a string or a whole number"),
        ('{"id": "a", "text": "\\ud800"}', ":2: half a character (a lone surrogate)"),
        ('{"id": "\\ud800", "text": "b"}', ":2: half a character (a lone surrogate)"),
    ],
)
def test_a_line_that_is_no_story_is_told(tmp_path, capsys, line, says):
    status, out = annotate(tmp_path, '{"id": "a", "text": "b"}', line)
    assert (status, out) == (2, [])
    assert f"in.jsonl{says}" in capsys.readouterr().err


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path, monkeypatch, capsys):
    status, (line,) = annotate(tmp_path, '\ufeff{"id": "a", "text": "b"}')
    assert (status, line["id"]) == (0, "a")
    monkeypatch.setattr("sys.stdin", io.StringIO('\ufeff{"id": "é", "text": "b"}\n'))
    assert main(["annotate", "-", "-"]) == 0
    assert capsys.readouterr().out.startswith('{"id": "é"')


@pytest.mark.parametrize("number", ["-1", "0", "two"])
def test_a_number_of_processes_that_is_none_is_refused(tmp_path, capsys, number):
    with pytest.raises(SystemExit) as ended:
        annotate(tmp_path, options=("--processes", number))
    assert ended.value.code == 2
    assert "--processes" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told(tmp_path, capsys):
    assert main(["annotate", str(tmp_path / "no.jsonl"), "-"]) == 2
    assert "no.jsonl" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "says", "stories"),
    [
        (("--tagger", "nope"), "no tagger is called 'nope': it is gloss, or spacy:NAME", 1),
        (("--tagger", "spacy:nope"), "no spaCy pipeline is called 'nope'", 1),
        (("--model", "nope"), "no spaCy pipeline is called 'nope'", 1),
        (("--model", "nope"), "no spaCy pipeline is called 'nope'", 70),  # worth processes
    ],
)
def test_a_tool_that_does_not_exist_is_told_in_one_line(tmp_path, capfd, option, says, stories):
    lines = [json.dumps({"id": str(n), "text": "It rained."}) for n in range(stories)]
    status, out = annotate(tmp_path, *lines, options=(*option, "--processes", "2"))
    assert (status, out) == (2, [])
    told = capfd.readouterr().err
    assert told.startswith(says)
    assert told.count("\n") == 1


def test_a_cluster_that_is_asked_for_is_used_whatever_there_is_to_do(tmp_path, capfd):
    options = ("--cluster", "tcp://127.0.0.1:1")
    status, out = annotate(tmp_path, json.dumps({"id": "a", "text": "b"}), options=options)
    assert (status, out) == (2, [])
    told = capfd.readouterr().err
    assert "Dask is not installed" in told or "no Dask scheduler answers at tcp://127" in told


def test_the_register_counts(tmp_path):
    register = tmp_path / "entities.yaml"
    register.write_text("entities: [{name: Ann L., type: person, aliases: [Ann Lee]}]")
    options = ("--register", str(register), "--processes", "1")
    _, (line,) = annotate(tmp_path, json.dumps({"id": "a", "text": TEXT}), options=options)
    assert "person:ann-l" in {e["entity"] for e in line["entities"]}


SECRETARY = "The education secretary, Ruth Berg, opened a school in Leeds. Ms Berg smiled."
SINGER = "The awards in Las Vegas will feature songs by R Berg, a singer. Berg was hurt."


@pytest.mark.parametrize(
    "register",
    ["", "entities: [{name: Ruth Berg, type: person}, {name: R Berg, type: person}]"],
)
def test_a_minister_is_no_singer_with_or_without_the_register(tmp_path, register):
    path = tmp_path / "entities.yaml"
    path.write_text(register)
    lines = [json.dumps({"id": n, "text": t}) for n, t in enumerate((SECRETARY, SINGER))]
    options = ("--register", str(path), "--processes", "1")
    _, out = annotate(tmp_path, *lines, options=options)
    people = [{e["entity"] for e in line["entities"] if e["type"] == "person"} for line in out]
    assert people == [{"person:ruth-berg"}, {"person:r-berg"}]


def test_bytes_that_are_no_text_are_told_with_their_line(tmp_path, capsys):
    source = tmp_path / "in.jsonl"
    source.write_bytes(b'{"id": "a", "text": "b"}\n{"id": "b", "text": "\xff"}\n')
    assert main(["annotate", str(source), "-"]) == 2
    assert "in.jsonl:2: not UTF-8" in capsys.readouterr().err
