"""Entry templates: workbooks to fill in, one per layout, that the importer takes in without a question."""

from data.template.columns import KINDS
from data.template.workbook import file_name, workbook

__all__ = ["KINDS", "file_name", "workbook"]
