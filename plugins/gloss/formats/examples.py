"""Lines that read the tables, for the page that offers them; run from the site's root."""

DUCKDB = (
    "SELECT name, mentions FROM 'data/names.jsonl.gz' ORDER BY mentions DESC LIMIT 10;",
    "SELECT speaker, count(*) AS said FROM 'data/quotations.csv.gz' GROUP BY 1 ORDER BY 2 DESC;",
    "SELECT edtf, written, unnest(names) AS name FROM 'data/dates.jsonl.gz';",
)
PANDAS = (
    "import pandas",
    "names = pandas.read_json('data/names.jsonl.gz', lines=True).sort_values('mentions')",
    "said = pandas.read_csv('data/quotations.csv.gz').groupby('speaker').size()",
)
