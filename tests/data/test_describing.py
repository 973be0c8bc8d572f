"""A description as it is typed: read back as it was, or told field by field what is wrong."""

from datetime import date

import pytest

from data.describing import described, proposed_key, typed_of
from tests.data.factory import make_dataset

LANGUAGES = ("nb", "en")
TODAY = date(2026, 3, 20)
GOOD = typed_of(make_dataset("period_totals", licence={"nb": "Fritt", "en": "Free"}), LANGUAGES)


def wrong(known=("taken",), **changes: str) -> dict[str, str]:
    """field -> the end of the id of what is wrong with it."""
    names = {name.replace("__", "."): text for name, text in changes.items()}
    read = described(GOOD | names, LANGUAGES, known, TODAY)
    assert (read.dataset is None) == bool(read.wrong)
    return {name: message.rpartition(".")[2] for name, (message, _) in read.wrong.items()}


def test_what_is_shown_of_a_dataset_is_read_as_that_dataset() -> None:
    dataset = make_dataset(caution={"nb": "Merk", "en": "Mind"}, contact="office", source_url="https://example.org/a")
    typed = typed_of(dataset, LANGUAGES)
    assert described(typed, LANGUAGES, ["published_totals"], TODAY, dataset.key).dataset == dataset
    assert wrong() == {}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"title__nb": " "}, {"title.nb": "required"}),
        ({"scope__nb": "", "scope__en": ""}, {"scope.nb": "empty", "scope.en": "empty"}),
        ({"caution__en": "Mind"}, {"caution.nb": "both"}),
        ({"licence__nb": "", "licence__en": ""}, {}),
        ({"title__en": "t" * 151}, {"title.en": "long"}),
        ({"layout": "pie"}, {"layout": "layout"}),
        ({"source_url": "example.org"}, {"source_url": "link"}),
        ({"source_url": "javascript:alert(1)"}, {"source_url": "link"}),
        ({"source_url": "https://[bad"}, {"source_url": "link"}),
        ({"reporting_delay_days": "-1"}, {"reporting_delay_days": "days"}),
        ({"reporting_delay_days": ""}, {}),
        ({"covered_from": "2024-02-30"}, {"covered_from": "date"}),
        ({"covered_from": "2024-02-02", "covered_to": "2024-02-01"}, {"covered_to": "order"}),
        ({"covered_to": "2026-03-21"}, {"covered_to": "future"}),
        ({"official_scope_of": "nothing"}, {"official_scope_of": "other"}),
        ({"official_scope_of": "taken"}, {}),
        ({"key": "taken"}, {"key": "key_taken"}),
        ({"key": "Big Letters"}, {"key": "key"}),
        ({"key": "new"}, {"key": "key"}),
        ({"key": "", "title__en": "雷", "title__nb": "雷"}, {"key": "no_key"}),
    ],
)
def test_what_is_wrong_is_told_at_its_field(changes: dict[str, str], told: dict[str, str]) -> None:
    assert wrong(**changes) == told


def test_everything_wrong_is_told_at_once() -> None:
    assert len(wrong(title__nb="", caution__nb="x", layout="", source_url="x", covered_to="x", key="X")) == 6


def test_a_missing_language_is_named() -> None:
    read = described(GOOD | {"definition.en": ""}, LANGUAGES, (), TODAY)
    assert read.wrong["definition.en"][1] == {"language": "en"}


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Accidents near Füzuli, 2021–2023", "accidents_near_fuzuli_2021_2023"),
        ("Ulykker på øya", "ulykker_pa_oya"),
        ("2021 totals", "totals"),
        ("New", "new_2"),
        ("Taken", "taken_3"),
        ("雷", ""),
    ],
)
def test_a_key_is_made_from_a_title(title: str, key: str) -> None:
    assert proposed_key(title, ("taken", "taken_2")) == key
