"""What /explore is asked besides its filters: datasets, editions, the analysis and its options, as small forms."""

from collections.abc import Sequence
from typing import Any

from charts import EDITION_BEFORE, options_of
from charts.analyses import GROUPS
from charts.options import Option, option_value
from data.frame import Edition
from data.selection import Selection
from data.store import EditionEntry
from data.summaries.coverage import CASES


def menu(address: Any, words: Any) -> list[dict[str, Any]]:
    """The analyses in their groups, each as a link to the same selection."""
    return [
        {
            "label": words.say(f"explore.group_of.{group}"),
            "analyses": [
                {
                    "key": key,
                    "label": words.say(f"explore.analysis.{key}"),
                    "link": address.with_chart(key).link,
                    "current": key == address.chart,
                }
                for key in keys
            ],
        }
        for group, keys in GROUPS.items()
    ]


def options_form(address: Any, words: Any) -> dict[str, Any]:
    """The options of the chart that is shown."""
    options = options_of(address.chart)
    return {
        "hidden": address.pairs(*(option.name for option in options)),
        "options": [_option(option, address, words) for option in options],
    }


def _option(option: Option, address: Any, words: Any) -> dict[str, Any]:
    value = address.options.get(option.name, option.default)
    told = {"name": option.name, "label": words.say(f"option.{option.name}"), "value": value}
    if option.values:
        return told | {"values": [(one, option_value(option.name, one, words), one == value) for one in option.values]}
    return told | {"values": [], "suggestions": _spans(address.selection, words)}


def _spans(selection: Selection, words: Any) -> list[tuple[str, str]]:
    """The same stretch in the years before, for a period to compare with."""
    start, end = selection.date_from, selection.date_to
    if not start or not end:
        return []
    found = []
    for back in (1, 2, 3):
        first = start.replace(year=start.year - back, day=min(start.day, 28) if start.month == 2 else start.day)
        last = end.replace(year=end.year - back, day=min(end.day, 28) if end.month == 2 else end.day)
        found.append((f"{first.isoformat()}..{last.isoformat()}", Selection(first, last).period(words)))
    return found


def data_form(
    address: Any, edition: Edition, editions: Sequence[EditionEntry], shown: Sequence[str], words: Any
) -> dict[str, Any]:
    """Datasets (those of the edition), and as known on which day. `shown` are the keys of the datasets shown."""
    language = words.language
    datasets = [
        (key, frame.dataset.title[language], words.say(f"explore.layout.{frame.dataset.layout}"), key in shown)
        for key, frame in sorted(edition.frames.items(), key=lambda item: item[1].dataset.layout not in CASES)
    ]
    before = "explore.against.before" if edition.number > 1 else "explore.against.none"
    return {
        "hidden": address.pairs("dataset", "edition", "against", "page"),
        "datasets": datasets,
        "dataset": " + ".join(title for _, title, _, chosen in datasets if chosen),
        "known": _known(editions, address.edition, "explore.known.newest", words),
        "against": _known(
            editions, address.against, before if address.chart in EDITION_BEFORE else "explore.against.none", words
        ),
    }


def _known(editions: Sequence[EditionEntry], chosen: int | None, nothing: str, words: Any) -> dict[str, Any]:
    choices = [("", words.say(nothing), chosen is None)]
    for one in reversed(editions):
        said = words.say("explore.known.edition", edition=str(one.number), published=one.at.date())
        choices.append((str(one.number), said, one.number == chosen))
    return {"choices": choices, "value": next(label for _, label, now in choices if now), "chosen": chosen is not None}
