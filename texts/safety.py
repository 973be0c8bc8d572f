"""The safety box: what to do on seeing something that may be a mine, with the number to call where one is set."""

import re
from html import escape

from texts.words import Words

STEPS = ("safety.stop", "safety.touch", "safety.mark", "safety.back")


def safety_box(words: Words, emergency_number: str = "") -> str:
    """The box as HTML. Without `emergency_number` it asks to report to the authorities and names no number."""
    steps = [escape(words.say(step)) for step in STEPS]
    steps.append(_report(words, emergency_number.strip()))
    items = "".join(f"<li>{step}</li>" for step in steps)
    title = escape(words.say("safety.title"))
    return (
        f'<aside class="safety" aria-labelledby="safety-title"><h2 id="safety-title">{title}</h2>'
        f"<ol>{items}</ol></aside>"
    )


def _report(words: Words, number: str) -> str:
    if not number:
        return escape(words.say("safety.report"))
    dialled = re.sub(r"[^\d+*#]", "", number)
    shown = escape(number)
    link = f'<a href="tel:{escape(dialled)}">{shown}</a>' if dialled else shown
    before, _, after = words.say("safety.report.number", number="\x00").partition("\x00")
    return f"{escape(before)}{link}{escape(after)}"
