"""What other processes do in tests of the store: python -m tests.data.store.actors ACTION PLACE ..."""

import sys
import time
from pathlib import Path
from types import SimpleNamespace

from sqlalchemy import event

from data.store import Store
from tests.data.factory import ACCIDENTS, make_dataset, make_intake

KEY = "reported_accidents"


def follow(place: str, last: str) -> None:
    """Prints each edition that it sees, when, and how many casualties it holds, until `last`."""
    store, seen = Store.open(place), 0
    while seen < int(last):
        edition = store.current()
        if edition.number != seen:
            seen = edition.number
            print(seen, time.time(), edition.frames[KEY].n.sum(), flush=True)
        time.sleep(0.02)


def publish(place: str, times: str) -> None:
    """Publishes versions of one more accident each; prints when each was there."""
    store = Store.open(place)
    for extra in range(1, int(times) + 1):
        rows = ACCIDENTS + [{"date": "2025-01-01", "killed": 1, "injured": 0}] * extra
        version = store.add_version(KEY, make_intake(rows), "publisher")
        print(store.publish({KEY: version}, None, "publisher"), time.time(), flush=True)


def stop_half_way(place: str) -> None:
    """Stays in the middle of a publication until it is killed."""
    store = Store.open(place)

    def inserted(connection, cursor, statement, *rest) -> None:  # type: ignore[no-untyped-def]
        if statement.startswith("INSERT INTO edition_versions"):
            print("half way", flush=True)
            time.sleep(600)

    with store.writing("doomed") as writer:
        event.listen(writer._connection.engine, "after_cursor_execute", inserted)
        version, _ = writer.add_version(KEY, make_intake([*ACCIDENTS, {"killed": 9}]), "")
        writer.publish({KEY: version}, {"nb": "# Half", "en": "# Half"}, "")


def open_only(place: str) -> None:
    Store.open(place)
    print("open", flush=True)


def fill(place: str) -> None:
    """The first start of a site, with files that are read at once."""
    import data.store.seed as seeding

    seeding.shipped = lambda: [(make_dataset(), Path(__file__), None)]
    loaded = seeding.load_shipped(Store.open(place), {"nb": "# Tekst", "en": "# Text"}, take_in=_slowly)
    print(loaded.new, loaded.edition, flush=True)


def _slowly(content: bytes, name: str, corrections: object) -> SimpleNamespace:
    time.sleep(0.3)
    return make_intake()


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
