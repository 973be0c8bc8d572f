"""An Intake that was kept in a folder is the same when it is read again, and half a folder is none."""

import os
from dataclasses import fields
from pathlib import Path

import pandas as pd
import pytest

from data.intake import Intake, SetAside, take_in
from data.intake.corrections import Correction
from data.intake.kept import NotKept, keep, kept
from tests.data.intake.gallery.build import content
from tests.data.intake.gallery.exhibit import Exhibit, exhibits
from tests.data.intake.tables import taken

# Every sixth is enough: the frames have the same types whatever is in them.
SOME = [each for each in exhibits() if each.topic != "refusals"][::6]


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


CROSSTAB = "Killed by mines | | |\nYear | Jan | Feb | Mar\n2019 | 1 | 2 | 3\n2020 | 4 | 5 | 6"
RUNNING = "As of | Killed | Injured\n2021-01-31 | 3 | 4\n2021-02-28 | 2 | 9\n2021-03-31 | 8 | 9\n2021-04-30 | 9 | 12"


@pytest.mark.parametrize("text", [CROSSTAB, RUNNING, "Date | Gizmos\n2021-01-02 | 3\n2021-01-03 | 4", "Only words"])
def test_crosstabs_running_totals_and_refused_files_too(tmp_path: Path, text: str) -> None:
    mend = Correction("B", "3", "1", "what", "why", "source", sheet="csv", row=3)
    intake = taken(text, corrections=[mend], set_aside=[SetAside("csv", 4, "twice")], answers={"column:X": "killed"})
    assert intake.problems
    keep(intake, tmp_path / "kept")
    assert_same(kept(tmp_path / "kept"), intake)


def test_what_was_kept_before_is_replaced_and_nothing_is_left_beside(tmp_path: Path) -> None:
    keep(taken(RUNNING), tmp_path / "kept")
    keep(taken(CROSSTAB), tmp_path / "kept")
    assert kept(tmp_path / "kept").layout == "period_totals"
    assert [each.name for each in tmp_path.iterdir()] == ["kept"]


def test_half_a_folder_is_never_taken_for_a_whole_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", killed)
    with pytest.raises(KeyboardInterrupt):
        keep(taken(RUNNING), tmp_path / "kept")
    with pytest.raises(NotKept):
        kept(tmp_path / "kept")
