"""What every staff page is given: the site's parts, and the request as its pages want to have it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlencode

from flask import redirect, request
from flask_wtf.csrf import generate_csrf

from accounts import Accounts, AccountsError
from data.drafts import Desk
from data.frame import Dataset
from data.store import Store
from data.web_address import parts_of
from routes.asked import words_of
from routes.staff.guard import said_once, visitor
from texts.words import Words


@dataclass(frozen=True, slots=True)
class Context:
    """`pages` is the package components.staff (routes import no components)."""

    settings: Any
    store: Store
    accounts: Accounts
    desk: Desk
    pages: Any
    today: Callable[[], date]

    def words(self) -> Words:
        return words_of(request.args, request.accept_languages.values(), self.settings.language)

    def asked(self) -> Any:
        """The components.staff.Asked of this request; what was to be said once is said by it."""
        words = self.words()
        notices = [(kind, words.say(message, **params)) for kind, message, params in said_once()]
        return self.pages.Asked(words, self.settings, visitor(), here(), generate_csrf(), notices)

    def open_datasets(self) -> dict[str, Dataset]:
        """Every dataset by key that something may be added to: all but the archived ones."""
        archived = self.store.archived()
        return {key: one for key, one in self.store.datasets().items() if key not in archived}

    def sentence(self, error: AccountsError) -> str:
        """Why something cannot be done with an account."""
        return self.words().say(error.message, **error.params)

    def go(self, path: str) -> Any:
        """On to a path of ours (303: by GET) in the language of this request."""
        return redirect(with_language(path, self.words().language), 303)


def here() -> str:
    """The path and query of this request, without the language."""
    query = [(name, value) for name, value in request.args.items(multi=True) if name != "lang"]
    return request.path + (f"?{urlencode(query)}" if query else "")


def with_language(path: str, language: str) -> str:
    parts = parts_of(path)
    query = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "lang"]
    return parts._replace(query=urlencode([*query, ("lang", language)])).geturl()
