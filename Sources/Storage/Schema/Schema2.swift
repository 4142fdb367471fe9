/// What a booking core needs beyond one slot and one client: absences, seats, moves, rights,
/// messages, journeys.
enum Schema2 {
    static let step = SchemaStep(number: 2, sqlite: sqlite, postgreSQL: "")

    private static let sqlite = """
        ALTER TABLE professional ADD COLUMN team TEXT;
        -- Codes between spaces, for example ' fi sv '; empty where nobody said.
        ALTER TABLE professional ADD COLUMN languages TEXT NOT NULL DEFAULT '';
        ALTER TABLE professional ADD COLUMN left_at INTEGER;

        -- How many clients one time takes; more than one for an information session.
        ALTER TABLE slot ADD COLUMN seats INTEGER NOT NULL DEFAULT 1 CHECK (seats BETWEEN 1 AND 200);
        -- What the time is for where it is for no client; nobody can book it.
        ALTER TABLE slot ADD COLUMN purpose TEXT CHECK (purpose <> '');
        -- 1 for a time that only a booking right opens.
        ALTER TABLE slot ADD COLUMN by_right INTEGER NOT NULL DEFAULT 0 CHECK (by_right IN (0, 1));

        -- As in the first step, but with one look: a professional's slots do not overlap, so only the last one that
        -- starts before the new one ends can be in its way.
        DROP TRIGGER slot_overlaps_on_insert;
        CREATE TRIGGER slot_overlaps_on_insert BEFORE INSERT ON slot
        WHEN NEW.start < (SELECT finish FROM slot WHERE professional = NEW.professional AND start < NEW.finish
                          ORDER BY start DESC LIMIT 1)
        BEGIN SELECT RAISE (ABORT, 'overlapping slots of one professional'); END;

        -- How many seats are booked, kept by the triggers below: what is free, and when somebody is busy, is found
        -- by an index however many times are booked already.
        ALTER TABLE slot ADD COLUMN booked INTEGER NOT NULL DEFAULT 0 CHECK (booked >= 0);
        UPDATE slot SET booked = (SELECT count(*) FROM booking WHERE slot = slot.id AND status <> 'cancelled');
        DROP INDEX slot_by_task;
        DROP INDEX slot_by_start;
        CREATE INDEX free_slot_by_task ON slot (task, start)
            WHERE booked < seats AND purpose IS NULL AND by_right = 0;
        CREATE INDEX free_slot_by_start ON slot (start)
            WHERE booked < seats AND purpose IS NULL AND by_right = 0;
        CREATE INDEX booked_slot ON slot (professional, start, finish, booked) WHERE booked > 0;

        -- Nobody can book a time of an absence.
        CREATE TABLE absence (
            id           INTEGER PRIMARY KEY,
            professional TEXT NOT NULL REFERENCES professional (id),
            start        INTEGER NOT NULL,
            finish       INTEGER NOT NULL CHECK (finish > start),
            reason       TEXT NOT NULL,
            made_at      INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX absence_of_professional ON absence (professional, start);

        -- A hold keeps one seat. Holds live for minutes: none is worth moving over.
        DROP TABLE hold;
        CREATE TABLE hold (
            slot    INTEGER NOT NULL REFERENCES slot (id),
            seat    INTEGER NOT NULL CHECK (seat >= 1),
            token   TEXT NOT NULL,
            -- From 0; a work pair's time is one seat of each, held under one token.
            position INTEGER NOT NULL DEFAULT 0,
            expires INTEGER NOT NULL,
            -- When it was first held; renewing does not change it. The rules of a booking count from here.
            made_at INTEGER NOT NULL,
            -- The right that opened the time.
            booking_right INTEGER REFERENCES booking_right (id),
            PRIMARY KEY (slot, seat),
            UNIQUE (token, position)
        ) STRICT, WITHOUT ROWID;

        -- Leave to book, given by a professional to one client after a meeting.
        CREATE TABLE booking_right (
            id               INTEGER PRIMARY KEY,
            code             TEXT NOT NULL UNIQUE CHECK (length(code) = 8),
            appointment_type TEXT NOT NULL,
            -- Any worker of it; null where workers are named below.
            team             TEXT,
            client_name      TEXT NOT NULL,
            client_phone     TEXT NOT NULL,
            uses             INTEGER NOT NULL CHECK (uses BETWEEN 1 AND 50),
            expires          INTEGER NOT NULL,
            granted_by       TEXT NOT NULL,
            granted_at       INTEGER NOT NULL,
            withdrawn_at     INTEGER
        ) STRICT;
        CREATE INDEX right_by_phone ON booking_right (client_phone);
        -- Whom a right names: one worker, or all of a work pair.
        CREATE TABLE right_worker (
            booking_right INTEGER NOT NULL REFERENCES booking_right (id),
            position      INTEGER NOT NULL,
            professional  TEXT NOT NULL REFERENCES professional (id),
            PRIMARY KEY (booking_right, position)
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE booking ADD COLUMN seat INTEGER NOT NULL DEFAULT 1 CHECK (seat >= 1);
        ALTER TABLE booking ADD COLUMN cancelled_by TEXT
            CHECK (cancelled_by IN ('client', 'phone-service', 'professional', 'county'));
        ALTER TABLE booking ADD COLUMN cancel_reason TEXT;
        -- The booking that took this one's place: a move is a new booking plus a cancellation.
        ALTER TABLE booking ADD COLUMN moved_to INTEGER REFERENCES booking (id)
            CHECK (moved_to IS NULL OR status = 'cancelled');
        -- The booking this one is a part of: the other professionals of a work pair.
        ALTER TABLE booking ADD COLUMN part_of INTEGER REFERENCES booking (id);
        -- Equal in all bookings of one series.
        ALTER TABLE booking ADD COLUMN series TEXT;
        ALTER TABLE booking ADD COLUMN booking_right INTEGER REFERENCES booking_right (id);
        ALTER TABLE booking ADD COLUMN attendance TEXT CHECK (attendance IN ('met', 'no-show'));
        CREATE INDEX booking_by_phone ON booking (client_phone) WHERE status <> 'cancelled';
        CREATE INDEX booking_by_right ON booking (booking_right) WHERE booking_right IS NOT NULL;
        CREATE INDEX booking_part ON booking (part_of) WHERE part_of IS NOT NULL;

        -- A seat has at most one active booking, and a slot no more seats than it has.
        DROP INDEX one_active_booking;
        CREATE UNIQUE INDEX one_active_booking ON booking (slot, seat) WHERE status <> 'cancelled';
        CREATE TRIGGER seat_exists BEFORE INSERT ON booking
        WHEN NEW.seat > (SELECT seats FROM slot WHERE id = NEW.slot)
            OR (SELECT purpose FROM slot WHERE id = NEW.slot) IS NOT NULL
        BEGIN SELECT RAISE (ABORT, 'no such seat'); END;

        -- Whoever was typing when an absence was recorded comes too late.
        CREATE TRIGGER professional_is_there BEFORE INSERT ON booking
        WHEN EXISTS (SELECT 1 FROM slot JOIN absence ON absence.professional = slot.professional
                     WHERE slot.id = NEW.slot AND absence.start < slot.finish AND absence.finish > slot.start)
        BEGIN SELECT RAISE (ABORT, 'the professional is absent'); END;
        CREATE TRIGGER booking_counts AFTER INSERT ON booking WHEN NEW.status <> 'cancelled'
        BEGIN UPDATE slot SET booked = booked + 1 WHERE id = NEW.slot; END;
        CREATE TRIGGER booking_counts_on_update AFTER UPDATE OF status, slot ON booking
        BEGIN
            UPDATE slot SET booked = booked - 1 WHERE id = OLD.slot AND OLD.status <> 'cancelled';
            UPDATE slot SET booked = booked + 1 WHERE id = NEW.slot AND NEW.status <> 'cancelled';
        END;
        CREATE TRIGGER booking_counts_on_delete AFTER DELETE ON booking WHEN OLD.status <> 'cancelled'
        BEGIN UPDATE slot SET booked = booked - 1 WHERE id = OLD.slot; END;

        -- What is still to be told, and what was told: written in the transaction of the change itself.
        CREATE TABLE message (
            id           INTEGER PRIMARY KEY,
            -- Sent with the message: a receiver that gets it twice can tell.
            key          TEXT NOT NULL UNIQUE,
            booking      INTEGER NOT NULL REFERENCES booking (id),
            kind         TEXT NOT NULL CHECK (kind IN
                ('confirmation', 'change', 'cancellation', 'handover', 'reminder', 'by-hand')),
            channel      TEXT NOT NULL CHECK (channel IN ('sms', 'email')),
            recipient    TEXT NOT NULL,
            language     TEXT NOT NULL,
            -- Only of a message by hand: the professional's own words.
            text         TEXT,
            due          INTEGER NOT NULL,
            sent_at      INTEGER,
            withdrawn_at INTEGER,
            attempts     INTEGER NOT NULL DEFAULT 0,
            failure      TEXT,
            dead_at      INTEGER
        ) STRICT;
        CREATE INDEX message_to_send ON message (due)
            WHERE sent_at IS NULL AND withdrawn_at IS NULL AND dead_at IS NULL;
        CREATE INDEX message_of_booking ON message (booking);

        -- How visits went: counts only, by local day; no row is about one person.
        CREATE TABLE journey (
            day      TEXT NOT NULL,
            language TEXT NOT NULL,
            -- what happened; and the outcome or question
            event    TEXT NOT NULL CHECK (event IN ('began', 'outcome', 'booked', 'left', 'call')),
            place    TEXT NOT NULL,
            count    INTEGER NOT NULL,
            PRIMARY KEY (day, language, event, place)
        ) STRICT, WITHOUT ROWID;
        """
}
