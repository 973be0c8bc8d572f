"""python -m tests.torture.kill_desk --count 200: a server killed at random moments, and what is found afterwards."""

import argparse
import hashlib
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from data.drafts import Desk
from data.store import Store
from tests.data.drafts.conftest import KEY
from tests.torture.desk_actor import desk_at

ROOT = Path(__file__).parents[2]
# Seconds or steps that a server works before it is killed: some whole ways of a draft, or the middle of the first.
LONGEST = 6.0
MOST_STEPS = 160
ENDS = {"draft_published": "published", "draft_discarded": "discarded"}


def killed(folder: Path, seed: str) -> list[list[str]]:
    """What a server said until it was killed after some random time, line by line."""
    with _server(folder, seed) as server:
        lines = _lines(server)
        assert next(lines) == ["ready"]
        timer = threading.Timer(Random(seed).uniform(0, LONGEST), server.kill)
        timer.start()
        return list(lines)


def killed_at_a_step(folder: Path, seed: str) -> list[list[str]]:
    """The same, quicker: the server dies by itself at a random step of its work, however slow the machine is."""
    with _server(folder, seed, str(Random(seed).randint(1, MOST_STEPS))) as server:
        return [line for line in _lines(server) if line != ["ready"]]


def _server(*arguments: Any) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.torture.desk_actor", *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def _lines(server: "subprocess.Popen[str]") -> Iterator[list[str]]:
    assert server.stdout is not None
    return (line.split() for line in server.stdout if line.endswith("\n"))


class Witness:
    """Remembers what was promised, and holds it against what is there after each death."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.received: dict[str, str] = {}
        self.revisions: dict[str, int] = {}
        self.ended: dict[str, str] = {}
        self._checked = 0
        self.found: Counter[str] = Counter()

    def hears(self, lines: list[list[str]]) -> None:
        for what, id, *more in lines:
            self.found[f"promised: {what}"] += 1
            if what == "received":
                self.received[id] = more[0]
            elif what == "mended":
                self.revisions[id] = int(more[0])
            else:
                self.ended[id] = what

    def looks(self) -> None:
        """Raises AssertionError for anything lost, half done, or left behind."""
        desk = desk_at(self.folder)
        self._drafts(desk)
        self._endings(desk)
        self._editions(desk.store)
        Desk(desk.store, desk.folder.path, quiet=timedelta(0)).sweep()
        ids = {draft.id for draft in desk.drafts(None)}
        left = [path.name for path in desk.folder.path.iterdir() if path.name.split(".")[0] not in ids]
        assert not left, f"without a draft: {left}"

    def _drafts(self, desk: Desk) -> None:
        for draft in desk.drafts(None):
            self.found[f"left {draft.state}"] += 1
            content = desk.file(draft.id).read_bytes()
            assert (hashlib.sha256(content).hexdigest(), len(content)) == (draft.sha256, draft.size)
            assert draft.state in ("waiting", "reading", "read", "failed")
            assert draft.id not in self.ended, f"{self.ended[draft.id]} and still there"
            assert draft.revision >= self.revisions.get(draft.id, 1), "a mend was lost"
            assert len(draft.mends) == draft.revision - 1, "half of a change"
            if draft.read_revision:
                assert desk.intake(draft.id).sha256 == draft.sha256
            assert (draft.state == "read") == draft.current

    def _endings(self, desk: Desk) -> None:
        ended = {entry.details["draft"]: ENDS[entry.action] for entry in desk.store.log() if entry.action in ENDS}
        there = {draft.id for draft in desk.drafts(None)}
        lost = set(self.received) - there - set(ended)
        assert not lost, f"received and gone: {lost}"
        assert self.ended.items() <= ended.items(), "an ending that was promised did not happen"

    def _editions(self, store: Store) -> None:
        """Every edition is whole: its figures are those of the file that it names, with its mend."""
        versions = {version.number: version for version in store.versions(KEY)}
        published = [entry for entry in store.log() if entry.action == "draft_published"]
        assert len(store.editions()) == len(published), "an edition without its draft's end"
        for edition in store.editions()[self._checked :]:
            frame = store.edition(edition.number).frames[KEY]
            rows, after = map(int, versions[edition.versions[KEY]].file_name.removesuffix(".csv").split())
            assert (len(frame.records), frame.n.sum()) == (rows, 3 * rows + after - 1)
        self._checked = len(store.editions())
        assert set(versions) == {edition.versions[KEY] for edition in store.editions()}, "a version of no edition"


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=200)
    asked.add_argument("--seed", default="1")
    args = asked.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        witness = Witness(Path(folder))
        for number in range(args.count):
            kill = (killed, killed_at_a_step)[number % 2]
            witness.hears(kill(Path(folder), f"{args.seed}:{number}"))
            witness.looks()
        for what, count in sorted(witness.found.items()):
            print(f"{what}: {count}")
    print(f"{args.count} deaths, seed {args.seed}, {time.monotonic() - began:.0f} s; nothing lost, nothing half done")
    return 0


if __name__ == "__main__":
    sys.exit(main())
