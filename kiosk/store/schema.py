"""The tables, as migrations that sqlite-utils applies in order. A published migration never changes: add the next one.

What must always hold is a CHECK or an index here, so that no code path can break it: one live parcel a waybill,
one entry set an act, and no waybill or hint left on a parcel that was handed over.

This file is longer than 300 lines because a store's whole history is one list, to be read in order.
"""

from kiosk.errors import StoreFault
from kiosk.store.lean import Migrations, SqliteUtils

migrations = Migrations("kiosk")


@migrations()
def parcels(db: SqliteUtils) -> None:
    """Moments are whole microseconds since 1970 (UTC), days are ISO 8601, digests are 32 bytes (`KeyRing.digest`).

    A list of three or more after IN would be built anew for each row, which made an insert twice as slow; OR is not.
    """
    db.execute("""
        CREATE TABLE parcels (
            id INTEGER PRIMARY KEY,
            waybill TEXT,
            waybill_digest BLOB NOT NULL CHECK (length(waybill_digest) = 32),
            carrier TEXT,
            place TEXT,
            state TEXT NOT NULL CHECK (state = 'expected' OR state = 'waiting' OR state = 'released' OR state = 'unchecked' OR
                                       state = 'handed_over' OR state = 'returned' OR state = 'missing' OR state = 'disputed'),
            since INTEGER NOT NULL,
            created INTEGER NOT NULL,
            leaves TEXT NOT NULL CHECK (leaves = 'label' OR leaves = 'clerk' OR leaves = 'tap'),
            held TEXT,
            last_day TEXT CHECK (last_day IS date(last_day)),
            hint TEXT CHECK (length(hint) <= 4),
            CHECK (state <> 'handed_over' OR waybill IS NULL),
            CHECK (state NOT IN ('handed_over', 'returned') OR hint IS NULL)
        ) STRICT""")
    # One index for both questions: is there a live one (at most one: 0), and which are gone. A handover touches one page of it.
    db.execute("""
        CREATE UNIQUE INDEX parcels_by_waybill ON parcels
            (waybill_digest, (CASE WHEN state IN ('handed_over', 'returned') THEN id ELSE 0 END))""")
    db.execute("""
        CREATE INDEX parcels_in_doubt ON parcels (state) WHERE state IN ('unchecked', 'missing', 'disputed')""")


@migrations()
def pickups(db: SqliteUtils) -> None:
    """One pickup: its codes as digests, and its parcels. A digest tells its kind apart by itself (domain separation)."""
    db.execute("CREATE TABLE pickups (id INTEGER PRIMARY KEY, made INTEGER NOT NULL, revoked INTEGER) STRICT")
    db.execute("""
        CREATE TABLE codes (
            digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
            kind TEXT NOT NULL CHECK (kind IN ('token', 'typed', 'carrier')),
            pickup INTEGER NOT NULL REFERENCES pickups
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX codes_by_pickup ON codes (pickup)")
    db.execute("""
        CREATE TABLE pickup_parcels (
            pickup INTEGER NOT NULL REFERENCES pickups,
            parcel INTEGER NOT NULL REFERENCES parcels,
            PRIMARY KEY (pickup, parcel)
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX pickups_by_parcel ON pickup_parcels (parcel)")


@migrations()
def visits(db: SqliteUtils) -> None:
    """One open visit, whichever station it was opened at, and the pickups whose codes were shown in it."""
    db.execute("""
        CREATE TABLE visits (
            id INTEGER PRIMARY KEY,
            station TEXT NOT NULL,
            opened INTEGER NOT NULL,
            shown INTEGER NOT NULL,
            closed INTEGER
        ) STRICT""")
    db.execute("CREATE INDEX visits_open ON visits (opened) WHERE closed IS NULL")
    db.execute("""
        CREATE TABLE visit_pickups (
            visit INTEGER NOT NULL REFERENCES visits,
            pickup INTEGER NOT NULL REFERENCES pickups,
            PRIMARY KEY (visit, pickup)
        ) STRICT, WITHOUT ROWID""")
    db.execute("CREATE INDEX visits_by_pickup ON visit_pickups (pickup)")


@migrations()
def attempts(db: SqliteUtils) -> None:
    """Wrong typed codes of each keypad: what a lockout needs to outlive a restart."""
    db.execute("""
        CREATE TABLE attempts (
            station TEXT PRIMARY KEY,
            wrong INTEGER NOT NULL CHECK (wrong >= 0),
            day TEXT NOT NULL CHECK (day IS date(day)),
            locked_seconds REAL NOT NULL CHECK (locked_seconds >= 0),
            boot_id TEXT NOT NULL,
            boottime REAL NOT NULL
        ) STRICT""")


@migrations()
def journal(db: SqliteUtils) -> None:
    """The ledger's entries, and its head: how many there are and the tree's frontier."""
    db.execute("""
        CREATE TABLE journal (
            seq INTEGER PRIMARY KEY CHECK (seq >= 0),
            body BLOB NOT NULL,
            leaf_hash BLOB NOT NULL CHECK (length(leaf_hash) = 32),
            act BLOB NOT NULL CHECK (length(act) = 16),
            part INTEGER NOT NULL CHECK (part >= 0),
            UNIQUE (act, part)
        ) STRICT""")
    db.execute("""
        CREATE TABLE ledger (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            kiosk TEXT NOT NULL,
            size INTEGER NOT NULL CHECK (size >= 0),
            frontier BLOB NOT NULL
        ) STRICT""")


@migrations()
def clerks(db: SqliteUtils) -> None:
    """Clerks by short name; PIN as an Argon2id hash, badge as a digest; wrong PINs in a row; since when they are on shift."""
    db.execute("""
        CREATE TABLE clerks (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            name_key TEXT NOT NULL UNIQUE,
            role TEXT NOT NULL CHECK (role IN ('clerk', 'supervisor', 'technician')),
            badge BLOB UNIQUE CHECK (length(badge) = 32),
            pin TEXT NOT NULL CHECK (pin LIKE '$argon2id$%'),
            made INTEGER NOT NULL,
            disabled INTEGER,
            wrong INTEGER NOT NULL DEFAULT 0 CHECK (wrong >= 0),
            rest_seconds REAL NOT NULL DEFAULT 0 CHECK (rest_seconds >= 0),
            boot_id TEXT NOT NULL DEFAULT '',
            boottime REAL NOT NULL DEFAULT 0,
            shift INTEGER,
            CHECK (disabled IS NULL OR (badge IS NULL AND shift IS NULL))
        ) STRICT""")


@migrations()
def columns(db: SqliteUtils) -> None:
    """How a carrier heads the columns of its manifests, where a depot had to say so."""
    db.execute("""
        CREATE TABLE columns (
            carrier TEXT NOT NULL,
            need TEXT NOT NULL,
            header TEXT NOT NULL,
            PRIMARY KEY (carrier, need)
        ) STRICT, WITHOUT ROWID""")


@migrations()
def overrides(db: SqliteUtils) -> None:
    """Parcels released by hand: who, why, what was checked, who signed, too; undone, settled or corrected. One pending a parcel."""
    db.execute("""
        CREATE TABLE overrides (
            id INTEGER PRIMARY KEY,
            parcel INTEGER NOT NULL REFERENCES parcels,
            clerk INTEGER NOT NULL REFERENCES clerks,
            reason TEXT NOT NULL,
            words TEXT NOT NULL CHECK (length(words) <= 80),
            checked INTEGER NOT NULL CHECK (checked IN (0, 1)),
            made INTEGER NOT NULL,
            state_before TEXT NOT NULL,
            since_before INTEGER NOT NULL,
            needs_second INTEGER NOT NULL CHECK (needs_second IN (0, 1)),
            second INTEGER REFERENCES clerks CHECK (second <> clerk),
            undone INTEGER,
            settled INTEGER,
            corrected INTEGER,
            CHECK (undone IS NULL OR settled IS NULL)
        ) STRICT""")
    db.execute("""
        CREATE UNIQUE INDEX overrides_pending ON overrides (parcel) WHERE undone IS NULL AND settled IS NULL""")
    db.execute("""
        CREATE INDEX overrides_owed ON overrides (made) WHERE needs_second AND second IS NULL AND undone IS NULL""")


@migrations()
def outbox(db: SqliteUtils) -> None:
    """What is to be told yet, in plain: typed codes to people, departures to carriers. Whatever act a parcel leaves by, it is noted."""
    db.execute("""
        CREATE TABLE notices (
            parcel INTEGER PRIMARY KEY REFERENCES parcels,
            pickup INTEGER NOT NULL REFERENCES pickups,
            code TEXT NOT NULL,
            made INTEGER NOT NULL
        ) STRICT""")
    db.execute("CREATE INDEX notices_by_pickup ON notices (pickup)")
    db.execute("""
        CREATE TABLE departures (
            parcel INTEGER PRIMARY KEY REFERENCES parcels,
            carrier TEXT,
            waybill TEXT NOT NULL,
            at INTEGER NOT NULL,
            result TEXT NOT NULL CHECK (result = 'handed_over' OR result = 'returned')
        ) STRICT""")
    db.execute("""
        CREATE TRIGGER parcel_leaves AFTER UPDATE OF state ON parcels
        WHEN new.state = 'handed_over' OR new.state = 'returned' BEGIN
            DELETE FROM notices WHERE parcel = new.id;
            INSERT OR REPLACE INTO departures SELECT new.id, new.carrier, old.waybill, new.since, new.state
                WHERE old.waybill IS NOT NULL;
        END""")
    db.execute("""
        CREATE TRIGGER parcel_comes_back AFTER UPDATE OF state ON parcels
        WHEN new.state <> 'handed_over' AND new.state <> 'returned' AND old.state IN ('handed_over', 'returned') BEGIN
            DELETE FROM departures WHERE parcel = new.id;
        END""")
    db.execute("""
        CREATE TRIGGER code_is_revoked AFTER UPDATE OF revoked ON pickups WHEN new.revoked IS NOT NULL BEGIN
            DELETE FROM notices WHERE pickup = new.id;
        END""")


@migrations()
def parcels_seen(db: SqliteUtils) -> None:
    """When a clerk last had the parcel in hand at its place: the mix-up finder looks from then on. Until then, when it was made."""
    db.execute("ALTER TABLE parcels ADD COLUMN seen INTEGER")


@migrations()
def parcels_searched(db: SqliteUtils) -> None:
    """What a clerk searches by while a parcel is here: the end of its waybill, its place, its hint. None outlives its parcel's own."""
    db.execute("""
        CREATE INDEX parcels_by_ending ON parcels (substr(waybill, -3), substr(waybill, -4, 1)) WHERE waybill IS NOT NULL""")
    db.execute("""
        CREATE INDEX parcels_by_place ON parcels (place) WHERE place IS NOT NULL AND waybill IS NOT NULL""")
    db.execute("CREATE INDEX parcels_by_hint ON parcels (hint) WHERE hint IS NOT NULL")


@migrations()
def sealed_journal(db: SqliteUtils) -> None:
    """Entries sealed under the keys of subjects. A row's `hashes`: its leaf's, then those of the full subtrees that it completes.

    A subject is known by its first entry, a number that is never given again; its key goes with its row.
    """
    if db.execute("SELECT 1 FROM journal LIMIT 1").fetchone():
        raise StoreFault("This store was made by a trial version whose ledger was not sealed. Make a new kiosk.")
    db.execute("DROP TABLE journal")
    db.execute("""
        CREATE TABLE journal (
            seq INTEGER PRIMARY KEY CHECK (seq >= 0),
            subject INTEGER NOT NULL,
            sealed BLOB NOT NULL,
            hashes BLOB NOT NULL CHECK (length(hashes) >= 32 AND length(hashes) % 32 = 0),
            act BLOB NOT NULL CHECK (length(act) = 16),
            part INTEGER NOT NULL CHECK (part >= 0),
            UNIQUE (act, part)
        ) STRICT""")
    db.execute("CREATE INDEX journal_by_subject ON journal (subject)")
    db.execute("""
        CREATE TABLE subjects (
            first INTEGER PRIMARY KEY CHECK (first >= 0),
            name TEXT NOT NULL UNIQUE,
            key BLOB NOT NULL CHECK (length(key) = 32)
        ) STRICT""")
    db.execute("ALTER TABLE ledger ADD COLUMN epoch INTEGER NOT NULL DEFAULT 1 CHECK (epoch >= 1)")


@migrations()
def parcels_listed(db: SqliteUtils) -> None:
    """The two long lists of the desk, which stand open all day: by age, and past their day."""
    db.execute("CREATE INDEX parcels_by_age ON parcels (since) WHERE state = 'waiting'")
    db.execute("CREATE INDEX parcels_by_day ON parcels (last_day) WHERE state = 'waiting' AND last_day IS NOT NULL")


@migrations()
def witnesses(db: SqliteUtils) -> None:
    """Checkpoints that were given away; and the depot's tag, which their origin begins with."""
    db.execute("ALTER TABLE ledger ADD COLUMN depot TEXT NOT NULL DEFAULT '0000'")
    db.execute("""
        CREATE TABLE witnesses (
            size INTEGER NOT NULL CHECK (size >= 0),
            origin TEXT NOT NULL,
            root BLOB NOT NULL CHECK (length(root) = 32),
            key_id BLOB NOT NULL CHECK (length(key_id) = 4),
            signature BLOB NOT NULL CHECK (length(signature) = 64),
            how TEXT NOT NULL CHECK (how IN ('receipt', 'shift_end', 'backup', 'asked', 'interval')),
            at INTEGER NOT NULL,
            UNIQUE (size, origin)
        ) STRICT""")
    db.execute("CREATE INDEX witnesses_by_how ON witnesses (how)")


@migrations()
def clocks(db: SqliteUtils) -> None:
    """What the clocks said when retention was last seen to: the moment taken for true, and how far the wall clock was from it."""
    db.execute("""
        CREATE TABLE clocks (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            at INTEGER NOT NULL,
            doubt TEXT CHECK (doubt IN ('back', 'forward')),
            moved INTEGER NOT NULL,
            boottime REAL NOT NULL,
            boot_id TEXT NOT NULL
        ) STRICT""")


@migrations()
def arriving(db: SqliteUtils) -> None:
    """Manifests that are being read or are on their way in, and their rows until they are parcels; codes as digests.

    `lines`: what its file had. `moved`, `paired`: the last digest of a waybill, and of a code, that was
    seen to. `taken`: how many became parcels so far.
    """
    db.execute("""
        CREATE TABLE imports (
            id INTEGER PRIMARY KEY,
            begun INTEGER NOT NULL,
            accepted INTEGER NOT NULL DEFAULT 0 CHECK (accepted IN (0, 1)),
            lines INTEGER NOT NULL DEFAULT 0,
            moved BLOB NOT NULL DEFAULT x'',
            paired BLOB NOT NULL DEFAULT x'',
            taken INTEGER NOT NULL DEFAULT 0
        ) STRICT""")
    db.execute("""
        CREATE TABLE arriving (
            row INTEGER PRIMARY KEY,
            import INTEGER NOT NULL,
            line INTEGER NOT NULL,
            code BLOB CHECK (length(code) = 32),
            waybill TEXT NOT NULL,
            waybill_digest BLOB NOT NULL CHECK (length(waybill_digest) = 32),
            carrier TEXT,
            place TEXT,
            state TEXT NOT NULL,
            leaves TEXT NOT NULL,
            last_day TEXT,
            hint TEXT
        ) STRICT""")
    db.execute("CREATE INDEX arriving_by_code ON arriving (import, code) WHERE code IS NOT NULL")


@migrations()
def parcels_moved(db: SqliteUtils) -> None:
    """When a parcel was last laid elsewhere: its customer may have been told another place."""
    db.execute("ALTER TABLE parcels ADD COLUMN moved INTEGER")
    db.execute("CREATE INDEX parcels_by_move ON parcels (moved) WHERE state = 'waiting' AND moved IS NOT NULL")


@migrations()
def witnesses_in_one_page(db: SqliteUtils) -> None:
    """Every receipt adds a witness, and each index would be one more page to encrypt and sync before DONE."""
    db.execute("ALTER TABLE witnesses RENAME TO witnesses_before")
    db.execute("""
        CREATE TABLE witnesses (
            size INTEGER NOT NULL CHECK (size >= 0),
            origin TEXT NOT NULL,
            root BLOB NOT NULL CHECK (length(root) = 32),
            key_id BLOB NOT NULL CHECK (length(key_id) = 4),
            signature BLOB NOT NULL CHECK (length(signature) = 64),
            how TEXT NOT NULL CHECK (how IN ('receipt', 'shift_end', 'backup', 'asked', 'interval')),
            at INTEGER NOT NULL,
            PRIMARY KEY (size, origin)
        ) STRICT, WITHOUT ROWID""")
    db.execute("INSERT INTO witnesses SELECT size, origin, root, key_id, signature, how, at FROM witnesses_before")
    db.execute("DROP TABLE witnesses_before")


@migrations()
def fewer_pages_an_act(db: SqliteUtils) -> None:
    """`gone`: a parcel's own id once it left, else 0. The index names it, not the state, which many acts change without a parcel leaving.

    And a subject's first entry is found by its number, so the index by subject holds only those that came later.
    """
    db.execute("ALTER TABLE parcels ADD COLUMN gone INTEGER NOT NULL DEFAULT 0")
    db.execute("UPDATE parcels SET gone = id WHERE state IN ('handed_over', 'returned')")
    db.execute("DROP INDEX parcels_by_waybill")
    db.execute("CREATE UNIQUE INDEX parcels_by_waybill ON parcels (waybill_digest, gone)")
    db.execute("DROP TRIGGER parcel_leaves")
    db.execute("""
        CREATE TRIGGER parcel_leaves AFTER UPDATE OF state ON parcels
        WHEN new.state = 'handed_over' OR new.state = 'returned' BEGIN
            UPDATE parcels SET gone = id WHERE id = new.id;
            DELETE FROM notices WHERE parcel = new.id;
            INSERT OR REPLACE INTO departures SELECT new.id, new.carrier, old.waybill, new.since, new.state
                WHERE old.waybill IS NOT NULL;
        END""")
    db.execute("DROP TRIGGER parcel_comes_back")
    db.execute("""
        CREATE TRIGGER parcel_comes_back AFTER UPDATE OF state ON parcels
        WHEN new.state <> 'handed_over' AND new.state <> 'returned' AND old.state IN ('handed_over', 'returned') BEGIN
            UPDATE parcels SET gone = 0 WHERE id = new.id;
            DELETE FROM departures WHERE parcel = new.id;
        END""")
    db.execute("DROP INDEX journal_by_subject")
    db.execute("CREATE INDEX journal_by_subject ON journal (subject) WHERE subject <> seq")
