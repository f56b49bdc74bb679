"""Reports as a person sees them: an outline, one line a heading or sentence; and PDF files to read them from."""

import hashlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from quiz.model import Report
from quiz.sources import read_report


@pytest.fixture
def outline() -> Callable[[Report], str]:
    """The title, then every heading with its number and every sentence with its marker in brackets."""

    def draw(report: Report) -> str:
        lines = [report.title]
        for section in report.sections:
            if section.heading:
                lines.append(f"{'#' * section.level} {section.number} {section.heading}")
            lines += [f"[{sentence.marker}] {sentence.text}" for sentence in section.sentences]
        return "\n".join(lines) + "\n"

    return draw


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Report]:
    """Reads a text as if it were the file `name`."""

    def write_and_read(text: str, name: str = "报告.txt", *, keep_script: bool = False) -> Report:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read_report(path, keep_script=keep_script)[0]

    return write_and_read


PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")
NEVER_FIRST = "，。、；：？！”）》"
LEFT, TOP, FOOT, SIZE, LEADING, IN_A_ROW = 100, 740, 120, 12, 20, 30
# Every code is its own character.
TO_UNICODE = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
    "1 begincodespacerange <0000> <FFFF> endcodespacerange "
    + "".join(
        f"64 beginbfrange {' '.join(f'<{h:02X}00> <{h:02X}FF> <{h:02X}00>' for h in range(at, at + 64))} endbfrange "
        for at in range(0, 256, 64)
    )
    + "endcmap end end"
)


def rows(paragraph: str, indent: int) -> list[str]:
    """A paragraph broken as a word processor does: a closing mark hangs over the edge, no row begins with one."""
    found, room, row, used = [], float(IN_A_ROW - indent), "", 0.0
    for c in paragraph:
        width = 0.5 if c.isascii() else 1.0
        if used + width > room and c not in NEVER_FIRST:
            found.append(row)
            room, row, used = float(IN_A_ROW), "", 0.0
        row, used = row + c, used + width
    return [*found, row]


def stream(head: bytes, data: bytes, key: bytes = b"") -> bytes:
    data = rc4(key, data) if key else data
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(data), data)


def write(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """The objects, numbered from 1 (the catalogue), with their table."""
    data, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    body = bytearray(data)
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    body += b"".join(b"%010d 00000 n \n" % place for place in places)
    body += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, table)
    return bytes(body)


def _encryption(user: str | None, owner: str) -> tuple[bytes, bytes]:
    """The key and the trailer entries of the standard handler's first revision; nothing without `user`."""
    if user is None:
        return b"", b""
    padded = [(word.encode() + PADDING)[:32] for word in (user, owner or user)]
    locked = rc4(_md5(padded[1])[:5], padded[0])
    key = _md5(padded[0] + locked + (-4).to_bytes(4, "little", signed=True) + b"0123456789abcdef")[:5]
    entries = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<%s> <%s>]" % (
        locked.hex().encode(),
        rc4(key, PADDING).hex().encode(),
        *2 * (b"0123456789abcdef".hex().encode(),),
    )
    return key, entries


def _object_key(key: bytes, number: int) -> bytes:
    return _md5(key + number.to_bytes(3, "little") + b"\0\0")[:10] if key else b""


def _md5(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def rc4(key: bytes, data: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


@dataclass
class Paper:
    """A PDF written by hand, byte for byte, page by page; lengths in points from the lower left corner."""

    width: int = 595
    height: int = 842
    contents: list[str] = field(default_factory=list)
    rotated: list[int] = field(default_factory=list)

    def page(self, rotate: int = 0) -> "Paper":
        self.contents.append("")
        self.rotated.append(rotate)
        return self

    def draw(self, operators: str) -> "Paper":
        self.contents[-1] += operators + "\n"
        return self

    def text(
        self, x: float, y: float, text: str, size: float = SIZE, *, bold: bool = False, angle: float = 0
    ) -> "Paper":
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        place = f"{cos:.5f} {sin:.5f} {-sin:.5f} {cos:.5f} {x} {y} Tm"
        code = text.encode("utf-16-be").hex()
        return self.draw(f"BT /F1 {size} Tf {2 if bold else 0} Tr {place} <{code}> Tj ET")

    def centred(self, y: float, text: str, size: float, *, bold: bool = False) -> "Paper":
        return self.text(LEFT + (IN_A_ROW * SIZE - size * len(text)) / 2, y, text, size, bold=bold)

    def picture(self) -> "Paper":
        return self.draw(f"q {self.width} 0 0 {self.height} 0 0 cm /Im1 Do Q")

    def flow(
        self, paragraphs: Sequence[str], *, indent: int = 2, gap: int = 0, header: str = "", footer: str = ""
    ) -> "Paper":
        """Set `paragraphs` over as many pages as they need; `footer` may hold {page}."""
        y = FOOT - 1
        for paragraph in paragraphs:
            for at, row in enumerate(rows(paragraph, indent)):
                if y < FOOT:
                    self.page().text(LEFT, 790, header).text(280, 60, footer.format(page=len(self.contents)), 10)
                    y = TOP
                self.text(LEFT + (0 if at else indent * SIZE), y, row)
                y -= LEADING
            y -= gap
        return self

    stream = staticmethod(stream)
    write = staticmethod(write)

    def build(self, *, user: str | None = None, owner: str = "") -> bytes:
        """The file; with `user` (which may be empty) it is encrypted so that this password opens it."""
        key, encrypt = _encryption(user, owner)
        objects = self._objects(key)
        return write(objects, encrypt)

    def _objects(self, key: bytes) -> list[bytes]:
        first = 8
        kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(self.contents)))
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {len(self.contents)} >>".encode(),
            b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R]"
            b" /ToUnicode 6 0 R >>",
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /FontDescriptor 5 0 R /DW 1000 /W [32 126 500]"
            b" /CIDSystemInfo << /Registry <41646f6265> /Ordering <4964656e74697479> /Supplement 0 >> >>",
            b"<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800"
            b" /Descent -200 /CapHeight 700 /StemV 80 >>",
            stream(b"", TO_UNICODE.encode(), _object_key(key, 6)),
            stream(
                b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
                b"\x80",
                _object_key(key, 7),
            ),
        ]
        for at, (content, rotate) in enumerate(zip(self.contents, self.rotated, strict=True)):
            number = first + 2 * at
            objects.append(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Rotate %d /Contents %d 0 R"
                b" /Resources << /Font << /F1 3 0 R >> /XObject << /Im1 7 0 R >> >> >>"
                % (self.width, self.height, rotate, number + 1)
            )
            objects.append(stream(b"", content.encode(), _object_key(key, number + 1)))
        return objects


@pytest.fixture
def paper() -> type[Paper]:
    """A maker of PDF files."""
    return Paper
