"""The method page: everything it says of the data is computed from the edition it is given."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest

from components.method_facts import FIRST_FINDINGS, FIRST_OUTLETS, MOST_OUTLETS, findings, gaps, outlets
from components.method_page import SECTIONS, method_page
from data.frame import Edition
from data.problems import KINDS, Problem, sentence
from data.template import KINDS as KINDS_OF_TEMPLATES
from settings import Settings
from tests.data.factory import make_dataset, make_edition, make_frame
from texts import LANGUAGES, Words
from texts.words import messages

SETTINGS = Settings(site_name="Figures", public_url="https://figures.example.org")


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Words:
    return Words(request.param)


EN = Words("en")


def page(edition: Edition, words: Words = EN, **settings: str) -> str:
    return method_page(edition, words, replace(SETTINGS, **settings))  # type: ignore[arg-type]


class Document(HTMLParser):
    """Ids, links, headings and visible text of a document."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.labelled: list[str] = []
        self.text = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html))
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if tag == "a" else []
        self.labelled += (given.get("aria-labelledby") or "").split()
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))


def test_every_section_has_an_anchor_and_a_place_in_the_contents(words: Words) -> None:
    document = Document(page(make_edition(), words))
    for key in SECTIONS:
        assert key in document.ids
        assert document.links.count(f"#{key}") == 2
    assert len(document.ids) == len(set(document.ids)), "an id stands twice"
    assert set(document.labelled) <= set(document.ids)


def test_headings_go_down_one_step_at_a_time(words: Words) -> None:
    headings = Document(page(make_edition(), words)).headings
    assert headings.count(1) == 1
    assert headings[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))


def test_it_names_each_dataset_in_the_language_of_the_reader(words: Words) -> None:
    text = Document(page(make_edition(), words)).text
    for frame in make_edition().frames.values():
        assert frame.dataset.title[words.language] in text
    assert "{" not in re.sub(r"\{\{.*?\}\}", "", text)


def test_a_dataset_without_words_in_a_language_speaks_the_one_it_has() -> None:
    frame = make_frame("period_totals", dataset=make_dataset("period_totals", title={"en": "Only English"}))
    assert "Only English" in page(make_edition({"period_totals": frame}), Words("nb"))


def test_what_it_takes_to_call_a_change_real_comes_from_the_guards() -> None:
    text = Document(page(make_edition())).text
    assert (
        "no percentage on a base under 10, no trend from fewer than 10 accidents, no break from fewer than 20" in text
    )
    assert "It takes 6 years, or 3 years of months or quarters." in text
    norwegian = Document(page(make_edition(), Words("nb"))).text
    assert "ingen prosent av et grunnlag under 10" in norwegian


def test_coverage_is_computed() -> None:
    text = Document(page(make_edition())).text
    # In the factory's accidents nothing is marked as inside the official scope.
    assert "hold 0 of the 72 killed and 0 of the 347 injured" in text
    edition = make_edition({
        "published_totals": [{"date": "2024-01-01", "killed": 8, "injured": 9, "counted_by": "Counting office"}],
        "reported_accidents": [
            {"date": "2021-03-04", "killed": 2, "injured": 5, "in_official_scope": "yes"},
            {"date": None, "killed": 1, "injured": 0, "in_official_scope": "yes"},
            {"date": "2021-03-05", "killed": 1, "injured": 0, "in_official_scope": "no"},
        ],
    })  # fmt: skip
    text = Document(page(edition)).text
    assert "hold 3 of the 8 killed and 5 of the 9 injured" in text
    assert "that of Counting office, as of 1 January 2024" in text
    assert "1 accident without a date is counted among them." in text
    assert "1 accident outside that scope, or after that date, is not." in text


def test_what_is_missing_is_counted() -> None:
    rows: list[dict[str, Any]] = [
        {"date": "2024-01-01", "killed": 8, "injured": 9, "scope": "all"},
        {"date": "2024-02-01", "not_split": 18, "scope": "all"},
        {"date": "2024-03-01", "killed": 8, "not_split": 12, "scope": "all"},
        {"date": None, "scope": "all"},
        {"date": "2024-04-01", "killed": 2, "injured": 3, "scope": "civilians only", "killed_basis": "partial"},
    ]
    found = {gap.kind: (gap.count, gap.of) for gap in gaps(make_frame("published_totals", rows))}
    assert found == {
        "undated": (1, 5), "killed_not_recorded": (2, 5), "injured_not_recorded": (3, 5), "killed_partial": (1, 5),
        "only_total": (1, 5), "total_and_one": (1, 5), "no_figure": (1, 5), "other_scope": (1, 5),
    }  # fmt: skip


def test_what_is_missing_of_accidents_is_counted() -> None:
    rows: list[dict[str, Any]] = [
        {"date": "2024-01-01", "killed": 2, "injured": 1, "status": "civilian", "district": "AZ-AGM",
         "device": "antipersonnel", "activity": "farming", "in_official_scope": "yes"},
        {"date": "2024-01-02", "killed": 0, "injured": 4, "device": "unknown", "in_official_scope": "partly"},
    ]  # fmt: skip
    found = {gap.kind: (gap.count, gap.of) for gap in gaps(make_frame("reported_accidents", rows))}
    assert found == {
        "no_district": (1, 2), "no_device": (1, 2), "no_activity": (1, 2), "no_status": (4, 7),
        "outside_official_scope": (1, 2),
    }  # fmt: skip


def test_nothing_missing_is_said_too(words: Words) -> None:
    rows = [{"date": "2024-01-01", "killed": 8, "injured": 9}]
    frame = make_frame("published_totals", rows)
    assert gaps(frame) == []
    assert words.say("method.gaps.complete") in page(make_edition({"published_totals": frame}), words)


@pytest.fixture
def kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two kinds of our own, so that this does not depend on which kinds there are."""
    for kind, severity in (("z_note", "note"), ("a_doubt", "warning"), ("more_of_this_kind", "note")):
        monkeypatch.setitem(KINDS, kind, severity)


@pytest.mark.usefixtures("kinds")
def test_findings_are_grouped_by_kind_the_gravest_first_and_counted() -> None:
    problems = [Problem("z_note", row=3), *(Problem("a_doubt", row=row) for row in range(20, 10, -1))]
    problems.append(Problem("more_of_this_kind", value="a_doubt", params={"count": 90}))
    doubts, notes = findings(make_frame(problems=tuple(problems)))
    assert (doubts.kind, doubts.severity, doubts.count) == ("a_doubt", "warning", 100)
    assert [one.row for one in doubts.first] == [11, 12, 13, 14, 15][:FIRST_FINDINGS]
    assert (notes.kind, notes.count, len(notes.first)) == ("z_note", 1, 1)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_finding_is_a_sentence_on_the_page(kind: str, words: Words) -> None:
    if not words.has(f"problem.{kind}"):
        pytest.skip("test_catalogues.py says which sentences are missing")
    problem = Problem(
        kind, "Sheet1", 1234, "D", "killed", "5", "6", params=dict.fromkeys([*placeholders(words, kind), "count"], 3)
    )
    said = sentence(problem, words, "file.xlsx")
    assert "{" not in said
    assert "1 234" not in said.replace("\u00a0", " "), "a row is the number of a place, not an amount"


def placeholders(words: Words, kind: str) -> set[str]:
    forms = messages(words.language)[f"problem.{kind}"]
    text = forms if isinstance(forms, str) else " ".join(forms)
    return set(re.findall(r"\{(\w+)\}", text)) - {"file", "sheet", "row", "column", "field", "value", "suggestion"}


def test_outlets_are_counted_with_their_addresses() -> None:
    rows = [
        {"date": "2024-01-01", "killed": 1, "reported_in": "Daily", "source_url": "https://d.example/1"},
        {"date": "2024-01-02", "killed": 1, "reported_in": "Daily", "source_url": "https://d.example/1"},
        {"date": "2024-01-03", "killed": 1, "reported_in": "Daily", "source_url": "https://d.example/2"},
        {"date": "2024-01-04", "killed": 1, "reported_in": "Weekly", "source_url": ""},
        {"date": "2024-01-05", "killed": 1, "reported_in": ""},
    ]
    shown, more = outlets(make_frame("reported_accidents", rows))
    assert shown == [("Daily", 3, 2), ("Weekly", 1, 0), ("", 1, 0)]
    assert more == 0


@pytest.mark.parametrize(("more", "untold"), [(7, 0), (MOST_OUTLETS - FIRST_OUTLETS + 5, 5)])
def test_many_outlets_are_folded_and_very_many_counted(more: int, untold: int, words: Words) -> None:
    rows = [{"date": "2024-01-01", "killed": 1, "reported_in": f"Outlet {i}"} for i in range(FIRST_OUTLETS + more)]
    frame = make_frame("reported_accidents", rows)
    shown, beyond = outlets(frame)
    assert (len(shown), beyond) == (FIRST_OUTLETS + more - untold, untold)
    text = page(make_edition({"reported_accidents": frame}), words)
    assert words.say("method.sources.more", count=more) in text
    assert (words.say("method.sources.untold", count=untold) in text) == bool(untold)


def test_the_bound_figures_of_the_text_are_listed_with_counter_and_date() -> None:
    text = '# T\n\n{{statement killed counted_by="Counting office" as_of=2024-11-11}} {{latest injured}} ' + (
        '{{statement killed counted_by="Nobody" as_of=2024-11-11}}'
    )
    shown = Document(page(make_edition(texts={"en": text, "nb": ""}))).text
    assert "70 killed Counting office 11 November 2024 stays" in shown
    assert "347 injured Counting office 13 March 2026 moves" in shown
    assert "no statement found Nobody" in shown


def test_an_edition_without_data_has_a_page(words: Words) -> None:
    text = Document(page(make_edition({}, texts={}), words)).text
    assert words.say("method.counted.none") in text
    assert words.say("method.coverage.none") in text


def test_the_contact_is_a_link_and_its_absence_is_said(words: Words) -> None:
    assert words.say("method.accessibility.no_contact") in page(make_edition(), words)
    assert "mailto:desk@example.org" in Document(page(make_edition(), words, contact="desk@example.org")).links
    assert "https://example.org/c" in Document(page(make_edition(), words, contact="https://example.org/c")).links
    assert not [link for link in Document(page(make_edition(), words, contact="the desk")).links if "desk" in link]


def test_how_to_cite_names_edition_date_and_address() -> None:
    text = Document(page(make_edition(number=12))).text
    assert "Figures, edition 12, 20 March 2026. https://figures.example.org" in text


def test_words_of_a_file_are_text_and_nothing_else() -> None:
    evil = "<script>alert(1)</script>"
    frame = make_frame(
        "reported_accidents", [{"date": "2024-01-01", "killed": 1, "reported_in": evil}], file_name=evil,
        dataset=make_dataset(title={"en": evil}, source_url="javascript:alert(1)", counted_by={"en": evil}),
    )  # fmt: skip
    html = page(make_edition({"reported_accidents": frame}), contact='"><script>@')
    assert "<script>alert" not in html
    assert not [link for link in Document(html).links if link.startswith("javascript")]


def test_it_does_not_change_the_frames_it_is_given(words: Words) -> None:
    edition = make_edition()
    before = {key: frame.records.copy() for key, frame in edition.frames.items()}
    page(edition, words)
    for key, frame in edition.frames.items():
        assert frame.records.equals(before[key])


def test_settings_without_a_name_are_not_needed() -> None:
    bare = SimpleNamespace(
        site_name="S", public_url="http://127.0.0.1:8050", organisation="", contact="", staff=False
    )  # fmt: skip
    assert "S, edition 1" in method_page(make_edition(), Words("en"), bare)


def test_it_offers_the_entry_templates_in_the_language_of_the_reader(words: Words) -> None:
    document = Document(page(make_edition(), words))
    offered = [link for link in document.links if link.startswith("/template/")]
    assert offered == [f"/template/{kind}.xlsx?lang={words.language}" for kind in KINDS_OF_TEMPLATES]
    for kind in KINDS_OF_TEMPLATES:
        assert words.say(f"template.title.{kind}") in document.text
