"""Words: numbers, dates, plurals and lists in each language's own form."""

from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import numpy as np
import pytest
from babel.numbers import format_decimal

from texts import Words
from texts.words import UnknownMessage

EN, NB = Words("en"), Words("nb")


@pytest.mark.parametrize(
    ("value", "english", "norwegian"),
    [
        (0, "0", "0"),
        (72, "72", "72"),
        (1234, "1,234", "1 234"),
        (1234567.0, "1,234,567", "1 234 567"),
        (2.5, "2.5", "2,5"),
        (Decimal("0.333"), "0.33", "0,33"),
        (np.int64(1234), "1,234", "1 234"),
        (np.float64(1234), "1,234", "1 234"),
    ],
)
def test_numbers(value: float, english: str, norwegian: str) -> None:
    assert EN.number(value) == english
    assert NB.number(value).replace("\u00a0", " ") == norwegian


@pytest.mark.parametrize("words", [EN, NB])
def test_whole_numbers_are_written_as_the_languages_own_rules_have_them(words: Words) -> None:
    for value in (0, 7, 999, 1000, 9999, 10_000, 123_456, 98_765_432, 5.0, 12_345.0, -4, -12_345):
        assert words.number(value) == format_decimal(value, format="#,##0.##", locale=words.locale)


def test_a_missing_number_is_never_digits() -> None:
    with pytest.raises(ValueError, match="missing"):
        EN.number(float("nan"))


@pytest.mark.parametrize(
    ("precision", "english", "norwegian"),
    [
        ("day", "3 October 2024", "3. oktober 2024"),
        ("month", "October 2024", "oktober 2024"),
        ("quarter", "quarter 4 of 2024", "4. kvartal 2024"),
        ("year", "2024", "2024"),
    ],
)
def test_dates_say_no_more_than_is_known(precision: str, english: str, norwegian: str) -> None:
    assert EN.date(date(2024, 10, 3), precision) == english
    assert NB.date(date(2024, 10, 3), precision) == norwegian


def test_moments_and_lists() -> None:
    assert EN.moment(datetime(2024, 10, 3, 9, 5)) == "3 October 2024, 09:05 UTC"
    assert NB.moment(datetime(2024, 10, 3, 9, 5)) == "3. oktober 2024 kl. 09.05 UTC"
    oslo = timezone(timedelta(hours=2))
    assert EN.moment(datetime(2024, 10, 3, 1, 5, tzinfo=oslo)) == "2 October 2024, 23:05 UTC"
    assert EN.list(["a", "b", "c"]) == "a, b and c"
    assert NB.list(["a", "b", "c"]) == "a, b og c"


def test_parts_of_a_sentence_are_formatted_for_the_language() -> None:
    said = NB.say("method.span", first=date(2020, 11, 10), last=np.int64(1234)).replace("\u00a0", " ")
    assert said == "10. november 2020 til 1 234"


@pytest.mark.parametrize(
    ("count", "said"), [(1, "up to 1 day"), (2, "up to 2 days"), (0, "up to 0 days"), (1.5, "up to 1.5 days")]
)
def test_a_plural_message_takes_its_form_from_the_count(count: float, said: str) -> None:
    assert EN.say("method.days", count=count) == said


@pytest.mark.parametrize("value", [None, True])
def test_what_is_no_part_of_a_sentence_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        EN.say("method.span", first=value, last="x")


def test_an_unknown_message_or_language_is_an_error_that_names_it() -> None:
    with pytest.raises(UnknownMessage, match=r"no\.such \(nb\)"):
        NB.say("no.such")
    with pytest.raises(ValueError, match="sv"):
        Words("sv")


def test_words_of_one_language_are_equal_so_that_they_may_be_a_cache_key() -> None:
    assert {Words("nb"): 1}[NB] == 1
    assert NB != EN
