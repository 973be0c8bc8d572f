"""Undo, redo, saved views and help of the page for analysts: what its part of the document says.

The part stands outside of what follows the address, since it keeps its own state, and works with scripts only: without
them it is hidden. Charts whose marks can be chosen stand in an element with data-picks.
"""

from typing import Any

STYLES = ("explore_keep.css",)
SCRIPTS = ("explore_undo.js", "explore_keep.js", "explore_keys.js", "explore_pick.js")
# What a key is called in keep.key.*, and how it is written; the acts are in assets/explore_keys.js.
KEYS = (
    ("place", ("/",)), ("filters", ("f",)), ("chart", ("c",)), ("tab", ("t",)), ("records", ("r",)), ("save", ("s",)),
    ("undo", ("u",)), ("redo", ("U",)), ("help", ("?",)),
)  # fmt: skip
ALWAYS = (("undo", ("Ctrl", "Z")), ("redo", ("Ctrl", "Shift", "Z")))
ABILITIES = ("ask", "link", "pick", "row", "known", "take", "keep")


def keep(words: Any) -> dict[str, Any]:
    """The words of the part: keys, what the page can do, and the sentences that the scripts say."""
    return {
        "keys": [(keys, words.say(f"keep.key.{name}")) for name, keys in KEYS],
        "always": [(keys, words.say(f"keep.key.{name}")) for name, keys in ALWAYS],
        "abilities": [words.say(f"keep.can.{name}") for name in ABILITIES],
        "said": {
            name: words.say(f"keep.said.{name}", name="{name}") for name in
            ("kept", "renamed", "deleted", "back", "copied", "full", "unkept")
        },
    }  # fmt: skip
