"""Edition against edition: what each has, or how many of its statements are new, gone or say otherwise."""

from charts.headlines.told import Told, in_brackets


def editions(told: Told, numbers: tuple[str, str], now: str, was: str) -> str:
    """`numbers` are those of the other and of this edition; `now` and `was` their people in words."""
    selection = in_brackets(told.selection, told.words)
    return told.sentence(
        "headlines.editions", edition=numbers[1], other=numbers[0], now=now, was=was, selection=selection
    )


def statements_changed(told: Told, numbers: tuple[str, str], counts: str) -> str:
    """`counts` in words: 1 is new and 1 was taken away."""
    selection = in_brackets(told.selection, told.words)
    return told.sentence(
        "headlines.statements", edition=numbers[1], other=numbers[0], counts=counts, selection=selection
    )
