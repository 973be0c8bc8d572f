"""A spreadsheet with names, remarks and notes beside its figures, and a store that has it."""

from datetime import date
from typing import Any

from data.intake import take_in
from data.intake.corrections import Correction
from data.store import Store
from tests.data.factory import make_dataset

KEY = "reported_accidents"
FILE = "cases.csv"
CASES = """Date,District,Place,Killed,Injured,Device,Name of victim,Age,Notes,Officer,Source
2024-05-01,Agdam,Field A,1,0,anti-tank mine,Person One,34,Called the family of Person One,Editor One,https://example.org/1
2024-05-02,Fuzuli,Field B,0,2 (Person Two),anti-personnel mine,Person Two,17,,Editor Two,https://example.org/2
2024-05-03,Lachin,Field C,,12,anti-personnel mine,Person Three,51,ask +00 000 00 000,Editor Three,https://example.org/3
2024-05-04,Agdam,Field D,0,1,anti-tank mine,Person Four,40,,Editor Four,https://example.org/4
"""
# What no page for everybody may hold.
PRIVATE = ("Person", "Editor", "family", "+00", "000 00", "editor-1", "digits", ">34<", ">17<", ">51<", ">40<")
MISPRINT = Correction(
    "Injured", "12", "1", what="typing error", why="one digits too many", source="editor-1", sheet="csv", row=4
)


def intake(text: str = CASES, *corrections: Correction) -> Any:
    return take_in(text.encode(), FILE, today=date(2026, 4, 2), corrections=corrections, all_findings=True)


def published(store: Store, *texts: str, corrections: tuple[Correction, ...] = (MISPRINT,)) -> Store:
    """Each text is a version and an edition of its own."""
    store.add_dataset(make_dataset(KEY))
    for text in texts or (CASES,):
        version = store.add_version(KEY, intake(text, *corrections), "tests", "note of the version")
        store.publish({KEY: version}, {"nb": "# Tekst", "en": "# Text"}, "tests")
    return store
