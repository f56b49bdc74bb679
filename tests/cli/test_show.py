"""`quiz show` of every kind of question, for people and for programs."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Quiz = Callable[..., "CompletedProcess[str]"]

SHOWN = """各种题

1. 河水要从【源头】治起。
2. 村里有【民宿】。
   ✓ A. 民宿
     B. 渔场
   Explanation: 见第二章。
3. 哪两样不是村里的？
   ✓ A. 海港
     B. 茶园
   ✓ C. 机场
4. 全县种树120亩。【False】
   The report says: 全县种树150亩。

守护水源
5. 河水清了。【True】

6. 排出先后。
   1. 关作坊
   2. 种水草
7. 怎样治水？
   1. 关作坊
   2. 种水草
"""
KEYS = {
    "id", "kind", "sentence", "spans", "answers", "accepted", "hints", "lead", "section", "quote", "options", "key",
    "why", "flags", "difficulty", "tags", "note",
}  # fmt: skip


def test_every_kind_is_readable(quiz: Quiz, every_kind: Path) -> None:
    done = quiz("show", every_kind.name)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == SHOWN


def test_every_kind_has_the_same_keys_and_its_own(quiz: Quiz, every_kind: Path) -> None:
    questions = json.loads(quiz("show", every_kind.name, "--json").stdout)["questions"]
    own = {"order": {"items"}, "short": {"points"}}
    assert [set(question) - own.get(question["kind"], set()) for question in questions] == [KEYS] * 7
    cloze, choice, multiple, false, true, order, short = questions
    assert [cloze["options"], cloze["key"], cloze["difficulty"], cloze["tags"]] == [None, None, 2, ["易错"]]
    assert [choice["options"], choice["key"], choice["spans"]] == [["民宿", "渔场"], [0], [[3, 5]]]
    assert [choice["answers"], choice["note"]] == [["民宿"], "见第二章。"]
    assert [multiple["kind"], multiple["key"], multiple["spans"], multiple["answers"]] == ["multiple", [0, 2], [], []]
    assert [false["key"], false["options"], false["quote"]] == [False, None, "全县种树150亩。"]
    assert [true["key"], true["answers"], true["section"]] == [True, [], ["守护水源"]]
    assert [order["items"], order["key"]] == [["关作坊", "种水草"], None]
    assert [short["points"], short["options"]] == [["关作坊", "种水草"], None]
