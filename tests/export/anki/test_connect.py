"""Talking with AnkiConnect, played by a small server of the test's own."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from quiz.deckfile import write_deck
from quiz.errors import QuizError
from quiz.exchange import push
from quiz.export.anki import connect
from quiz.model import Deck

Serve = Callable[..., str]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """The address of a server that answers actions with what these functions give of their parameters."""
    servers: list[HTTPServer] = []

    def start(body: bytes = b"", **actions: Callable[..., Any]) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                assert asked["version"] == 6
                answer = body or json.dumps(reply(asked)).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_args: object) -> None:
                """Keeps quiet."""

        def reply(asked: dict[str, Any]) -> dict[str, Any]:
            try:
                return {"result": actions[asked["action"]](**asked["params"]), "error": None}
            except ValueError as error:
                return {"result": None, "error": str(error)}

        servers.append(HTTPServer(("127.0.0.1", 0), Handler))
        threading.Thread(target=servers[-1].serve_forever, args=(0.01,), daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def deck(kinds: Deck, tmp_path: Path) -> Path:
    write_deck(tmp_path / "deck.yaml", kinds)
    return tmp_path / "deck.yaml"


def test_a_pushed_deck_is_in_anki_and_pushed_again_keeps_its_reviews(deck: Path, anki: Any, serve: Serve) -> None:
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    given: list[Path] = []

    def import_package(path: str) -> bool:
        given.append(Path(path))
        # what the add-on's importer passes on in today's Anki
        options = ImportAnkiPackageOptions(merge_notetypes=True, with_scheduling=True, with_deck_configs=True)
        anki.col.import_anki_package(ImportAnkiPackageRequest(package_path=path, options=options))
        return True

    address = serve(version=lambda: 6, importPackage=import_package)
    assert push([deck], address).questions == 7
    assert len(anki.notes()) == 7
    card = anki.note("cloze").cards()[0]
    card.start_timer()
    anki.col.sched.answerCard(card, 3)
    deck.write_text(deck.read_text("utf-8").replace("钟楼", "鼓楼"), "utf-8")
    push([deck], address)
    assert "鼓楼" in anki.note("cloze")["题文"]
    assert [card.reps for card in anki.note("cloze").cards()] == [1]
    assert len(anki.notes()) == 7
    assert not any(path.exists() for path in given)
    assert all(path.is_absolute() for path in given)


def test_without_anki_nothing_is_exported(deck: Path) -> None:
    with pytest.raises(QuizError, match=r"no Anki answers at http://127\.0\.0\.1:9; start Anki"):
        push([deck], "http://127.0.0.1:9")
    assert [path.name for path in deck.parent.glob("*.json")] == []


def test_a_proxy_is_not_asked(deck: Path, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert push([deck], serve(version=lambda: 6, importPackage=lambda path: bool(path))).questions == 7


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<html>", "is not AnkiConnect"),
        (b"[]", "is not AnkiConnect"),
        (b'{"result": 6}', "is not AnkiConnect"),
        (b"\xff", "is not AnkiConnect"),
        (b'{"result": 5, "error": null}', "too old"),
        (b'{"result": null, "error": "\\u001b[31mbad key"}', r"Anki refused: \x1b[31mbad key"),
    ],
)
def test_what_answers_otherwise_is_one_sentence(body: bytes, said: str, serve: Serve) -> None:
    with pytest.raises(QuizError) as caught:
        connect.check_running(serve(body))
    assert said in str(caught.value)


def test_what_anki_refuses_is_told(deck: Path, serve: Serve) -> None:
    def refuse(path: str) -> bool:
        raise ValueError(f"{len(path)} is no collection")

    with pytest.raises(QuizError, match=r"Anki refused: [0-9]+ is no collection"):
        push([deck], serve(version=lambda: 6, importPackage=refuse))
    with pytest.raises(QuizError, match="no collection open"):
        push([deck], serve(version=lambda: 6, importPackage=lambda path: not path))


def test_an_address_of_another_kind_is_refused(deck: Path) -> None:
    with pytest.raises(QuizError, match="starts with http://"):
        push([deck], deck.as_uri())
