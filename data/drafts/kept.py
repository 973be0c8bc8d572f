"""An Intake kept on the disk between its reading and its publication."""

import os
import pickle
from pathlib import Path

from data.intake import Intake


def keep(intake: Intake, path: Path) -> None:
    """Whole or not there. Only our own processes write into this folder, so a pickle is not a stranger's."""
    part = path.with_name(path.name + ".part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
        pickle.dump(intake, stream)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(path)


def kept(path: Path) -> Intake:
    return pickle.loads(path.read_bytes())  # noqa: S301
