"""A disk of 400 kB that fills up: a sentence, nothing lost, and it goes on once there is room."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MOUNT = 'mount -t tmpfs -o size=400k none "$0" && exec "$@" "$0"'
# Replies until three were refused, with a deck that is to grow beside them; then the ballast goes.
FILLER = """
import sys
from pathlib import Path
from quiz.deckfile import read_deck, write_deck
from quiz.errors import QuizError
from quiz.model import Blank, Cloze, Deck, Origin, Review, Verdict
from quiz.study import Log

disk = Path(sys.argv[1])
questions = tuple(Cloze(f"q{n:04}", "全县种下水源涵养林。", (Blank(4, 9, "水源涵养林"),)) for n in range(6000))
small, large = Deck("d", "题", Origin("题"), questions[:20]), Deck("d", "题", Origin("题"), questions)
write_deck(disk / "deck.yaml", small)
(disk / "ballast").write_bytes(bytes(60_000))
log = Log(disk / "log.sqlite3")
session = log.start("d", "order", ["q"], 0)
acknowledged, told = 0, []
while len(told) < 3:
    reply = Review("d", f"q{acknowledged}", 0, 480, "order", ("文明",) * 40, Verdict.RIGHT, 3, 1.0, session)
    try:
        log.add(reply)
        acknowledged += 1
    except QuizError as error:
        told.append(str(error))
try:
    write_deck(disk / "deck.yaml", large)
except QuizError as error:
    told.append(str(error))
print(*told, sep="\\n")
names = sorted(path.name for path in disk.iterdir())
print(*names)
print(read_deck(disk / "deck.yaml").questions == small.questions)
print(acknowledged > 8, len(log.reviews(session)) == acknowledged)
(disk / "ballast").unlink()
log.add(reply)
print(len(log.reviews(session)) == acknowledged + 1, len(log.cards("d")) == acknowledged + 1)
print(log.database.read("PRAGMA integrity_check")[0][0])
"""


def test_a_full_disk_takes_nothing_and_goes_on_when_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = [shutil.which("unshare") or "false", "-m", "sh", "-c", MOUNT, str(tmp_path)]
    if subprocess.run([*small, "test", "-d"], capture_output=True, check=False).returncode:
        pytest.skip("this user may not mount a small disk")
    monkeypatch.setenv("QUIZ_LANG", "zh")
    done = subprocess.run([*small, sys.executable, "-c", FILLER], capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == ""
    *told, names, deck, kept, more, whole = done.stdout.splitlines()
    sentence = f"{tmp_path / 'log.sqlite3'}：磁盘已满；之前的答案都已保存；请腾出空间再作答"
    assert told[:3] == [sentence] * 3
    assert told[3:] == [f"{tmp_path / 'deck.yaml'}：无法写入：磁盘已满；原有内容没有改动"]
    assert names.split() == ["ballast", "deck.yaml", "log.sqlite3", "log.sqlite3-shm", "log.sqlite3-wal"]
    assert (deck, kept, more, whole) == ("True", "True True", "True True", "ok")
