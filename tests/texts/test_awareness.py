"""The way of a text to the page: bindings, notes, photo slots, headings, and what strangers' text must not become."""

import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser

import pytest

from texts import Words
from texts.awareness import Article, Binding, Bound, bindings, malformed, render, typed_digits

EN, NB = Words("en"), Words("nb")
CITED = '{{statement killed counted_by="Agency" as_of=2024-11-11}}'


def found(value: float = 1234, **changes: object) -> Callable[[Binding], Bound]:
    given = {"statement_id": "a1", "as_of": date(2024, 11, 11), "counted_by": "Agency", "href": "?tab=table#s-a1"}
    return lambda binding: Bound(value=value, **(given | changes))  # type: ignore[arg-type]


FOUND = found()


def html(markdown: str, resolve: Callable[[Binding], Bound | None] = FOUND, words: Words = EN) -> str:
    article = render(markdown, resolve, words)
    return article.body_html + article.notes_html


class Elements(HTMLParser):
    """The elements of a piece of HTML, in order, as a browser would see them: (tag, attributes)."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.all: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, dict(attrs)))

    def named(self, *tags: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.all if tag in tags]


def test_a_bound_figure_is_a_link_that_says_who_counted_and_as_of_when() -> None:
    (link,) = Elements(html(f"# T\n\nIt was {CITED} dead.")).named("a")
    assert link["class"] == "bound bound-killed"
    assert (link["data-statement"], link["data-outcome"], link["href"]) == ("a1", "killed", "?tab=table#s-a1")
    title = link["title"] or ""
    assert "1,234 killed" in title
    assert "11 November 2024" in title
    assert "Agency" in title


def test_the_number_is_written_as_the_language_writes_it() -> None:
    assert ">1,234</a>" in html(CITED)
    assert ">1\u00a0234</a>" in html(CITED, words=NB).replace("&nbsp;", "\u00a0").replace("\u202f", "\u00a0")


@pytest.mark.parametrize(("value", "said"), [(1, "1 death"), (2, "2 deaths"), (0, "0 deaths"), (1.5, "1.5 deaths")])
def test_a_binding_may_carry_a_word_for_one_and_a_word_for_others(value: float, said: str) -> None:
    text = html('{{latest killed one="death" other="deaths"}}', found(value)).replace("&nbsp;", " ")
    assert f">{said}</a>" in text


@pytest.mark.parametrize(
    "written",
    [
        '{{statement killed counted_by="Agency" as_of=2024-11-11}}',
        "{{ statement  killed  counted_by=“Agency”  as_of=2024-11-11 }}",
        "{{statement killed as_of=2024-11-11 counted_by=«Agency»}}",
        "{{statement killed counted_by=Agency\nas_of=2024-11-11}}",
    ],
)
def test_a_binding_reads_the_same_however_a_word_processor_leaves_it(written: str) -> None:
    assert bindings(f"Text {written} text") == [Binding("statement", "killed", "Agency", date(2024, 11, 11))]


@pytest.mark.parametrize(
    "written",
    [
        "{{}}", "{{latest}}", "{{latest dead}}", "{{newest killed}}", "{{latest killed as_of=2024-11-11}}",
        "{{statement killed}}", "{{statement killed as_of=11.11.2024}}", "{{latest killed show=colour}}",
        "{{latest killed one=}}", "{{latest killed show=number show=as_of}}", "{{latest killed killed}}",
        "in a line {{photo 1}}",
    ],
)  # fmt: skip
def test_what_is_no_binding_reads_as_words_and_is_reported(written: str) -> None:
    article = render(f"# T\n\nIt was {written}.", found(), EN)
    assert "[figure not available]" in article.body_html
    assert "{{" not in article.body_html
    assert article.malformed == malformed(f"It was {written}.") == [written.removeprefix("in a line ")]


def test_a_binding_without_a_statement_reads_as_words_and_is_returned_once() -> None:
    article = render(f"# T\n\n{CITED} and {CITED}.[^n]\n\n[^n]: {{{{latest injured}}}}", lambda binding: None, NB)
    assert article.body_html.count("[tall mangler]") == 2
    assert "[tall mangler]" in article.notes_html
    assert article.unresolved == [
        Binding("statement", "killed", "Agency", date(2024, 11, 11)),
        Binding("latest", "injured"),
    ]


def test_a_binding_in_code_stays_as_written() -> None:
    assert bindings("`{{latest killed}}`") == []
    assert "{{latest killed}}" in html("`{{latest killed}}`")


def test_a_figure_that_moves_never_stands_without_its_date() -> None:
    assert "(as of 11 November 2024)" in html("Until now {{latest killed}}.")
    assert "as of" not in Elements(html(CITED)).named("a")[0].get("aria-label", "")
    assert "(as of" not in html(CITED)


def test_the_date_is_said_once_where_the_block_says_it_itself() -> None:
    text = html("As of {{latest casualties show=as_of}}: {{latest killed}}, by {{latest killed show=counted_by}}.")
    assert re.sub("<.*?>", "", text).strip() == "As of 11 November 2024: 1,234, by Agency."


def test_a_figure_of_another_date_than_the_one_said_says_its_own() -> None:
    def resolve(binding: Binding) -> Bound:
        day = date(2026, 3, 13) if binding.outcome == "casualties" else date(2025, 12, 26)
        return found(5, as_of=day)(binding)

    text = html("As of {{latest casualties show=as_of}}: {{latest casualties}}, {{latest killed}} killed.", resolve)
    assert "As of 13 March 2026: 5, 5 (as of 26 December 2025) killed." in re.sub("<.*?>", "", text)


def test_dates_are_shown_as_exactly_as_they_are_known() -> None:
    assert "January 2025" in html(
        "{{latest killed show=as_of}}", found(as_of=date(2025, 1, 1), as_of_precision="month")
    )
    assert "an unknown date" in html("{{latest killed show=as_of}}", found(as_of=None))


def test_the_page_has_one_h1_and_each_part_an_h2() -> None:
    text = "# First\n\nA.\n\n# Second\n\n## Below\n\nB.[^n]\n\n[^n]: Note.\n\n---\n\n# Sources\n\n- S"
    article = render(text, found(), EN)
    tags = [tag for tag, _ in Elements(article.body_html + article.notes_html).all if re.fullmatch("h[1-6]", tag)]
    assert tags == ["h1", "h2", "h3", "h2", "h2"]
    assert article.parts == ("First", "Second")
    assert article.title == "First"
    assert article.notes_html.index("Note.") < article.notes_html.index("Sources")


def test_a_text_without_headings_notes_or_words_is_still_an_article() -> None:
    assert render("Only words.", found(), EN).title == ""
    assert render("", found(), EN) == Article("", (), "", "", "", [], [])


def test_notes_are_numbered_in_reading_order_and_lead_back() -> None:
    text = html("One.[^b] Two.[^a] Again.[^b]\n\n[^a]: Second.\n\n[^b]: First.")
    elements = Elements(text)
    ids = {attributes["id"] for _, attributes in elements.all if "id" in attributes}
    internal = [link for link in elements.named("a") if (link["href"] or "").startswith("#")]
    assert len(internal) == 3 + 3
    assert {(link["href"] or "")[1:] for link in internal} <= ids
    assert text.index("First.") < text.index("Second.")
    assert [link["aria-label"] for link in elements.named("a") if link["role"] == "doc-noteref"] == [
        "Note 1", "Note 2", "Note 1",
    ]  # fmt: skip
    assert len(ids) == len([a for _, a in elements.all if "id" in a]), "an id stands twice"


def test_the_lead_is_the_first_paragraph_without_its_note_numbers() -> None:
    article = render(f"# T\n\nIn *all* {CITED} & more.[^n]\n\nLater.\n\n[^n]: N.", found(), EN)
    assert article.lead == "In all 1,234 & more."


PHOTO = """+++
[photo.1]
file = "{file}"
alt = "A \\"field\\""
credit = "Agency"
width = 800
height = 600
+++
# T

{{{{photo 1}}}}

Words.
"""


def photo(file: str, address: Callable[[str], str | None] | None = lambda file: f"/photos/{file}") -> str:
    return render(PHOTO.format(file=file), found(), EN, address).body_html


def test_a_photo_has_its_alt_text_size_and_credit() -> None:
    text = photo("field.jpg")
    (image,) = Elements(text).named("img")
    assert image["src"] == "/photos/field.jpg"
    assert image["alt"] == 'A "field"'
    assert (image["width"], image["height"]) == ("800", "600")
    assert "<figcaption>Photo: Agency</figcaption>" in text


@pytest.mark.parametrize("file", ["", "../secret.jpg", "https://example.org/x.jpg", "//example.org/x.jpg", "a b.jpg"])
def test_an_empty_slot_and_a_file_elsewhere_show_nothing(file: str) -> None:
    assert not Elements(photo(file)).named("img", "figure", "figcaption")
    assert "Words." in photo(file)


def test_a_photo_that_is_not_there_shows_nothing() -> None:
    assert "figure" not in photo("field.jpg", lambda file: None)
    assert "figure" not in photo("field.jpg", None)
    assert "figure" not in html("# T\n\n{{photo 7}}\n\nWords.")


def test_front_matter_that_cannot_be_read_is_reported_and_not_shown() -> None:
    text = "+++\n[photo\n+++\n# T\n\nWords."
    assert len(malformed(text)) == 1
    assert "photo" not in html(text)


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox)",
    "<javascript:alert(1)>",
    "![x](https://example.org/pixel.png)",
    '<a class="bound" data-statement="fake" href="/">5</a>',
    "<iframe src=https://example.org></iframe>",
    "<style>body{display:none}</style>",
    "<div onclick=alert(1)>x</div>",
    '[x](/ "a\\" onmouseover=\\"alert(1)")',
    '[x](/"onmouseover="alert(1))',
    '{{statement killed counted_by="<script>x</script>" as_of=2024-11-11}}',
    '{{latest killed one="<b onclick=x>" other="<b onclick=x>"}}',
    "[^<script>]\n\n[^<script>]: <script>alert(1)</script>",
    '+++\n[photo.1]\nfile = "x.jpg"\nalt = "\\"><script>alert(1)</script>"\ncredit = "<b onclick=x>"\n+++\n{{photo 1}}',
]
OURS = {"bound bound-killed", "note-ref", "note-back", "endnotes", "sources", "photo", "bound-missing"}
ATTRIBUTES = {
    "href", "title", "rel", "class", "id", "role", "aria-label", "aria-labelledby", "data-statement", "data-outcome",
    "src", "alt", "loading", "decoding",
}  # fmt: skip


@pytest.mark.parametrize("written", HOSTILE)
def test_text_of_strangers_brings_no_script_no_attribute_and_no_request(written: str) -> None:
    resolve = found(3, counted_by='"><script>alert(1)</script>', statement_id='"><i>')
    article = render(f"{written}\n\n# T\n\n{written}", resolve, EN, lambda file: f"/photos/{file}")
    for tag, attributes in Elements(article.body_html + article.notes_html).all:
        assert tag in {"h1", "h2", "p", "a", "sup", "section", "ol", "li", "figure", "figcaption", "img", "span"}, tag
        assert attributes.keys() <= ATTRIBUTES
        assert attributes.get("class") in OURS | {None}
        assert re.match(r"[/?#]|https?:|mailto:", attributes.get("href") or "#"), attributes
        assert (attributes.get("src") or "/photos/").startswith("/photos/")
    assert "fake" not in [a.get("data-statement") for _, a in Elements(article.body_html).all]


def test_a_link_that_leaves_says_no_referrer_and_one_that_stays_does_not() -> None:
    away, stays = Elements(html("[a](https://example.org) [b](/method)")).named("a")
    assert away["rel"] == "noopener noreferrer"
    assert "rel" not in stays


@pytest.mark.parametrize(
    "text",
    [
        "It was 382.",
        "It was **382**.",
        "# 382 dead",
        "Text.[^n]\n\n[^n]: 382, later 400.",
        "from 300-382 people",
        "382;",
    ],
)
def test_the_lint_finds_a_typed_figure(text: str) -> None:
    (typed,) = typed_digits(text, [382.0])
    assert typed.value == 382
    assert "382" in typed.context


@pytest.mark.parametrize("written", ["1234", "1 234", "1\u00a0234", "1,234", "1.234"])
def test_the_lint_knows_how_numbers_are_grouped(written: str) -> None:
    assert [typed.value for typed in typed_digits(f"About {written} people", [1234])] == [1234]


@pytest.mark.parametrize(
    "text",
    [
        "[news](https://example.org/382)", "since 2024-11-12", "on 11/12/2024", "12.11.2024", "1382", "1 382", "38 2",
        "11.382", '{{statement killed counted_by="382" as_of=2024-11-12}}', "+++\ncredit = '382'\n+++\nText", "3.12",
    ],
)  # fmt: skip
def test_the_lint_leaves_other_digits_alone(text: str) -> None:
    assert typed_digits(text, [382, 11, 12]) == []
