"""Actors: people who use the staff pages in a test."""

import re
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from accounts import Accounts

PASSWORD = "a long sentence for tests"


class Staff:
    """One browser. `signs_in` makes the account when there is none of that name."""

    def __init__(self, client: FlaskClient, accounts: Accounts) -> None:
        self.client, self.accounts = client, accounts

    def signs_in(self, name: str = "editor-1", role: str = "") -> "Staff":
        """The role is the name's first word where none is given."""
        if name not in {account.name for account in self.accounts.accounts()}:
            token = self.accounts.add(name, role or name.split("-")[0], "tests")
            self.accounts.use_link(token, PASSWORD)
        answer = self.posts("/staff/sign-in", name=name, password=PASSWORD)
        assert answer.status_code == 303, answer.text
        return self

    def signs_out(self) -> TestResponse:
        return self.posts("/staff/sign-out")

    def opens(self, path: str, **options: Any) -> TestResponse:
        return self.client.get(path, **options)

    def posts(self, path: str, **form: Any) -> TestResponse:
        """As a form of ours does: with the session's token. Values may be lists or (stream, file name)."""
        return self.client.post(path, data={"csrf_token": self.token(), **form})

    def token(self) -> str:
        """From a page that everyone may open: that of a link which leads nowhere."""
        page = self.client.get("/staff/password/none").text
        found = re.search(r'name="csrf-token" content="([^"]+)"', page)
        assert found is not None, page
        return found[1]
