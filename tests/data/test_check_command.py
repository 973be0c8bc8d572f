"""python -m data check: what it prints, in both languages, and the exit status of every ending."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.__main__ import main
from data.intake.report import KEYS
from tests.data.intake.tables import content
from tests.data.intake.variants import ACCIDENTS, PERIODS, PUBLISHED, SAMPLES, as_is

Run = Callable[..., tuple[int, str, str]]
ASKS = "Date | Killed | Injured\n03/04/2024 | 1 | 0\n05/06/2024 | 0 | 2\n07/08/2024 | 0 | 1"
NOBODY = "Date | Place\n2021-01-02 | A\n2021-01-05 | B"
PERSONAL = "Date | Outcome | Name of victim\n2021-01-02 | killed | Aaab Bbbc\n2021-01-05 | injured | Cccd Ddde"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """run(file, ...): (exit status, standard output, standard error) of `check`, whichever way it ends."""
    monkeypatch.setenv("MINETALL_STORE", str(tmp_path / "answers of this test.sqlite"))

    def run(*arguments: object, language: str = "en") -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            status = main(["check", *map(str, arguments), "--lang", language])
        except SystemExit as ended:
            status = int(ended.code or 0)
        return (status, *capsys.readouterr())

    return run


@pytest.fixture
def made(tmp_path: Path) -> Callable[[str], Path]:
    def made(text: str, name: str = "table.csv") -> Path:
        file = tmp_path / name
        file.write_bytes(content(text))
        return file

    return made


def as_json(run: Run, *arguments: object) -> tuple[int, dict[str, Any]]:
    status, out, _ = run(*arguments, "--json")
    return status, json.loads(out)


@pytest.mark.parametrize("name", [PUBLISHED, PERIODS, ACCIDENTS])
def test_the_shipped_files_leave_no_question(run: Run, name: str) -> None:
    status, found = as_json(run, SAMPLES / name)
    assert (status, tuple(found), found["file"], found["refused"]) == (0, KEYS, name, None)


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["Understood as a list with one accident per row: 102 accidents", "Killed: 40", "Injured: 125",
                "not recorded in 3 rows", "From 14 November 2020 to 12 March 2026", "7 rows have no date",
                "Left out as a totals row: row 107", "Killed: 40 agrees with the rows"]),
        ("nb", ["Forstått som en liste med én ulykke per rad: 102 ulykker", "Drepte: 40", "Skadde: 125",
                "ikke oppgitt i 3 rader", "Fra 14. november 2020 til 12. mars 2026", "7 rader har ingen dato",
                "Holdt utenfor som sumrad: rad 107", "Drepte: 40 stemmer med radene"]),
    ],
)  # fmt: skip
def test_the_page_of_text(run: Run, language: str, sentences: list[str]) -> None:
    status, out, _ = run(SAMPLES / ACCIDENTS, language=language)
    assert status == 0
    assert [sentence for sentence in sentences if sentence not in out] == []


def test_running_totals_are_told_as_statements(run: Run) -> None:
    _, out, _ = run(SAMPLES / PUBLISHED)
    assert "as of 13 March 2026: killed 72, injured 347, together 419" in out
    assert "Row 52: the total is 365, but 65 killed and 291 injured add up to 356." in out
    assert "gave on 24 April 2024 in row 52" in out


def test_open_questions_are_status_1_and_can_be_answered(run: Run, made: Any, tmp_path: Path) -> None:
    file, answers = made(ASKS), tmp_path / "answers.json"
    status, out, _ = run(file)
    assert status == 1
    assert "Does the day or the month come first in “Date”?" in out
    assert "date_order:Date" in out
    answers.write_text(json.dumps({"date_order:Date": "mdy"}), encoding="utf-8")
    status, found = as_json(run, file, "--answers", answers)
    assert (status, found["first_date"], found["questions"]) == (0, "2024-03-04", [])


def test_findings_alone_are_status_0(run: Run, made: Any) -> None:
    status, found = as_json(
        run,
        made(
            "Date | Place | Total | Killed | Injured\n"
            "2021-01-02 | A | 9 | 1 | 2\n2021-01-05 | B | 3 | 1 | 2\n2021-02-05 | C | 2 | 1 | 1"
        ),
    )
    assert status == 0
    assert [problem["kind"] for problem in found["problems"]] == ["total_not_parts"]


@pytest.mark.parametrize("as_json_too", [False, True])
def test_a_file_that_counts_nobody_is_status_2(run: Run, made: Any, as_json_too: bool) -> None:
    status, out, _ = run(made(NOBODY), *(["--json"] if as_json_too else []))
    assert status == 2
    assert "does not say how many people were killed or injured" in out


@pytest.mark.parametrize(
    ("name", "bytes_", "sentence"),
    [
        ("empty.xlsx", b"", "The file is empty."),
        ("binary.bin", bytes(range(256)) * 40, "not a spreadsheet"),
        ("broken.xlsx", as_is(ACCIDENTS)[:2000], "damaged"),
        ("page.xls", b"<html><body><table></table></body></html>", "web page"),
    ],
)
def test_what_cannot_be_read_is_status_2_with_a_reason(
    run: Run, tmp_path: Path, name: str, bytes_: bytes, sentence: str
) -> None:
    file = tmp_path / name
    file.write_bytes(bytes_)
    status, out, err = run(file)
    assert (status, out) == (2, "")
    assert sentence in err
    status, found = as_json(run, file)
    assert (status, tuple(found)) == (2, KEYS)
    assert sentence in found["refused"]["sentence"]


def test_a_missing_file_and_a_folder_are_status_2(run: Run, tmp_path: Path) -> None:
    status, _, err = run(tmp_path / "nowhere.xlsx")
    assert (status, "nowhere.xlsx" in err) == (2, True)
    status, _, err = run(tmp_path)
    assert (status, "is a folder" in err) == (2, True)
    status, found = as_json(run, tmp_path)
    assert (status, found["refused"]["message"], found["sha256"]) == (2, "cli.directory", None)


def test_limits_come_from_the_settings(run: Run, made: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINETALL_MAX_ROWS", "2")
    status, _, err = run(made(ASKS))
    assert (status, "The limit is 2" in err) == (2, True)
    monkeypatch.setenv("MINETALL_MAX_ROWS", "many")
    assert run(made(ASKS))[0] == 64


@pytest.mark.parametrize("arguments", [[], ["--nonsense"], ["a.xlsx", "b.xlsx"], ["a.xlsx", "--lang", "xx"]])
def test_wrong_usage_is_status_64(run: Run, arguments: list[str]) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (64, "")
    assert "The command was not understood" in err


@pytest.mark.parametrize("answers", ["[1, 2]", "{", "\x00"])
def test_answers_that_cannot_be_read_are_status_64(run: Run, made: Any, tmp_path: Path, answers: str) -> None:
    file = tmp_path / "answers.json"
    file.write_text(answers, encoding="utf-8")
    status, _, err = run(made(ASKS), "--answers", file)
    assert (status, "answers file" in err) == (64, True)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ("[" * 200_000, "answers file"),
        ('{"a": ' + "[" * 500 + "]" * 500 + "}", "The answer to “a”"),
        ('{"date_order:Date": {"x": ["y"]}}', "The answer to “date_order:Date”"),
        ('{"a": "' + "b" * 11_000_000 + '"}', "> 10 MB"),
    ],
    ids=["bottomless", "deep", "of no kind", "huge"],
)
def test_answers_of_no_use_are_named(run: Run, made: Any, tmp_path: Path, answers: str, sentence: str) -> None:
    file = tmp_path / "answers.json"
    file.write_text(answers, encoding="utf-8")
    status, _, err = run(made(ASKS), "--answers", file, "--json")
    assert (status, sentence in err) == (64, True)


@pytest.mark.parametrize("answer", ["", "no such order", 7, True, ["a"], {"a": "b"}, {}])
def test_answers_to_something_else_leave_the_question_open(run: Run, made: Any, tmp_path: Path, answer: Any) -> None:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({"date_order:Date": answer, "no such question": "x"}), encoding="utf-8")
    status, found = as_json(run, made(ASKS), "--answers", file)
    assert (status, [question["id"] for question in found["questions"]]) == (1, ["date_order:Date"])


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="an endless file")
def test_an_endless_file_is_too_large(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINETALL_MAX_FILE_MB", "2")
    status, found = as_json(run, "/dev/zero")
    assert (status, found["refused"]["message"], found["sha256"]) == (2, "refused.too_many_bytes", None)
    assert "MINETALL_MAX_FILE_MB" in found["refused"]["sentence"]


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes")
def test_a_name_that_is_no_text(made: Any, tmp_path: Path) -> None:
    file = made(ASKS).rename(Path(os.fsdecode(bytes(tmp_path) + b"/\xff.csv")))
    command = [sys.executable, "-m", "data", "check", str(file), "--json"]
    done = subprocess.run(command, capture_output=True, check=False, cwd=SAMPLES.parent.parent)
    assert (done.returncode, done.stderr) == (1, b"")
    assert json.loads(done.stdout)["file"] == "\udcff.csv"


def test_a_sheet_that_is_not_there_is_named(run: Run) -> None:
    status, out, _ = run(SAMPLES / PUBLISHED, "--sheet", "Nowhere")
    assert status == 2
    assert "Published totals, Notes" in out


def test_personal_columns_are_told_and_their_cells_are_not(run: Run, made: Any) -> None:
    for flags in ([], ["--json"]):
        _, out, _ = run(made(PERSONAL), *flags)
        assert "Name of victim" in out
        assert "Aaab" not in out


def test_a_corrections_file_beside_it_is_used(run: Run, made: Any) -> None:
    file = made("Date | Place | Killed\n2021-01-02 | A | 10\n2021-01-05 | B | 2\n2021-02-05 | C | 4")
    entry = "row,column,expect,new,what,why,source\n2,Killed,10,1,ten killed,a slip,https://example.org\n"
    file.with_name("table.corrections.csv").write_text(entry, encoding="utf-8")
    status, found = as_json(run, file)
    assert (status, found["killed"], [problem["kind"] for problem in found["problems"]]) == (0, 7, ["corrected"])
    file.with_name("table.corrections.csv").write_text("row,column\n2,Killed\n", encoding="utf-8")
    status, _, err = run(file)
    assert (status, "corrections file" in err) == (2, True)


def test_nothing_is_stored(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINETALL_STORE", str(tmp_path / "store.sqlite"))
    run(SAMPLES / ACCIDENTS)
    assert list(tmp_path.iterdir()) == []


def test_many_rows_show_progress_and_json_stays_clean(run: Run, tmp_path: Path) -> None:
    rows = "\n".join(f"2021-01-{1 + n % 28:02};place {n % 97};{n % 2};{n % 3}" for n in range(120_000))
    file = tmp_path / "many.csv"
    file.write_text(f"Date;Place;Killed;Injured\n{rows}\n", encoding="utf-8")
    status, out, err = run(file, "--json")
    assert (status, json.loads(out)["records"]) == (0, 120_000)
    assert "rows read" in err


def test_it_runs_as_a_module() -> None:
    command = [sys.executable, "-m", "data", "check", str(SAMPLES / PERIODS), "--lang", "en"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=SAMPLES.parent.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Killed: 46" in done.stdout
