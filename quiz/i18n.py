"""Interface texts in the user's language: message ids are English, the catalogue is Chinese.

`QUIZ_LANG` (``zh`` or ``en``) overrides the locale of the environment.
"""

import gettext as _gettext
import locale
import os
from functools import cache
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"


def languages() -> list[str]:
    """The wanted languages, best first, as the environment names them."""
    for name in ("QUIZ_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return value.split(":")
    return [locale.getlocale()[0] or "en"]  # Windows sets none of them


@cache
def _catalogue(wanted: tuple[str, ...]) -> _gettext.NullTranslations:
    if not _is_chinese(wanted[0]):
        return _gettext.NullTranslations()
    return _gettext.translation("quiz", LOCALE, languages=["zh"], fallback=True)


def _is_chinese(language: str) -> bool:
    return language.lower().startswith(("zh", "chinese"))


def share() -> None:
    """Let click, which asks the gettext of the process, speak the same language from the same catalogue."""
    _gettext.bindtextdomain("quiz", str(LOCALE))
    _gettext.textdomain("quiz")
    os.environ["LANGUAGE"] = "zh" if _is_chinese(languages()[0]) else "en"  # the only switch it has


def gettext(message: str) -> str:
    """`message` in the user's language, asked anew at each call so that tests can switch."""
    return _catalogue(tuple(languages())).gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """`one` or `many` as `count` asks, in the user's language; the caller formats ``{n}`` in."""
    return _catalogue(tuple(languages())).ngettext(one, many, count)


def mark(message: str) -> str:
    """Mark a constant for extraction; it is translated where it is shown."""
    return message
