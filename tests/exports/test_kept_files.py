"""Kept files: made once, whole or not there, never more than allowed, and never in the way."""

import os
import threading
from pathlib import Path

import pytest

from exports.kept_files import KeptFiles, key_of, of_settings
from settings import Settings

A, B, C = key_of("a"), key_of("b"), key_of("c")


@pytest.fixture
def kept(tmp_path: Path) -> KeptFiles:
    return KeptFiles(tmp_path / "kept", 100)


def never() -> bytes:
    raise AssertionError("made again")


def test_the_second_asker_gets_what_the_first_had_made_also_in_another_process(kept: KeptFiles) -> None:
    assert kept.get(A, lambda: b"one") == b"one"
    assert kept.get(A, never) == b"one"
    assert KeptFiles(kept.folder, 100).get(A, never) == b"one"
    assert [path.name for path in kept.folder.iterdir()] == [A]


def test_parts_of_a_key_do_not_run_together() -> None:
    assert key_of("ab", "c") != key_of("a", "bc")


def test_many_askers_at_once_have_it_made_once(kept: KeptFiles) -> None:
    begun, made, found = threading.Event(), [], []

    def make() -> bytes:
        made.append(1)
        begun.wait(5)
        return b"one"

    threads = [threading.Thread(target=lambda: found.append(kept.get(A, make))) for _ in range(8)]
    for thread in threads:
        thread.start()
    begun.set()
    for thread in threads:
        thread.join()
    assert (len(made), found) == (1, [b"one"] * 8)


def test_one_file_may_be_made_of_another(kept: KeptFiles) -> None:
    assert kept.get(A, lambda: kept.get(B, lambda: b"inner") + b" outer") == b"inner outer"


def test_what_was_asked_for_longest_ago_goes_first(kept: KeptFiles) -> None:
    for place, key in enumerate((A, B)):
        kept.get(key, lambda: b"x" * 40)
        os.utime(kept.folder / key, (1000 + place, 1000 + place))
    kept.get(A, never)
    kept.get(C, lambda: b"x" * 40)
    assert {path.name for path in kept.folder.iterdir()} == {A, C}


def test_a_file_that_could_not_be_made_is_made_by_the_next(kept: KeptFiles) -> None:
    def fails() -> bytes:
        raise RuntimeError("no picture")

    with pytest.raises(RuntimeError):
        kept.get(A, fails)
    assert kept.get(A, lambda: b"one") == b"one"


def test_a_deleted_folder_comes_back(kept: KeptFiles) -> None:
    kept.get(A, lambda: b"one")
    (kept.folder / A).unlink()
    kept.folder.rmdir()
    assert kept.get(A, lambda: b"two") == b"two"
    assert (kept.folder / A).read_bytes() == b"two"


def test_where_nothing_can_be_written_everything_is_made_each_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    kept = KeptFiles(tmp_path / "file" / "kept", 100)
    assert kept.get(A, lambda: b"one") == b"one"
    assert kept.get(A, lambda: b"two") == b"two"


def test_a_name_from_elsewhere_is_no_key(kept: KeptFiles) -> None:
    with pytest.raises(ValueError, match="not a key"):
        kept.get("../minetall.sqlite", never)


def test_only_one_is_alone_at_a_time(kept: KeptFiles) -> None:
    other = KeptFiles(kept.folder, 100)
    with kept.locks.alone("work") as first, other.locks.alone("work") as second:
        assert (first, second) == (True, False)
    with other.locks.alone("work") as again:
        assert again


def test_the_folder_stands_beside_the_store_unless_another_is_set(tmp_path: Path) -> None:
    store = str(tmp_path / "figures.sqlite")
    assert of_settings(Settings(store=store)).folder == tmp_path / "figures.sqlite.kept"
    assert of_settings(Settings(store=store, kept_folder=str(tmp_path / "x"))).folder == tmp_path / "x"
    assert of_settings(Settings(kept_mb=3)).most_bytes == 3_000_000
