"""The address holds every choice of the reader, and says what is wrong with it."""

from datetime import date

import pytest

from components.address import Address
from data.selection import BadSelection
from data.summaries.records import SORTS


def read(query: str, language: str = "en") -> Address:
    pairs = [tuple(pair.split("=", 1)) for pair in query.split("&") if pair]
    return Address.read(pairs, language, SORTS)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "query",
    [
        "lang=nb",
        "lang=en&from=2022-01-01&to=2022-12-31&outcome=killed&district=AZ-AGM&district=AZ-FUZ&device=antipersonnel",
        "lang=nb&form=reported_accidents&by=year&tab=table&tab.by_status=about&sort=killed&order=asc&page=3",
    ],
)
def test_what_is_read_is_written_again(query: str) -> None:
    assert read(query).query() == query


def test_defaults_are_not_written() -> None:
    assert read("form=published_totals&by=month&tab=chart&sort=date&order=desc&page=1").query() == "lang=en"


def test_unknown_and_empty_parameters_are_ignored() -> None:
    assert read("utm_source=x&from=&form=") == read("")


def test_the_language_of_the_reader_is_used_when_none_is_named() -> None:
    assert read("", "nb").language == "nb"
    assert read("lang=en", "nb").language == "en"


def test_everything_wrong_is_said_at_once() -> None:
    with pytest.raises(BadSelection) as caught:
        read("lang=de&form=pie&tab=map&tab.by_status=map&by=week&sort=name&order=up&page=0&from=yesterday&status=elf")
    problems = {problem.param: problem for problem in caught.value.problems}
    assert set(problems) == {
        "lang", "form", "tab", "tab.by_status", "by", "sort", "order", "page", "from", "status",
    }  # fmt: skip
    assert problems["by"].allowed == ("month", "quarter", "year")


@pytest.mark.parametrize("page", ["-1", "1.5", "9" * 30, "²", "1e3"])
def test_a_page_is_a_small_whole_number(page: str) -> None:
    with pytest.raises(BadSelection):
        read(f"page={page}")


def test_the_forms_of_the_main_chart_share_one_tab() -> None:
    address = read("tab=table")
    assert address.tab("by_period") == address.tab("published_totals") == "table"
    assert address.tab("by_status") == "chart"
    assert address.with_tab("by_period", "chart").tabs == ()


def test_another_selection_starts_on_the_first_page() -> None:
    assert read("page=4").with_selection(date_from=date(2022, 1, 1)).page == 1


def test_an_edition_is_kept_through_every_change() -> None:
    address = read("lang=en&from=2022-01-01&page=3&edition=12")
    assert address.query() == "lang=en&from=2022-01-01&page=3&edition=12"
    assert address.with_selection(date_from=None).query() == "lang=en&edition=12"
    assert address.with_tab("by_status", "table").edition == 12
    for wrong in ("0", "1.0", "x", "9" * 12):
        with pytest.raises(BadSelection):
            read(f"edition={wrong}")
