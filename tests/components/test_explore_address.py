"""The address of /explore: every choice comes back from the link that it makes; everything wrong is told at once."""

from contextlib import suppress
from urllib.parse import parse_qsl

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts import ANALYSES, options_of
from components.address import Address
from components.explore_address import MOST_DATASETS, OWN, ExploreAddress, explored
from data.selection import CATEGORIES, BadSelection, Selection
from data.summaries.grid import COLUMNS, SORTS, STANDARD


def read(query: str, language: str = "en") -> ExploreAddress:
    return ExploreAddress.read(parse_qsl(query), language)


def problems(query: str) -> dict[str, str]:
    with pytest.raises(BadSelection) as told:
        read(query)
    return {problem.param: problem.reason for problem in told.value.problems}


OUTCOMES = st.frozensets(st.sampled_from(CATEGORIES["outcome"]), max_size=3)
DISTRICTS = st.frozensets(st.sampled_from(["AZ-AGM", "AZ-FUZ", "not_stated"]))
SELECTIONS = st.builds(
    Selection, outcome=OUTCOMES, district=DISTRICTS, place=st.sampled_from(["", "road & rail", "Şuşa"]),
    without=st.frozensets(st.sampled_from([("status", "civilian"), ("reported_in", "Daily")])),
)  # fmt: skip


@st.composite
def addresses(draw: st.DrawFn) -> ExploreAddress:
    chart = draw(st.sampled_from(ANALYSES))
    options = {o.name: draw(st.sampled_from(o.values or ("", "2023..2024-06"))) for o in options_of(chart)}
    columns = tuple(key for key in COLUMNS if draw(st.booleans()))
    return ExploreAddress(
        draw(st.sampled_from(["nb", "en"])), draw(SELECTIONS), draw(st.sampled_from([(), ("a",), ("b", "a", "c")])),
        chart, options, draw(st.sampled_from(["chart", "table", "about"])), draw(st.sampled_from(SORTS)),
        draw(st.sampled_from(["asc", "desc"])), draw(st.integers(1, 9999)), () if columns == STANDARD else columns,
        draw(st.sampled_from(["", "incident"])), draw(st.none() | st.integers(1, 99)),
        draw(st.none() | st.integers(1, 99)),
    )  # fmt: skip


@given(addresses())
@settings(max_examples=150, deadline=None)
def test_every_choice_comes_back(address: ExploreAddress) -> None:
    assert read(address.query(), "nb") == address


@given(st.lists(st.tuples(st.sampled_from([*OWN, "by", "rows", "than", "stranger"]), st.text(max_size=30)), max_size=8))
@settings(max_examples=150, deadline=None)
def test_rubbish_is_refused_in_one_way_only(pairs: list[tuple[str, str]]) -> None:
    with suppress(BadSelection):
        address = ExploreAddress.read(pairs, "nb")
        assert ExploreAddress.read(address.pairs(), "nb") == address


def test_without_parameters_it_is_the_whole_over_time() -> None:
    address = read("")
    assert (address.selection, address.chart, address.datasets) == (Selection(), ANALYSES[0], ())
    assert address.link == "/explore?lang=en"


def test_everything_wrong_is_told_at_once() -> None:
    query = "lang=xx&chart=pie&tab=x&sort=x&order=x&page=0&show=x&group=x&edition=x&against=0&by=x&from=x&district="
    assert set(problems(query)) == {
        "lang", "chart", "tab", "sort", "order", "page", "show", "group", "edition", "against", "by", "from",
    }  # fmt: skip


def test_at_most_three_datasets_stand_side_by_side() -> None:
    many = "&".join(f"dataset=d{i}" for i in range(MOST_DATASETS + 1))
    assert problems(many) == {"dataset": "explore.bad.datasets"}
    assert read("dataset=a&dataset=b&dataset=a").datasets == ("a", "b")


@pytest.mark.parametrize("chart", ANALYSES)
def test_no_option_is_named_as_a_parameter_of_the_page(chart: str) -> None:
    assert not {option.name for option in options_of(chart)} & set(OWN)


def test_another_chart_keeps_the_options_that_it_has_as_well() -> None:
    address = read("chart=over_time&by=year&shape=running")
    assert address.with_chart("rates").options["by"] == "year"
    assert address.with_chart("years_compared").options["shape"] == "running"
    assert "average" not in address.with_chart("rates").options


def test_another_selection_begins_on_the_first_page() -> None:
    address = read("page=4&sort=killed").with_selection(Selection(place="x"))
    assert (address.page, address.sort) == (1, "killed")


def test_a_pick_takes_the_place_of_parameters_of_the_same_names_only() -> None:
    address = read("chart=cross&rows=device&district=AZ-FUZ&place=x&not.status=civilian&from=2021&page=3")
    link = address.pick_link("district=AZ-AGM&outcome=killed&from=2023-05&to=2023-05")
    path, _, fragment = link.partition("#")
    narrowed = read(path.removeprefix("/explore?"))
    assert fragment == "records"
    assert narrowed.selection == Selection.from_query(
        parse_qsl("district=AZ-AGM&outcome=killed&from=2023-05&to=2023-05&place=x&not.status=civilian")
    )
    assert (narrowed.page, narrowed.chart, narrowed.options["rows"]) == (1, "cross", "device")


def test_charts_of_the_front_page_lead_to_the_same_question() -> None:
    front = Address("nb", Selection(district=frozenset({"AZ-AGM"})), interval="year", edition=2)
    for chart, key in (("reported_accidents", "over_time"), ("by_device", "cross"), ("by_district", "district_map")):
        address = read(explored(chart, front).removeprefix("/explore?"))
        assert (address.chart, address.selection, address.edition) == (key, front.selection, 2)
    assert read(explored("by_device", front).removeprefix("/explore?")).options["rows"] == "device"
