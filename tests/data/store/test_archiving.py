"""Archived datasets leave with the next edition, stay in the older ones, and come back when wanted."""

import pytest

from data.store import DatasetArchived, DatasetNotFound, DescribedMeanwhile, Store
from tests.data.factory import STATEMENTS, make_dataset, make_intake

KEY, TOTALS = "reported_accidents", "published_totals"


@pytest.fixture
def two(published: Store) -> Store:
    """Edition 2 holds two datasets."""
    published.add_dataset(make_dataset(TOTALS), "tests")
    version = published.add_version(TOTALS, make_intake(STATEMENTS, "running_totals"), "tests")
    published.publish({TOTALS: version}, None, "tests")
    return published


def test_an_archived_dataset_leaves_with_the_next_edition_and_stays_in_the_older(two: Store) -> None:
    assert two.archive(TOTALS, "publisher-1")
    assert set(two.current().frames) == {KEY, TOTALS}, "archiving alone publishes nothing"
    assert two.publish(None, {"en": "# Other"}, "publisher-1") == 3
    assert set(two.current().frames) == {KEY}
    assert set(two.edition(2).frames) == {KEY, TOTALS}
    assert two.archived() == {TOTALS}


def test_an_edition_can_be_made_without_a_dataset(two: Store) -> None:
    assert two.publish(None, None, "publisher-1", "gone", without=[TOTALS]) == 3
    assert two.publish(None, None, "publisher-1", "gone", without=[TOTALS]) == 3, "the same again makes none"
    assert set(two.current().frames) == {KEY}


def test_it_is_published_again_only_when_it_is_out_of_the_archive(two: Store) -> None:
    two.archive(TOTALS, "publisher-1")
    two.publish(None, None, "publisher-1", without=[TOTALS])
    with pytest.raises(DatasetArchived) as refused:
        two.publish({TOTALS: 1}, None, "publisher-1")
    assert refused.value.params == {"dataset": TOTALS}
    two.archive(TOTALS, "publisher-1", archived=False)
    assert two.publish({TOTALS: 1}, None, "publisher-1") == 4
    assert set(two.current().frames) == {KEY, TOTALS}


def test_going_back_takes_out_of_the_archive_what_it_brings_back(two: Store) -> None:
    two.archive(TOTALS, "publisher-1")
    two.publish(None, None, "publisher-1", without=[TOTALS])
    two.go_back(2, "publisher-1")
    assert (set(two.current().frames), two.archived()) == ({KEY, TOTALS}, frozenset())


def test_both_ways_are_logged_and_the_same_again_is_not(two: Store) -> None:
    assert [two.archive(TOTALS, "publisher-1", flag) for flag in (False, True, True, False)] == [
        False, True, False, True,
    ]  # fmt: skip
    assert [entry.action for entry in two.log()][-2:] == ["dataset_archived", "dataset_unarchived"]
    assert (two.log()[-1].who, two.log()[-1].details) == ("publisher-1", {"dataset": TOTALS})
    with pytest.raises(DatasetNotFound):
        two.archive("nothing", "publisher-1")


def test_the_list_says_what_is_published_of_each(two: Store) -> None:
    two.add_dataset(make_dataset("empty"), "editor-1")
    two.add_dataset(make_dataset(KEY, contact="office"), "editor-1")
    two.archive(TOTALS, "publisher-1")
    two.publish(None, None, "publisher-1", without=[TOTALS])
    found = {entry.dataset.key: entry for entry in two.dataset_list()}
    empty, accidents, totals = found["empty"], found[KEY], found[TOTALS]
    assert (empty.versions, empty.published, empty.records, empty.last_edition) == (0, None, None, None)
    assert (accidents.published, accidents.description, accidents.told_anew) == ((1, 1), 2, True)
    assert (totals.archived, totals.published, totals.records, totals.last_edition) == (
        True,
        None,
        len(STATEMENTS),
        (2, 1),
    )


def test_a_description_is_not_written_over_another_that_was_not_seen(two: Store) -> None:
    two.add_dataset(make_dataset(KEY, contact="office"), "editor-1", expected=1)
    for expected in (0, 1):
        with pytest.raises(DescribedMeanwhile):
            two.add_dataset(make_dataset(KEY, contact="another office"), "editor-2", expected=expected)
    two.add_dataset(make_dataset(KEY, contact="another office"), "editor-2", expected=2)
    assert two.datasets()[KEY].contact == "another office"
