"""Nothing found: no record fits the selection. That is not zero people."""

from charts.headlines.told import Told, in_brackets


def nothing(told: Told) -> str:
    """Here the period of the selection is said with the rest of it."""
    if told.selection.everything:
        return told.sentence("headlines.nothing.at_all")
    return told.sentence("headlines.nothing", selection=in_brackets(told.selection, told.words))
