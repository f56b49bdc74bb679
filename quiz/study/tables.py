"""The tables of the log, as steps from one version of the file to the next.

Append only: files of every version are out there.
"""

APPLICATION_ID = 0x71756971
"""Tells our file from another program's; never to change."""

_FIRST = (
    f"PRAGMA application_id = {APPLICATION_ID}",
    """CREATE TABLE session (
        id INTEGER PRIMARY KEY,
        deck TEXT NOT NULL,
        mode TEXT NOT NULL,
        queue TEXT NOT NULL,     -- JSON array of question ids
        started INTEGER NOT NULL,  -- milliseconds since 1970 UTC
        finished INTEGER
    ) STRICT""",
    """CREATE TABLE review (
        id INTEGER PRIMARY KEY,  -- the order of the replies; clocks can be set back
        session INTEGER NOT NULL REFERENCES session (id),
        deck TEXT NOT NULL,
        question TEXT NOT NULL,
        at INTEGER NOT NULL,     -- milliseconds since 1970 UTC
        "offset" INTEGER NOT NULL,  -- minutes east of UTC
        mode TEXT NOT NULL,
        given TEXT NOT NULL,     -- JSON array
        verdict TEXT NOT NULL CHECK (verdict IN ('right', 'partly', 'wrong', 'skipped')),
        rating INTEGER NOT NULL CHECK (rating BETWEEN 0 AND 4),
        seconds REAL NOT NULL,
        overruled INTEGER NOT NULL CHECK (overruled IN (0, 1))
    ) STRICT""",
    "CREATE INDEX review_session ON review (session)",
    "CREATE INDEX review_deck ON review (deck, question)",
    "CREATE INDEX session_deck ON session (deck, mode) WHERE finished IS NULL",
)

_SCHEDULING = (
    # Derived from `review`: what FSRS makes of the replies to one question. Times are milliseconds since 1970 UTC.
    """CREATE TABLE card (
        deck TEXT NOT NULL,
        question TEXT NOT NULL,
        state INTEGER NOT NULL CHECK (state BETWEEN 1 AND 3),  -- learning, review, relearning
        step INTEGER,
        stability REAL NOT NULL,
        difficulty REAL NOT NULL,
        due INTEGER NOT NULL,
        last INTEGER NOT NULL,
        reps INTEGER NOT NULL,
        lapses INTEGER NOT NULL,
        PRIMARY KEY (deck, question)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX card_due ON card (deck, due)",
    # 'cards' holds the settings that the table card was computed with.
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE mark (
        deck TEXT NOT NULL,
        question TEXT NOT NULL,
        mark TEXT NOT NULL CHECK (mark IN ('suspended', 'starred', 'rejected')),
        at INTEGER NOT NULL,
        PRIMARY KEY (deck, mark, question)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE goal (
        deck TEXT PRIMARY KEY,
        date TEXT NOT NULL,        -- of the exam, ISO 8601
        repetition INTEGER NOT NULL CHECK (repetition >= 0)  -- days before it without new questions
    ) STRICT, WITHOUT ROWID""",
    # The replies of an exam that was not handed in.
    """CREATE TABLE held (
        session INTEGER NOT NULL REFERENCES session (id),
        question TEXT NOT NULL,
        given TEXT NOT NULL,       -- JSON array
        at INTEGER NOT NULL,
        "offset" INTEGER NOT NULL,
        seconds REAL NOT NULL,
        PRIMARY KEY (session, question)
    ) STRICT, WITHOUT ROWID""",
    "ALTER TABLE session ADD COLUMN options TEXT NOT NULL DEFAULT '{}'",  # JSON object
    "ALTER TABLE review ADD COLUMN hints INTEGER NOT NULL DEFAULT 0 CHECK (hints >= 0)",
    # The study day, see days.py.
    """ALTER TABLE review ADD COLUMN day INTEGER
        GENERATED ALWAYS AS ((at + "offset" * 60000 - 14400000) / 86400000) VIRTUAL""",
    "DROP INDEX review_deck",
    "CREATE INDEX review_question ON review (deck, question, day, verdict, rating)",
    "CREATE INDEX review_day ON review (day, deck, verdict, seconds)",
)

# What a curator accepts stays so, as long as the question says the same: `wording` is a digest of that.
_ACCEPTING = (
    "ALTER TABLE mark RENAME TO mark_of_version_2",
    """CREATE TABLE mark (
        deck TEXT NOT NULL,
        question TEXT NOT NULL,
        mark TEXT NOT NULL CHECK (mark IN ('suspended', 'starred', 'rejected', 'accepted')),
        at INTEGER NOT NULL,
        wording TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (deck, mark, question)
    ) STRICT, WITHOUT ROWID""",
    "INSERT INTO mark (deck, question, mark, at) SELECT deck, question, mark, at FROM mark_of_version_2",
    "DROP TABLE mark_of_version_2",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST, _SCHEDULING, _ACCEPTING)
"""Step n brings a file of version n to n + 1."""
