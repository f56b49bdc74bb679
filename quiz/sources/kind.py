"""What kind of file some bytes are: their first bytes are believed before the suffix of the name."""

import codecs
import re

from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.i18n import mark

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old Office files, and new ones with a password
HEAD = 4096
HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
MIME = re.compile(r"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*(?:multipart/related|text/html)", re.I)
WORD_XML = re.compile(r'progid="Word\.Document"')

REFUSED = (
    ((b"{\\rtf",), mark("{name}: is in Rich Text Format; open it and save it as .docx")),
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"), mark("{name}: is a picture; quiz reads text only")),
    (
        (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ"),
        mark("{name}: is an archive; unpack it and name a document in it"),
    ),
)


def kind_of(data: bytes, suffix: str, name: str) -> str:
    """The suffix whose reader is right for `data`, in lower case: `suffix` itself when the first bytes say nothing.

    Raises `QuizError` for what is known and not read.
    """
    for starts, message in REFUSED:
        if data.startswith(starts):
            raise QuizError(_(message).format(name=name))
    if data.startswith((*ZIP, OLE)):
        return ".docx"
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return ".pdf"
    head = _head(data)
    if HTML.match(head):
        return ".html"
    if MIME.match(head):
        return ".mhtml"
    if WORD_XML.search(head):
        raise QuizError(_("{name}: is an old Word XML file; open it and save it as .docx").format(name=name))
    return suffix.lower()


def _head(data: bytes) -> str:
    """The first characters, as far as marks in ASCII can be found in them."""
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data[:HEAD].decode("utf-16" if utf16 else "latin-1", "ignore").removeprefix("\xef\xbb\xbf")
