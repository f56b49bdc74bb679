"""A page saved as a single file: the first HTML part is the page, its header may name the charset."""

import base64
import quopri
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.sources import read_report
from quiz.sources.html import read_mhtml

SENTENCE = "河长每周巡河一次，巡河情况在村务公开栏里张贴。"
PAGE = f"<html><head><title>巡河记</title></head><body><h1>巡河记</h1><p>{SENTENCE}</p></body></html>"


def part(kind: str, encoding: str, body: bytes) -> bytes:
    return (
        f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Location: x\r\n\r\n".encode() + body
    )


def archive(*parts: bytes, boundary: str = "----Multipart--1") -> bytes:
    head = (
        "From: <Saved by Blink>\r\nSubject: =?utf-8?Q?=E5=B7=A1?=\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="{boundary}"\r\n\r\n\r\n'
    )
    pieces = b"".join(f"--{boundary}\r\n".encode() + part + b"\r\n" for part in parts)
    return head.encode() + pieces + f"--{boundary}--\r\n".encode()


PICTURE = part("image/png", "base64", base64.encodebytes(b"\x89PNG" * 40))
ARCHIVES = {
    "quoted": archive(part("text/html", "quoted-printable", quopri.encodestring(PAGE.encode())), PICTURE),
    "base64": archive(PICTURE, part("text/html; charset=utf-8", "base64", base64.encodebytes(PAGE.encode()))),
    "charset in the header": archive(part('text/html; charset="gb2312"', "8bit", PAGE.encode("gb18030"))),
    "first of two pages": archive(part("text/html", "8bit", PAGE.encode()), part("text/html", "8bit", b"<p>advert")),
    "parts in parts": archive(
        archive(part("text/html", "8bit", PAGE.encode()), boundary="----Multipart--1--a"), boundary="----Multipart--1"
    ),
    "no parts": part("text/html; charset=utf-8", "base64", base64.encodebytes(PAGE.encode())),
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_the_page_in_an_archive_is_read(name: str) -> None:
    draft = read_mhtml(ARCHIVES[name], "页.mht")
    assert (draft.title, [line.text for line in draft.lines]) == ("巡河记", [SENTENCE])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"nothing of the kind",
        archive(PICTURE),
        archive(),
        b"".join(b"Content-Type: multipart/related; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(5000)),
        b"Content-Type: text/html; " + b"a=b; " * 400_000 + b"\n\n<p>",
        b"X: y\n" * 400_000 + b"Content-Type: text/html\n\n<p>",
        b"Content-Type: multipart/related; boundary=b\n\n" + b"--b\n\nx\n" * 200_000,
    ],
    ids=["empty", "text", "pictures", "no part", "parts in parts", "parameters", "headers", "many parts"],
)
def test_an_archive_without_a_page_is_refused(data: bytes) -> None:
    with pytest.raises(QuizError) as caught:
        read_mhtml(data, "页.mht")
    assert str(caught.value) == "页.mht: holds no web page; open it in a browser and save it as .html"


@pytest.mark.parametrize("suffix", [".mht", ".mhtml"])
def test_an_archive_is_read_through_its_reader(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"页{suffix}"
    path.write_bytes(ARCHIVES["quoted"])
    report, _account = read_report(path)
    assert [sentence.text for _section, sentence in report.sentences()] == [SENTENCE]
