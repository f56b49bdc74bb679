"""The child process that reads one document: it binds itself first, then reads standard input and answers in JSON.

Started by `quiz.sources.isolate` with the reader ("module:function"), the seconds and megabytes it may use, the
printable name of the document (as JSON) and the folders to import from.
"""

import json
import os
import sys
from importlib import import_module

from quiz.errors import QuizError
from quiz.sources.answer import encode, encode_error, encode_exhausted


def main() -> None:
    """Read the document and end the process."""
    reader, seconds, megabytes, name = sys.argv[1:5]
    # What a library prints must not mix with the answer.
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        bind(int(seconds), int(megabytes) * 1024 * 1024)
        out.write(answer(reader, sys.stdin.buffer.read(), json.loads(name)))
    os._exit(0)  # no tidying up: a library that the document has upset may crash in it


def answer(reader: str, data: bytes, name: str) -> bytes:
    """What `reader` makes of `data`: a draft, the sentence of a `QuizError`, or that memory ran out."""
    module, function = reader.split(":")
    try:
        return b"".join(encode(getattr(import_module(module), function)(data, name), name))
    except QuizError as error:
        return encode_error(str(error))
    except MemoryError:
        pass  # the frames that hold the memory are freed when this clause ends
    return encode_exhausted()


def bind(seconds: int, memory: int) -> None:
    """Limit this process for good: time, memory, no file may grow, no further process, no core dump."""
    try:
        import resource
    except ImportError:  # Windows: the parent's clock is the only limit
        return
    # The parent's clock comes first; the limit on CPU time is for a child whose parent has died.
    limits = {"CPU": seconds + 1, "AS": memory, "FSIZE": 0, "CORE": 0, "NPROC": 0}
    for what, amount in limits.items():
        number = getattr(resource, f"RLIMIT_{what}", None)
        if number is None:
            continue
        hard = resource.getrlimit(number)[1]
        if hard != resource.RLIM_INFINITY:
            amount = min(amount, hard)
        try:
            resource.setrlimit(number, (amount, amount))
        except (OSError, ValueError):
            continue  # macOS knows a limit on address space and refuses to set it
