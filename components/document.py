"""The HTML documents of the site: one Jinja environment, escaping everything, over the templates beside it."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

ASSETS = Path(__file__).parent.parent / "assets"
_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def fill(template: str, words: Any, **values: Any) -> Markup:
    """A template as HTML. `words` (a texts.Words) gives it `say`; what is not Markup is escaped."""
    return Markup(_ENVIRONMENT.get_template(template).render(words=words, say=words.say, **values))  # noqa: S704


@cache
def asset(path: str) -> str:
    """The address of a file in assets/, with a mark of its content, so that it may be kept for ever."""
    mark = hashlib.sha256((ASSETS / path).read_bytes()).hexdigest()[:12]
    return f"/assets/{path}?v={mark}"


_ENVIRONMENT.globals["asset"] = asset
