"""What the editor is told to look at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from gloss.article import Head, digest_of_head, slips_in, write_article
from gloss.check import Finding, check_articles, check_links, report
from gloss.corrections import Correction, add_corrections, anchor, corrections_path
from gloss.story import Annotations, Entity, Mention, Moment, Quotation, Span, Story

TEXT = "Ann Lee said “yes” on 17 September."


@pytest.fixture
def stories(tmp_path):
    folder = tmp_path / "stories"
    folder.mkdir()
    return folder


def put(folder: Path, name: str, annotations: Annotations, **head) -> None:
    published = head.pop("published", "2021-03-04")
    story = Story(name, TEXT, published=published)
    made = Head(title=name, slug=name, date="2026-01-31", **head)
    (folder / f"{name}.md").write_text(write_article(story, annotations, made), encoding="utf-8")


def found(folder: Path, *args) -> list[tuple[str, str]]:
    return [(finding.group, finding.where) for finding in check_articles(folder, *args)]


def test_nothing_is_found_where_all_is_well(stories):
    put(stories, "one", Annotations(mentions=(Mention(0, 7, "person:ann-lee"),)))
    assert found(stories) == []


def test_an_address_that_is_none_of_the_web_is_told(stories):
    for name, url in (("one", "javascript:alert(1)"), ("two", "https://sel.example/")):
        put(stories, name, Annotations())
        text = (stories / f"{name}.md").read_text("utf-8")
        text = text.replace("\nSlug:", f"\nURL: {url}\nSlug:", 1)
        (stories / f"{name}.md").write_text(text, encoding="utf-8")
    assert found(stories) == [("addresses that are none of the web", "one.md")]


def test_a_story_that_says_again_what_another_says_is_told(stories):
    words = " ".join(f"word{n}" for n in range(60))
    for name, day in (("wire", "2026-01-01"), ("copy", "2026-01-02")):
        story = Story(name, f"{words}.", published="2021-03-04")
        head = Head(title=name, slug=name, date=day)
        text = write_article(story, Annotations(), head)
        (stories / f"{name}.md").write_text(text, encoding="utf-8")
    [finding] = check_articles(stories)
    assert finding.where == "copy.md"
    assert "100% of the shorter one is also in wire.md" in finding.says
    add_corrections(corrections_path(stories, "copy"), [Correction("settled", "copy")])
    assert list(check_articles(stories)) == []


def test_no_articles_at_all(tmp_path):
    assert found(tmp_path / "nowhere") == []


def test_what_is_not_known_is_told_with_its_place(stories):
    put(
        stories,
        "one",
        Annotations(
            quotations=(Quotation((Span(14, 17),)),),
            moments=(Moment(22, 34, "DATE", "XXXX-09-17", "XXXX-09-17"),),
        ),
        published=None,
        seed="one.txt",
        review=("name: “X” may be a name", "identity: who? For the register: {id: 'person:x'}"),
    )
    findings = list(check_articles(stories))
    assert [(f.group, f.where.partition("#")[0]) for f in findings] == [
        ("quotations without a speaker", "one.md"),
        ("dates without a year", "one.md"),
        ("left unmarked, to be looked at", "one.md"),
        ("who is who", "one.md"),
        ("stories without a publication date", "one.txt"),
    ]
    assert findings[0].where.startswith("one.md#q-")
    assert findings[1].where == "one.md#t-XXXX-09-17"
    assert findings[3].paste == "- {id: 'person:x'}"


def test_a_day_of_publication_is_asked_for_where_it_can_be_written(stories, tmp_path):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "there.txt").write_text("x", encoding="utf-8")
    put(stories, "one", Annotations(), published=None)
    put(stories, "two", Annotations(), published=None, seed="there.txt")
    put(stories, "three", Annotations(), published=None, seed="gone.txt")
    told = [
        (finding.where, finding.says)
        for finding in check_articles(stories, seeds)
        if finding.group == "stories without a publication date"
    ]
    assert told == [
        ("one.md", "add a line Published: YYYY-MM-DD to its head"),
        ("three.md", "add a line Published: YYYY-MM-DD to its head"),
        ("there.txt", "add a line Published: YYYY-MM-DD under the seed's headline"),
    ]


def test_a_speaker_without_a_name_is_no_gap(stories):
    put(stories, "one", Annotations(quotations=(Quotation((Span(14, 17),), who="a spokesman"),)))
    assert found(stories) == []


def test_a_speaker_whom_no_story_names_is_told_with_who_may_be_meant(stories):
    put(stories, "one", Annotations(mentions=(Mention(0, 7, "person:ann-lee"),)))
    put(stories, "two", Annotations(quotations=(Quotation((Span(14, 17),), by="person:lee"),)))
    (finding,) = check_articles(stories)
    assert finding.group == "speakers whom no story names"
    assert finding.where.startswith("two.md#q-")
    assert finding.says == (
        "by=lee is no name of the digest; perhaps by=ann-lee (else add a line to Names)"
    )


def test_a_speaker_is_known_by_a_name_a_line_of_names_or_the_register(stories):
    said = Annotations(quotations=(Quotation((Span(14, 17),), by="person:ann-lee"),))
    put(stories, "one", said)
    assert [group for group, _ in found(stories)] == ["speakers whom no story names"]
    assert list(check_articles(stories, known=["person:ann-lee"])) == []
    lines = replace(said, entities=(Entity("person:ann-lee", "Ann Lee"),))
    put(stories, "two", lines)
    assert found(stories) == []


def test_one_name_of_two_things_is_told_with_what_would_settle_it(stories):
    for name, entity in (("one", "org:ann-lee"), ("two", "person:ann-lee")):
        entities = (Entity(entity, "Ann Lee"),)
        put(stories, name, Annotations(mentions=(Mention(0, 7, entity),), entities=entities))
    (finding,) = check_articles(stories)
    assert finding.group == "names that collide"
    assert finding.says.startswith("the name of org:ann-lee, person:ann-lee")
    from gloss.register import read_register

    entries = read_register(f"entities:\n{finding.paste}").entries
    assert entries["org:ann-lee"].merges == ("person:ann-lee",)


def test_files_that_are_not_as_they_were_made(stories, tmp_path):
    put(stories, "one", Annotations(), seed="gone.txt")
    path = stories / "one.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    (stories / "one.new.md").write_text("Title: x\n", encoding="utf-8")
    (stories / "two.md").write_text("no head\n", encoding="utf-8")
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    assert found(stories, seeds) == [
        ("articles edited by hand", "one.md"),
        ("articles without a seed", "one.md"),
        ("files that are no story", "one.new.md"),
        ("articles that cannot be read", "two.md"),
    ]


def test_a_head_that_is_not_as_it_was_made(stories):
    made = Head(title="one", slug="one", date="2026-01-31", published="2021-03-04")
    put(stories, "one", Annotations(), head_digest=digest_of_head(made))
    assert found(stories) == []
    path = stories / "one.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Title: one", "Title: 1"), "utf-8")
    assert found(stories) == [("articles edited by hand", "one.md")]


def test_a_date_that_is_none(stories):
    put(stories, "one", Annotations())
    path = stories / "one.md"
    text = path.read_text(encoding="utf-8").replace("17 September", "[17 September](date:17.9.)")
    path.write_text(text, encoding="utf-8")
    assert ("dates that cannot be read", "one.md#t-17.9.") in found(stories)


PAGES = {
    "index.html": '<a href="a/">a</a><a href="a/#x">b</a><a href="a/index.html?q=1">c</a>',
    "a/index.html": (
        '<p id="x"><a href="../">home</a><a href="#x">x</a><a href="https://e.org/z">e</a>'
        '<a href="mailto:a@e.org">m</a><img src="../i%20j.png">'
    ),
    "404.html": '<link rel="canonical" href="https://e.org/404.html"><a href="/repo/a/">a</a>',
    "i j.png": "",
}


def site(tmp_path: Path, pages: dict[str, str]) -> Path:
    for name, html in pages.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
    return tmp_path


def test_links_that_lead_somewhere(tmp_path):
    assert list(check_links(site(tmp_path, PAGES), "/repo")) == []


@pytest.mark.parametrize(
    ("html", "link"),
    [
        ('<a href="b/">', "b/"),
        ('<a href="a">', "a"),
        ('<a href="a/#y">', "a/#y"),
        ('<a href="#y">', "#y"),
        ('<a href="../a/">', "../a/"),
        ('<script src="x.js"></script>', "x.js"),
        ('<a href="http://[">', "http://["),
    ],
)
def test_links_that_lead_nowhere(tmp_path, html, link):
    pages = {**PAGES, "index.html": html}
    (finding,) = check_links(site(tmp_path, pages), "/repo")
    assert (finding.group, finding.where) == ("broken links", "index.html")
    assert finding.says.startswith(link)


def test_the_report_groups_and_counts():
    findings = [Finding("broken links", f"{n}.html", f"{n} leads to no file") for n in range(3)]
    findings.append(Finding("who is who", "a.md", "who?", "- {id: 1}"))
    assert list(report(findings, most=2, indent="  ")) == [
        "Broken links (3)",
        "  0.html: 0 leads to no file",
        "  1.html: 1 leads to no file",
        "  … and 1 more (invoke check --all tells them)",
        "Who is who (1)",
        "  a.md: who?",
        "  - {id: 1}",
    ]


def test_a_date_far_from_all_others_is_asked_about(stories):
    for number in range(6):
        value = f"200{number}" if number else "1700"
        put(stories, f"n{number}", Annotations(moments=(Moment(22, 34, "DATE", value, value),)))
    (finding,) = check_articles(stories)
    assert (finding.group, finding.where) == ("dates far from all others", "n0.md#t-1700")
    assert "is 1700, far from all other dates" in finding.says


def test_an_article_that_is_not_there_to_read_is_told(stories):
    put(stories, "one", Annotations())
    (stories / "two.md").symlink_to("nowhere.md")
    (stories / "three.md").write_text("Title: A\nDate: 2019-01-01\nSlug: a\n\n" + "- " * 90 + "a")
    assert found(stories) == [
        ("articles that cannot be read", "three.md"),
        ("articles that cannot be read", "two.md"),
    ]


def test_equal_things_are_told_once_with_their_places_the_commonest_first():
    says = "“William Hill” may be a name"
    group = "left unmarked, to be looked at"
    findings = [Finding(group, "a.md", "“Aids” may be a name", line=7)]
    findings += [Finding(group, f"{n}.md", says, line=n) for n in range(1, 6)]
    assert list(report(findings)) == [
        "Left unmarked, to be looked at (2)",
        "  1.md:1, 2.md:2, 3.md:3 and 2 more: “William Hill” may be a name",
        "  a.md:7: “Aids” may be a name",
    ]


def test_what_is_settled_is_not_asked_again(stories):
    put(
        stories,
        "one",
        Annotations(
            quotations=(Quotation((Span(14, 17),)),),
            moments=(Moment(22, 34, "DATE", "XXXX-09-17", "XXXX-09-17"),),
        ),
        published=None,
    )
    assert [(f.group, f.line) for f in check_articles(stories)] == [
        ("quotations without a speaker", 6),
        ("dates without a year", 6),
        ("stories without a publication date", 0),
    ]
    path = corrections_path(stories, "one")
    settled = [
        Correction("settled", "quotation", (anchor(TEXT, 14, 17),)),
        Correction("settled", "time", (anchor(TEXT, 22, 34),)),
        Correction("settled", "published"),
    ]
    add_corrections(path, settled)
    assert list(check_articles(stories)) == []


SLIPS = {
    "[Paris Club(org:paris-club) met.": "looks like a mark and is none",
    'He said [“yes”]{.quote by="Ann Lee cue=said} today.': "looks like a mark and is none",
    "The [Paris Club](organization:paris-club) met.": "organization is no kind; expected person",
    "The [Paris Club](org:paris club) met.": "looks like a mark and is none",
    "He said [“yes”]{.quote by=“ann”}.": "expected straight quotation marks",
    "> [!QUTE] by=ann": "looks like a mark and is none",
    "The Paris Club](org:paris-club) met.": "looks like a mark and is none",
}


@pytest.mark.parametrize("line", SLIPS)
def test_a_slip_in_a_mark_is_told_with_its_line(line):
    head = "Title: A\nDate: 2026-01-31\nSlug: a\n\n"
    [(number, says)] = slips_in(f"{head}One.\n\n{line}\n")
    assert number == 7
    assert SLIPS[line] in says


@pytest.mark.parametrize(
    "line",
    [
        'The [“we trust [Huobi](org:huobi) on [Monday](date:2021-03-01 "a (b)")”]{.quote by=a}.',
        "A \\[link\\](to) that is text, an [own](https://e.org/a_(b)) one and ![a](/b.png).",
        '> [!QUOTE] by=org:huobi cue="told us"',
        "[One [TIMELINE] two] (three) [four].",
    ],
)
def test_what_is_a_mark_or_plain_text_is_no_slip(line):
    assert list(slips_in(f"Title: A\nDate: 2026-01-31\nSlug: a\nMykey: b\n\n{line}\n")) == []


def test_a_key_that_is_one_letter_off_is_told():
    text = "Titel: A\nDate: 2026-01-31\nPublishd: 2026-01-30\nCategory: b\n\nOne.\n"
    assert list(slips_in(text)) == [
        (1, "Titel is no line that means anything; expected Title?"),
        (3, "Publishd is no line that means anything; expected Published?"),
    ]


def test_two_entries_of_the_register_that_share_a_name_are_settled(stories):
    for name, entity in (("one", "org:ann-lee"), ("two", "person:ann-lee")):
        entities = (Entity(entity, "Ann Lee"),)
        put(stories, name, Annotations(mentions=(Mention(0, 7, entity),), entities=entities))
    assert list(check_articles(stories, known=["org:ann-lee", "person:ann-lee"])) == []
