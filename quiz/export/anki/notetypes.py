"""The note types: ids and field lists are frozen, as a change of either makes Anki refuse to update old notes.

Look and wording (the files in `look/`) may change; then `REVISED` moves too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quiz.model import Kind

REVISED = 1764547200  # seconds since 1970; moves on with every change of look or wording, held by a test
_DEFAULT_DECK = 1  # where Anki adds a note of such a type by hand
_LOOK = Path(__file__).with_name("look")


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type with one card template. Fields are known by their ids, so that a name might change one day."""

    id: int
    name: str
    template: tuple[str, int]
    fields: Mapping[str, int]
    look: str
    browser: tuple[str, str]
    """What Anki's browser shows for question and answer, without the boxes and greys of a card."""
    is_cloze: bool = False


CLOZE = NoteType(
    1626872061034,
    "quiz 填空",
    ("填空", 2565162805966910),
    {
        "编号": 2073751578267104,
        "题文": 1084804012354307,
        "前文": 1479606733535661,
        "后文": 2588559432707697,
        "提示": 2090156303789254,
        "补充": 4191802836067439,
        "出处": 4038388836888590,
        "备用1": 1139447705077207,
        "备用2": 936906325601054,
        "备用3": 4108409221505851,
    },
    "cloze",
    ("{{cloze:题文}}", "{{cloze:题文}}"),
    is_cloze=True,
)
TYPING = "备用1"  # of CLOZE: not empty when the card asks to type the answer


def _plain(number: int, name: str, look: str, special: str, answer: str) -> NoteType:
    """A type without clozes: its own fields, then those that all of them have. An id is the type's and a place."""
    names = f"编号 题干 {special} 前文 后文 提示 解析 出处 报告 日期 备用1 备用2 备用3".split()
    fields = {field: number * 100 + place for place, field in enumerate(names, start=1)}
    browser = ("{{题干}}", f"{{{{{answer}}}}}")
    return NoteType(number, f"quiz {name}", (name, number * 100), fields, look, browser)


# Single and multiple choice are one type: a question that gets a second right option stays the same note.
CHOICE = _plain(1741208365127, "选择", "choice", "选项 答案 题型", "答案")
JUDGE = _plain(1718826934513, "判断", "judge", "答案", "答案")
ORDER = _plain(1755093417268, "排序", "order", "乱序 条目", "条目")
SHORT = _plain(1709374652981, "简答", "short", "要点", "要点")

NOTE_TYPES: dict[Kind, NoteType] = {
    "cloze": CLOZE,
    "choice": CHOICE,
    "multiple": CHOICE,
    "judge": JUDGE,
    "order": ORDER,
    "short": SHORT,
}
KIND_NAMES: dict[Kind, str] = {
    "cloze": "填空",
    "choice": "单选",
    "multiple": "多选",
    "judge": "判断",
    "order": "排序",
    "short": "简答",
}


def model_json(kind: NoteType, look: str = "plain") -> dict[str, Any]:
    """The note type as Anki stores it in one of `LOOKS`, with its time of change still 0."""
    from genanki import Model

    name, template = kind.template
    question, answer = kind.browser
    model = Model(
        kind.id,
        kind.name,
        fields=[{"name": field, "id": number, "font": "Arial"} for field, number in kind.fields.items()],
        templates=[
            {
                "name": name,
                "id": template,
                "qfmt": _side(f"{kind.look}.front.html"),
                "afmt": _side(f"{kind.look}.back.html"),
                "bqfmt": question,
                "bafmt": answer,
            }
        ],
        css=_text("card.css") + (_text("paper.css") if look == "paper" else ""),
        model_type=Model.CLOZE if kind.is_cloze else Model.FRONT_BACK,
    )
    found: dict[str, Any] = model.to_json(0, _DEFAULT_DECK)
    return found


def _side(name: str) -> str:
    """A side of a card; both sides of a choice run the same script."""
    html = _text(name)
    return html.replace("@choice.js@", "\n" + _text("choice.js")) if "@choice.js@" in html else html


def _text(name: str) -> str:
    return (_LOOK / name).read_text(encoding="utf-8")
