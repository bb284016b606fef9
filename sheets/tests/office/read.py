"""Prints the values of the workbooks of a folder as JSON: {file: [[sheet, [[cell]]]]}; fails on an error value."""

import json
import sys
from pathlib import Path

from openpyxl import load_workbook

books = {}
for path in sorted(Path(sys.argv[1]).glob("*.xlsx")):
    book = load_workbook(path, data_only=True)
    books[path.stem] = [(sheet.title, [list(row) for row in sheet.iter_rows(values_only=True)]) for sheet in book]
    for sheet, rows in books[path.stem]:
        for row in rows:
            assert not any(isinstance(cell, str) and cell.startswith("#") for cell in row), f"{path}: {sheet}: {row}"
json.dump(books, sys.stdout)
