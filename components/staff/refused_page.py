"""The pages that say why something was not done."""

from markupsafe import Markup

from components.staff_shell import Asked, staff_page


def refused_page(asked: Asked, kind: str) -> Markup:
    """`kind`: forbidden."""
    title = asked.words.say(f"accounts.refused.{kind}.title")
    return staff_page("staff/refused.html.j2", asked, title, line=asked.words.say(f"accounts.refused.{kind}.line"))
