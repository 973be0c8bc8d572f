"""A short script that fetches what is shown and comes to the same sums: for pandas and for R, commented."""

import json
import textwrap
from collections.abc import Iterator
from typing import Any

from exports.records.table import Table

LANGUAGES_OF_CODE = ("py", "R")
_WIDTH = 96


def script(table: Table, words: Any, address: str, language: str) -> str:
    """`address` is that of the csv, with its edition; `language` is one of LANGUAGES_OF_CODE."""
    lines = _python(table, words, address) if language == "py" else _r(table, words, address)
    return "\n".join([*_head(table, words), *lines]) + "\n"


def _head(table: Table, words: Any) -> Iterator[str]:
    about = table.about
    yield from _comment(about.title)
    yield from _comment(about.selection)
    for key, name, value in about.told(words):
        if key in ("counted_by", "licence", "cite"):
            yield from _comment(f"{name}: {value}")
    yield from _comment(words.say("takeaway.code.edition", edition=str(about.edition)))
    yield ""


def _python(table: Table, words: Any, address: str) -> Iterator[str]:
    yield "import pandas as pd"
    yield ""
    yield f"ADDRESS = {json.dumps(address)}"
    yield "records = pd.read_csv(ADDRESS)"
    yield 'for name in ("date_from", "date_to"):'
    yield "    records[name] = pd.to_datetime(records[name])"
    yield ""
    yield from _comment(words.say("takeaway.readme.empty"))
    if not table.about.totals:
        yield from _comment(words.say("takeaway.code.never_added"))
        yield 'print(records.sort_values("date_from")[["date_from", "counted_by", "killed", "injured"]].tail(10))'
        return
    yield from _comment(words.say("takeaway.code.shown"))
    yield f"SHOWN = {{{_pairs(table, ': ', 'None')}}}"
    yield "for name, shown in SHOWN.items():"
    yield "    total = records[name].sum(min_count=1)"
    yield '    print(f"{name}: {total:.15g}, {records[name].isna().sum()} not recorded (shown: {shown})")'
    yield ""
    yield from _comment(words.say("takeaway.code.year"))
    yield 'in_one_year = records[records["date_from"].dt.year == records["date_to"].dt.year]'
    names = json.dumps(list(table.about.totals))
    yield f'print(in_one_year.groupby(in_one_year["date_from"].dt.year)[{names}].sum(min_count=1))'


def _r(table: Table, words: Any, address: str) -> Iterator[str]:
    yield f"address <- {json.dumps(address)}"
    yield 'records <- read.csv(address, fileEncoding = "UTF-8-BOM", na.strings = "")'
    yield 'records$date_from <- as.Date(records$date_from, format = "%Y-%m-%d")'
    yield 'records$date_to <- as.Date(records$date_to, format = "%Y-%m-%d")'
    yield ""
    yield from _comment(words.say("takeaway.readme.empty"))
    if not table.about.totals:
        yield from _comment(words.say("takeaway.code.never_added"))
        yield 'told <- records[order(records$date_from), c("date_from", "counted_by", "killed", "injured")]'
        yield "print(tail(told, 10))"
        return
    yield "total <- function(numbers) if (all(is.na(numbers))) NA else sum(numbers, na.rm = TRUE)"
    yield from _comment(words.say("takeaway.code.shown"))
    yield f"shown <- c({_pairs(table, ' = ', 'NA', quoted=False)})"
    yield "for (name in names(shown)) {"
    yield "  numbers <- records[[name]]"
    yield "  missing <- sum(is.na(numbers))"
    yield '  cat(sprintf("%s: %s, %d not recorded (shown: %s)\\n", name, total(numbers), missing, shown[[name]]))'
    yield "}"
    yield ""
    yield from _comment(words.say("takeaway.code.year"))
    yield 'year <- format(records$date_from, "%Y")'
    yield 'in_one_year <- !is.na(year) & !is.na(records$date_to) & year == format(records$date_to, "%Y")'
    for name in table.about.totals:
        yield f"print(tapply(records${name}[in_one_year], year[in_one_year], total))"


def _pairs(table: Table, between: str, nothing: str, quoted: bool = True) -> str:
    told = table.about.totals.items()
    return ", ".join(
        f"{json.dumps(name) if quoted else name}{between}{nothing if total is None else f'{total:.15g}'}"
        for name, total in told
    )


def _comment(text: str) -> list[str]:
    """Lines of a comment; whatever a text holds, it stays one."""
    return [f"# {line}" for line in textwrap.wrap(" ".join(text.split()), _WIDTH, break_long_words=False)]
