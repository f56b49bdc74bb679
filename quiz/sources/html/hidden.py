"""Which of the boxes that a page hides are its text: the tabs that a reader opens with a click.

What is hidden to mark, to track or to be found by search engines is a word or a line inside a paragraph, or a list of
links; a tab holds whole sentences and stands beside one of its kind that is shown, or a button names it.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from quiz.sources.html.page import Box, Page, sums_of

TABS = frozenset({"div", "section", "article", "main", "dd", "ul", "ol"})
STATES = frozenset({"active", "on", "off", "cur", "current", "show", "hide", "hidden", "selected", "none", "block"})
ITEMS = frozenset({"li", "dt", "dd", "td"})
CONTROLS = ("aria-controls", "data-bs-target", "data-target", "href")
PANEL_KEY = re.compile(r"data-(?:[\w-]+-)?(?:tab|panel|pane)(?:-[\w-]+)?")
PANEL_NAME = re.compile(
    r"(?:^|[\s_-])(?:tab[_-]?(?:pane|panel|content|con|item|box|body)|accordion|collapse)", re.IGNORECASE
)
MOST_LINKS = 0.2  # of the characters of a tab
ENOUGH_SENTENCES = 2  # of a box that does not call itself a tab: a pop-up holds one
STOP = re.compile("[。！？]")


def is_panel(attributes: dict[str, str]) -> bool:
    """Whether an element with these attributes calls itself a tab."""
    if attributes.get("role") == "tabpanel" or PANEL_NAME.search(attributes.get("class", "")):
        return True
    return any(PANEL_KEY.fullmatch(key) for key in attributes)


def target_of(attributes: dict[str, str]) -> str:
    """The id of the box that a link or button shows, empty when it names none."""
    found = (attributes.get(key, "") for key in CONTROLS)
    return next((value.lstrip("#") for value in found if value and (value[0] == "#" or "/" not in value)), "")


def show(page: Page, prose: Sequence[int]) -> None:
    """Mark as hidden what the page hides for good; `prose` counts the characters of prose of each paragraph.

    A box with most of the prose only waits for a script to show it, and a tab for a click: of that, the prose and its
    headings are shown, not the labels of its pictures and buttons.
    """
    sums, shown = sums_of(prose), _tabs(page, prose)
    hidden: list[bool] = []
    within: list[bool] = []  # a tab
    for at, box in enumerate(page.boxes):
        stays = box.hides and at not in shown and 2 * (sums[box.last] - sums[box.first]) <= sums[-1]
        hidden.append(stays or (box.parent >= 0 and hidden[box.parent]))
        within.append(at in shown or (box.parent >= 0 and within[box.parent]))
    for at, block in enumerate(page.blocks):
        said = prose[at] or block.level or page.boxes[block.box].tag in ITEMS
        block.hidden = hidden[block.box] or (within[block.box] and not said)


def _tabs(page: Page, prose: Sequence[int]) -> set[int]:
    """The places of the hidden boxes that are tabs."""
    if not any(box.hides for box in page.boxes):
        return set()
    beside: defaultdict[int, set[tuple[str, str]]] = defaultdict(set)
    for box in page.boxes:
        if not box.hides:
            beside[box.parent] |= _kinds(box)
    written = zip(page.blocks, prose, strict=True)
    sentences = sums_of(len(STOP.findall(block.text)) if weight else 0 for block, weight in written)
    links = sums_of(block.links for block in page.blocks)
    length = sums_of(len(block.text) for block in page.blocks)
    found = set()
    for at, box in enumerate(page.boxes):
        if not box.hides or box.tag not in TABS:
            continue
        said, linked, long = (sums[box.last] - sums[box.first] for sums in (sentences, links, length))
        likely = (box.id and box.id in page.targets) or _kinds(box) & beside[box.parent]
        enough = 1 if box.panel else ENOUGH_SENTENCES
        if (box.panel or likely) and said >= enough and linked <= MOST_LINKS * long:
            found.add(at)
    return found


def _kinds(box: Box) -> set[tuple[str, str]]:
    """What a box has in common with those of its row: its class, its id without the number."""
    classes = " ".join(sorted(set(box.names.removesuffix(box.id).split()) - STATES))
    numbered = re.sub(r"\d+", "#", box.id)
    return ({(box.tag, classes)} if classes else set()) | ({(box.tag, numbered)} if numbered != box.id else set())
