"""Plain text in the encodings that Chinese files come in."""

import codecs
import unicodedata

from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.sources.draft import Draft, Line

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LEGACY = ("gb18030", "big5")

# The characters that any page of Chinese prose is full of, in both scripts: bytes decoded by the wrong table hold
# hardly any of them.
COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定"
    "行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些"
    "然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公"
    "無這為個國時來們動對會發學經進著電裡實體機當點從業應開還關線數與質氣變條結問產説說過後種現黨論導設務報總戰習書記"
    "党委会议报告坚持推进改革加强全面思想领导群众习近平总书记精神工作组织制度"
)


def read_text(data: bytes, name: str) -> Draft:
    """The lines of a text file. Raises `QuizError` for an empty or binary one, or one that is not Chinese."""
    text, encoding = decode(data, name)
    require_chinese(text, name)
    lines = tuple(Line(number, line, whole=False) for number, line in enumerate(text.splitlines(), 1))
    return Draft(lines, encoding)


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text in `data` and the name of its encoding: byte order mark, UTF-8, then the likelier legacy table."""
    if not data.strip():
        raise QuizError(_("{name}: is empty").format(name=name))
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _strict(data, encoding, name), encoding
    if b"\0" in data[:4096]:
        return _without_bom(data, name)
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError as error:
        broken = error.start
    candidates = []
    for encoding in LEGACY:
        try:
            candidates.append((data.decode(encoding), encoding))
        except UnicodeDecodeError:
            continue
    if not candidates:
        message = _("{name}: is neither UTF-8 (byte {offset} is wrong) nor GB18030 or Big5; save it as UTF-8 text")
        raise QuizError(message.format(name=name, offset=broken))
    return max(candidates, key=lambda candidate: _commonness(candidate[0]))


def _without_bom(data: bytes, name: str) -> tuple[str, str]:
    """NUL bytes are UTF-16 without its mark, or no text at all."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _commonness(text) > 0.1:
            return text, encoding
    raise QuizError(_("{name}: is a binary file, not text; save the report as .txt and name that").format(name=name))


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = _("{name}: byte {offset} is not valid {encoding}; save it as UTF-8 text")
        raise QuizError(message.format(name=name, offset=error.start, encoding=encoding)) from error


def _commonness(text: str) -> float:
    sample = [c for c in text[:20_000] if not c.isspace() and not c.isascii()]
    return sum(c in COMMON for c in sample) / len(sample) if sample else 0.0


def require_chinese(text: str, name: str) -> None:
    """Refuse what cannot be a Chinese report, so that noise never becomes a deck."""
    sample = [c for c in text[:50_000] if not c.isspace()]
    if not sample:
        raise QuizError(_("{name}: is empty").format(name=name))
    controls = sum(unicodedata.category(c) == "Cc" for c in sample)
    if controls > len(sample) / 50:
        raise QuizError(
            _("{name}: is a binary file, not text; save the report as .txt and name that").format(name=name)
        )
    if sum("\u4e00" <= c <= "\u9fff" for c in sample) < len(sample) * 0.3:
        raise QuizError(_("{name}: holds hardly any Chinese text").format(name=name))
