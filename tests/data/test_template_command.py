"""python -m data template: what it writes and where, what it never overwrites, and every way to ask wrongly."""

from collections.abc import Callable
from pathlib import Path

import pytest

from data.__main__ import main
from data.intake import take_in
from data.template import KINDS
from data.template.workbook import file_name
from texts.words import LANGUAGES, Words

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """run(...): (exit status, standard output, standard error), in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object, language: str = "en") -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            status = main(["template", *map(str, arguments), "--lang", language])
        except SystemExit as ended:
            status = int(ended.code or 0)
        return (status, *capsys.readouterr())

    return run


def written(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_of_them_into_the_folder_where_one_stands(run: Run, tmp_path: Path, language: str) -> None:
    status, out, err = run(language=language)
    names = [file_name(kind, Words(language)) for kind in KINDS]
    assert (status, err, written(tmp_path)) == (0, "", set(names))
    assert [name in line for name, line in zip(names, out.splitlines(), strict=True)] == [True] * len(KINDS)
    for name in names:
        assert take_in((tmp_path / name).read_bytes(), name).refused == "refused.no_rows"


def test_one_kind_into_a_folder_that_is_made(run: Run, tmp_path: Path) -> None:
    assert run("--kind", "line_list", "--out", "new/folder")[0] == 0
    assert written(tmp_path) == {"new/folder/mine-casualties-people.xlsx"}


def test_one_kind_as_a_file_of_a_name(run: Run, tmp_path: Path) -> None:
    assert run("--kind", "incident_list", "--out", "ours.xlsx")[0] == 0
    assert written(tmp_path) == {"ours.xlsx"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_that_is_there_is_kept_and_nothing_is_written(run: Run, tmp_path: Path, language: str) -> None:
    there = tmp_path / file_name("running_totals", Words(language))
    there.write_text("work of a week")
    status, out, err = run(language=language)
    assert (status, out, written(tmp_path)) == (2, "", {there.name})
    assert there.read_text() == "work of a week"
    assert there.name in err
    assert "--force" in err


def test_it_is_overwritten_when_that_is_asked_for(run: Run, tmp_path: Path) -> None:
    there = tmp_path / "ours.xlsx"
    there.write_text("old")
    assert run("--kind", "line_list", "--out", there)[0] == 2
    assert run("--kind", "line_list", "--out", there, "--force")[0] == 0
    assert there.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--kind", "period_totals"], "period_totals"),
        (["--kind", "line_list", "--out", "ours.csv"], "ours.csv does not end in .xlsx"),
        (["--out", "ours.xlsx"], "line_list, incident_list and running_totals"),
        (["more"], "more"),
    ],
)
def test_wrong_usage_is_said(run: Run, tmp_path: Path, arguments: list[str], said: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out, written(tmp_path)) == (64, "", set())
    assert said in err


def test_a_place_that_cannot_be_written_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    status, _, err = run("--kind", "line_list", "--out", "taken/folder")
    assert status == 2
    assert "could not be written" in err
