"""Which of several tables holds the data: many rows, dates and figures, on a sheet that is not called notes."""

import math
import re

from data.intake.table.body import Body
from data.intake.table.model import Table

_SIDE_SHEET = re.compile(
    r"note|read.?me|about|info|summary|terms|codes?\b|codebook|list|lookup|legend|metadata|dictionary|definition|"
    r"change.?log|log\b|pivot|chart|merknad|om\b|sammendrag|forklaring|kilder|qeyd|haqqında|xülasə|lüğət|примечани|"
    r"сводк|справ|описани|notas|resumen|diccionario",
    re.IGNORECASE,
)
_LESS = 0.3


def rank(table: Table, body: Body, hidden: bool) -> float:
    """Higher is better."""
    kinds = [body.usual(column) for column in range(len(body.columns))]
    figures = min(sum(kind == "number" for kind in kinds), 4) / 4
    dated = 1.5 if "date" in kinds else 0.75 if "year" in kinds else 0.0
    score = math.log10(1 + len(table.rows)) * (1 + figures + dated)
    if _SIDE_SHEET.search(table.sheet):
        score *= _LESS
    return score * _LESS if hidden else score
