"""The filters offer what the data hold, and say what is chosen."""

from datetime import date

from components.address import Address
from components.filter_bar import filter_bar, present
from data.selection import Selection
from tests.data.factory import make_edition
from texts.words import Words

EDITION = make_edition()
ENGLISH = Words("en")


def bar(selection: Selection | None = None, words: Words = ENGLISH) -> dict:
    address = Address(words.language, selection or Selection(), page=3)
    return filter_bar(address, present(EDITION), words, lambda key: {"AZ-AGM": "Aghdam"}.get(key, key))


def choices(shown: dict, name: str) -> dict:
    return next(choice for choice in shown["choices"] if choice["name"] == name)


def test_only_values_of_the_data_are_offered() -> None:
    values = {option["value"] for option in choices(bar(), "district")["options"]}
    assert values == {"AZ-AGM", "AZ-FUZ", "AZ-SAR", "not_stated"}
    assert {option["value"] for option in choices(bar(), "outcome")["options"]} == {"killed", "injured", "not_split"}


def test_a_chosen_value_that_is_gone_from_the_data_can_be_taken_away() -> None:
    district = choices(bar(Selection(district=frozenset({"AZ-XXX"}))), "district")
    assert [option["chosen"] for option in district["options"] if option["value"] == "AZ-XXX"] == [True]


def test_not_stated_stands_last() -> None:
    assert choices(bar(), "district")["options"][-1]["value"] == "not_stated"


def test_the_button_says_what_is_chosen() -> None:
    assert choices(bar(), "district")["value"] == "all"
    assert choices(bar(Selection(district=frozenset({"AZ-AGM"}))), "district")["value"] == "Aghdam"
    three = choices(bar(Selection(district=frozenset({"AZ-AGM", "AZ-FUZ", "AZ-SAR"}))), "district")
    assert three["value"] == "3 chosen"
    assert choices(bar(words=Words("nb")), "district")["value"] == "alle"


def test_quick_choices_are_the_years_of_the_data_and_the_last_twelve_months() -> None:
    quick = {label: link for label, link, _ in bar()["period"]["quick"]}
    assert [label for label in quick if label.isdigit()] == ["2020", "2021", "2022", "2023", "2024", "2025", "2026"]
    assert quick["2022"] == "/?lang=en&from=2022-01-01&to=2022-12-31"
    assert quick["Last 12 months of data"] == "/?lang=en&from=2025-04-01&to=2026-03-31"


def test_the_quick_choice_in_force_is_marked() -> None:
    shown = bar(Selection(date(2022, 1, 1), date(2022, 12, 31)))
    assert [label for label, _, current in shown["period"]["quick"] if current] == ["2022"]
    assert shown["period"]["value"] == "2022"


def test_clearing_all_is_offered_only_when_something_is_chosen() -> None:
    assert bar()["reset"] == ""
    assert bar(Selection(outcome=frozenset({"killed"})))["reset"] == "/?lang=en"


def test_a_filter_starts_again_on_the_first_page() -> None:
    assert "page" not in dict(bar()["hidden"])
