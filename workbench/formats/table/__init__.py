"""Tables with a chosen column: CSV, TSV and XLSX. Which column is German is told by its header, or by the project."""

from workbench.formats.table.csv_filter import CsvFilter
from workbench.formats.table.xlsx_filter import XlsxFilter

__all__ = ["CsvFilter", "XlsxFilter"]
