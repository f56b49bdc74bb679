"""The page in a single-file archive (.mhtml), which is built like a letter with attachments."""

import re
from collections.abc import Iterator

HEADER_END = re.compile(rb"\r?\n\r?\n")
MAX_HEADER = 8_000  # bytes; the parser of the standard library takes for ever on a long one
MOST_LEVELS = 4  # of parts in parts


def first_page(data: bytes) -> tuple[bytes, str] | None:
    """The first HTML part of an archive and the charset that its header names (or ""), None when there is none."""
    from email import message_from_bytes

    for header, body in _parts(data.lstrip(), MOST_LEVELS):
        message = message_from_bytes(header)
        if message.get_content_type() == "text/html":
            page = message_from_bytes(header + b"\n\n" + body).get_payload(decode=True)
            return (page, message.get_content_charset() or "") if isinstance(page, bytes) else None
    return None


def _parts(data: bytes, levels: int) -> Iterator[tuple[bytes, bytes]]:
    """The headers and bodies of the innermost parts; a part without an end of its header is none."""
    from email import message_from_bytes

    end = HEADER_END.search(data, 0, MAX_HEADER)
    if not end or not levels:
        return
    header, body = data[: end.start()], data[end.end() :]
    boundary = message_from_bytes(header).get_boundary()
    if not boundary:
        yield header, body
        return
    line = rb"(?:^|\n)--%s(?:--)?[ \t]*\r?(?=\n|$)" % re.escape(boundary.encode("ascii", "replace"))
    for part in re.split(line, body)[1:]:
        yield from _parts(part.lstrip(), levels - 1)
