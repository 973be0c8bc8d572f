"""An Intake that was kept in a folder is the same when it is read again, and half a folder is none."""

from dataclasses import fields
from pathlib import Path

import pandas as pd
import pytest

from data.intake import Intake, take_in
from data.intake.kept import keep, kept
from tests.data.intake.gallery.build import content
from tests.data.intake.gallery.exhibit import Exhibit, exhibits

# One of each kind in every topic is enough: the frames have the same types whatever is in them.
SOME = exhibits()[::6]


def assert_same(one: Intake, other: Intake) -> None:
    for field in fields(Intake):
        a, b = getattr(one, field.name), getattr(other, field.name)
        if isinstance(a, pd.DataFrame):
            pd.testing.assert_frame_equal(a, b)
        else:
            assert a == b, field.name


@pytest.mark.parametrize("exhibit", SOME, ids=lambda each: f"{each.topic}-{each.key}")
def test_an_exhibit_comes_back_as_it_was(tmp_path: Path, exhibit: Exhibit) -> None:
    intake = take_in(content(exhibit), exhibit.file)
    keep(intake, tmp_path / "kept")
    assert_same(kept(tmp_path / "kept"), intake)
