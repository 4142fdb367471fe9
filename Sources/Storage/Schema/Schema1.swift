/// Professionals, their times, holds, bookings, descriptions and the access log.
enum Schema1 {
    static let step = SchemaStep(number: 1, sqlite: sqlite, postgreSQL: "")

    private static let sqlite = """
        -- What kind of store this is; one row.
        CREATE TABLE store (
            id               INTEGER PRIMARY KEY CHECK (id = 1),
            is_demonstration INTEGER NOT NULL CHECK (is_demonstration IN (0, 1))
        ) STRICT;

        CREATE TABLE professional (
            id            TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
            name          TEXT NOT NULL,
            task          TEXT NOT NULL,
            municipality  TEXT NOT NULL CHECK (length(municipality) = 3)
        ) STRICT;

        -- Times are whole minutes in seconds since 1970, UTC. Methods are a sum: phone 1, remote 2, office 4.
        CREATE TABLE slot (
            id               INTEGER PRIMARY KEY,
            professional     TEXT NOT NULL REFERENCES professional (id),
            start            INTEGER NOT NULL CHECK (start % 60 = 0),
            finish           INTEGER NOT NULL CHECK (finish > start AND finish - start <= 28800),
            appointment_type TEXT NOT NULL,
            task             TEXT NOT NULL,
            methods          INTEGER NOT NULL CHECK (methods BETWEEN 1 AND 7),
            municipality     TEXT NOT NULL CHECK (length(municipality) = 3),
            UNIQUE (professional, start)
        ) STRICT;
        CREATE INDEX slot_by_task ON slot (task, start);
        CREATE INDEX slot_by_start ON slot (start);

        -- A professional is never in two places. No slot is longer than 8 hours: the search stays short.
        CREATE TRIGGER slot_overlaps_on_insert BEFORE INSERT ON slot
        WHEN EXISTS (SELECT 1 FROM slot WHERE professional = NEW.professional
                     AND start < NEW.finish AND start > NEW.start - 28800 AND finish > NEW.start)
        BEGIN SELECT RAISE (ABORT, 'overlapping slots of one professional'); END;
        CREATE TRIGGER slot_overlaps_on_update BEFORE UPDATE OF professional, start, finish ON slot
        WHEN EXISTS (SELECT 1 FROM slot WHERE professional = NEW.professional AND id <> NEW.id
                     AND start < NEW.finish AND start > NEW.start - 28800 AND finish > NEW.start)
        BEGIN SELECT RAISE (ABORT, 'overlapping slots of one professional'); END;

        CREATE TABLE hold (
            slot    INTEGER PRIMARY KEY REFERENCES slot (id),
            token   TEXT NOT NULL UNIQUE,
            expires INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE booking (
            id               INTEGER PRIMARY KEY,
            reference        TEXT NOT NULL UNIQUE CHECK (length(reference) = 8),
            slot             INTEGER NOT NULL REFERENCES slot (id),
            status           TEXT NOT NULL CHECK (status IN ('booked', 'cancelled')),
            method           TEXT NOT NULL CHECK (method IN ('phone', 'remote', 'office')),
            service          TEXT,
            client_name      TEXT NOT NULL,
            client_phone     TEXT NOT NULL,
            client_email     TEXT,
            client_language  TEXT NOT NULL,
            meeting_language TEXT NOT NULL,
            interpreter      TEXT,
            sign_language    INTEGER NOT NULL CHECK (sign_language IN (0, 1)),
            accessibility    TEXT,
            maker            TEXT NOT NULL CHECK (maker IN ('client', 'phone-service', 'professional')),
            made_at          INTEGER NOT NULL,
            cancelled_at     INTEGER,
            CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL))
        ) STRICT;
        -- A slot has at most one active booking.
        CREATE UNIQUE INDEX one_active_booking ON booking (slot) WHERE status <> 'cancelled';

        CREATE TABLE description (
            booking   INTEGER PRIMARY KEY REFERENCES booking (id),
            own_words TEXT NOT NULL,
            hope      TEXT NOT NULL,
            flags     TEXT NOT NULL,
            outcome   TEXT
        ) STRICT;

        CREATE TABLE described_answer (
            booking  INTEGER NOT NULL REFERENCES description (booking),
            position INTEGER NOT NULL,
            question TEXT NOT NULL,
            options  TEXT NOT NULL,
            asked    TEXT NOT NULL,
            told     TEXT NOT NULL,
            PRIMARY KEY (booking, position)
        ) STRICT, WITHOUT ROWID;

        -- Who read what, when and why (act 703/2023 10 §). Lines are added, never changed or removed.
        CREATE TABLE access_log (
            id        INTEGER PRIMARY KEY,
            at        INTEGER NOT NULL,
            user_id   TEXT NOT NULL,
            user_name TEXT NOT NULL,
            purpose   TEXT NOT NULL,
            data      TEXT NOT NULL,
            booking   INTEGER NOT NULL REFERENCES booking (id)
        ) STRICT;
        CREATE TRIGGER access_log_stays_as_it_is BEFORE UPDATE ON access_log
        BEGIN SELECT RAISE (ABORT, 'the access log is never changed'); END;
        CREATE TRIGGER access_log_stays BEFORE DELETE ON access_log
        BEGIN SELECT RAISE (ABORT, 'the access log is never shortened'); END;
        -- INSERT OR REPLACE removes a line without asking the trigger above.
        CREATE TRIGGER access_log_line_stays BEFORE INSERT ON access_log
        WHEN EXISTS (SELECT 1 FROM access_log WHERE id = NEW.id)
        BEGIN SELECT RAISE (ABORT, 'the access log is never changed'); END;
        """
}
