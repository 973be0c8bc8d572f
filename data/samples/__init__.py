"""The spreadsheets that the project ships, with what is to be said about each: datasets.toml."""

import tomllib
from pathlib import Path
from typing import Any

from data.frame import Dataset
from data.intake.corrections import beside

_FOLDER = Path(__file__).parent


def shipped() -> list[tuple[Dataset, Path, Path | None]]:
    """(dataset, workbook, its corrections file or None), in the order of datasets.toml."""
    with (_FOLDER / "datasets.toml").open("rb") as stream:
        described = tomllib.load(stream)
    return [_one(key, told) for key, told in described.items()]


def _one(key: str, told: dict[str, Any]) -> tuple[Dataset, Path, Path | None]:
    file = _FOLDER / told.pop("file")
    return Dataset(key=key, **told), file, beside(file)
