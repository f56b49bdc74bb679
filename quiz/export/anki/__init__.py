"""Decks as an Anki package that updates in place when it is imported again."""

from quiz.export.anki.ledger import Ledger, read_ledger, write_ledger
from quiz.export.anki.options import CARDS, LOOKS, SCRIPTS, Options
from quiz.export.anki.package import Package, export

__all__ = ["CARDS", "LOOKS", "SCRIPTS", "Ledger", "Options", "Package", "export", "read_ledger", "write_ledger"]
