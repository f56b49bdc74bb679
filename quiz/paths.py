"""Where things are kept. Asking for a path never makes a folder."""

import os
from pathlib import Path
from zlib import crc32


def home() -> Path:
    """The user's data folder: `QUIZ_HOME` when it is set, else where this system keeps a user's data."""
    override = os.environ.get("QUIZ_HOME")
    if override:
        return Path(override)
    import platformdirs  # 25 ms; not needed when QUIZ_HOME is set

    return platformdirs.user_data_path("quiz", appauthor=False)


def log_file() -> Path:
    """The SQLite log of every answer."""
    return home() / "log.sqlite3"


def settings_file() -> Path:
    """What the user has set; it need not exist."""
    return home() / "settings.toml"


def crash_log() -> Path:
    """Where the details of an internal error go."""
    return home() / "error.log"


def lexicon() -> Path:
    """The user's own word list; it need not exist."""
    return home() / "lexicon.txt"


def kept_decks() -> Path:
    """The folder of decks made on the fly by `quiz run REPORT`."""
    return home() / "decks"


def cache() -> Path:
    """The folder of what only saves time. It may be deleted at any time."""
    return home() / "cache"


def kept_reading(deck: Path) -> Path:
    """Where a deck file that was read is kept in a form that is read faster."""
    mark = crc32(str(deck.resolve()).encode(errors="surrogateescape"))  # two decks of one mark only cost time
    return cache() / f"{mark:08x}.json"


def anki_ledgers() -> Path:
    """Where the export ledger of a deck goes whose own folder cannot be written."""
    return home() / "anki"


def shipped(kind: str) -> Path:
    """The folder `seeds` or `decks` that came with the program: in the wheel, or in the clone it runs from."""
    packed = Path(__file__).parent / "shipped" / kind
    return packed if packed.is_dir() else Path(__file__).parent.parent / kind
