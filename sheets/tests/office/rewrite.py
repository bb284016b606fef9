"""Rewrites workbooks without the results of their formulas, so that whoever opens them next must calculate.

    rewrite.py FROM TO [FILE SHEET CELL NUMBER]...

Each `FILE SHEET CELL NUMBER` also changes a cell that holds a number, as a visitor would.
"""

import sys
from pathlib import Path

from openpyxl import load_workbook

source, target, *changes = sys.argv[1:]
changes = [changes[at : at + 4] for at in range(0, len(changes), 4)]
for path in sorted(Path(source).glob("*.xlsx")):
    book = load_workbook(path)
    for _, sheet, cell, number in (change for change in changes if change[0] == path.name):
        assert isinstance(book[sheet][cell].value, (int, float)), f"{path.name} {cell} holds no number"
        book[sheet][cell] = float(number)
    book.save(Path(target) / path.name)
