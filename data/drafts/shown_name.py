"""The name of an uploaded file as it may be shown: no folders, nothing that cannot be seen, not too long."""

import unicodedata

MOST = 120


def shown_name(name: str) -> str:
    """Folders, control characters and marks that turn the direction of writing are left out; "" becomes "?"."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    # Cc controls, Cf formats (bidi overrides, zero width), Cs lone surrogates, Co private, Zl and Zp line ends.
    seen = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in last
                   if unicodedata.category(c) not in ("Cf", "Cs", "Co"))  # fmt: skip
    seen = " ".join(seen.split()).strip(". ")
    if len(seen) > MOST:
        stem, dot, end = seen.rpartition(".")
        end = dot + end if stem and len(end) <= 8 else ""
        seen = seen[: MOST - len(end) - 1] + "…" + end
    return seen or "?"
