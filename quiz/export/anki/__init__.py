"""A deck as an Anki package that updates in place when it is imported again."""

from quiz.export.anki.ledger import Ledger, read_ledger, write_ledger
from quiz.export.anki.package import export

__all__ = ["Ledger", "export", "read_ledger", "write_ledger"]
