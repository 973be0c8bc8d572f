"""Who may import whom: the table of docs/architecture.md, held against the imports that the files really have."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = {"data", "charts", "texts", "exports", "accounts", "routes", "components"}
ENTRIES = {"app", "command_line", "pages", "settings"}
# room -> what it may import of ours. An entry of "package" admits the package and all below it.
MAY_IMPORT = {
    "data": set(),
    "texts": set(),
    "charts": {
        "data.comparison",
        "data.fields",
        "data.frame",
        "data.places",
        "data.problems",
        "data.selection",
        "data.statistics",
        "data.summaries",
    },
    # The text of an edition leaves in files too.
    "exports": {"charts", "data", "texts.awareness"},
    "accounts": {"data.fact", "data.store"},
    "routes": {"accounts", "charts", "data", "exports", "texts"},
    "components": {"accounts", "charts", "data", "exports", "texts"},
}
# Command line entries stand where app.py stands: they are handed nothing, so they read settings and words themselves.
COMMANDS = ("data/__main__.py", "data/commands/", "accounts/__main__.py", "accounts/commands.py")
NOT_FOR = {
    "data": {"dash", "plotly", "flask"},
    "charts": {"dash", "flask", "plotly"},
    "texts": {"dash", "plotly", "flask", "pandas"},
    "exports": {"dash", "flask"},
    "routes": {"dash"},
    "accounts": {"dash", "flask", "pandas", "plotly"},
}
# Components that put parts of the page together: pages, and the frame that stands round every staff page.
PUT_TOGETHER = ("_page.py", "staff_shell.py", "__init__.py")
FILES = sorted(file for room in ROOMS for file in (ROOT / room).rglob("*.py"))


def imports(file: Path) -> set[str]:
    """Every module that the file names in an import, wherever in the file it stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are written in full"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def within(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_go_one_way(file: Path) -> None:
    place = file.relative_to(ROOT).as_posix()
    room = place.split("/")[0]
    allowed = {room} | MAY_IMPORT[room]
    if place.startswith(COMMANDS):
        allowed |= {"texts", "settings"}
    ours = {module for module in imports(file) if module.split(".")[0] in ROOMS | ENTRIES}
    wrong = {module for module in ours if not any(within(module, package) for package in allowed)}
    assert not wrong, f"{place} imports {sorted(wrong)}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_libraries_stay_in_their_rooms(file: Path) -> None:
    room = file.relative_to(ROOT).parts[0]
    named = {module.split(".")[0] for module in imports(file)}
    assert not named & NOT_FOR.get(room, set())


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_module_opens_with_one_sentence(file: Path) -> None:
    docstring = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    assert docstring, f"{file} says nothing of itself"
    assert docstring.split("\n")[0].endswith((".", ":")), f"{file}: the first line is a sentence"


def test_components_import_components_only_in_pages_and_their_frames() -> None:
    for file in (ROOT / "components").rglob("*.py"):
        if file.name.endswith(PUT_TOGETHER):
            continue
        assert not {module for module in imports(file) if within(module, "components")}, file


def test_no_callback_is_registered_at_import() -> None:
    for file in (ROOT / "components").rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        assert "dash.callback" not in imports(file), f"{file}: use app.callback inside register_callbacks"
        assert "dash.clientside_callback" not in imports(file), file
        assert not [n for n in tree.body if isinstance(n, ast.Expr) and isinstance(n.value, ast.Call)], file
