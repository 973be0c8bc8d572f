"""The page where staff sign in."""

from markupsafe import Markup

from components.staff_shell import Asked, staff_page


def sign_in_page(asked: Asked, then: str, wrong: bool = False) -> Markup:
    """`then` is the path to go on to."""
    return staff_page("staff/sign_in.html.j2", asked, asked.words.say("accounts.sign_in"), then=then, wrong=wrong)
