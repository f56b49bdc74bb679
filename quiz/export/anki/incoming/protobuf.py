"""As much of Protocol Buffers as the newest layout of Anki's tables needs: numbers and bytes by field number."""

from typing import TypeAlias

Message: TypeAlias = dict[int, int | bytes]


def read_message(data: bytes) -> Message:
    """The fields of a message, the last one where one is repeated. ValueError when it is none."""
    fields: Message = {}
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        number, kind = key >> 3, key & 7
        if kind == 0:
            fields[number], at = _varint(data, at)
            continue
        if kind == 2:
            size, at = _varint(data, at)
        elif kind in (1, 5):
            size = 8 if kind == 1 else 4
        else:
            raise ValueError(f"field of kind {kind}")
        if at + size > len(data):
            raise ValueError("cut off")
        fields[number] = data[at : at + size]
        at += size
    return fields


def text(message: Message, number: int) -> str:
    """A field that holds text, empty when it is not there."""
    value = message.get(number, b"")
    return value.decode(errors="replace") if isinstance(value, bytes) else ""


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number in groups of seven bits, and the offset behind it."""
    value = 0
    for place in range(10):
        if at + place >= len(data):
            raise ValueError("cut off")
        byte = data[at + place]
        value |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            return value, at + place + 1
    raise ValueError("too long a number")
