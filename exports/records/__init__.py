"""What is shown, as files of records: one writer for each format, over one table and what is to be said about it."""

from typing import IO, Any

from exports.records import csv, json, package, parquet, workbook
from exports.records.table import Table

FORMATS = ("csv", "hxl.csv", "xlsx", "parquet", "json", "zip")


def write(table: Table, words: Any, extension: str, stream: IO[bytes]) -> None:
    """One file in the format that its ending says (one of FORMATS)."""
    match extension:
        case "csv":
            csv.write(table, words, stream)
        case "hxl.csv":
            csv.write(table, words, stream, hashtags=True)
        case "xlsx":
            workbook.write(table, words, stream)
        case "parquet":
            parquet.write(table, words, stream)
        case "json":
            json.write(table, words, stream)
        case "zip":
            package.write(table, words, stream)
        case _:
            raise ValueError(f"no such format: {extension}")
