"""What cannot be done, named as a fact: the one shape of the exceptions that a person is told in words."""

from typing import Any


class Fact(Exception):
    """`message` is a message id, the class's own unless one is given; `params` are the parameters of its sentence."""

    message = ""

    def __init__(self, message: str = "", /, **params: Any) -> None:
        self.message = message or self.message
        super().__init__(f"{self.message}: {params}")
        self.params = params
