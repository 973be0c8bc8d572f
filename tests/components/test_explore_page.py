"""The document of /explore as a reader without scripts gets it: filters with counts, chips, sums, records, links."""

import re
from datetime import date
from html import unescape
from types import SimpleNamespace
from urllib.parse import parse_qsl

import pytest

from charts import ANALYSES
from components import explore_page
from components.explore_address import ExploreAddress
from data.frame import Edition
from data.selection import BadSelection
from settings import Settings
from tests.data.factory import MOMENT, make_edition, make_frame
from texts.words import Words

SETTINGS = Settings(site_name="Figures", public_url="https://figures.example.org")
EDITION = make_edition()
DASH = dict.fromkeys(("css", "app_entry", "config", "scripts", "renderer"), "<!--dash-->")
EDITIONS = tuple(SimpleNamespace(number=number, at=MOMENT) for number in (1, 2))


def shown(query: str = "", language: str = "en", edition: Edition = EDITION) -> explore_page.Explored:
    address = ExploreAddress.read(parse_qsl(query), language)
    words = Words(address.language)
    return explore_page.Explored(edition, address, words, SETTINGS, date(2026, 3, 20), edition, EDITIONS)


def parts(query: str = "", language: str = "en", edition: Edition = EDITION) -> dict[str, str]:
    return explore_page.parts(shown(query, language, edition))


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def row(filters: str, key: str) -> str:
    """The line of one value in the list of its field."""
    return next(line for line in re.findall(r"<li data-plain.*?</li>", filters, re.DOTALL) if f'value="{key}"' in line)


def count(filters: str, key: str) -> str:
    return text_of(re.search(r'<a class="value-count".*?</a>', row(filters, key))[0])  # type: ignore[index]


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize(
    "query", ["", "district=AZ-AGM&not.status=civilian&group=incident", "dataset=published_totals"]
)
def test_every_message_is_worded_and_no_id_shows(language: str, query: str) -> None:
    html = explore_page.document(shown(query, language), DASH)
    assert f'<html lang="{language}">' in html
    assert not re.search(r"\b(page|charts|value|field|explore)\.[a-z_]+", text_of(html))


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_parts_are_those_of_the_document(language: str) -> None:
    now = shown("outcome=killed&tab=table&show=date&show=killed", language)
    html = re.sub(r" --narrow-height: \d+px", "", explore_page.document(now, DASH))
    for part in explore_page.parts(now, narrow=False).values():
        assert re.sub(r" --narrow-height: \d+px", "", part) in html


def test_counts_beside_the_values_follow_the_other_filters() -> None:
    whole, narrowed = parts()["explore-filters"], parts("district=AZ-AGM")["explore-filters"]
    # Aghdam: 1 killed and 3 injured in 2022, 2 injured in 2026, 1 injured without a date.
    assert count(whole, "AZ-AGM") == count(narrowed, "AZ-AGM") == "7"
    assert count(narrowed, "AZ-FUZ") == count(whole, "AZ-FUZ") == "5"
    assert count(whole, "killed") == "5"
    assert count(narrowed, "killed") == "1"


def test_a_field_with_a_filter_is_open_and_its_values_are_ticked() -> None:
    filters = parts("district=AZ-AGM")["explore-filters"]
    assert re.search(r'id="facet-device" open', parts("device=antipersonnel")["explore-filters"])
    assert not re.search(r'id="facet-device" open', filters)
    # The first three are in sight without a filter too; on narrow screens a script folds those that have none.
    assert re.findall(r'id="facet-(\w+)"( data-seen)? open', filters) == [
        ("outcome", " data-seen"), ("district", ""), ("status", " data-seen"),
    ]  # fmt: skip
    assert "checked" in row(filters, "AZ-AGM")
    assert "checked" not in row(filters, "AZ-FUZ")


def link_of(html: str, element: str) -> str:
    return unescape(re.search(rf'href="([^"]+)" id="{element}"', html)[1])  # type: ignore[index]


def test_every_number_leads_to_the_records_that_it_counts() -> None:
    query = "district=AZ-AGM&status=civilian"
    told, filters = parts(query)["explore-told"], parts(query)["explore-filters"]
    same = f"/explore?lang=en&{query}"
    assert link_of(told, "sum-1-casualties") == link_of(told, "sum-1-records") == f"{same}#records"
    assert link_of(told, "sum-1-killed") == f"{same}&outcome=killed#records"
    # The number beside a value counts without the other values of its field.
    other = link_of(filters, "count-district-AZ-FUZ")
    assert other == "/explore?lang=en&status=civilian&district=AZ-FUZ#records"
    found = parts(other.partition("?")[2].removesuffix("#records"))["explore-told"]
    assert f">{count(filters, 'AZ-FUZ')}</b> <span>in all" in found


def test_a_period_is_written_as_short_as_it_is_exact_and_what_is_not_recorded_is_said() -> None:
    filters = parts("from=2023-01-01&to=2024-02-29")["explore-filters"]
    assert re.findall(r'name="(from|to)" id="filter-\w+" value="([^"]+)"', filters) == [
        ("from", "2023"), ("to", "2024-02"),
    ]  # fmt: skip
    said = re.search(r"missing-fields\">([^<]+)<", filters)[1]  # type: ignore[index]
    assert said.startswith("Not recorded in this dataset: ")
    assert "District" not in said
    # It is about the dataset, not about what is selected.
    nothing = parts("place=nowhere")
    assert said in nothing["explore-filters"]
    assert "0 reported accidents" in text_of(nothing["explore-told"])
    assert "killed" not in text_of(nothing["explore-told"])


def test_many_notes_are_folded_but_for_the_first() -> None:
    html = parts("chart=over_time")["explore-cards"]
    shown_at_once, _, folded = html.partition('<details class="more-notes"')
    assert shown_at_once.count("<li>") - len(explore_page.Explored.view(shown(), "").findings) == 4
    notes = shown().view("").notes
    assert f"{len(notes) - 4} more notes" in folded
    assert all(note in text_of(html) for note in notes)


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_menu_holds_every_analysis_once_in_its_order_and_short(language: str) -> None:
    html = parts(language=language)["explore-menu"]
    found = re.findall(r'id="analysis-(\w+)"[^>]*>([^<]+)</a>', html)
    assert tuple(key for key, _ in found) == ANALYSES
    assert max(len(label) for _, label in found) <= 16


def test_a_value_is_left_out_and_taken_in_again_by_a_link() -> None:
    def leave(filters: str) -> str:
        return unescape(re.search(r'class="leave" href="([^"]+)"', row(filters, "civilian"))[1])  # type: ignore[index]

    link = leave(parts("status=civilian")["explore-filters"])
    assert link == "/explore?lang=en&not.status=civilian"
    filters = parts("not.status=civilian")["explore-filters"]
    assert leave(filters) == "/explore?lang=en"
    assert 'type="hidden" name="not.status"' in row(filters, "civilian")
    assert "left out" in text_of(row(filters, "civilian"))


def test_the_form_of_the_filters_sends_everything_else_along() -> None:
    query = "district=AZ-NOWHERE&chart=cross&rows=device&sort=killed&show=date&edition=1"
    filters = parts(query)["explore-filters"]
    hidden = re.findall(r'type="hidden" name="([^"]+)" value="([^"]+)"', filters)
    assert set(parse_qsl(query)) <= set(hidden)


def test_each_filter_is_a_chip_that_its_link_removes() -> None:
    query = "from=2021&to=2022&place=Zar&district=AZ-AGM&district=AZ-FUZ&not.status=civilian"
    told = parts(query)["explore-told"]
    links = [unescape(link) for link in re.findall(r'<a href="([^"]+)" id="chip-', told)]
    assert len(links) == 5
    asked = shown(query).address.selection
    for link in links:
        left = ExploreAddress.read(parse_qsl(link.partition("?")[2]), "nb").selection
        assert left != asked
        assert set(left.query()) < set(asked.query())
    assert "Remove the filter District: Aghdam" in told
    assert 'href="/explore?lang=en" id="filter-clear"' in told


def test_the_sums_say_what_is_not_known_and_who_counted() -> None:
    said = text_of(parts()["explore-told"])
    assert "at least 5 killed" in said
    assert "reported_accidents in English" in said
    assert "13 March 2026" in said
    assert "Edition 1" in said


@pytest.mark.parametrize("dataset", ["published_totals", "period_totals"])
def test_what_must_not_be_added_up_is_not_and_says_why(dataset: str) -> None:
    found = parts(f"dataset={dataset}")
    assert "<b>" not in found["explore-told"]
    assert "not added up" in text_of(found["explore-told"])
    assert "records under the other filters" in text_of(found["explore-filters"])


def test_several_datasets_stand_side_by_side_and_every_slot_has_its_place() -> None:
    html = parts("dataset=reported_accidents&dataset=period_totals")["explore-cards"]
    assert re.findall(r'<section class="card" id="([^"]+)"([^>]*)', html)[2][1].strip() == "hidden"
    assert [f'id="plot-{slot}"' in html for slot in explore_page.SLOTS] == [True, True, True]
    figures = explore_page.answer(shown("dataset=reported_accidents&dataset=period_totals"), False, True)
    assert len(figures) == len(explore_page.SLOTS) + 1
    assert figures[2] is None


def test_a_dataset_that_the_edition_does_not_hold_is_refused() -> None:
    with pytest.raises(BadSelection):
        shown("dataset=elsewhere")


def test_records_lead_to_their_rows_and_sort_by_every_column_shown() -> None:
    html = parts("district=AZ-AGM&edition=1&sort=injured")["records"]
    assert len(re.findall(r'href="/record/reported_accidents/[0-9a-f]+\?lang=en&amp;edition=1"', html)) == 3
    assert 'aria-sort="descending"' in html
    heads = re.findall(r'id="sort-(\w+)"', html)
    assert heads[:3] == ["date", "district", "killed"]
    assert "3 accidents in the selection" in text_of(html)


def test_columns_are_chosen_and_folded_records_are_told_of_in_one_line() -> None:
    rows = [
        {"date": "2021-03-04", "killed": 1, "injured": 0, "incident_id": "a", "district": "AZ-AGM"},
        {"date": "2021-03-04", "injured": 2, "incident_id": "a", "district": "AZ-AGM"},
    ]
    edition = make_edition({"reported_accidents": rows})
    html = parts("group=incident&show=date&show=row", edition=edition)["records"]
    line = text_of(re.search(r"<summary><span.*?</summary>", html, re.DOTALL)[0])  # type: ignore[index]
    assert line == "4 March 2021 Aghdam Killed: at least 1 · Injured: 2 2 records"
    assert [text_of(head) for head in re.findall(r"<th .*?</th>", html)] == ["Date", "Row"]


def test_the_menu_has_every_analysis_and_keeps_the_selection() -> None:
    html = parts("district=AZ-AGM&chart=rates&by=quarter")["explore-menu"]
    assert re.findall(r'id="analysis-(\w+)"', html) == list(ANALYSES)
    assert html.count("district=AZ-AGM") == len(ANALYSES)
    assert 'name="district" value="AZ-AGM"' in html
    assert re.search(r'<option value="quarter" selected>', html)
    assert 'aria-current="true"' in html


def test_editions_to_look_at_and_to_compare_with_are_listed() -> None:
    html = parts("against=2")["explore-data"]
    assert re.search(r'name="against" value="2"[^>]* checked', html)
    assert re.search(r'name="edition" value=""[^>]* checked', html)


def test_programs_are_told_what_is_selected() -> None:
    told = explore_page.as_json(shown("district=AZ-AGM&not.status=civilian&dataset=reported_accidents"))
    assert told["selection"] == {"district": ["AZ-AGM"], "not.status": ["civilian"]}
    assert told["sentence"] == "Showing Aghdam; without civilians."
    assert told["address"].startswith("https://figures.example.org/explore?lang=en")
    assert (told["edition"], told["datasets"][0]["dataset"]) == (1, "reported_accidents")


def test_words_of_strangers_are_escaped() -> None:
    evil = '"><script>alert(1)</script>'
    rows = [{"date": "2026-01-01", "killed": 1, "injured": 1, "place": evil, "reported_in": evil, "district": evil}]
    edition = make_edition({"reported_accidents": make_frame("reported_accidents", rows)})
    columns = "&".join(f"show={key}" for key in ("date", "place", "reported_in", "district"))
    for query in (columns, f"{columns}&group=incident"):
        assert "<script>alert" not in explore_page.document(shown(query, edition=edition), DASH)


@pytest.mark.parametrize("edition", [make_edition({}), make_edition({"reported_accidents": []})])
def test_an_edition_without_records_says_so(edition: Edition) -> None:
    assert explore_page.document(shown(edition=edition), DASH)


def test_an_analysis_that_a_dataset_cannot_answer_says_why() -> None:
    cards = text_of(parts("dataset=reported_accidents&dataset=period_totals")["explore-cards"])
    assert cards.count("This analysis needs single cases") == 1
