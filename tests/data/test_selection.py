"""Selections: from an address and back, whatever the address holds, and as a sentence in both languages."""

from datetime import date

import pytest
from werkzeug.datastructures import MultiDict

from data.fields import OUTCOMES
from data.selection import BadSelection, Selection
from texts.words import Words


def name(key: str) -> str:
    return {"AZ-AGM": "Aghdam", "AZ-FUZ": "Fuzuli"}.get(key, key)


@pytest.mark.parametrize(
    ("query", "start", "end"),
    [
        ([("from", "2021")], date(2021, 1, 1), None),
        ([("to", "2021")], None, date(2021, 12, 31)),
        ([("from", "2024-02"), ("to", "2024-02")], date(2024, 2, 1), date(2024, 2, 29)),
        ([("from", "2021-03-04"), ("to", "2021-03-04")], date(2021, 3, 4), date(2021, 3, 4)),
        ([("from", " 2021 "), ("from", "2021")], date(2021, 1, 1), None),
        ([("from", ""), ("to", " ")], None, None),
    ],
)
def test_periods_as_they_are_written(query: list[tuple[str, str]], start: date | None, end: date | None) -> None:
    assert Selection.from_query(query) == Selection(start, end)


@pytest.mark.parametrize(
    "query",
    [
        [("from", "2021-05"), ("to", "2022"), ("district", "AZ-FUZ"), ("outcome", "injured"), ("outcome", "killed"),
         ("status", "civilian"), ("device", "improvised"), ("district", "AZ-AGM"), ("district", "Şuşa")],
        [],
        [("district", "not_stated")],
    ],
)  # fmt: skip
def test_an_address_round_trips(query: list[tuple[str, str]]) -> None:
    selection = Selection.from_query(query)
    assert Selection.from_query(selection.query()) == selection
    assert hash(Selection.from_query(reversed(query))) == hash(selection)
    assert Selection.from_query(list(reversed(query))).query() == selection.query()


def test_mappings_and_werkzeug_dicts_are_read_alike() -> None:
    pairs = [("outcome", "killed"), ("outcome", "unknown"), ("lang", "nb")]
    mapping = {"outcome": ["killed", "unknown"]}
    wanted = Selection(outcome=frozenset({"killed", "unknown"}))
    assert Selection.from_query(pairs) == Selection.from_query(MultiDict(pairs)) == wanted
    assert Selection.from_query(mapping) == wanted


def test_all_of_a_kind_is_no_filter() -> None:
    assert Selection.from_query([("outcome", outcome) for outcome in OUTCOMES]) == Selection()


def test_unknown_parameters_and_unknown_districts_do_not_break_a_link() -> None:
    assert Selection.from_query([("utm_source", "x"), ("district", "AZ-GONE")]).district == {"AZ-GONE"}


@pytest.mark.parametrize(
    ("param", "value", "reason"),
    [
        ("from", "2021-13", "selection.bad.date"),
        ("from", "2021-02-30", "selection.bad.date"),
        ("from", "21", "selection.bad.date"),
        ("from", "2021-1", "selection.bad.date"),
        ("to", "0000", "selection.bad.date"),
        ("to", "9999", "selection.bad.date"),
        ("to", "２０２１", "selection.bad.date"),
        ("to", "2021\n2022", "selection.bad.date"),
        ("to", "yesterday", "selection.bad.date"),
        ("outcome", "dead", "selection.bad.value"),
        ("status", "KILLED", "selection.bad.value"),
        ("device", "<script>", "selection.bad.value"),
        ("district", "x" * 61, "selection.bad.district"),
        ("district", "AZ\u0000AGM", "selection.bad.district"),
        ("district", "AZ\u202eAGM", "selection.bad.district"),
        ("outcome", "x" * 100_000, "selection.bad.value"),
    ],
)
def test_rubbish_is_named_with_its_reason(param: str, value: str, reason: str) -> None:
    with pytest.raises(BadSelection) as caught:
        Selection.from_query([(param, value)])
    (problem,) = caught.value.problems
    assert (problem.param, problem.reason) == (param, reason)
    assert len(problem.value) <= 60
    assert problem.value.isprintable()
    for language in ("nb", "en"):
        assert Words(language).say(reason)


def test_a_period_that_ends_before_it_starts_is_told() -> None:
    with pytest.raises(BadSelection) as caught:
        Selection.from_query([("from", "2022"), ("to", "2021")])
    assert [problem.reason for problem in caught.value.problems] == ["selection.bad.order"]


def test_two_different_starts_are_told() -> None:
    with pytest.raises(BadSelection) as caught:
        Selection.from_query([("from", "2022"), ("from", "2021")])
    assert caught.value.problems[0].reason == "selection.bad.repeated"


def test_everything_wrong_is_told_at_once_but_not_without_end() -> None:
    with pytest.raises(BadSelection) as caught:
        Selection.from_query([("from", "x"), ("to", "y"), ("outcome", "z")])
    assert {problem.param for problem in caught.value.problems} == {"from", "to", "outcome"}
    with pytest.raises(BadSelection) as caught:
        Selection.from_query([("outcome", f"x{i}") for i in range(150)])
    assert len(caught.value.problems) == 20
    with pytest.raises(BadSelection) as caught:
        Selection.from_query([("district", f"x{i}") for i in range(10_000)])
    assert [problem.reason for problem in caught.value.problems] == ["selection.bad.many"]


def test_what_is_allowed_is_told() -> None:
    with pytest.raises(BadSelection) as caught:
        Selection.from_query([("outcome", "dead")])
    assert caught.value.problems[0].allowed == OUTCOMES


@pytest.mark.parametrize(
    ("query", "norwegian", "english"),
    [
        ([], "Viser alt", "Showing everything"),
        ([("from", "2022"), ("to", "2022")], "Viser 2022", "Showing 2022"),
        ([("from", "2022-03"), ("to", "2022-03")], "Viser mars 2022", "Showing March 2022"),
        ([("from", "2021"), ("to", "2022-06")], "Viser 2021 – juni 2022", "Showing 2021 to June 2022"),
        ([("from", "2021-03-04")], "Viser fra 4. mars 2021", "Showing from 4 March 2021"),
        ([("to", "2021")], "Viser til 2021", "Showing until 2021"),
        (
            [("status", "civilian"), ("outcome", "killed"), ("district", "AZ-FUZ"), ("district", "AZ-AGM")],
            "Viser drepte; sivile; Aghdam og Fuzuli",
            "Showing killed; civilians; Aghdam and Fuzuli",
        ),
        ([("district", "not_stated")], "Viser distrikt ikke oppgitt", "Showing district not stated"),
    ],
)
def test_the_sentence(query: list[tuple[str, str]], norwegian: str, english: str) -> None:
    selection = Selection.from_query(query)
    assert selection.sentence(Words("nb"), name) == norwegian
    assert selection.sentence(Words("en"), name) == english
