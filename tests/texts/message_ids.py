"""Which message ids the code asks for: read from the sources of rooms, templates and scripts, without running them."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, nodes

ROOT = Path(__file__).parent.parent.parent
ROOMS = ("accounts", "charts", "components", "data", "exports", "routes", "texts")
ENTRIES = ("app.py", "command_line.py", "pages.py", "settings.py")
ID = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+")
FILE_ENDINGS = (
    "css", "csv", "docx", "html", "j2", "js", "json", "md", "pdf", "png", "po",
    "pptx", "py", "sqlite", "svg", "toml", "xlsx",
)  # fmt: skip
ANY = "[a-z0-9_]+(?:\\.[a-z0-9_]+)*"


@dataclass
class Asked:
    """`ids`: id -> where. `patterns`: a regex for ids that are put together at run time -> where.

    `calls`: (id, names of the values given, where) for each say() whose id and values can be read off the source.
    """

    ids: dict[str, str] = field(default_factory=dict)
    patterns: dict[str, str] = field(default_factory=dict)
    calls: list[tuple[str, frozenset[str], str]] = field(default_factory=list)


def asked(domains: set[str]) -> Asked:
    """Everything that looks like an id of one of `domains` (first words of ids), and every literal given to say()."""
    found = Asked()
    for file in _files("*.py"):
        _python(file, domains, found)
    for file in _files("*.j2"):
        _template(file, domains, found)
    for file in (ROOT / "assets").glob("*.js"):
        for text in re.findall(r"""["'`]([a-z0-9_.]+)["'`]""", file.read_text(encoding="utf-8")):
            _literal(text, domains, file.name, found)
    return found


def _files(pattern: str) -> Iterator[Path]:
    for room in ROOMS:
        yield from sorted((ROOT / room).rglob(pattern))
    if pattern == "*.py":
        yield from (ROOT / entry for entry in ENTRIES if (ROOT / entry).exists())


def _literal(text: str, domains: set[str], where: str, found: Asked) -> None:
    """A whole string constant of a source: an id, or the beginning of one ("value.device.")."""
    if ID.fullmatch(text) and text.split(".")[0] in domains and text.split(".")[-1] not in FILE_ENDINGS:
        found.ids.setdefault(text, where)
    elif text.endswith(".") and ID.fullmatch(text + "x") and text.split(".")[0] in domains:
        found.patterns.setdefault(re.escape(text) + ANY, where)


def _python(file: Path, domains: set[str], found: Asked) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    for node in ast.walk(tree):
        where = f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.JoinedStr):
            _pattern(node, domains, where, found)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            _literal(node.value, domains, where, found)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "say":
            _call(node, where, found)


def _pattern(node: ast.JoinedStr, domains: set[str], where: str, found: Asked) -> None:
    parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
    beginning = parts[0] if parts and isinstance(parts[0], str) else ""
    if beginning.split(".")[0] in domains and "." in beginning and re.fullmatch(r"[a-z0-9_.]+", beginning):
        pattern = "".join(ANY if part is None else re.escape(str(part)) for part in parts)
        found.patterns.setdefault(pattern, where)


def _call(node: ast.Call, where: str, found: Asked) -> None:
    given = {keyword.arg for keyword in node.keywords}
    first = node.args[0] if node.args else None
    literals = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
    for literal in literals:
        if isinstance(literal, ast.Constant) and isinstance(literal.value, str):
            found.ids.setdefault(literal.value, where)
            if None not in given:
                found.calls.append((literal.value, frozenset(name for name in given if name), where))


def _template(file: Path, domains: set[str], found: Asked) -> None:
    tree = Environment(autoescape=True).parse(file.read_text(encoding="utf-8"))
    where = str(file.relative_to(ROOT))
    for constant in tree.find_all(nodes.Const):
        if isinstance(constant.value, str):
            _literal(constant.value, domains, where, found)
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "say" and isinstance(call.args[0], nodes.Const):
            found.ids.setdefault(call.args[0].value, where)
            given = frozenset(keyword.key for keyword in call.kwargs)
            found.calls.append((call.args[0].value, given, where))
