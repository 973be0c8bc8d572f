"""Every exhibit of the gallery is understood as it should be, before and after its questions are answered."""

from typing import Any

import pytest

from tests.data.intake.gallery.build import content
from tests.data.intake.gallery.exhibit import TOPICS, Exhibit, exhibits
from tests.data.intake.gallery.expectation import as_shown, differences, said

EXHIBITS = exhibits()


def marked(exhibit: Exhibit) -> Any:
    """A todo must still fail: the day it does not, the mark is taken off."""
    marks = [pytest.mark.xfail(strict=True, reason=exhibit.todo)] if exhibit.todo else []
    return pytest.param(exhibit, id=f"{exhibit.topic}/{exhibit.key}", marks=marks)


def test_there_are_enough_and_every_topic_has_some() -> None:
    assert len(EXHIBITS) >= 50
    assert {exhibit.topic for exhibit in EXHIBITS} == set(TOPICS)
    assert len({exhibit.title for exhibit in EXHIBITS}) == len(EXHIBITS)


@pytest.mark.parametrize("exhibit", map(marked, EXHIBITS))
def test_understood(exhibit: Exhibit) -> None:
    assert differences(exhibit.expect, as_shown(exhibit)) == {}
    for then in exhibit.answered:
        assert differences(then["expect"], said(content(exhibit), exhibit.file, then["answers"])) == {}
