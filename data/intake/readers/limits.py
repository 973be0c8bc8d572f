"""How much a file may ask for while it is read: bytes, cells, memory and time."""

from dataclasses import dataclass
from typing import Any

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps on one file. Sizes in bytes, times in seconds, `columns` and `cells` per sheet, `rows` over all sheets.

    A workbook of 1e6 rows x 15 columns is about 700 MB of XML unpacked and needs about 2 GB while calamine
    holds it; as csv it is about 110 MB.
    """

    bytes: int = 200 * MEGABYTE
    rows: int = 2_000_000
    columns: int = 1_000
    cells: int = 60_000_000
    sheets: int = 500
    memory: int = 4096 * MEGABYTE
    cpu_seconds: int = 120
    wall_seconds: float = 180.0
    zip_entries: int = 5_000
    unpacked_bytes: int = 2048 * MEGABYTE

    @classmethod
    def of(cls, settings: Any) -> "Limits":
        """What the reading of one file may cost, as the settings say."""
        return cls(
            bytes=settings.max_file_mb * MEGABYTE,
            rows=settings.max_rows,
            columns=settings.max_columns,
            cells=settings.max_cells,
            sheets=settings.max_sheets,
            memory=settings.read_memory_mb * MEGABYTE,
            cpu_seconds=settings.read_seconds,
            wall_seconds=float(settings.read_seconds),
            zip_entries=settings.max_parts,
            unpacked_bytes=settings.max_unpacked_mb * MEGABYTE,
        )
