"""Chinese characters that look alike (形近字): 己 and 已, 幕 and 慕."""

from functools import cache
from pathlib import Path

GROUPS = Path(__file__).with_name("lookalikes.txt")


def look_alike(one: str, other: str) -> bool:
    """Whether two characters are commonly taken for one another by their look."""
    return one != other and other in _table().get(one, "")


@cache
def _table() -> dict[str, str]:
    """For each character those that look like it, and itself. Read when first asked, in a millisecond."""
    table: dict[str, str] = {}
    for group in groups():
        for character in group:
            table[character] = table.get(character, "") + group
    return table


def groups() -> list[str]:
    """The groups as they stand in the file."""
    lines = GROUPS.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]
