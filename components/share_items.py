"""The charts of a set as its page lists them, those that can be put in, and the files that can be taken of a set."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from charts import MAIN_CHARTS, SMALL_CHARTS, options_of
from charts.analyses import GROUPS
from charts.options import Option, option_value
from charts.view import View
from exports.deck.options import LENGTH
from exports.formats import SET_FORMATS, SetFormat

# A picture in the list: light enough for a set of many.
SMALL = "size=wide&width=640&scale=1"


@dataclass(frozen=True, slots=True)
class One:
    """A chart of a set: its name there, its View, its own canonical query and the options that it stands at."""

    name: str
    chart: str
    view: View
    query: str
    options: dict[str, str]


def items(address: Any, ones: tuple[One, ...], words: Any, pictures: bool) -> list[dict[str, Any]]:
    """Each chart in its place. `address` is the components.share_set.SetAddress."""
    return [_item(address, one, number, words, pictures) for number, one in enumerate(ones, 1)]


def _item(address: Any, one: One, number: int, words: Any, pictures: bool) -> dict[str, Any]:
    up, down, gone = address.moved(one.name, -1), address.moved(one.name, 1), address.without(one.name)
    mine = {f"{one.name}.{option.name}" for option in options_of(one.chart)}
    return {
        "name": one.name,
        "number": str(number),
        "title": one.view.title,
        "said": one.view.headline or one.view.alt,
        "subtitle": one.view.subtitle,
        "up": up.link if up else "",
        "down": down.link if down else "",
        "gone": gone.link if gone else "",
        "alone": f"/share/{one.chart}?{one.query}",
        "picture": f"/export/{one.chart}.png?{one.query}&{SMALL}" if pictures else "",
        "chart": one.chart,
        "query": one.query,
        "small": SMALL,
        "hidden": address.hidden(*mine),
        "options": [_option(option, one, words) for option in options_of(one.chart)],
    }


def _option(option: Option, one: One, words: Any) -> dict[str, Any]:
    value = one.options[option.name]
    values = [(each, option_value(option.name, each, words), each == value) for each in option.values]
    name = f"{one.name}.{option.name}"
    return {"name": name, "label": words.say(f"option.{option.name}"), "value": value, "values": values}


def offered(address: Any, words: Any) -> list[dict[str, Any]]:
    """Every chart there is, in groups, with the address of the set that has it too."""
    front = [(chart, words.say(f"page.form.{chart}")) for chart in MAIN_CHARTS]
    front += [(chart, words.say(f"share.chart.{chart}")) for chart in SMALL_CHARTS]
    analyses = {group: [(key, words.say(f"explore.analysis.{key}")) for key in keys] for group, keys in GROUPS.items()}
    groups = {words.say("share.group.front"): front} | {
        words.say(f"explore.group_of.{group}"): charts for group, charts in analyses.items()
    }
    return [
        {"label": label, "charts": [_offer(address, chart, name) for chart, name in charts]}
        for label, charts in groups.items()
    ]


def _offer(address: Any, chart: str, label: str) -> dict[str, Any]:
    more = address.with_chart(chart)
    there = sum(name.partition("-")[0] == chart for name in address.names)
    return {"chart": chart, "label": label, "link": more.link if more else "", "there": there}


def files(address: Any, names: dict[str, str], settings: Any, words: Any, pictures: bool) -> list[dict[str, Any]]:
    """What can be taken of the set. `names`: address of a file under /export -> its name without ending."""
    told = []
    for format in SET_FORMATS.values():
        key = f"{format.name}.{format.extension}"
        # Formats begin at different lengths; the form of the page says one for all.
        length = "" if address.value(LENGTH.name) or LENGTH.name not in _names(format) else f"&length={LENGTH.default}"
        link = f"/export/{key}?{address.query}{length}"
        if not format.charts:
            kept = [pair for pair in address.pairs if pair[0] == "edition"]
            link = f"/export/{key}?{urlencode([('lang', address.language), *kept])}"
        told.append({
            "key": key,
            "label": words.say(f"share.set.{key}"),
            "what": words.say(f"share.set.{key}.what"),
            "file": f"{names[key]}.{format.extension}",
            "link": link,
            "address": settings.public_url + link,
            "opens": format.inline and format.extension == "html",
            "missing": words.say("share.missing") if format.browser and not pictures else "",
        })  # fmt: skip
    return told


def _names(format: SetFormat) -> list[str]:
    return [option.name for option in format.options]
