"""Editions: the state of the whole site, one after another; going back is a new one; nothing is made for nothing."""

import pytest

from data.store import EditionNotFound, NothingPublished, QuestionsOpen, Store, VersionNotFound
from tests.data.factory import ACCIDENTS, STATEMENTS, make_dataset, make_intake

KEY, TOTALS = "reported_accidents", "published_totals"
MORE = [*ACCIDENTS, {"date": "2026-01-05", "killed": 1, "injured": 0}]


def casualties(store: Store, edition: int | None = None) -> float:
    found = store.current() if edition is None else store.edition(edition)
    return found.frames[KEY].n.sum()


def test_before_the_first_there_is_none(store: Store) -> None:
    with pytest.raises(NothingPublished):
        store.current()
    with pytest.raises(EditionNotFound):
        store.edition(1)
    assert store.editions() == []


def test_an_edition_carries_on_what_is_not_replaced(published: Store) -> None:
    published.add_dataset(make_dataset(TOTALS), "tests")
    version = published.add_version(TOTALS, make_intake(STATEMENTS, "running_totals"), "tests")
    assert published.publish({TOTALS: version}, {"nb": "# Ny"}, "editor", "totals too") == 2
    edition = published.current()
    assert (edition.number, edition.note, edition.published_by) == (2, "totals too", "editor")
    assert {key: frame.version for key, frame in edition.frames.items()} == {KEY: 1, TOTALS: 1}
    assert edition.texts == {"nb": "# Ny", "en": "# Text"}
    assert published.edition(1).texts["nb"] == "# Tekst"


def test_what_already_stands_so_makes_no_edition(published: Store) -> None:
    log = published.log()
    assert published.publish({KEY: 1}, {"nb": "# Tekst"}, "tests") == 1
    assert published.go_back(1, "tests") == 1
    assert published.log() == log


def test_going_back_is_a_new_edition_of_an_old_state(published: Store) -> None:
    first = casualties(published)
    published.publish({KEY: published.add_version(KEY, make_intake(MORE), "tests")}, {"en": "# New"}, "tests")
    assert casualties(published) == first + 1
    assert published.go_back(1, "editor", "an error") == 3
    assert casualties(published) == casualties(published, 1) == first
    assert casualties(published, 2) == first + 1
    assert published.current().texts == published.edition(1).texts
    entry = published.editions()[-1]
    assert (entry.number, entry.restores, entry.note, entry.versions) == (3, 1, "an error", {KEY: 1})
    assert [item.action for item in published.log()][-2:] == ["published", "went_back"]
    assert published.log()[-1].details["restores"] == 1


def test_going_back_to_nothing_is_refused(published: Store) -> None:
    with pytest.raises(EditionNotFound):
        published.go_back(9, "tests")
    assert len(published.editions()) == 1


def test_a_version_with_open_questions_stays_a_draft(published: Store) -> None:
    draft = published.add_version(KEY, make_intake(MORE, questions=["order of day and month"]), "tests")
    with pytest.raises(QuestionsOpen) as error:
        published.publish({KEY: draft}, {"nb": "# Ny"}, "tests")
    assert error.value.params == {"dataset": KEY, "version": "2", "count": 1}
    assert len(published.editions()) == 1
    assert [entry.action for entry in published.log()].count("text_added") == 2, "the text was not kept either"


def test_an_unknown_version_is_refused(published: Store) -> None:
    with pytest.raises(VersionNotFound):
        published.publish({KEY: 7}, None, "tests")


def test_a_new_title_changes_no_old_edition(published: Store) -> None:
    published.add_dataset(make_dataset(KEY, title={"nb": "Nytt navn", "en": "New name"}), "tests")
    assert published.current().frames[KEY].dataset.title["en"] != "New name", "not before it is published"
    assert published.publish({KEY: 1}, None, "tests") == 2
    assert published.current().frames[KEY].dataset.title["en"] == "New name"
    assert published.edition(1).frames[KEY].dataset == make_dataset(KEY)
    assert published.datasets()[KEY].title["en"] == "New name"


def test_the_same_description_again_changes_nothing(published: Store) -> None:
    log = published.log()
    published.add_dataset(make_dataset(KEY), "tests")
    assert published.log() == log


def test_a_frame_keeps_the_day_of_its_first_edition(published: Store) -> None:
    first = published.current()
    published.publish(None, {"nb": "# Ny"}, "editor")
    frame = published.current().frames[KEY]
    assert published.current().number == 2
    assert (frame.published_at, frame.published_by) == (first.published_at, "tests")


def test_everything_is_logged_with_who_and_when(published: Store) -> None:
    assert [entry.action for entry in published.log()] == [
        "dataset_added", "version_added", "text_added", "text_added", "published",
    ]  # fmt: skip
    assert {entry.who for entry in published.log()} == {"tests"}
    assert all(entry.at.utcoffset() is not None for entry in published.log())
