"""Several processes on one store: readers follow, a killed publisher leaves nothing, first starts do not collide."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from data.store import Store
from tests.data.factory import ACCIDENTS, make_intake, make_records

KEY = "reported_accidents"
Actor = Callable[..., Any]
# The promise of the store; the processes sleep up to 0.02 s besides.
FOLLOWS_WITHIN = 2.0


def test_two_processes_read_while_a_third_publishes(published: Store, actor: Actor) -> None:
    readers = [actor("follow", 4) for _ in range(2)]
    assert [reader.stdout.readline().split()[0] for reader in readers] == ["1", "1"], "both read before it begins"
    told, _ = actor("publish", 3).communicate(timeout=60)
    published_at = {int(line.split()[0]): float(line.split()[1]) for line in told.splitlines()}
    assert list(published_at) == [2, 3, 4]
    before = make_records(ACCIDENTS)[1]["n"].sum()
    for reader in readers:
        seen = [line.split() for line in reader.communicate(timeout=30)[0].splitlines()]
        assert int(seen[-1][0]) == 4
        for number, _, casualties in seen:
            assert float(casualties) == before + int(number) - 1, "an edition is seen whole or not at all"
        assert float(seen[-1][1]) - published_at[4] < FOLLOWS_WITHIN


def test_a_publication_that_is_killed_leaves_nothing(published: Store, place: Path, actor: Actor) -> None:
    before = (published.editions(), published.versions(KEY), published.log())
    doomed = actor("stop_half_way")
    assert doomed.stdout.readline() == "half way\n"
    assert Store.open(place).current().number == 1, "readers go on meanwhile"
    doomed.kill()
    doomed.wait()
    again = Store.open(place)
    assert (again.editions(), again.versions(KEY), again.log()) == before
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT count(*) FROM blobs WHERE version = 2").fetchone() == (0,)
    version = again.add_version(KEY, make_intake([*ACCIDENTS, {"killed": 1}]), "tests")
    assert again.publish({KEY: version}, None, "tests") == 2


def test_four_processes_open_a_new_store_at_once(place: Path, actor: Actor) -> None:
    starts = [actor("open_only") for _ in range(4)]
    assert [start.communicate(timeout=60)[0] for start in starts] == ["open\n"] * 4
    assert [start.returncode for start in starts] == [0] * 4


def test_four_first_starts_make_one_edition(place: Path, actor: Actor) -> None:
    starts = [actor("fill") for _ in range(4)]
    told = sorted(start.communicate(timeout=60)[0].strip() for start in starts)
    assert told == ["False None"] * 3 + ["True 1"]
    store = Store.open(place)
    assert [entry.number for entry in store.editions()] == [1]
    assert [entry.number for entry in store.versions(KEY)] == [1]
