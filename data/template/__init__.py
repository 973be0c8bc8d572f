"""Entry templates: workbooks to fill in (workbook.py), one per kind, that the importer takes in without a question."""

from data.template.columns import KINDS

__all__ = ["KINDS"]
