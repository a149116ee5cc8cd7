"""The tables of DATA.md, whole, in explicit STRICT SQL: one schema for a tablet and for an office."""

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("event-kiosk")

LOOKUP_INDEX = "CREATE INDEX record_lookup ON record (lookup)"

# WITHOUT ROWID and random ids: nothing in the file tells in which order people came.
FIRST = (
    # One answer set, sealed. `gone` counts withdrawals and their undoing: odd is withdrawn, even is here.
    # `hash` is the sha256 of the carried columns; it breaks a tie between two copies of one revision.
    """CREATE TABLE record (
        id TEXT PRIMARY KEY CHECK (length(id) = 36),
        key TEXT NOT NULL CHECK (length(key) = 32),
        event_id TEXT NOT NULL CHECK (length(event_id) BETWEEN 1 AND 128),
        activity TEXT NOT NULL CHECK (length(activity) BETWEEN 1 AND 128),
        form_version TEXT NOT NULL CHECK (length(form_version) BETWEEN 1 AND 256),
        day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        revision INTEGER NOT NULL CHECK (revision BETWEEN 1 AND 1000000),
        gone INTEGER NOT NULL CHECK (gone BETWEEN 0 AND 1000000),
        lookup TEXT NOT NULL CHECK (length(lookup) = 64),
        sealed BLOB NOT NULL CHECK (gone % 2 = 1 OR length(sealed) BETWEEN 512 AND 16777216),
        hash BLOB NOT NULL CHECK (length(hash) = 32),
        extra TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(extra))
    ) STRICT, WITHOUT ROWID""",
    LOOKUP_INDEX,
    # Running totals, one dimension each, linked to no record.
    """CREATE TABLE tally (
        store_id TEXT NOT NULL CHECK (length(store_id) = 32),
        event_id TEXT NOT NULL CHECK (length(event_id) BETWEEN 1 AND 128),
        day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 128),
        bucket TEXT NOT NULL CHECK (length(bucket) <= 256),
        total INTEGER NOT NULL CHECK (total BETWEEN 0 AND 1000000000),
        PRIMARY KEY (store_id, event_id, day, name, bucket)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE idea (
        id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
        event_id TEXT NOT NULL CHECK (length(event_id) BETWEEN 1 AND 128),
        kind TEXT NOT NULL CHECK (kind IN ('idea', 'question')),
        text TEXT NOT NULL CHECK (length(text) <= 20000),
        language TEXT NOT NULL CHECK (length(language) <= 64),
        status TEXT NOT NULL CHECK (status IN ('waiting', 'approved', 'hidden')),
        revision INTEGER NOT NULL CHECK (revision BETWEEN 1 AND 1000000),
        gone INTEGER NOT NULL DEFAULT 0 CHECK (gone BETWEEN 0 AND 1000000),
        lookup TEXT NOT NULL CHECK (length(lookup) IN (0, 64)),
        hidden_because TEXT NOT NULL DEFAULT '' CHECK (length(hidden_because) <= 1000),
        hash BLOB NOT NULL CHECK (length(hash) = 32),
        extra TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(extra))
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX idea_lookup ON idea (lookup)",
    """CREATE TABLE backing (
        store_id TEXT NOT NULL CHECK (length(store_id) = 32),
        idea_id TEXT NOT NULL CHECK (length(idea_id) BETWEEN 1 AND 64),
        total INTEGER NOT NULL CHECK (total BETWEEN 0 AND 1000000000),
        PRIMARY KEY (store_id, idea_id)
    ) STRICT, WITHOUT ROWID""",
    # "You said, we did". The words are JSON by language; `lookups` is a JSON list.
    """CREATE TABLE reply (
        event_id TEXT NOT NULL,
        id TEXT NOT NULL,
        date TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('done', 'doing', 'deciding', 'cannot', 'late')),
        theme TEXT NOT NULL CHECK (json_valid(theme)),
        said TEXT NOT NULL CHECK (json_valid(said)),
        did TEXT NOT NULL CHECK (json_valid(did)),
        because TEXT NOT NULL CHECK (json_valid(because)),
        lookups TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(lookups)),
        revision INTEGER NOT NULL CHECK (revision >= 1),
        PRIMARY KEY (event_id, id)
    ) STRICT, WITHOUT ROWID""",
    # Withdrawals by lookup, whether or not their record is here yet; `record_id` settles a clash of lookups.
    # `day` is when it was known here: it is undone within 7 days, then erased.
    """CREATE TABLE withdrawal (
        lookup TEXT NOT NULL CHECK (length(lookup) = 64),
        record_id TEXT NOT NULL DEFAULT '' CHECK (length(record_id) <= 64),
        gone INTEGER NOT NULL CHECK (gone BETWEEN 1 AND 1000000),
        day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        PRIMARY KEY (lookup, record_id)
    ) STRICT, WITHOUT ROWID""",
    # The compiled forms that records were given on, so that an office needs no pack.
    """CREATE TABLE form (
        event_id TEXT NOT NULL CHECK (length(event_id) BETWEEN 1 AND 128),
        activity TEXT NOT NULL CHECK (length(activity) BETWEEN 1 AND 128),
        version TEXT NOT NULL CHECK (length(version) BETWEEN 1 AND 256),
        since TEXT NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body)),
        PRIMARY KEY (event_id, activity, version)
    ) STRICT, WITHOUT ROWID""",
    # The ledger of transfer packs: written here (`sha256` empty until it is whole) or merged here.
    """CREATE TABLE pack (
        store_id TEXT NOT NULL CHECK (length(store_id) = 32),
        number INTEGER NOT NULL CHECK (number >= 1),
        sha256 TEXT NOT NULL CHECK (length(sha256) IN (0, 64)),
        rows INTEGER NOT NULL CHECK (rows >= 0),
        signer TEXT NOT NULL,
        tablet TEXT NOT NULL DEFAULT '',
        last INTEGER NOT NULL DEFAULT 0 CHECK (last IN (0, 1)),
        day TEXT NOT NULL,
        PRIMARY KEY (store_id, number)
    ) STRICT, WITHOUT ROWID""",
    # Who may bring records here. A store is bound to the key that it first came with.
    """CREATE TABLE signer (
        fingerprint TEXT PRIMARY KEY CHECK (length(fingerprint) = 32),
        public TEXT NOT NULL,
        store_id TEXT NOT NULL,
        tablet TEXT NOT NULL DEFAULT '',
        status TEXT NOT NULL CHECK (status IN ('held', 'accepted', 'struck')),
        day TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    # What the office has said that it holds; a record is carried again when it has changed since.
    """CREATE TABLE receipt (
        record_id TEXT PRIMARY KEY,
        gone INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        hash BLOB NOT NULL
    ) STRICT, WITHOUT ROWID""",
    # What could not be taken in, with the reason. `digest` keeps the same thing from being kept twice.
    """CREATE TABLE quarantine (
        digest TEXT PRIMARY KEY,
        store_id TEXT NOT NULL,
        number INTEGER NOT NULL,
        file TEXT NOT NULL,
        line INTEGER NOT NULL,
        reason TEXT NOT NULL,
        record_id TEXT NOT NULL,
        body BLOB NOT NULL,
        day TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    # Role, act, when, and at most one count and one id: never an answer or a name.
    """CREATE TABLE audit (
        n INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        role TEXT NOT NULL,
        act TEXT NOT NULL,
        count INTEGER NOT NULL,
        subject TEXT NOT NULL,
        hash TEXT NOT NULL CHECK (length(hash) = 64)
    ) STRICT""",
    # What the office writes about a record (tag, status, transcript, translation, quote), sealed too.
    """CREATE TABLE annotation (
        id TEXT PRIMARY KEY CHECK (length(id) = 36),
        record_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        revision INTEGER NOT NULL CHECK (revision >= 1),
        key TEXT NOT NULL,
        sealed BLOB NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX annotation_record ON annotation (record_id)",
    # A count as it was last published ("today so far"), JSON.
    """CREATE TABLE snapshot (
        event_id TEXT NOT NULL,
        name TEXT NOT NULL,
        body TEXT NOT NULL CHECK (json_valid(body)),
        PRIMARY KEY (event_id, name)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL CHECK (json_valid(value))
    ) STRICT, WITHOUT ROWID""",
)


# Records as they are read and written everywhere, in the order of records.COLUMNS.
SELECT = "SELECT id, key, event_id, activity, form_version, day, revision, gone, lookup, sealed FROM record"
ROWS = (
    "INSERT INTO record"
    " (id, key, event_id, activity, form_version, day, revision, gone, lookup, sealed, hash)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
)


@MIGRATIONS()
def m001_first(db: Database) -> None:
    """Every table of the first release."""
    for statement in FIRST:
        db.execute(statement)


@MIGRATIONS()
def m002_disclosures(db: Database) -> None:
    """Whose contact details a team was given, for what and by which way: no name, no address."""
    db.execute("""CREATE TABLE disclosure (
        record_id TEXT NOT NULL CHECK (length(record_id) = 36),
        event_id TEXT NOT NULL,
        organisation TEXT NOT NULL,
        purpose TEXT NOT NULL,
        channel TEXT NOT NULL,
        day TEXT NOT NULL,
        PRIMARY KEY (record_id, organisation, purpose, channel)
    ) STRICT, WITHOUT ROWID""")


@MIGRATIONS()
def m003_working_together(db: Database) -> None:
    """How an approved question is answered, and by when a reply said that more would come."""
    db.execute("ALTER TABLE idea ADD COLUMN answers TEXT NOT NULL DEFAULT '' CHECK (length(answers) <= 32)")
    db.execute("ALTER TABLE reply ADD COLUMN by_when TEXT NOT NULL DEFAULT '' CHECK (length(by_when) <= 10)")


@MIGRATIONS()
def m004_reply_activity(db: Database) -> None:
    """The activity whose promise a reply answers."""
    db.execute(
        "ALTER TABLE reply ADD COLUMN activity TEXT NOT NULL DEFAULT '' CHECK (length(activity) <= 128)"
    )


def is_newer(db: Database) -> bool:
    """Whether a newer program has changed this database in ways that this one does not know."""
    known = {migration.name for migration in MIGRATIONS._migrations}
    return any(migration.name not in known for migration in MIGRATIONS.applied(db))
