"""A Word file as a package: checked before it is unpacked, its XML parsed within bounds and without a DTD.

Through the standard library, as python-docx 1.2.0 fails here: it dropped the text of tracked insertions, content
controls, smart tags and text boxes without a word (4 of 4 small files), cut a paragraph off at an external entity, took
over 60 s for 400 MB of XML in 1.7 MB, and 3.1 GB of memory for a picture of 2 GB in 2.1 MB, which is not needed at all.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree

from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.sources.kind import OLE, ZIP

Element = ElementTree.Element

MAX_ENTRIES = 5_000
MAX_UNPACKED = 50_000_000  # bytes of XML
MAX_DEPTH = 200  # no document nests its elements deeper; code may call itself on them
MAX_ELEMENTS = 1_200_000  # and attributes in one part; 2,000,000 characters take about 900,000
MAX_TAG = 4_000_000  # bytes without a tag ending: the parser starts anew with each chunk, so that time grows by squares
CHUNK = 1 << 16
# The attributes that are asked for: a document has many more, and each would take memory.
KEPT = {
    name: name
    for name in ("val", "type", "default", "styleId", "ilvl", "numId", "abstractNumId", "anchor", "Type", "Target")
}
CENTRAL = b"PK\x01\x02"  # opens each entry of the directory
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
CONTENT_TYPES, DOCUMENT = "[Content_Types].xml", "word/document.xml"
RELATIONS = "_rels/.rels"

OTHERS = (
    ("xl/workbook.xml", mark("{name}: is an Excel workbook; copy its text into a .docx or .txt file and name that")),
    ("xl/workbook.bin", mark("{name}: is an Excel workbook; copy its text into a .docx or .txt file and name that")),
    ("ppt/presentation.xml", mark("{name}: is a PowerPoint presentation; save its outline as .docx or .txt")),
    ("collection.anki2", mark("{name}: is an Anki package; quiz writes them and reads documents")),
    ("collection.anki21", mark("{name}: is an Anki package; quiz writes them and reads documents")),
    ("META-INF/container.xml", mark("{name}: is an e-book; save its text as .docx or .txt and name that")),
    ("content.xml", mark("{name}: is an OpenDocument file; open it and save it as .docx")),
    ("", mark("{name}: is a zip archive without a Word document; unpack it and name a document in it")),
)
OLD_OFFICE = (
    ("EncryptedPackage", mark("{name}: is protected by a password; open it, save it without one and name that")),
    ("WordDocument", mark("{name}: is in the old Word format; open it and save it as .docx")),
    ("Workbook", mark("{name}: is an Excel workbook; copy its text into a .docx or .txt file and name that")),
    ("PowerPoint Document", mark("{name}: is a PowerPoint presentation; save its outline as .docx or .txt")),
    ("", mark("{name}: is in the old Word format or another one of its time; open it and save it as .docx")),
)


class WordFile:
    """The parts of a Word file. Every way it can be wrong is a `QuizError` that names the file."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        if data.startswith(OLE):
            raise QuizError(
                _(next(text for stream, text in OLD_OFFICE if stream.encode("utf-16-le") in data)).format(name=name)
            )
        if not data.startswith(ZIP):
            raise QuizError(_("{name}: is not a Word document; open it and save it as .docx").format(name=name))
        if data.count(CENTRAL) > MAX_ENTRIES:  # before the directory is read, which takes seconds when it is long
            raise QuizError(
                _("{name}: holds more parts than any document; open it and save it anew as .docx").format(name=name)
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise self._damaged() from error
        self._parts = {entry.filename: entry for entry in self._zip.infolist()}
        self._left = MAX_UNPACKED
        self._require_word()

    def _require_word(self) -> None:
        if any(entry.flag_bits & 1 for entry in self._parts.values()):
            message = _("{name}: is protected by a password; open it, save it without one and name that")
            raise QuizError(message.format(name=self._name))
        self.document = DOCUMENT if DOCUMENT in self._parts else self._related_document()
        if CONTENT_TYPES in self._parts and self.document in self._parts:
            return
        if CONTENT_TYPES in self._parts or any(part.startswith("word/") for part in self._parts):
            others = [text for part, text in OTHERS if part and part in self._parts]
            raise QuizError(_(others[0]).format(name=self._name)) if others else self._damaged()
        raise QuizError(
            _(next(text for part, text in OTHERS if not part or part in self._parts)).format(name=self._name)
        )

    def _related_document(self) -> str:
        """Where the package says that its document is: some writers call it word/document2.xml."""
        relations = self.tree(RELATIONS)
        for relation in relations if relations is not None else ():
            if relation.get("Type", "").endswith("/officeDocument"):
                target = relation.get("Target", "").lstrip("/")
                return target if target.startswith("word/") else ""
        return ""

    def tree(self, part: str) -> Element | None:
        """The whole of a part, None when the file has none; names are without their namespaces."""
        if part not in self._parts:
            return None
        target = _Target(self._name, 0)
        for _finished in self._feed(part, target):
            pass
        return target.root

    def blocks(self) -> Iterator[Element]:
        """Each child of the document's body, in order; it is forgotten when the next one is asked for."""
        return self._feed(self.document, _Target(self._name, 2))

    def _feed(self, part: str, target: "_Target") -> Iterator[Element]:
        entry = self._parts[part]
        self._left -= entry.file_size
        if self._left < 0:
            message = _("{name}: unpacks to more than {megabytes} MB of text; split it into parts")
            raise QuizError(message.format(name=self._name, megabytes=MAX_UNPACKED // 1_000_000))
        if entry.compress_type not in PACKED:
            raise self._damaged()
        parser = ElementTree.XMLParser(target=target)
        try:
            with self._zip.open(entry) as file:
                quiet, seen = 0, 0
                while chunk := file.read(CHUNK):
                    parser.feed(chunk)
                    quiet, seen = (0 if target.count > seen else quiet + len(chunk)), target.count
                    if quiet > MAX_TAG:
                        raise target.refused()
                    yield from target.take()
            parser.close()
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ElementTree.ParseError, ValueError) as error:
            raise self._damaged() from error
        yield from target.take()

    def _damaged(self) -> QuizError:
        message = _("{name}: is damaged; open it, save it anew as .docx and name that")
        return QuizError(message.format(name=self._name))


class _Target:
    """Builds elements without namespaces; hands out those at `level` (0: none) and keeps no more of the tree."""

    def __init__(self, name: str, level: int) -> None:
        self._name = name
        self._level = level
        self._builder = ElementTree.TreeBuilder()
        self._open: list[Element] = []
        self.count = 0
        self._finished: list[Element] = []
        self.data = self._builder.data
        self.close = self._builder.close
        self.root: Element | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.count += 1 + len(attributes)
        if self.count > MAX_ELEMENTS or len(self._open) >= MAX_DEPTH:
            raise self.refused()
        named = ((KEPT.get(key.rpartition("}")[2]), value) for key, value in attributes.items())
        self._open.append(self._builder.start(tag.rpartition("}")[2], {key: value for key, value in named if key}))

    def end(self, tag: str) -> None:
        self._builder.end(tag.rpartition("}")[2])
        element = self._open.pop()
        if not self._open:
            self.root = element
        if self._level and len(self._open) == self._level:
            self._open[-1].remove(element)
            self._finished.append(element)

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        """Entities come with a DTD, and Word writes none."""
        message = _("{name}: declares a document type, which no Word document does; open it and save it anew as .docx")
        raise QuizError(message.format(name=self._name))

    def refused(self) -> QuizError:
        """The document is larger in number, depth or length of its elements than text needs."""
        message = _(
            "{name}: is made of more, deeper or longer elements than any document; save its text as .txt in UTF-8"
        )
        return QuizError(message.format(name=self._name))

    def take(self) -> list[Element]:
        """The elements finished since the last call."""
        finished, self._finished = self._finished, []
        return finished
