"""The page that a one-time link opens: a password is set, and where it is the first account a name."""

from markupsafe import Markup

from accounts import OneTimeLink
from accounts.names import LONGEST as LONGEST_NAME
from accounts.passwords import LONGEST, SHORTEST
from components.staff_shell import Asked, staff_page


def password_page(asked: Asked, link: OneTimeLink | None, name: str = "", problem: str = "") -> Markup:
    """Without a `link` it says that the link opens nothing any more."""
    words = asked.words
    title = words.say("accounts.password.first" if link and link.name is None else "accounts.password.title")
    return staff_page(
        "staff/password.html.j2", asked, title if link else words.say("accounts.password.gone"),
        one_time=link, name=name, problem=problem, action=asked.link(asked.path),
        shortest=SHORTEST, longest=LONGEST, longest_name=LONGEST_NAME,
        role=words.say(f"accounts.role.{link.role}") if link else "",
        expires=words.moment(link.expires) if link else "",
    )  # fmt: skip
