"""What exports ask of the server's Chrome or Chromium, and the fact that there is none."""

from typing import Any, Protocol

from data.fact import Fact


class NoBrowser(Fact):
    """The server has no Chrome or Chromium, or it is off, or it does not start; `params` has `reason`."""

    message = "exports.no_browser"


class Browser(Protocol):
    """Raises NoBrowser."""

    def picture(self, finished: dict[str, Any], extension: str) -> bytes:
        """A figure as png, svg or pdf. `finished` is exports.picture.picture's."""
        ...

    def printed(self, html: str, **how: Any) -> bytes:
        """A whole HTML document, everything inside it, as PDF (A4)."""
        ...


class Without:
    """A server without a browser: every question is answered with why."""

    def __init__(self, reason: str = "off") -> None:
        self.reason = reason

    def picture(self, finished: dict[str, Any], extension: str) -> bytes:
        raise NoBrowser(reason=self.reason)

    def printed(self, html: str, **how: Any) -> bytes:
        raise NoBrowser(reason=self.reason)


def of_settings(settings: Any) -> Browser:
    """The browser that the settings name; started when it is asked for the first time."""
    return Without("off")
