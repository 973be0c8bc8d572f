"""The foot of every page of a report but the first: site, edition and address, and the number of the page."""

import re

from exports.handed_set import HandedSet

_RULES = """
@page {{
  size: A4; margin: 17mm 16mm 19mm;
  @bottom-left {{ content: {left}; {look} text-align: left; width: 78%; }}
  @bottom-right {{ content: {right}; {look} text-align: right; }}
}}
@page wide {{ size: A4 landscape; }}
@page :first {{ @bottom-left {{ content: none; }} }}
"""
_LOOK = 'font: 8pt/1.4 "Inter Variable", Arial, sans-serif; color: #666c75;'


def foot(handed: HandedSet) -> str:
    """The @page rules. Browsers of before 2025 print no page numbers, and lose nothing else."""
    words, settings = handed.words, handed.settings
    edition = words.say("text_export.of_edition", edition=str(handed.edition.number))
    left = f"{settings.site_name} · {edition} · {settings.public_url}"
    numbered = words.say("report.page", page="\x00page\x00", pages="\x00pages\x00")
    right = " ".join(
        f"counter({piece})" if position % 2 else _quoted(piece)
        for position, piece in enumerate(numbered.split("\x00"))
        if piece
    )
    return _RULES.format(left=_quoted(left), right=right, look=_LOOK)


def _quoted(text: str) -> str:
    """A string of CSS that can end neither itself nor the element of style round it."""
    return '"' + re.sub(r'["\\<>\n\r\f]', lambda sign: f"\\{ord(sign[0]):x} ", text) + '"'
