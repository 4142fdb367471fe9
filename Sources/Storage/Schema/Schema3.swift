/// Those who work for the county: accounts, a log of what they tried too, records of advice, calls.
enum Schema3 {
    static let step = SchemaStep(number: 3, sqlite: sqlite, postgreSQL: "")

    private static let sqlite = """
        CREATE TABLE staff (
            id              TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
            name            TEXT NOT NULL,
            role            TEXT NOT NULL CHECK (role IN ('phone-service', 'professional', 'supervisor', 'main-user')),
            -- A yescrypt hash; null until a first password is set.
            password        TEXT,
            wrong_passwords INTEGER NOT NULL DEFAULT 0,
            is_locked       INTEGER NOT NULL DEFAULT 0 CHECK (is_locked IN (0, 1)),
            made_at         INTEGER NOT NULL,
            password_at     INTEGER
        ) STRICT;

        -- As in the first step, with whose data it is, refused tries, and what is about no booking.
        DROP TRIGGER access_log_stays_as_it_is;
        DROP TRIGGER access_log_stays;
        DROP TRIGGER access_log_line_stays;
        ALTER TABLE access_log RENAME TO access_log_before;
        CREATE TABLE access_log (
            id         INTEGER PRIMARY KEY,
            at         INTEGER NOT NULL,
            user_id    TEXT NOT NULL,
            user_name  TEXT NOT NULL,
            purpose    TEXT NOT NULL,
            data       TEXT NOT NULL,
            provider   TEXT NOT NULL,
            booking    INTEGER REFERENCES booking (id),
            is_refused INTEGER NOT NULL CHECK (is_refused IN (0, 1))
        ) STRICT;
        INSERT INTO access_log SELECT id, at, user_id, user_name, purpose, data, '', booking, 0 FROM access_log_before;
        DROP TABLE access_log_before;
        CREATE INDEX access_log_of_booking ON access_log (booking);
        CREATE INDEX access_log_of_user ON access_log (user_id, at);
        CREATE TRIGGER access_log_stays_as_it_is BEFORE UPDATE ON access_log
        BEGIN SELECT RAISE (ABORT, 'the access log is never changed'); END;
        -- Twelve years (DOMAIN: act 703/2023), by the database's own clock; 4383 days are twelve years.
        CREATE TRIGGER access_log_stays BEFORE DELETE ON access_log WHEN OLD.at > unixepoch() - 4383 * 86400
        BEGIN SELECT RAISE (ABORT, 'the access log is never shortened'); END;
        CREATE TRIGGER access_log_line_stays BEFORE INSERT ON access_log
        WHEN EXISTS (SELECT 1 FROM access_log WHERE id = NEW.id)
        BEGIN SELECT RAISE (ABORT, 'the access log is never changed'); END;

        ALTER TABLE booking ADD COLUMN guard_reason TEXT;
        -- When the client made contact, of a booking that was moved or handed over since; else made_at.
        ALTER TABLE booking ADD COLUMN contacted_at INTEGER;
        -- When what was written about it was removed.
        ALTER TABLE booking ADD COLUMN purged_at INTEGER;
        -- The token of the hold it was made from: who asks twice because an answer was lost gets the same booking.
        ALTER TABLE booking ADD COLUMN made_with TEXT;
        CREATE UNIQUE INDEX booking_made_once ON booking (made_with) WHERE made_with IS NOT NULL;
        -- What a professional records after a meeting.
        CREATE TABLE advice (
            booking INTEGER PRIMARY KEY REFERENCES booking (id),
            text    TEXT NOT NULL,
            stored  TEXT NOT NULL,
            shared  TEXT NOT NULL,
            user_id TEXT NOT NULL,
            at      INTEGER NOT NULL
        ) STRICT;

        -- As in the first step; a description that goes to another booking takes its answers along.
        ALTER TABLE described_answer RENAME TO described_answer_before;
        CREATE TABLE described_answer (
            booking  INTEGER NOT NULL REFERENCES description (booking) ON UPDATE CASCADE,
            position INTEGER NOT NULL,
            question TEXT NOT NULL,
            options  TEXT NOT NULL,
            asked    TEXT NOT NULL,
            told     TEXT NOT NULL,
            PRIMARY KEY (booking, position)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO described_answer SELECT * FROM described_answer_before;
        DROP TABLE described_answer_before;

        -- What is typed during a call, one for each of the staff.
        CREATE TABLE call_draft (
            staff TEXT PRIMARY KEY REFERENCES staff (id),
            text  TEXT NOT NULL,
            at    INTEGER NOT NULL
        ) STRICT;

        -- As in the second step, with calls that end with a booking.
        ALTER TABLE journey RENAME TO journey_before;
        CREATE TABLE journey (
            day      TEXT NOT NULL,
            language TEXT NOT NULL,
            event    TEXT NOT NULL CHECK (event IN ('began', 'outcome', 'booked', 'left', 'call', 'call-booked')),
            place    TEXT NOT NULL,
            count    INTEGER NOT NULL,
            PRIMARY KEY (day, language, event, place)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO journey SELECT day, language, event, place, count FROM journey_before;
        DROP TABLE journey_before;
        """
}
