"""The pages that say why something was not done, and what can be done instead."""

from collections.abc import Sequence

from markupsafe import Markup

from components.staff_shell import Asked, staff_page


def refused_page(asked: Asked, kind: str) -> Markup:
    """`kind`: not_understood, forbidden, not_found or too_large."""
    title = asked.words.say(f"accounts.refused.{kind}.title")
    return staff_page("staff/refused.html.j2", asked, title, line=asked.words.say(f"accounts.refused.{kind}.line"))


def expired_page(asked: Asked, kind: str, typed: Sequence[tuple[str, str]], again: str) -> Markup:
    """A form that came too late. `kind`: expired or signed_out; `typed`: its fields; `again`: where to send them."""
    title = asked.words.say(f"accounts.refused.{kind}.title")
    line = asked.words.say(f"accounts.refused.{kind}.line")
    return staff_page("staff/expired.html.j2", asked, title, line=line, typed=typed, again=again)
