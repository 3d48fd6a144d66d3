"""The dialect: what is written, what is read back, and what it is on the page."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from gloss.article import ArticleError, Head, read_article, write_article
from gloss.article.escapes import escape_start
from gloss.article.unmark import attributed
from gloss.story import Annotations, Doubt, Entity, Mention, Moment, Quotation, Report, Span, Story

HEAD = Head(title="A meeting", slug="a-meeting", date="2026-01-31")
TOP = "Title: A meeting\nDate: 2026-01-31\nSlug: a-meeting\n\n"


def body_of(text: str, **annotations) -> str:
    """Write a story's body; the timeline's place left out."""
    written = write_article(Story("s", text), Annotations(**annotations), HEAD)
    return written.partition("\n\n")[2].removesuffix("[TIMELINE]\n").strip()


def html_of(body: str) -> str:
    return "".join(block.html for block in read_article(TOP + body).blocks)


def at(text: str, words: str) -> dict[str, int]:
    start = text.index(words)
    return {"start": start, "end": start + len(words)}


@pytest.mark.parametrize("item", ["[Sel](place:sel) and Ada", "Ada and [Sel](place:sel)", "*Sel*"])
def test_the_words_of_a_list_are_the_story_s_whatever_begins_them(item):
    article = read_article(f"{TOP}One.\n\n- {item}\n- Two\n")
    words = re.sub(r"\[|\]\([^)]*\)|[*]", "", item)
    assert article.story.text == f"One.\n\n{words}\n\nTwo"
    assert len(article.annotations.mentions) == item.count("](")


SAID = "“A bridge,” she said, “is a promise.” It rained."


def test_names_and_times_are_links_of_their_own():
    text = "Leon Li came on Monday for two weeks, as every May, and recently."
    written = body_of(
        text,
        mentions=(Mention(**at(text, "Leon Li"), entity="person:leon-li"),),
        moments=(
            Moment(
                **at(text, "Monday"),
                type="DATE",
                value="2018-09-17",
                edtf="2018-09-17",
                how="counted from publication",
            ),
            Moment(**at(text, "two weeks"), type="DURATION", value="P2W"),
            Moment(**at(text, "every May"), type="SET", value="XXXX-05"),
            Moment(**at(text, "recently"), type="DATE", value="PAST_REF"),
        ),
    )
    assert written == (
        "[Leon Li](person:leon-li) came on "
        '[Monday](date:2018-09-17 "counted from publication") for [two weeks](duration:P2W), '
        "as [every May](set:XXXX-05), and recently."
    )


def test_a_quotation_in_parts_is_one_quotation():
    parts = (Span(1, 10), Span(23, 36))
    said = Quotation(parts, by="person:ann-lee", cue="said", lemma="say", how="after", sure=0.93)
    written = body_of(SAID, quotations=(said,))
    assert written == (
        "[“A bridge,”]{.quote #q1 by=ann-lee cue=said lemma=say how=after sure=0.93} she said, "
        "[“is a promise.”]{.quote of=q1} It rained."
    )
    article = read_article(TOP + written)
    assert article.annotations.quotations == (said,)
    first, second = re.findall(r'<span class="quote"[^>]*>', article.blocks[0].html)
    assert f'id="{article.quote_ids[0]}"' in first
    assert f'data-of="{article.quote_ids[0]}"' in second


def test_a_quotation_that_fills_paragraphs_is_a_callout():
    text = "She said:\n\n“It is open.\n\n“And it is dry.”\n\nIt rained."
    words = Span(text.index("It is"), text.index("”"))
    said = Quotation((words,), by="org:harbour-board", who=None, cue="said")
    written = body_of(text, quotations=(said,))
    assert written == (
        "She said:\n\n> [!QUOTE] by=org:harbour-board cue=said\n> “It is open.\n>\n"
        "> “And it is dry.”\n\nIt rained."
    )
    article = read_article(TOP + written)
    assert article.annotations.quotations == (said,)
    assert [block.type for block in article.blocks] == ["paragraph", "callout", "paragraph"]
    assert article.blocks[1].id == article.quote_ids[0]


def test_a_quotation_that_runs_on_from_the_middle_of_a_paragraph_is_one_part():
    text = "She said: “It is open.\n\nIt is dry,” and left."
    said = Quotation((Span(text.index("It is open"), text.index(",”") + 1),), who="the mayor")
    written = body_of(text, quotations=(said,))
    assert written == (
        'She said: [“It is open.]{.quote #q1 who="the mayor"}\n\n'
        "[It is dry,”]{.quote more=q1} and left."
    )
    assert read_article(TOP + written).annotations.quotations == (said,)


def test_words_that_begin_with_a_mark_of_their_own_keep_it():
    text = "He wrote ’tis done and left."
    said = Quotation((Span(9, 18),))
    written = body_of(text, quotations=(said,))
    assert written == "He wrote [’tis done]{.quote .bare} and left."
    assert read_article(TOP + written).annotations.quotations == (said,)


@pytest.mark.parametrize(
    ("paragraph", "written"),
    [
        ("1990. A great year", r"1990\. A great year"),
        ("2) second", r"2\) second"),
        ("3.5 million", "3.5 million"),
        ("+ more", r"\+ more"),
        ("- less", r"\- less"),
        ("-5 degrees", "-5 degrees"),
        ("---", r"\---"),
        ("# 1", r"\# 1"),
        ("> said", r"\> said"),
        ("[TIMELINE]", r"\[TIMELINE\]"),
        ("> [!QUOTE] by=x", r"\> \[!QUOTE\] by=x"),
        ("<script>alert(1)</script>", r"\<script>alert(1)\</script>"),
        ("a < b > c & d", "a < b > c & d"),
        ("AT&T &amp; co", r"AT&T \&amp; co"),
        ("snake_case and _em_", r"snake_case and \_em\_"),
        ("5 * 3", r"5 \* 3"),
        ("[sic]", r"\[sic\]"),
        ("Title: x", "Title: x"),
        (r"C:\new", r"C:\\new"),
    ],
)
def test_text_is_escaped_as_little_as_it_takes(paragraph, written):
    assert escape_start(paragraph) == written
    story = f"{paragraph}\n\nIt rained."
    assert read_article(TOP + body_of(story)).story.text == story


def test_an_exclamation_before_a_mark_makes_no_image():
    text = "Hello!Leon"
    written = body_of(text, mentions=(Mention(6, 10, "person:leon"),))
    assert written == r"Hello\![Leon](person:leon)"
    assert read_article(TOP + written).annotations.mentions == (Mention(6, 10, "person:leon"),)


def test_marks_that_cross_are_an_error():
    marks = (Mention(0, 5, "person:a"), Mention(3, 8, "person:b"))
    with pytest.raises(ValueError, match="marks cross at 3-8"):
        body_of("One two three", mentions=marks)


def test_an_id_that_would_break_a_link_is_an_error():
    with pytest.raises(ValueError, match="cannot be written as an entity id"):
        body_of("One two", mentions=(Mention(0, 3, "person:a b"),))


RENDERED = [
    (
        "[Leon Li](person:leon-li)",
        '<p id="p1"><a class="name person" data-entity="person:leon-li" '
        'href="../../people/leon-li/">Leon Li</a></p>',
    ),
    (
        "[2013](date:2013)",
        '<p id="p1"><time class="date" datetime="2013" data-edtf="2013" id="t-2013" '
        'title="2013">2013</time></p>',
    ),
    (
        "[17 September](date:XXXX-09-17)",
        '<p id="p1"><time class="date" datetime="09-17" data-edtf="XXXX-09-17" '
        'id="t-XXXX-09-17" title="XXXX-09-17">17 September</time></p>',
    ),
    (
        '[the summer](date:2012-22 "counted")',
        '<p id="p1"><span class="date" data-edtf="2012-22" data-how="counted" id="t-2012-22" '
        'title="summer of 2012 (counted)">the summer</span></p>',
    ),
    (
        "[two weeks](duration:P2W)",
        '<p id="p1"><span class="duration" data-value="P2W">two weeks</span></p>',
    ),
    (
        "*a* **b** ***c*** _d_ e_f_g `h*` **i*j*k**",
        '<p id="p1"><em>a</em> <strong>b</strong> <em><strong>c</strong></em> <em>d</em> e_f_g '
        "<code>h*</code> <strong>i<em>j</em>k</strong></p>",
    ),
    (
        '[a](https://example.org/ "b") [c](/about/) <https://example.org> ![d](/e.png)',
        '<p id="p1"><a href="https://example.org/" title="b">a</a> <a href="../../about/">c</a> '
        '<a href="https://example.org">https://example.org</a> '
        '<img src="../../e.png" alt="d"></p>',
    ),
    ("a  \nb\nc", '<p id="p1">a<br>b c</p>'),
    ("a [b] c](d) [e", '<p id="p1">a [b] c](d) [e</p>'),
    ("&lt;b&gt; &copy; &nope;", '<p id="p1">&lt;b&gt; © &amp;nope;</p>'),
    ("- a\n- b", '<ul id="b"><li>a</li><li>b</li></ul>'),
    ("    a <b>", '<pre id="b"><code>a &lt;b&gt;\n</code></pre>'),
    ("[a][1]\n\n[1]: https://example.org", '<p id="p1"><a href="https://example.org">a</a></p>'),
    (
        "[a [b](person:b)](https://example.org)",
        '<p id="p1">[a <a class="name person" data-entity="person:b" href="../../people/b/">b</a>]'
        "(https://example.org)</p>",
    ),
]


@pytest.mark.parametrize(("body", "html"), RENDERED, ids=[body[:30] for body, _ in RENDERED])
def test_what_an_editor_writes_by_hand_is_plain_markdown(body, html):
    assert html_of(body) == html


@pytest.mark.parametrize(
    "body",
    [
        "[x](javascript:alert(1))",
        "[x](JavaScript:alert(1))",
        "[x]( javascript:alert(1) )",
        "[x](<java script:alert(1)>)",
        "[x](<java\tscript:alert(1)>)",
        "[x](\\javascript:alert(1))",
        "[x](data:text/html,<script>)",
        "[x](vbscript:x)",
        "![x](data:image/svg+xml,x)",
        "<javascript:alert(1)>",
        "[x][1]\n\n[1]: javascript:alert(1)",
    ],
)
def test_an_address_that_is_not_safe_is_no_link(body):
    html = html_of(body)
    assert "href" not in html
    assert "src" not in html


@pytest.mark.parametrize(
    "body", ["<script>x</script>", "<b onclick=x>b</b>", "<!-- c -->", "<?p?>"]
)
def test_html_is_text(body):
    article = read_article(TOP + body)
    assert article.story.text == body
    assert "<script" not in article.blocks[0].html
    assert "<b" not in article.blocks[0].html


def test_an_image_from_elsewhere_is_not_loaded():
    assert html_of("![a](https://example.org/a.png)") == (
        '<p id="p1"><a href="https://example.org/a.png">a</a></p>'
    )


def test_each_block_tells_who_is_named_first_in_it():
    article = read_article(
        TOP + "[Ann](person:ann) met [Bo](person:bo).\n\n[Bo](person:bo) met [Cy](person:cy)."
    )
    assert [block.entities for block in article.blocks] == [
        ("person:ann", "person:bo"),
        ("person:cy",),
    ]


def test_a_name_that_the_head_does_not_explain_is_called_as_in_the_text():
    article = read_article(TOP + "[Ann Lee](person:ann-lee): [“Yes”]{.quote by=org:the-board}")
    assert article.annotations.entities == (
        Entity("person:ann-lee", "Ann Lee"),
        Entity("org:the-board", "The Board"),
    )


def test_the_speaker_is_added_beside_the_words_and_told_apart_from_them():
    head = TOP.replace("\n\n", "\nNames: person:ann = Ann Lee\n\n")
    inline = read_article(head + "[“Yes”]{.quote by=ann} she said.").blocks[0].html
    assert '<span class="by" data-gloss> (<a class="speaker" href="../../people/ann/"' in inline
    callout = read_article(head + "> [!QUOTE] by=ann\n> “Yes”").blocks[0].html
    assert callout.endswith(
        '<figcaption data-gloss><a class="speaker" href="../../people/ann/" '
        'data-entity="person:ann">Ann Lee</a></figcaption></figure>'
    )


def test_no_speaker_is_added_where_the_paragraph_names_them():
    said = "[“Yes,”]{.quote by=ann} said [Ann Lee](person:ann). [“No,”]{.quote by=bo} he said."
    html = read_article(TOP + said).blocks[0].html
    assert html.count('class="speaker"') == 1
    assert "person:bo" in html


def test_permalinks_depend_on_what_they_point_to():
    quote = "[“Yes, we can.”]{.quote by=ann}"
    one = read_article(TOP + f"{quote} [2013](date:2013)")
    more = read_article(
        TOP + f"Before. [“No.”]{{.quote}} [2012](date:2012)\n\n{quote} [2013](date:2013)"
    )
    assert one.quote_ids[0] == more.quote_ids[1]
    assert re.fullmatch(r"q-[0-9a-f]{8}", one.quote_ids[0])
    assert one.moment_ids[0] == more.moment_ids[1] == "t-2013"
    twice = read_article(TOP + f"{quote} [2013](date:2013)\n\n{quote} [2013](date:2013)")
    assert twice.quote_ids == (one.quote_ids[0], one.quote_ids[0] + "-2")
    assert twice.moment_ids == ("t-2013", "t-2013-2")


def test_the_place_of_the_timeline_is_a_block():
    blocks = read_article(TOP + "One.\n\n[TIMELINE]\n\nTwo.").blocks
    assert [block.type for block in blocks] == ["paragraph", "timeline", "paragraph"]


def test_the_head_holds_what_the_body_does_not():
    story = Story(
        "bridge", "Ann came.", "Ann", "2018-09-19", "Wire", "https://e.org/", "A: B", "en"
    )
    entity = Entity("person:ann", "Ann | <Lee>;", ("a\\b | c",), ("https://e.org/ann",))
    annotations = Annotations(
        mentions=(Mention(0, 3, "person:ann"),),
        entities=(entity,),
        doubts=(Doubt("name", 0, 1, "?"),),
    )
    head = Head(
        title="Title: *not* Markdown; or so",
        slug="ann",
        date="2026-01-31",
        status="hidden",
        summary="Ann came.",
        seed="bridge.txt",
        seed_digest="ab",
        review=("name: “X” may be a name", "identity: two of them"),
        other={"category": ("local",)},
    )
    article = read_article(write_article(story, annotations, head))
    assert article.story == Story(
        "bridge", "Ann came.", head.title, "2018-09-19", "Wire", "https://e.org/", "A: B", "en"
    )
    assert (article.title, article.slug, article.date) == (head.title, "ann", "2026-01-31")
    assert (article.status, article.summary) == ("hidden", "Ann came.")
    assert (article.seed, article.seed_digest) == ("bridge.txt", "ab")
    assert article.review == head.review
    assert article.annotations.entities == (entity,)
    assert article.body_digest


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Date: 2026-01-31\nSlug: a\n\nx", "a.md:1: no Title"),
        ("Title: x\nSlug: a\n\nx", "a.md:1: no Date"),
        ("Title: x\nDate: 2026-01-31\n\nx", "a.md:1: no Slug"),
        ("Title: x\nDate: 2026-01-31\nSlug: a\nStatus: maybe\n\nx", "Status 'maybe'; expected"),
        ("Title: x\nno head line\n\nx", "a.md:2: 'no head line'; expected"),
        (
            "Title: x\nDate: 2026-01-31\nSlug: ../../docs\n\nx",
            "a.md:3: Slug '../../docs'; expected",
        ),
        ("Title: x\nSlug: a b?#\nDate: 2026-01-31\n\nx", "a.md:2: Slug 'a b?#'; expected"),
        ("Title: x\nSlug: ..\nDate: 2026-01-31\n\nx", "a.md:2: Slug '..'; expected"),
        ("Title: x\nDate: 2026-01-31\nSlug: a\nNames: person\n\nx", "expected 'kind:slug = Name"),
    ],
)
def test_a_head_that_cannot_be_read_says_why(text, says):
    with pytest.raises(ArticleError, match=re.escape(says)):
        read_article(text, "a.md")


@pytest.mark.parametrize("id_", ["person:../../docs", "person:..", "person:a/b", "person:a?b"])
def test_no_mark_leads_out_of_its_folder(id_):
    article = read_article(TOP + f"[Ann]({id_}) came.")
    assert article.annotations.mentions == ()
    assert article.annotations.entities == ()


def test_line_ends_of_other_systems_change_nothing():
    text = TOP + "[Ann](person:ann).\n\n> [!QUOTE] by=ann\n> “Yes”\n"
    assert read_article(text.replace("\n", "\r\n")).annotations == read_article(text).annotations


def test_a_paragraph_in_hebrew_has_a_direction_of_its_own():
    body = "It rained.\n\nראש הממשלה אמר [היום](date:2024).\n\n> [!QUOTE]\n> “אנחנו כאן.”\n"
    blocks = read_article(f"Title: x\nDate: 2026-01-01\nSlug: x\n\n{body}").blocks
    assert ['dir="auto"' in block.html for block in blocks] == [False, True, True]


def test_a_correction_is_declared_by_its_day():
    top = TOP.replace("\n\n", "\nCorrected: 2026-03-05\n\n")
    assert read_article(f"{top}One.").corrected == "2026-03-05"
    assert read_article(f"{TOP}One.").corrected is None
    with pytest.raises(ArticleError, match=r"article:4: Corrected 'soon'; expected a day"):
        read_article(f"{top}One.".replace("2026-03-05", "soon"))


def test_a_report_is_a_span_that_holds_names_and_quotations():
    text = "Leon Li said the toll was “a joke” and Lima paid."
    told = Report(**at(text, "the toll was “a joke” and Lima paid"), cue="said", lemma="say")
    told = replace(told, by="person:leon-li")
    written = body_of(
        text,
        mentions=(
            Mention(**at(text, "Leon Li"), entity="person:leon-li"),
            Mention(**at(text, "Lima"), entity="place:lima"),
        ),
        quotations=(Quotation((Span(**at(text, "a joke")),), by="person:leon-li"),),
        reports=(told,),
    )
    assert written == (
        "[Leon Li](person:leon-li) said [the toll was [“a joke”]{.quote by=leon-li} and "
        "[Lima](place:lima) paid]{.report by=leon-li cue=said lemma=say}."
    )
    article = read_article(TOP + written)
    assert article.annotations.reports == (told,)
    html = article.blocks[0].html
    (span,) = re.findall(r'<span class="report"[^>]*>', html)
    assert f'data-by="person:leon-li" data-cue="said" id="{article.report_ids[0]}"' in span
    assert 'class="by"' not in html  # the paragraph says itself who speaks


@pytest.mark.parametrize(
    ("mark", "by", "who"),
    [
        ("by=org:huobi cue=claims", "org:huobi", None),
        ('who="two officials" cue=said', None, "two officials"),
        ('who="the report" cue=says', None, "the report"),
        ("", None, None),
    ],
)
def test_a_report_written_by_hand_says_whose_it_is(mark, by, who):
    article = read_article(f"{TOP}They heard [it was shut]{{.report {mark}}} today.")
    (report,) = article.annotations.reports
    assert (report.by, report.who) == (by, who)
    assert ("data-by" in article.blocks[0].html) == bool(by)
    assert ("data-who" in article.blocks[0].html) == bool(who)


@pytest.mark.parametrize(
    "body",
    [
        "He said [it was [shut by Li]{.report by=li} and wet]{.report by=ann}.",
        "[“It was [shut]{.report by=li} and wet.”]{.quote by=ann}",
        "> [!QUOTE] by=ann\\n> “It was [shut]{.report by=li} and wet.”",
        "He said []{.report by=li}[it was shut]{.report by=ann}.",
        "A [bridge [was shut]{.report by=ann}](person:li) here.",
    ],
)
def test_a_report_in_what_somebody_says_is_none(body):
    article = read_article(TOP + body.replace("\\n", "\n"))
    assert [r.by for r in article.annotations.reports] in ([], ["person:ann"])
    assert len(article.report_ids) == len(article.annotations.reports)
    assert article.annotations.mentions == ()


def test_what_a_report_says_of_its_source_runs_nothing():
    hostile = r"""who="\"><script>alert(1)</script>" cue="<img src=x onerror=y>" by=../../x"""
    html = html_of(f"They heard [it was shut]{{.report {hostile}}} today.")
    assert "<script" not in html
    assert "<img" not in html
    assert "data-by" not in html


def test_what_stands_beside_a_statement_is_on_its_element_and_nowhere_in_the_text():
    body = 'He said [it <b id="r-00000000"> leaks]{.report by=li} today.'
    article = read_article(TOP + body)
    (anchor,) = article.report_ids
    beside = {anchor: 'A "B" <c>', "r-00000000": "nobody"}
    html = "".join(block.html for block in attributed(article.blocks, beside))
    assert f'id="{anchor}" data-says="A &quot;B&quot; &lt;c&gt;">' in html
    assert html.count("data-says") == 1
