"""python -m accounts: links and no passwords, sentences in both languages, a status for every ending."""

import re
from pathlib import Path

import pytest

from accounts import Accounts
from accounts.__main__ import main
from data.store import Store
from tests.accounts.conftest import FAST, PASSWORD


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MINETALL_STORE", str(tmp_path / "minetall.sqlite"))
    monkeypatch.setenv("MINETALL_PUBLIC_URL", "https://figures.example.org")
    monkeypatch.setenv("MINETALL_LANGUAGE", "en")
    return tmp_path / "minetall.sqlite"


def said(capsys: pytest.CaptureFixture[str]) -> str:
    out = capsys.readouterr()
    return out.out + out.err


def token_of(text: str) -> str:
    found = re.search(r"^ +https://figures\.example\.org/staff/password/(\S+)$", text, re.MULTILINE)
    assert found, text
    return found[1]


def test_add_list_reset_disable(place: Path, capsys) -> None:
    assert main(["list"]) == 0
    assert "no accounts" in said(capsys)
    assert main(["add", "Publisher-1", "--role", "publisher"]) == 0
    accounts = Accounts(Store.open(place), FAST)
    accounts.use_link(token_of(said(capsys)), PASSWORD)
    assert main(["add", "editor-1", "--role", "editor"]) == 0
    assert main(["reset", "editor-1"]) == 0
    accounts.use_link(token_of(said(capsys).split("forgotten")[1]), PASSWORD)
    assert main(["disable", "editor-1"]) == 0
    capsys.readouterr()
    assert main(["list"]) == 0
    assert said(capsys).splitlines() == ["editor-1: editor, disabled", "publisher-1: publisher"]


def test_the_last_publisher_is_disabled_only_when_one_insists(place: Path, capsys) -> None:
    main(["add", "publisher-1", "--role", "publisher"])
    assert main(["disable", "publisher-1"]) == 1
    assert "last publisher" in said(capsys)
    assert main(["disable", "publisher-1", "--even-last"]) == 0


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["add"], ["add", "editor-1"], ["add", "editor-1", "--role", "king"], ["remove", "editor-1"],
        ["add", "", "--role", "editor"], ["add", "a/b", "--role", "editor"], ["add", "\udcff", "--role", "editor"],
        ["reset", "nobody"], ["disable", "'; --"], ["disable", "\udcff"], ["reset", "\x1b[2J"],
        ["list", "--lang", "de"], ["add", "x" * 5000, "--role", "editor"],
    ],
)  # fmt: skip
def test_rubbish_is_refused_with_a_sentence(place: Path, capsys, arguments: list[str]) -> None:
    try:
        status = main(arguments)
    except SystemExit as end:
        status = end.code
    assert status == 64
    assert said(capsys).strip()
    assert Accounts(Store.open(place), FAST).accounts() == []


def test_it_speaks_norwegian_and_says_when_the_staff_pages_are_off(place: Path, capsys, monkeypatch) -> None:
    monkeypatch.setenv("MINETALL_STAFF", "off")
    assert main(["add", "editor-1", "--role", "editor", "--lang", "nb"]) == 0
    text = said(capsys)
    assert "engang" not in text
    assert "Kontoen er laget (redaktør)" in text
    assert "MINETALL_STAFF" in text
    assert main(["add", "EDITOR-1", "--role", "editor", "--lang=nb"]) == 64
    assert "finnes allerede" in said(capsys)


def test_a_store_and_settings_that_cannot_be_used_are_said(place: Path, capsys, monkeypatch) -> None:
    place.write_text("this is no database" * 100)
    assert main(["list"]) == 2
    assert str(place) in said(capsys)
    monkeypatch.setenv("MINETALL_PORT", "many")
    assert main(["list"]) == 64
    assert "MINETALL_PORT" in said(capsys)
