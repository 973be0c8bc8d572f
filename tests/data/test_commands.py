"""python -m data import, versions, editions, publish, seed: what is said, in both languages, and the exit status."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from data.__main__ import main
from data.frame import Edition
from data.samples import shipped
from data.store import Store

KEY = "reported_accidents"
ACCIDENTS = "Date;District;Killed;Injured\n2024-05-01;Fuzuli;1;0\n2024-06-13;Aghdam;0;2\n2024-07-02;Tartar;0;1\n"
ASKS = "Date;Killed;Injured\n03/04/2024;1;0\n05/06/2024;0;2\n07/08/2024;0;1\n"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the shipped files: reading them takes seconds, so it is made once and copied."""
    place = tmp_path_factory.mktemp("seeded") / "store.sqlite"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("MINETALL_STORE", str(place))
        assert main(["seed", "--lang", "en"]) == 0
    return place


@pytest.fixture
def place(seeded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "store.sqlite"
    shutil.copy(seeded, place)
    monkeypatch.setenv("MINETALL_STORE", str(place))
    return place


@pytest.fixture
def run(place: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """run("import", file, ...): (exit status, standard output, standard error), in English unless told otherwise."""

    def run(*arguments: object) -> tuple[int, str, str]:
        whole = [str(argument) for argument in arguments]
        capsys.readouterr()
        status = main(whole if "--lang" in whole else [*whole, "--lang", "en"])
        return (status, *capsys.readouterr())

    return run


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "accidents.csv"
    file.write_text(ACCIDENTS, encoding="utf-8")
    return file


def current(place: Path) -> Edition:
    return Store.open(place).current()


def test_an_empty_store_gets_the_shipped_files(place: Path, run: Run) -> None:
    edition = current(place)
    assert edition.number == 1
    assert {key: len(frame) for key, frame in edition.frames.items()} == {
        "period_totals": 10, "published_totals": 64, KEY: 102,
    }  # fmt: skip
    assert set(edition.texts) == {"nb", "en"}
    before = Store.open(place).log()
    assert run("seed") == (0, f"The store sqlite:///{place} holds 1 edition.\n", "")
    assert Store.open(place).log() == before


def test_the_shipped_figures_are_those_of_the_files(place: Path) -> None:
    accidents = current(place).frames[KEY].counts.groupby("outcome", observed=True)["n"].sum()
    assert (accidents["killed"], accidents["injured"]) == (40, 125)
    periods = current(place).frames["period_totals"].counts.groupby("outcome", observed=True)["n"].sum()
    assert (periods["killed"], periods["injured"], periods["not_split"]) == (46, 234, 5)


def test_importing_makes_a_draft(run: Run, file: Path, place: Path) -> None:
    status, out, _ = run("import", file, "--dataset", KEY, "--note", "from the office")
    assert status == 0
    assert "accidents.csv: 3 records were read." in out
    assert f"Stored as version 2 of {KEY}." in out
    assert current(place).number == 1
    _, out, _ = run("versions", KEY)
    assert "draft, never published" in out
    assert "published now" in out
    assert "from the office" in out


def test_importing_can_publish(run: Run, file: Path, place: Path) -> None:
    status, out, _ = run("import", file, "--dataset", KEY, "--publish", "--note", "June")
    assert status == 0
    assert out.splitlines()[-1] == "Published as edition 2."
    edition = current(place)
    assert (edition.note, edition.frames[KEY].n.sum()) == ("June", 4)
    assert edition.frames["published_totals"].version == 1


def test_the_same_file_again_changes_nothing(run: Run, file: Path, place: Path) -> None:
    run("import", file, "--dataset", KEY, "--publish")
    before = Store.open(place).log()
    status, out, _ = run("import", file, "--dataset", KEY, "--publish")
    assert status == 0
    assert f"This file is already version 2 of {KEY}. Nothing new was stored." in out
    assert "Edition 2 already shows this. No new edition was made." in out
    assert Store.open(place).log() == before


def test_open_questions_are_not_published(run: Run, file: Path, place: Path) -> None:
    file.write_text(ASKS, encoding="utf-8")
    status, _, said = run("import", file, "--dataset", KEY, "--publish")
    assert status == 1
    assert "leaves 1 question open, so nothing was stored or published" in said
    assert len(Store.open(place).versions(KEY)) == 1
    status, _, said = run("import", file, "--dataset", KEY)
    assert status == 1
    assert "cannot be published: 1 question is open" in said
    assert run("publish", KEY, 2)[0] == 1
    assert current(place).number == 1


def test_a_draft_is_published_and_taken_back(run: Run, file: Path, place: Path) -> None:
    run("import", file, "--dataset", KEY)
    assert run("publish", KEY, 2) == (0, "Published as edition 2.\n", "")
    assert current(place).frames[KEY].version == 2
    assert run("publish", "--edition", 1, "--note", "a mistake") == (0, "Published as edition 3.\n", "")
    assert current(place).frames[KEY].version == 1
    _, out, _ = run("editions")
    assert "goes back to edition 1" in out
    assert "a mistake" in out
    assert f"{KEY}: version 2" in out
    assert "was published in edition 2" in run("versions", KEY)[1]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("import", "FILE", "--dataset", "x"), 64,
         "There is no dataset called x. Choose among period_totals, published_totals and reported_accidents."),
        (("import", "nowhere.csv", "--dataset", KEY), 2, "nowhere.csv"),
        (("import", ".", "--dataset", KEY), 2, "is a folder"),
        (("import", "FILE", "--dataset", "period_totals"), 2, "consists of period_totals"),
        (("import", "FILE", "--dataset", KEY, "--answers", "nowhere.json"), 64, "nowhere.json"),
        (("versions", "x"), 64, "There is no dataset called x."),
        (("publish", KEY, 9), 64, f"The dataset {KEY} has no version 9."),
        (("publish", "x", 1), 64, "There is no dataset called x."),
        (("publish", "--edition", 9), 64, "There is no edition 9."),
        (("publish",), 64, "Give either DATASET and VERSION"),
        (("publish", KEY), 64, "Give either DATASET and VERSION"),
        (("publish", KEY, 1, "--edition", 1), 64, "Give either DATASET and VERSION"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_said(
    run: Run, file: Path, place: Path, arguments: tuple[object, ...], status: int, said: str
) -> None:
    before = Store.open(place).log()
    found, _, error = run(*(file if argument == "FILE" else argument for argument in arguments))
    assert found == status
    assert said in error
    assert "Traceback" not in error
    assert Store.open(place).log() == before


def test_a_file_that_is_no_spreadsheet_is_refused(run: Run, file: Path, place: Path) -> None:
    file.write_bytes(b"%PDF-1.7\n" + bytes(range(256)))
    status, _, said = run("import", file, "--dataset", KEY)
    assert (status, len(Store.open(place).versions(KEY))) == (2, 1)
    assert "PDF" in said


def test_norwegian_is_spoken(run: Run, file: Path) -> None:
    _, out, _ = run("import", file, "--dataset", KEY, "--publish", "--lang", "nb")
    assert "accidents.csv: 3 oppføringer er lest." in out
    assert "Publisert som utgave 2." in out
    assert "Det finnes ikke noe datasett som heter x." in run("versions", "x", "--lang", "nb")[2]


def test_a_store_that_cannot_be_used_is_said(run: Run, place: Path) -> None:
    place.write_text("not a database at all, but long enough to be looked at" * 10)
    status, _, said = run("versions")
    assert status == 2
    assert f"The store sqlite:///{place} cannot be used" in said


def test_a_wrong_setting_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINETALL_PORT", "eighty")
    status, _, said = run("editions")
    assert status == 64
    assert "MINETALL_PORT" in said


def test_every_shipped_file_is_described_in_both_languages() -> None:
    for dataset, file, _ in shipped():
        assert file.is_file()
        for told in (dataset.title, dataset.counted_by, dataset.scope, dataset.definition, dataset.caution,
                     dataset.licence, dataset.publisher):  # fmt: skip
            assert set(told) == {"nb", "en"}
            assert all(text.strip() for text in told.values())
