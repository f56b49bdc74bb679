"""A running Anki with the add-on AnkiConnect: JSON over HTTP on this machine."""

import json
from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError
from urllib.request import ProxyHandler, Request, build_opener

from quiz.errors import QuizError
from quiz.files import printable
from quiz.i18n import gettext as _

ADDRESS = "http://127.0.0.1:8765"
TIMEOUT = 5.0  # seconds until Anki counts as not running
IMPORT_TIMEOUT = 300.0  # it answers when the import is done
_VERSION = 6
_MOST = 1_000_000  # bytes of an answer


def check_running(address: str = ADDRESS) -> None:
    """Raises QuizError when no AnkiConnect answers at `address`, or one that is too old."""
    version = _ask(address, TIMEOUT, "version")
    if not isinstance(version, int) or version < _VERSION:
        message = _("{address}: this AnkiConnect is too old; update the add-on in Anki")
        raise QuizError(message.format(address=printable(address)))


def import_package(package: Path, address: str = ADDRESS) -> None:
    """Let Anki import the file. Raises QuizError when it does not."""
    if _ask(address, IMPORT_TIMEOUT, "importPackage", path=str(package.resolve())) is not True:
        raise QuizError(_("Anki has no collection open; open a profile in it and try again"))


def _ask(address: str, timeout: float, action: str, **parameters: str) -> object:
    """The result of an action. No proxy: the answer is on this machine."""
    body = json.dumps({"action": action, "version": _VERSION, "params": parameters}).encode()
    if not address.startswith(("http://", "https://")):
        raise QuizError(
            _("{address}: is not the address of AnkiConnect; it starts with http://").format(address=printable(address))
        )
    try:
        request = Request(address, body, {"Content-Type": "application/json"})
        with build_opener(ProxyHandler({})).open(request, timeout=timeout) as response:
            answer = json.loads(response.read(_MOST))
    except (URLError, HTTPException, OSError) as error:
        message = _(
            "no Anki answers at {address}; start Anki with the add-on AnkiConnect (code 2055492159), "
            "or use quiz export and import the file in Anki"
        )
        raise QuizError(message.format(address=printable(address))) from error
    except ValueError as error:
        raise QuizError(_not_understood(address)) from error
    if not isinstance(answer, dict) or answer.keys() != {"result", "error"}:
        raise QuizError(_not_understood(address))
    if answer["error"] is not None:
        raise QuizError(_("Anki refused: {reason}").format(reason=printable(answer["error"])[:300]))
    return answer["result"]


def _not_understood(address: str) -> str:
    message = _("{address}: what answers there is not AnkiConnect; another program may use the port")
    return message.format(address=printable(address))
