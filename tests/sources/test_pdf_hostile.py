"""PDF files made to hang, crash or exhaust their reader: each ends soon with a sentence, in a child process."""

import re
import time
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from quiz.errors import QuizError
from quiz.sources.isolate import isolated
from quiz.sources.pdf import read_pdf

Paper = Any
READER = "quiz.sources.pdf:read_pdf"
SECONDS = 3
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
TEXT = "河水要从源头治起，不能只看表面，更不能等到水面发黑了才想起岸上的工厂。"
ENDS_EARLY = r"crashed its reader|could not be read in|needs more than|is damaged"


def one_page(paper: Paper, content: bytes, resources: bytes = b"", catalog: bytes = CATALOG) -> bytes:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << %s >> >>" % resources
    made: bytes = paper.write([catalog, PAGES, page, content])
    return made


def packed(paper: Paper, part: bytes, times: int, head: bytes = b"") -> bytes:
    """A compressed stream of `part` over and over, made without ever holding the whole."""
    packer = zlib.compressobj(1)
    pieces = [packer.compress(head)] + [packer.compress(part * 1000) for _ in range(times // 1000)]
    data = b"".join(pieces) + packer.flush()
    made: bytes = paper.stream(b"/Filter /FlateDecode", data)
    return made


FONT = b"/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"


def blanks(paper: Paper) -> bytes:
    return one_page(paper, packed(paper, b" " * 1000, 600_000))


def text_bomb(paper: Paper) -> bytes:
    return one_page(paper, packed(paper, b"(AAAAAAAAAA) Tj ", 4_000_000, b"BT /F1 12 Tf "), FONT)


def form_in_itself(paper: Paper) -> bytes:
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
    page += b" /Resources << /XObject << /X 5 0 R >> >> >>"
    made: bytes = paper.write([CATALOG, PAGES, page, paper.stream(b"", b"/X Do"), paper.stream(form, b"/X Do /X Do")])
    return made


def pages_in_a_ring(paper: Paper) -> bytes:
    made: bytes = paper.write([CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>"])
    return made


def nested_arrays(paper: Paper) -> bytes:
    return one_page(paper, b"[" * 200_000 + b"]" * 200_000)


def nested_operators(paper: Paper) -> bytes:
    return one_page(paper, paper.stream(b"", b"q " * 1_000_000))


def giant_type(paper: Paper) -> bytes:
    return one_page(paper, paper.stream(b"", b"BT /F1 1e38 Tf 1e30 0 0 1e30 1e30 1e30 Tm (AAA) Tj ET"), FONT)


def many_pages(paper: Paper) -> bytes:
    kids = b"<< /Type /Pages /Kids [%s] /Count 20000 >>" % (b"3 0 R " * 20_000)
    made: bytes = paper.write([CATALOG, kids, b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"])
    return made


def starts_a_program(paper: Paper) -> bytes:
    catalog = b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (secret.txt) >> >>"
    return one_page(paper, paper.stream(b"/F (secret.txt)", b""), catalog=catalog)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (blanks, ENDS_EARLY),
        (text_bomb, ENDS_EARLY),
        (form_in_itself, ENDS_EARLY),
        (pages_in_a_ring, "is damaged"),
        (nested_arrays, "holds no text|is damaged"),
        (nested_operators, "holds no text|is damaged"),
        (giant_type, "holds no text"),
        (many_pages, "has 20000 pages, more than 2000"),
        (starts_a_program, "holds no text|is damaged"),
    ],
)
def test_a_hostile_file_ends_soon_in_one_sentence(make: Callable[[Paper], bytes], words: str, paper: Paper) -> None:
    data = make(paper)
    assert len(data) < 3_000_000
    start = time.monotonic()
    with pytest.raises(QuizError, match=rf"^治水\.pdf: .*(?:{words})") as refused:
        isolated(READER, data, "治水.pdf", seconds=SECONDS)
    assert time.monotonic() - start < SECONDS + 2
    assert "\n" not in str(refused.value)


def test_lengths_that_lie_do_no_harm(paper: Paper) -> None:
    data = re.sub(rb"/Length \d+", b"/Length 999999", paper().flow([TEXT]).build())
    assert [line.text for line in isolated(READER, data, "治水.pdf").lines] == [TEXT]


def test_more_text_than_a_report_holds_is_refused(paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.sources.pdf.MAX_CHARACTERS", 60)
    with pytest.raises(QuizError, match="holds more than 60 characters"):
        read_pdf(paper().flow([TEXT] * 3).build(), "治水.pdf")


def test_fifty_pages_take_less_than_five_seconds(paper: Paper) -> None:
    source = [TEXT * (1 + at % 7) for at in range(400)]
    made = paper().flow(source, header="清水县志", footer="— {page} —")
    assert len(made.contents) >= 50
    data = made.build()
    start = time.monotonic()
    draft = isolated(READER, data, "治水.pdf")
    assert time.monotonic() - start < 5
    assert [line.text for line in draft.lines] == source
