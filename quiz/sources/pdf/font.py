"""A font of one box for every character, given to PDFium in place of the system's fonts.

PDFium measures the fonts that a PDF names but does not hold by those of the system. Where the system has none for
Chinese, characters have no extent, and PDFium leaves out, without a word, a stretch of one character and a stretch
that repeats one nearby. With this font the same file gives the same text on every system.
"""

import struct
from ctypes import memmove
from typing import Any

UNITS = 1000
HANDLE = 1  # there is one font only
_kept: list[Any] = []  # PDFium calls these as long as the process lives


def install() -> None:
    """Let PDFium use the box for every font that is not in the file; once a process."""
    import pypdfium2  # noqa: F401  # sets the library up before it may be spoken to
    import pypdfium2.raw as pdfium

    if _kept:
        return
    font = box_font()
    fields = dict(pdfium.FPDF_SYSFONTINFO._fields_)

    def font_data(_info: Any, _font: Any, table: int, buffer: Any, size: int) -> int:
        data = b"" if table else font
        if buffer and size >= len(data):
            memmove(buffer, data, len(data))
        return len(data)

    callbacks = {
        "Release": lambda _info: None,
        "MapFont": lambda *_wanted: HANDLE,
        "GetFont": lambda *_wanted: HANDLE,
        "GetFontData": font_data,
        "GetFaceName": lambda *_wanted: 0,
        "GetFontCharset": lambda *_wanted: pdfium.FXFONT_DEFAULT_CHARSET,
        "DeleteFont": lambda *_wanted: None,
    }
    info = pdfium.FPDF_SYSFONTINFO(version=2)
    for name, callback in callbacks.items():
        setattr(info, name, fields[name](callback))
    _kept.append(info)
    pdfium.FPDF_SetSystemFontInfo(info)


def box_font() -> bytes:
    """A TrueType font whose only glyph, a full square, stands for every character."""
    points = struct.pack(">4B4h4h", 1, 1, 1, 1, 0, 0, UNITS, 0, -200, UNITS, 0, -UNITS)
    glyph = struct.pack(">5hHH", 1, 0, -200, UNITS, 800, 3, 0) + points
    glyph += bytes(-len(glyph) % 4)
    tables = {
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 10, 12) + struct.pack(">HHIIIIII", 13, 0, 28, 0, 1, 0x20, 0x10FFFF, 1),
        b"glyf": glyph,
        b"head": struct.pack(
            ">IIIIHHqqhhhhHHhhh", 0x10000, 0, 0, 0x5F0F3CF5, 0, UNITS, 0, 0, 0, -200, UNITS, 800, 0, 8, 2, 1, 0
        ),
        b"hhea": struct.pack(">I3hH11hH", 0x10000, 800, -200, 0, UNITS, *[0] * 11, 2),
        b"hmtx": struct.pack(">HhHh", UNITS, 0, UNITS, 0),
        b"loca": struct.pack(">III", 0, 0, len(glyph)),
        b"maxp": struct.pack(">IH13H", 0x10000, 2, 4, 1, *[0] * 11),
    }
    directory = struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, len(tables) * 16 - 64)
    place, body = len(directory) + 16 * len(tables), b""
    for tag, data in tables.items():
        directory += tag + struct.pack(">III", 0, place + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    return directory + body
