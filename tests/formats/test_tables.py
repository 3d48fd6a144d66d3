"""The tables, read by those that read tables; what describes them, by its own validator."""

from __future__ import annotations

import csv
import gzip
import json
from dataclasses import replace

import duckdb
import frictionless
import pandas
import pytest
from gloss.digest.make import make_digest
from gloss.digest.marks import Marks
from gloss.formats.citation_files import citation_files
from gloss.formats.data import DATASETS, data_files, dealt
from gloss.formats.datapackage import package_files
from gloss.formats.examples import DUCKDB, PANDAS
from gloss.formats.graph import graph_files
from gloss.formats.tables import tables
from gloss.register import Register
from gloss.site import Site

from tests.digest.test_digest import harbour
from tests.formats.test_feeds import digest_of

SITE = Site(
    name="Quay & Co",
    url="https://example.org/digest",
    licence_data="CC0 1.0 <https://x.example/zero>",
)
HOSTILE = replace(harbour("other"), title='=1+1, "quoted";\n <&>')


def write(digest, folder):
    [graph] = graph_files(digest, SITE)
    every = [
        *data_files(digest, Marks(digest)),
        *citation_files(digest, SITE, ""),
        *package_files(dealt(digest), SITE),
        *graph.files(),
    ]
    for file in every:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.make())
    return folder / "data"


def lines_of(path):
    return gzip.decompress(path.read_bytes()).decode().splitlines()


@pytest.fixture
def data(tmp_path):
    return write(digest_of(harbour(), HOSTILE), tmp_path)


@pytest.mark.parametrize("stories", [0, 2])
def test_every_file_is_described_and_is_as_described(tmp_path, stories):
    articles = (harbour(), HOSTILE)[:stories]
    digest = digest_of(*articles) if articles else make_digest([], Register())
    data = write(digest, tmp_path)
    report = frictionless.validate(str(data / "datapackage.json"))
    assert report.valid, report.flatten(["name", "type", "message"])
    package = json.loads((data / "datapackage.json").read_text("utf-8"))
    described = {resource["path"] for resource in package["resources"]}
    empty = {path for path in data.glob("*.jsonl.gz") if not lines_of(path)}
    lying = {path.relative_to(data).as_posix() for path in {*data.rglob("*.*")} - empty}
    assert described == lying - {"datapackage.json"}
    assert package["licenses"] == [{"title": "CC0 1.0", "path": "https://x.example/zero"}]


def test_large_tables_are_cut_by_years_and_busy_years_by_months(tmp_path, monkeypatch):
    days = ("2021-05-04", "2021-03-01", "2021-03-02", "2021-03-03", "2019-08-01")
    digest = digest_of(*(harbour(f"of-{n}", day) for n, day in enumerate(days)))
    whole = write(digest, tmp_path / "whole")
    monkeypatch.setattr("gloss.formats.data.STORIES", 3)
    data = write(digest, tmp_path / "cut")
    parts = {path.name for path in data.glob("stories*.csv.gz")}
    assert parts == {f"stories{part}.csv.gz" for part in ("", "-2021-03", "-2019")}
    report = frictionless.validate(str(data / "datapackage.json"))
    assert report.valid, report.flatten(["name", "type", "message"])
    for dataset in DATASETS:
        cut = [row for path in data.glob(f"{dataset.name}*.jsonl.gz") for row in lines_of(path)]
        assert sorted(cut) == sorted(lines_of(whole / f"{dataset.name}.jsonl.gz"))
    assert [json.loads(row)["story"] for row in lines_of(data / "stories.jsonl.gz")] == ["of-0"]


def test_columns_are_those_that_are_described(data):
    for dataset in DATASETS:
        columns = list(tables()[dataset.name].columns)
        with gzip.open(data / f"{dataset.name}.csv.gz", "rt", encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == columns
        rows = lines_of(data / f"{dataset.name}.jsonl.gz")
        assert all(list(json.loads(row)) == columns for row in rows)


def test_what_is_not_known_is_null_in_both_forms(data):
    names = [json.loads(line) for line in lines_of(data / "names.jsonl.gz")]
    assert {name["description"] for name in names} == {None}
    assert pandas.read_csv(data / "names.csv.gz")["description"].isna().all()
    rows = [row for path in data.glob("*.jsonl.gz") for row in lines_of(path)]
    assert rows
    assert [row for row in rows if ':""' in row] == []


def test_the_lines_that_the_page_offers_read_the_tables(data, monkeypatch):
    monkeypatch.chdir(data.parent)
    most, speakers, dates = (duckdb.sql(line).fetchall() for line in DUCKDB)
    assert most[0] == ("Ada Brook", 6)
    assert speakers == [("Ada Brook", 2)]
    assert ("2019", "2019", "person:ada-brook") in dates
    found = {}
    exec("\n".join(PANDAS), found)
    assert found["names"]["mentions"].tolist()[-1] == 6
    assert found["said"].to_dict() == {"Ada Brook": 2}
