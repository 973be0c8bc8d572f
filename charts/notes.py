"""What is missing, left out or cannot be answered, said in words under a chart."""

from typing import Any

from charts.sentences import cases, district_name, outcomes_shown
from data.summaries.columns import COUNT_FIELDS
from data.summaries.selected import Selected
from data.summaries.tally import whole


def left_out(selected: Selected, words: Any, undated_counted: bool = True) -> list[str]:
    """The records that a filter leaves out only because their row is silent; `undated_counted`: the chart has them."""
    layout, silent, selection = selected.dataset.layout, selected.left_out, selected.selection
    notes = []
    if silent.undated and selection.limited_in_time:
        notes.append(words.say("charts.note.undated_out", cases=cases(layout, silent.undated, words)))
    elif silent.undated and undated_counted:
        notes.append(words.say("charts.note.undated_in", cases=cases(layout, silent.undated, words)))
    if silent.partly_inside:
        notes.append(words.say("charts.note.partly_inside", cases=cases(layout, silent.partly_inside, words)))
    for field, count in silent.silent.items():
        of_counts = field in COUNT_FIELDS
        told = words.say("charts.casualties", count=count) if of_counts else cases(layout, int(count), words)
        notes.append(words.say("charts.note.silent_out", field=words.say(f"field.{field}").lower(), left_out=told))
    return notes + no_such_district(selected, words)


def no_such_district(selected: Selected, words: Any) -> list[str]:
    if not selected.unknown_districts:
        return []
    names = words.list(district_name(key, words) for key in selected.unknown_districts)
    return [words.say("charts.note.no_such_district", districts=names)]


def not_recorded(selected: Selected, words: Any, marked: bool = True) -> list[str]:
    """Over how many records killed or injured was not recorded; `marked`: the numbers carry a + for it."""
    end = "marked" if marked else "summed"
    layout, notes, found = selected.dataset.layout, [], whole(selected)
    for outcome in outcomes_shown(selected.selection):
        count = getattr(found, f"missing_{outcome}")
        if count:
            notes.append(words.say(f"charts.note.missing_{outcome}_{end}", cases=cases(layout, count, words)))
    return notes


def silent(selected: Selected, words: Any, marked: bool = True) -> list[str]:
    """What the records found do not say, where their numbers carry a + for it, and what is left out for not saying."""
    return [*(not_recorded(selected, words) if marked else []), *left_out(selected, words)]


def not_answered(selection: Any, silent_on: tuple[str, ...], words: Any) -> list[str]:
    """The filters that are set but that the dataset says nothing about."""
    asked = [field for field in silent_on if selection.limits(field)]
    if not asked:
        return []
    names = words.list(words.say(f"field.{field}").lower() for field in asked)
    return [words.say("charts.note.not_answered", filters=names)]
