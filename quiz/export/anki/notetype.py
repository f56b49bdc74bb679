"""The note type: its ids and field list are frozen, as a change of either makes Anki refuse to update old notes.

Look and wording (the .html and .css files beside this one) may change; then `REVISED` moves too.
"""

from pathlib import Path
from typing import Any

MODEL = 1626872061034
TEMPLATE = 2565162805966910
REVISED = 1735689600  # seconds since 1970; moves on with every change of look or wording, held by a test
NAME = "quiz 填空"
FIELDS = {
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
}
SPARE_FIELDS = 3
_DEFAULT_DECK = 1  # where Anki adds a note of this type by hand
_CLOZE_COLUMN = "{{cloze:题文}}"  # what Anki's browser shows, without the boxes and greys of a card


def model_json() -> dict[str, Any]:
    """The note type as Anki stores it, with its time of change still 0."""
    from genanki import Model

    model = Model(
        MODEL,
        NAME,
        fields=[{"name": name, "id": number, "font": "Arial"} for name, number in FIELDS.items()],
        templates=[
            {
                "name": "填空",
                "id": TEMPLATE,
                "qfmt": _text("front.html"),
                "afmt": _text("back.html"),
                "bqfmt": _CLOZE_COLUMN,
                "bafmt": _CLOZE_COLUMN,
            }
        ],
        css=_text("card.css"),
        model_type=Model.CLOZE,
    )
    found: dict[str, Any] = model.to_json(0, _DEFAULT_DECK)
    return found


def _text(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
