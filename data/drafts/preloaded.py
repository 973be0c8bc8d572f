"""Imported by the fork server: what every reading needs is loaded once, before the forks (a third of a second each)."""

import data.drafts.reader_process  # noqa: F401
from data.intake.cells.month_names import months, weekdays
from data.intake.mapping.words import languages, phrases

months()
weekdays()
for _section in ("headings", "weak", "missing"):
    phrases(_section)
for _above in ("values", "qualifiers"):
    for _key in {key for words in languages().values() for key in words.get(_above, ())}:
        phrases(f"{_above}.{_key}")
