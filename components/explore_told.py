"""What /explore says of a selection: the sentence, a chip for each of its filters, and its sums with who counted."""

from dataclasses import replace
from typing import Any

from charts.sentences import amount, cases, counted_by, district_name, outcomes_shown
from data.frame import Edition, Frame
from data.selection import FIELDS, Selection, in_order, value_name
from data.summaries.amounts import Amount
from data.summaries.coverage import CASES
from data.summaries.grid import incident_count
from data.summaries.selected import select
from data.summaries.tally import Bucket, whole


def told(address: Any, words: Any, public_url: str) -> dict[str, Any]:
    """The selection in words, as chips, and where it can be had. `address` is an ExploreAddress."""
    selection = address.selection
    return {
        "sentence": selection.sentence(words, lambda key: district_name(key, words)) + ".",
        "chips": chips(address, words),
        "reset": "" if selection.everything else address.with_selection(Selection()).link,
        "link": public_url + address.link,
        "json": address.link.replace("?", ".json?", 1),
    }


def chips(address: Any, words: Any) -> list[dict[str, Any]]:
    """One for each filter: what it says, and the address without it."""
    selection: Selection = address.selection
    found = []

    def add(label: str, name: str, without: Selection, out: bool = False) -> None:
        link = address.with_selection(without).link
        remove = words.say("explore.chip.remove", filter=f"{label}: {name}")
        found.append({"label": label, "name": name, "out": out, "link": link, "remove": remove})

    if selection.limited_in_time:
        add(words.say("page.filter.period"), selection.period(words), replace(selection, date_from=None, date_to=None))
    if selection.place:
        add(words.say("explore.place"), words.say("explore.quoted", text=selection.place), replace(selection, place=""))
    for field in FIELDS:
        label = words.say(f"field.{field}")
        chosen = getattr(selection, field)
        for key in in_order(field, chosen):
            kept: dict[str, Any] = {field: chosen - {key}}
            add(label, _name(field, key, words), replace(selection, **kept))
        for key in in_order(field, selection.left_out(field)):
            name = words.say("selection.without", values=_name(field, key, words))
            add(label, name, replace(selection, without=selection.without - {(field, key)}), out=True)
    return found


def _name(field: str, key: str, words: Any) -> str:
    return value_name(field, key, words, lambda code: district_name(code, words))


def sums(frame: Frame | None, edition: Edition, address: Any, words: Any) -> dict[str, Any]:
    """The numbers of one dataset under the selection, or what can be asked of it where they must not be added up.

    Each leads to the records behind it. `address` is an ExploreAddress.
    """
    selection: Selection = address.selection
    if frame is None:
        return {"numbers": [], "source": "", "limits": words.say("charts.empty.no_dataset"), "title": ""}
    language, layout = words.language, frame.dataset.layout
    source = {"counted_by": counted_by(frame, words), "edition": str(edition.number)}
    if frame.dataset.covered_to:
        said = words.say("explore.source_as_of", as_of=frame.dataset.covered_to, **source)
    else:
        said = words.say("explore.source", **source)
    told = {"title": frame.dataset.title[language], "source": said}
    if layout not in CASES:
        return {**told, "numbers": [], "limits": words.say(f"explore.limits.{layout}")}
    selected = select(frame, selection)
    # Of no record at all nothing is known: that is not 0 killed.
    numbers = _numbers(whole(selected), selection, words) if selected.record_count else []
    records, incidents = selected.record_count, incident_count(frame, selected)
    numbers.append(("records", words.number(records), _after_number(cases(layout, records, words), words, records)))
    if incidents != records:
        numbers.append(("incidents", words.number(incidents), words.say("explore.sum.incidents", count=incidents)))
    if len(address.datasets) > 1:
        address = replace(address, datasets=(frame.dataset.key,))
    linked = [(*one, _records_link(one[0], address)) for one in numbers]
    return {**told, "numbers": linked, "limits": ""}


def _numbers(bucket: Bucket, selection: Selection, words: Any) -> list[tuple[str, str, str]]:
    """(kind, number in words, what it counts) of killed, injured, others, and all of them."""
    shown = outcomes_shown(selection)
    one_by_one = {outcome: getattr(bucket, outcome) for outcome in shown}
    found = [
        (outcome, amount(one, words), words.say(f"page.key.{outcome}", count=one.known))
        for outcome, one in one_by_one.items()
    ]
    if bucket.other:
        found.append(("other", words.number(bucket.other), words.say("explore.sum.other", count=bucket.other)))
    if len(found) > 1:
        minimum = any(one.at_least or one.n is None for one in one_by_one.values())
        every = Amount(bucket.known, minimum)
        found.append(("casualties", amount(every, words), words.say("page.key.casualties", count=bucket.known)))
    return found


def _records_link(kind: str, address: Any) -> str:
    """To the records that a number counts."""
    if kind == "incidents":
        return f"{replace(address, group='incident', page=1).link}#records"
    return str(address.pick_link(f"outcome={kind}" if kind in ("killed", "injured") else ""))


def _after_number(text: str, words: Any, count: int) -> str:
    """ "102 reported accidents" without its number, which stands above it."""
    return text.removeprefix(words.number(count)).strip()
