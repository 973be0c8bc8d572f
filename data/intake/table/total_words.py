"""Words that stand before a sum, in the languages of our sources (and of their neighbours)."""

import re

from data.intake.readers import Cell
from data.intake.table.cell_kinds import plain

_LONGEST = 60
_SUBTOTAL = (
    "subtotal", "sub-total", "sub total", "delsum", "mellomsum", "ara cəmi", "ara cemi", "aralıq cəm", "ara toplam",
    "промежуточный итог", "подытог", "zwischensumme", "sous-total", "sous total",
)  # fmt: skip
_TOTAL = (
    "total", "totals", "grand total", "overall total", "overall", "all", "sum", "sums", "totalt", "total sum", "i alt",
    "totalsum", "sum totalt", "til sammen", "tilsammen", "alle", "cəmi", "cemi", "cəm", "ümumi", "umumi", "yekun",
    "yekunu", "ümumi cəmi", "bütövlükdə", "toplam", "genel toplam", "итого", "всего", "итог", "общий итог", "сумма",
    "всего по стране", "всього", "разом", "suma", "total general", "totales", "total général", "ensemble", "totale",
    "gesamt", "summe", "insgesamt", "gesamtsumme", "totaal", "razem", "ogółem", "المجموع", "الإجمالي", "ჯამი", "սում",
    "ընդամենը",
)  # fmt: skip
# Words that may be followed by what is summed ("Total 2021", "Всего по району"); the others must stand alone.
_OPENING = ("total", "totals", "grand total", "totalt", "cəmi", "cemi", "yekun", "итого", "всего", "i alt", "toplam",
            "sum", "всього", *_SUBTOTAL)  # fmt: skip
# What else is worked out of the rows above. Such a word may as well be a category, so it is weak, too.
_STATISTIC = frozenset({
    "average", "mean", "median", "maximum", "minimum", "max", "min", "%", "percent", "per cent", "percentage", "share",
    "gjennomsnitt", "snitt", "prosent", "andel", "orta", "ortalama", "faiz", "среднее", "в среднем", "процент", "доля",
    "максимум", "минимум", "promedio", "media", "porcentaje", "máximo", "mínimo", "média", "percentagem", "mitjana",
    "moyenne", "pourcentage", "المتوسط", "النسبة", "ממוצע", "אחוז",
})  # fmt: skip
_WEAK = frozenset({"all", "alle", "sum", "sums", "overall", "ensemble", "сумма", "suma", "summe"}) | _STATISTIC
_OPENS = re.compile(rf"({'|'.join(map(re.escape, _OPENING))})\b[\s:.,(–-]*(.*)")


def total_word(cell: Cell) -> str | None:
    """ "totals_row" or "subtotal" when the cell names a sum, else None."""
    if not isinstance(cell, str) or len(cell) > _LONGEST:
        return None
    # İ casefolds to i with a dot above; the dot would hide "İtogo" and "CƏMİ".
    text = plain(cell).casefold().replace("i\u0307", "i").strip(" :.*=-–—")
    text = text.replace("ǝ", "ə")
    if text.startswith(_SUBTOTAL) or text in _STATISTIC:
        return "subtotal"
    if text in _TOTAL:
        return "totals_row"
    opens = _OPENS.fullmatch(text)
    return "totals_row" if opens and len(opens[2].split()) <= 4 else None


def is_weak(cell: Cell) -> bool:
    """Whether the word may as well describe a record ("all", "sum"): it needs a row without any other description."""
    return plain(cell).casefold().strip(" :.*=-–—") in _WEAK
