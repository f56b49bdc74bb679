"""A file is read for what it is, whatever its name says, and what is not read is named."""

import io
import zipfile
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.sources import READERS, read_report
from quiz.sources.kind import kind_of

PACKAGE = "<Types/>"
WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>河水清了，岸上的树也绿了。</w:t></w:r></w:p></w:body></w:document>"
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def zipped(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in parts.items():
            # Without a date of its own an entry takes the clock's, and the test another name each time.
            package.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "suffix", "kind"),
    [
        (zipped(a=""), ".txt", ".docx"),
        (OLE, ".doc", ".docx"),
        (b"%PDF-1.7 ...", ".docx", ".pdf"),
        (b"\n%PDF-1.7 ...", "", ".pdf"),
        (b"<!DOCTYPE html><p>", ".doc", ".html"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- saved --> <!--x-->\n<HTML lang=zh>', ".docx", ".html"),
        ("\ufeff<html><body>河水".encode("utf-16-le"), ".txt", ".html"),
        (b"From: <Saved by a browser>\r\nSubject: x\r\n y\r\nMIME-Version: 1.0\r\n"
         b"Content-Type: multipart/related;\r\n", ".doc", ".mhtml"),
        ("一个网页以<html>开头。".encode(), ".txt", ".txt"),
        ("河水清了。".encode(), ".MD", ".md"),
        (b"<!--" + b"<!---->" * 500, ".txt", ".txt"),
        (b"", ".txt", ".txt"),
    ],
)  # fmt: skip
def test_the_first_bytes_are_believed_before_the_name(data: bytes, suffix: str, kind: str) -> None:
    assert kind_of(data, suffix, "x") == kind
    assert kind == ".txt" or kind in READERS


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.txt", b"{\\rtf1\\ansi", "is in Rich Text Format; open it and save it as .docx"),
        ("a.docx", b"\x89PNG\r\n\x1a\n", "is a picture; quiz reads text only"),
        ("a.gz", b"\x1f\x8b\x08", "is an archive; unpack it and name a document in it"),
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "is in the old Word format; open it and save it as .docx"),
        (
            "a.docx",
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "is protected by a password; open it, save it without one and name that",
        ),
        ("a.xls", OLE + b"x" + "Workbook".encode("utf-16-le"), "is an Excel workbook; copy its text into a .docx"),
        ("a.ppt", OLE + "PowerPoint Document".encode("utf-16-le"), "is a PowerPoint presentation; save its outline"),
        ("a.wps", OLE, "is in the old Word format or another one of its time; open it and save it as .docx"),
        ("a.xlsx", zipped(**{"[Content_Types].xml": PACKAGE, "xl/workbook.xml": ""}), "is an Excel workbook; copy"),
        ("a.docx", zipped(**{"[Content_Types].xml": PACKAGE, "ppt/presentation.xml": ""}), "is a PowerPoint presen"),
        ("a.odt", zipped(mimetype="application/vnd.oasis.opendocument.text", **{"content.xml": ""}), "is an OpenDocum"),
        ("a.epub", zipped(mimetype="application/epub+zip", **{"META-INF/container.xml": ""}), "is an e-book; save"),
        ("a.apkg", zipped(**{"collection.anki2": "", "media": "{}"}), "is an Anki package; quiz writes them"),
        ("a.zip", zipped(**{"报告.txt": "河水清了。"}), "is a zip archive without a Word document; unpack it"),
        ("a.xml", b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>', "is an old Word XML file;"),
        ("a.docx", "河水清了。".encode(), "is not a Word document; open it and save it as .docx"),
        ("a.csv", "河水清了。".encode(), "files of this kind are not read; save its text as .txt in UTF-8"),
    ],
)
def test_what_is_not_read_is_named(name: str, data: bytes, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(QuizError) as caught:
        read_report(path)
    assert str(caught.value).startswith(f"{path}: {sentence}")


@pytest.mark.parametrize("name", ["a.docx", "a.txt", "a.doc", "a"])
def test_a_word_document_is_read_under_any_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(zipped(**{"[Content_Types].xml": PACKAGE, "word/document.xml": WORD}))
    report, account = read_report(path)
    assert (report.text, account.encoding) == ("河水清了，岸上的树也绿了。", "docx")
