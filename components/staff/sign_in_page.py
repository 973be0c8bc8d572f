"""The page where staff sign in."""

from markupsafe import Markup

from components.staff_shell import Asked, staff_page


def sign_in_page(asked: Asked, then: str, name: str = "", problem: str = "") -> Markup:
    """`then`: the path to go on to; `name` and `problem`: what was typed and why it did not do."""
    title = asked.words.say("accounts.sign_in")
    return staff_page("staff/sign_in.html.j2", asked, title, then=then, name=name, problem=problem)
