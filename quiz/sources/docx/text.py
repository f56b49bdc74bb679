"""What the elements of a Word document say: the text of a paragraph, the cells of a table by row and column."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from quiz.sources.docx.styles import integer, value

# Deleted or moved away, a reading aid over characters, instructions of fields, what is set and not said.
UNSAID = {"del", "moveFrom", "rt", "rubyPr", "instrText", "pPr", "rPr", "sdtPr", "tblPr", "trPr", "tcPr", "tblGrid"}
SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
OFF = {"0", "false", "off", "none"}
MAX_SPAN = 32


def text_of(element: Element) -> tuple[str, list[Element]]:
    """What a paragraph or a part of it says, a line break as a newline, and the text boxes that hang on it."""
    pieces: list[str] = []
    boxes: list[Element] = []
    for child in element:
        if child.tag == "t":
            pieces.append(child.text or "")
        elif child.tag in SIGNS:
            pieces.append(SIGNS[child.tag])
        elif child.tag == "txbxContent":
            boxes.append(child)
        elif child.tag not in UNSAID and not (child.tag == "r" and _is_hidden(child)):
            # The same box is often drawn twice, for new programs and for old ones.
            inner = child[0] if child.tag == "AlternateContent" and len(child) else child
            text, more = text_of(inner)
            pieces.append(text)
            boxes += more
    return "".join(pieces), boxes


def _is_hidden(run: Element) -> bool:
    hidden = run.find("rPr/vanish")
    return hidden is not None and hidden.get("val", "1") not in OFF


def within(element: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, also those that stand in a content control."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from within(child, tag)


def grid(rows: list[Element]) -> list[list[str]]:
    """The text of each cell by row and column; one that spans rows stands in each of them."""
    cells_of: list[list[str]] = []
    for row in rows:
        cells = [""] * min(integer(value(row.find("trPr"), "gridBefore")), MAX_SPAN)
        for cell in within(row, "tc"):
            properties = cell.find("tcPr")
            merge = properties.find("vMerge") if properties is not None else None
            if merge is not None and merge.get("val") != "restart" and cells_of and len(cells) < len(cells_of[-1]):
                text = cells_of[-1][len(cells)]
            else:
                text = " ".join(said for p in cell.iter("p") if (said := text_of(p)[0].replace("\n", " ").strip()))
            span = max(integer(value(properties, "gridSpan"), 1), 1)
            cells += [text, *[""] * (min(span, MAX_SPAN) - 1)]
        cells_of.append(cells)
    return cells_of
