"""Questions told apart by what they say."""

import hashlib
import json
from dataclasses import asdict, replace

from quiz.model.question import Gapped, Provenance, Question


def digest(question: Question) -> str:
    """8 hexadecimal characters over everything of `question` but its id.

    Empty values are left out, so that a field the model gains later does not change the digests in old files.
    """
    content = {"kind": question.kind, **asdict(replace(question, id=""))}
    return hashlib.sha256(json.dumps(_filled(content), sort_keys=True).encode()).hexdigest()[:8]


def wording(question: Question) -> str:
    """A digest of what one looks at to judge a question: its words, its answers, what the report says. Where it stands
    there, and answers that were accepted from a learner, are not part of that."""
    quote = question.provenance.quote
    bare = replace(question, provenance=Provenance(quote=quote), why=(), difficulty=0, tags=())
    if isinstance(bare, Gapped):
        bare = replace(bare, blanks=tuple(replace(blank, accepted=()) for blank in bare.blanks))
    return digest(bare)


def _filled(value: object) -> object:
    if isinstance(value, dict):
        return {key: _filled(item) for key, item in value.items() if item}
    if isinstance(value, list | tuple):
        return [_filled(item) for item in value]
    return value
