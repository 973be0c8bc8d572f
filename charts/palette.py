"""The colours of every chart, in the light scheme; the dark scheme maps exactly these to its own.

Contrast against the card (#ffffff): killed 16.6, injured 3.4 (and 4.9 against killed), grey 3.3, texts at least 4.5.
"""

INK = "#1d1f23"
KILLED = INK
INJURED = "#c07a1f"
INJURED_TEXT = "#8d5510"
# Survival not known, killed or injured not said, category not stated: with a pattern or an outline, never alone.
GREY = "#8a8d92"
TEXT = "#2b2e34"
DIM = "#666c75"
GRID = "#ebe9e3"
BASELINE = "#8a8d92"
CARD = "#ffffff"
ACCENT = "#1f5f8b"
# Few to many, of heat tables and maps: a hue that stands for no outcome. Words on the first three are INK (contrast 6.5
# and more), on the last two CARD (4.8 and more); a number always stands in or by the mark.
SHADES = ("#dde8e6", "#b3cbc8", "#83aaa6", "#4a7a77", "#234b49")
# Killed and injured together, where they are not told apart: 4.8 against the card.
TOGETHER = SHADES[3]
CLEAR = "rgba(0,0,0,0)"

COLOURS = frozenset({INK, INJURED, INJURED_TEXT, GREY, TEXT, DIM, GRID, CARD, ACCENT, CLEAR, *SHADES})
