"""HTML documents that leave as files: from templates, with style sheets and faces inside, closed to the network."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from exports import faces

TEMPLATES = Path(__file__).parent / "templates"
ASSETS = Path(__file__).parent.parent / "assets"
_ENVIRONMENT = Environment(
    loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
    lstrip_blocks=True,
)  # fmt: skip


def document(
    template: str, words: Any, styles: Sequence[str], scripts: Sequence[str] = (), own_site: bool = False, **values: Any
) -> bytes:  # fmt: skip
    """The document, UTF-8. `styles` and `scripts` are sources that stand in it; only these scripts may run.

    Names of values that hold HTML are handed in as Markup. Whoever opens the file is asked by nobody: a
    Content-Security-Policy in the document forbids the network. `own_site`: scripts of the site that serves it may run.
    """
    page = _ENVIRONMENT.get_template(template)
    values |= {"words": words, "say": words.say, "lang": words.language}
    safe = {"scripts": [Markup(script) for script in scripts], "policy": policy(scripts, own_site)}  # noqa: S704
    text = page.render(**values, **safe, styles="")
    css = "\n".join((faces.rules(text), *styles))
    return page.render(**values, **safe, styles=Markup(css)).encode()  # noqa: S704


def policy(scripts: Sequence[str], own_site: bool = False) -> str:
    """Plotly writes styles into elements, hence unsafe-inline for styles; scripts are named by their hashes."""
    allowed = " ".join(["'self'"] * own_site + [f"'sha256-{_hash(script)}'" for script in scripts]) or "'none'"
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def asset(name: str) -> str:
    """A source of assets/, as text."""
    return (ASSETS / name).read_text(encoding="utf-8")


@cache
def style(name: str) -> str:
    """A style sheet beside the templates."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii")
