"""An Intake in a folder, and back: frames as Parquet, everything else as JSON; there as a whole or not at all."""

import json
import os
import shutil
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import pandas as pd

from data.intake.offers import Offer
from data.intake.picture import SheetPicture
from data.intake.result import Corrected, Dropped, Intake, Mapped, Question
from data.intake.table import Excluded
from data.store.findings import plain, problems_from_json, problems_to_json, typed
from data.store.parquet import pack, unpack

FRAMES = ("records", "counts", "raw")
_JSON = "intake.json"
_LISTS: dict[str, type] = {
    "dropped_personal": Dropped, "excluded": Excluded, "questions": Question, "corrected": Corrected, "offers": Offer,
    "pictures": SheetPicture,
}  # fmt: skip
_TUPLES = frozenset(("candidates", "values", "evidence"))


class NotKept(Exception):
    """There is no whole Intake in the folder."""


def keep(intake: Intake, folder: Path) -> None:
    """Writes beside the folder and renames, so that a folder of this name holds all of it, whenever one is killed.

    What was kept there before is replaced. Raises OSError.
    """
    part, old = (folder.with_name(f"{folder.name}.{word}-{os.getpid()}") for word in ("part", "old"))
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True, mode=0o700)
    shapes = {}
    for name in FRAMES:
        frame = getattr(intake, name)
        shapes[name] = [_shape(key, column) for key, column in frame.items()]
        _write(part / f"{name}.parquet", pack(frame.set_axis(map(str, range(frame.shape[1])), axis=1)))
    text = json.dumps({"frames": shapes, **_json(intake)}, ensure_ascii=False, separators=(",", ":"))
    _write(part / _JSON, text.encode())
    if folder.exists():
        folder.rename(old)
    part.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def kept(folder: Path) -> Intake:
    """What was kept in the folder. Raises NotKept, also where a file in it is damaged."""
    try:
        return _read(folder)
    except (FileNotFoundError, NotADirectoryError, ValueError, KeyError, TypeError) as error:
        raise NotKept(str(folder)) from error


def _read(folder: Path) -> Intake:
    said = json.loads((folder / _JSON).read_bytes())
    frames: dict[str, Any] = {name: _frame(folder / f"{name}.parquet", said["frames"][name]) for name in FRAMES}
    del said["frames"]
    for name, kind in _LISTS.items():
        said[name] = [kind(**_tuples(each)) for each in said[name]]
    said["mapping"] = {key: Mapped(**each) for key, each in said["mapping"].items()}
    said["problems"] = list(problems_from_json(said["problems"]))
    said["refused_params"] = typed(said["refused_params"])
    said["cells"] = {(sheet, row, letter): text for sheet, row, letter, text in said["cells"]}
    for picture in said["pictures"]:
        object.__setattr__(picture, "left_out", {int(row): reason for row, reason in picture.left_out.items()})
    return Intake(**said, **frames)


def _write(file: Path, content: bytes) -> None:
    with file.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _json(intake: Intake) -> dict[str, Any]:
    names = {field.name for field in fields(intake)} - {*FRAMES, *_LISTS, "problems", "cells", "mapping"}
    return {
        **{name: plain(getattr(intake, name)) for name in names},
        **{name: [plain(asdict(each)) for each in getattr(intake, name)] for name in _LISTS},
        "mapping": {key: asdict(each) for key, each in intake.mapping.items()},
        "problems": problems_to_json(intake.problems),
        "cells": [[*place, text] for place, text in intake.cells.items()],
    }


def _tuples(said: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if key in _TUPLES else value for key, value in said.items()}


def _shape(name: Any, column: pd.Series) -> dict[str, Any]:
    """What Parquet does not keep: the name, the exact type, and categories that no row has."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return {"name": str(name), "categories": list(column.cat.categories)}
    return {"name": str(name), "type": str(column.dtype)}


def _frame(file: Path, shapes: list[dict[str, Any]]) -> pd.DataFrame:
    read = unpack(file.read_bytes())
    columns = [_column(read[str(place)], shape) for place, shape in enumerate(shapes)]
    frame = pd.concat(columns, axis=1) if columns else pd.DataFrame()
    return frame.set_axis([shape["name"] for shape in shapes], axis=1)


def _column(column: pd.Series, shape: dict[str, Any]) -> pd.Series:
    if "type" in shape:
        return column.astype(shape["type"])
    return pd.Series(pd.Categorical(column.astype("object"), categories=pd.Index(shape["categories"])))
