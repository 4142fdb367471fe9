/// Clients as records of their own; a log of every change; times that can be closed and have an office; workers with
/// several service tasks and places; accounts with several roles.
///
/// A booking keeps the name, the number and the wishes that hold for it: a kiosk's login sees those of its own client by
/// them, and reads no row of `client`. A correction of the client writes both.
enum Schema7 {
    static let step = SchemaStep(
        number: 7, sqlite: sqlite, postgreSQL: postgreSQL, completion: { try ClientBackfill($0).run() })

    private static let sqlite = """
        CREATE TABLE client (
            id               INTEGER PRIMARY KEY,
            -- What makes two bookings one client's: the number and the name. Null of a client without a number, and of one
            -- whose data was removed.
            match_key        TEXT UNIQUE,
            name             TEXT NOT NULL,
            -- Empty of a client who has none.
            phone            TEXT NOT NULL,
            birth_year       INTEGER CHECK (birth_year >= 1900),
            email            TEXT,
            language         TEXT NOT NULL,
            meeting_language TEXT NOT NULL,
            interpreter      TEXT,
            sign_language    INTEGER NOT NULL CHECK (sign_language IN (0, 1)),
            accessibility    TEXT,
            messages         TEXT NOT NULL CHECK (messages IN ('both', 'sms', 'email', 'neutral', 'none')),
            -- Non-disclosure for safety (act 661/2009 36 §).
            is_protected     INTEGER NOT NULL DEFAULT 0 CHECK (is_protected IN (0, 1)),
            -- The record that stands for this one since staff joined the two.
            same_as          INTEGER REFERENCES client (id) CHECK (same_as <> id),
            -- One more with each correction.
            version          INTEGER NOT NULL DEFAULT 1,
            made_at          INTEGER NOT NULL,
            purged_at        INTEGER
        ) STRICT;
        CREATE INDEX client_by_phone ON client (phone) WHERE phone <> '';
        CREATE INDEX client_joined ON client (same_as) WHERE same_as IS NOT NULL;

        -- The words of clients' names as they are searched for, forwards and backwards: a word with one wrong letter has
        -- its beginning or its end.
        CREATE TABLE client_word (
            word     TEXT NOT NULL,
            client   INTEGER NOT NULL REFERENCES client (id),
            reversed TEXT NOT NULL,
            PRIMARY KEY (word, client)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX client_word_reversed ON client_word (reversed);
        CREATE INDEX client_word_of_client ON client_word (client);

        -- Every deed, with its doer and without values. Lines are added and never changed.
        CREATE TABLE change (
            id           INTEGER PRIMARY KEY,
            at           INTEGER NOT NULL,
            user_id      TEXT NOT NULL,
            user_name    TEXT NOT NULL,
            deed         TEXT NOT NULL,
            booking      INTEGER REFERENCES booking (id),
            client       INTEGER REFERENCES client (id),
            professional TEXT REFERENCES professional (id),
            -- Of an account of staff.
            account      TEXT,
            -- The names of what was changed.
            fields       TEXT NOT NULL DEFAULT '',
            count        INTEGER NOT NULL DEFAULT 1 CHECK (count >= 0),
            reason       TEXT,
            undoes       INTEGER UNIQUE REFERENCES change (id) CHECK (undoes < id)
        ) STRICT;
        CREATE INDEX change_at ON change (at);
        CREATE INDEX change_of_booking ON change (booking) WHERE booking IS NOT NULL;
        CREATE INDEX change_of_client ON change (client) WHERE client IS NOT NULL;
        CREATE TRIGGER change_stays_as_it_is BEFORE UPDATE ON change
        BEGIN SELECT RAISE (ABORT, 'the log of changes is never changed'); END;
        CREATE TRIGGER change_stays BEFORE DELETE ON change WHEN OLD.at > unixepoch() - 4383 * 86400
        BEGIN SELECT RAISE (ABORT, 'the log of changes is never shortened'); END;
        CREATE TRIGGER change_line_stays BEFORE INSERT ON change
        WHEN EXISTS (SELECT 1 FROM change WHERE id = NEW.id OR undoes = NEW.undoes)
        BEGIN SELECT RAISE (ABORT, 'the log of changes is never changed'); END;

        -- What a correction replaced; removed with the client.
        CREATE TABLE client_change (
            change   INTEGER NOT NULL REFERENCES change (id),
            field    TEXT NOT NULL,
            client   INTEGER NOT NULL REFERENCES client (id),
            old_value TEXT,
            new_value TEXT,
            PRIMARY KEY (change, field)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX client_change_of_client ON client_change (client);

        ALTER TABLE access_log ADD COLUMN scope TEXT;
        ALTER TABLE access_log ADD COLUMN identity TEXT;
        CREATE INDEX access_log_of_scope ON access_log (user_id, scope, at) WHERE scope IS NOT NULL;
        -- Whose data a look showed.
        CREATE TABLE access_seen (
            access INTEGER NOT NULL REFERENCES access_log (id),
            client INTEGER NOT NULL REFERENCES client (id),
            at     INTEGER NOT NULL,
            PRIMARY KEY (access, client)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX access_seen_of_client ON access_seen (client);
        CREATE TRIGGER access_seen_stays_as_it_is BEFORE UPDATE ON access_seen
        BEGIN SELECT RAISE (ABORT, 'the access log is never changed'); END;
        CREATE TRIGGER access_seen_stays BEFORE DELETE ON access_seen WHEN OLD.at > unixepoch() - 4383 * 86400
        BEGIN SELECT RAISE (ABORT, 'the access log is never shortened'); END;

        -- A time can be closed: its place in the timetable is free, and what was cancelled in it still has its time.
        DROP TRIGGER slot_overlaps_on_insert;
        DROP TRIGGER slot_overlaps_on_update;
        DROP TRIGGER seat_exists;
        DROP TRIGGER professional_is_there;
        DROP TRIGGER booking_counts;
        DROP TRIGGER booking_counts_on_update;
        DROP TRIGGER booking_counts_on_delete;
        CREATE TABLE slot_7 (
            id               INTEGER PRIMARY KEY,
            professional     TEXT NOT NULL REFERENCES professional (id),
            start            INTEGER NOT NULL CHECK (start % 60 = 0),
            finish           INTEGER NOT NULL CHECK (finish > start AND finish - start <= 28800),
            appointment_type TEXT NOT NULL,
            task             TEXT NOT NULL,
            methods          INTEGER NOT NULL CHECK (methods BETWEEN 1 AND 7),
            municipality     TEXT NOT NULL CHECK (length(municipality) = 3),
            seats            INTEGER NOT NULL DEFAULT 1 CHECK (seats BETWEEN 1 AND 200),
            purpose          TEXT CHECK (purpose <> ''),
            by_right         INTEGER NOT NULL DEFAULT 0 CHECK (by_right IN (0, 1)),
            booked           INTEGER NOT NULL DEFAULT 0 CHECK (booked >= 0),
            -- Its id in the county's content; null for the only office of the municipality.
            office           TEXT CHECK (office <> ''),
            closed_at        INTEGER CHECK (closed_at IS NULL OR booked = 0)
        ) STRICT;
        INSERT INTO slot_7 SELECT id, professional, start, finish, appointment_type, task, methods, municipality, seats,
            purpose, by_right, booked, NULL, NULL FROM slot;
        DROP TABLE slot;
        ALTER TABLE slot_7 RENAME TO slot;
        CREATE UNIQUE INDEX slot_of_professional ON slot (professional, start) WHERE closed_at IS NULL;
        CREATE INDEX free_slot_by_task ON slot (task, start)
            WHERE booked < seats AND purpose IS NULL AND by_right = 0 AND closed_at IS NULL;
        CREATE INDEX free_slot_by_start ON slot (start)
            WHERE booked < seats AND purpose IS NULL AND by_right = 0 AND closed_at IS NULL;
        CREATE INDEX booked_slot ON slot (professional, start, finish, booked) WHERE booked > 0;
        CREATE TRIGGER slot_overlaps_on_insert BEFORE INSERT ON slot
        WHEN NEW.closed_at IS NULL
            AND NEW.start < (SELECT finish FROM slot WHERE professional = NEW.professional AND start < NEW.finish
                             AND closed_at IS NULL ORDER BY start DESC LIMIT 1)
        BEGIN SELECT RAISE (ABORT, 'overlapping slots of one professional'); END;
        CREATE TRIGGER slot_overlaps_on_update BEFORE UPDATE OF professional, start, finish, closed_at ON slot
        WHEN NEW.closed_at IS NULL
            AND EXISTS (SELECT 1 FROM slot WHERE professional = NEW.professional AND id <> NEW.id
                        AND start < NEW.finish AND start > NEW.start - 28800 AND finish > NEW.start
                        AND closed_at IS NULL)
        BEGIN SELECT RAISE (ABORT, 'overlapping slots of one professional'); END;
        CREATE TRIGGER seat_exists BEFORE INSERT ON booking
        WHEN NEW.seat > (SELECT seats FROM slot WHERE id = NEW.slot)
            OR (SELECT purpose FROM slot WHERE id = NEW.slot) IS NOT NULL
            OR (SELECT closed_at FROM slot WHERE id = NEW.slot) IS NOT NULL
        BEGIN SELECT RAISE (ABORT, 'no such seat'); END;
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

        ALTER TABLE booking ADD COLUMN client INTEGER REFERENCES client (id);
        CREATE INDEX booking_of_client ON booking (client);
        ALTER TABLE booking ADD COLUMN wish TEXT NOT NULL DEFAULT 'both'
            CHECK (wish IN ('both', 'sms', 'email', 'neutral', 'none'));
        UPDATE booking SET wish = messages WHERE messages <> 'all';
        ALTER TABLE booking DROP COLUMN messages;
        ALTER TABLE booking RENAME COLUMN wish TO messages;
        -- On whose behalf it was made, and when they were born.
        ALTER TABLE booking ADD COLUMN on_behalf TEXT;
        ALTER TABLE booking ADD COLUMN on_behalf_born INTEGER CHECK (on_behalf_born >= 1900);
        -- The remark of one of the staff, and their name.
        ALTER TABLE booking ADD COLUMN note TEXT;
        ALTER TABLE booking ADD COLUMN note_by TEXT CHECK ((note IS NULL) = (note_by IS NULL));
        -- Who wrote the client's words down; null of the client.
        ALTER TABLE description ADD COLUMN words_by TEXT;

        -- Others who come to a meeting, each with a code and messages of their own.
        CREATE TABLE party (
            id         INTEGER PRIMARY KEY,
            booking    INTEGER NOT NULL REFERENCES booking (id),
            client     INTEGER NOT NULL REFERENCES client (id),
            reference  TEXT NOT NULL UNIQUE CHECK (length(reference) = 8),
            name       TEXT NOT NULL,
            phone      TEXT NOT NULL,
            language   TEXT NOT NULL,
            messages   TEXT NOT NULL CHECK (messages IN ('both', 'sms', 'email', 'neutral', 'none')),
            made_at    INTEGER NOT NULL,
            removed_at INTEGER,
            purged_at  INTEGER
        ) STRICT;
        CREATE INDEX party_of_booking ON party (booking);
        CREATE INDEX party_of_client ON party (client);
        ALTER TABLE message ADD COLUMN party INTEGER REFERENCES party (id);

        -- The service tasks of a worker beside `professional.task`.
        CREATE TABLE professional_task (
            professional TEXT NOT NULL REFERENCES professional (id),
            task         TEXT NOT NULL,
            PRIMARY KEY (professional, task)
        ) STRICT, WITHOUT ROWID;
        -- Where a worker is on a weekday, 1 is Monday; else where `professional` says.
        CREATE TABLE professional_place (
            professional TEXT NOT NULL REFERENCES professional (id),
            weekday      INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
            municipality TEXT NOT NULL CHECK (length(municipality) = 3),
            office       TEXT CHECK (office <> ''),
            PRIMARY KEY (professional, weekday)
        ) STRICT, WITHOUT ROWID;
        ALTER TABLE professional ADD COLUMN office TEXT CHECK (office <> '');

        -- The roles of an account beside `staff.role`.
        CREATE TABLE staff_role (
            staff TEXT NOT NULL REFERENCES staff (id),
            role  TEXT NOT NULL CHECK (role IN ('phone-service', 'professional', 'supervisor', 'main-user')),
            PRIMARY KEY (staff, role)
        ) STRICT, WITHOUT ROWID;
        -- Who gave the account a password that its owner must change, when and why.
        ALTER TABLE staff ADD COLUMN reset_by TEXT;
        ALTER TABLE staff ADD COLUMN reset_at INTEGER;
        ALTER TABLE staff ADD COLUMN reset_reason TEXT CHECK ((reset_by IS NULL) = (reset_reason IS NULL));
        """

    private static let postgreSQL = """
        CREATE TABLE client (
            id               bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
            match_key        text COLLATE "C" UNIQUE,
            name             text NOT NULL,
            phone            text COLLATE "C" NOT NULL,
            birth_year       bigint CHECK (birth_year >= 1900),
            email            text,
            language         text NOT NULL,
            meeting_language text NOT NULL,
            interpreter      text,
            sign_language    bigint NOT NULL CHECK (sign_language IN (0, 1)),
            accessibility    text,
            messages         text NOT NULL CHECK (messages IN ('both', 'sms', 'email', 'neutral', 'none')),
            is_protected     bigint NOT NULL DEFAULT 0 CHECK (is_protected IN (0, 1)),
            same_as          bigint REFERENCES client (id) CHECK (same_as <> id),
            version          bigint NOT NULL DEFAULT 1,
            made_at          bigint NOT NULL,
            purged_at        bigint
        );
        CREATE INDEX client_by_phone ON client (phone) WHERE phone <> '';
        CREATE INDEX client_joined ON client (same_as) WHERE same_as IS NOT NULL;

        CREATE TABLE client_word (
            word     text COLLATE "C" NOT NULL,
            client   bigint NOT NULL REFERENCES client (id),
            reversed text COLLATE "C" NOT NULL,
            PRIMARY KEY (word, client)
        );
        CREATE INDEX client_word_reversed ON client_word (reversed);
        CREATE INDEX client_word_of_client ON client_word (client);

        CREATE TABLE change (
            id           bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
            at           bigint NOT NULL,
            user_id      text NOT NULL,
            user_name    text NOT NULL,
            deed         text NOT NULL,
            booking      bigint REFERENCES booking (id),
            client       bigint REFERENCES client (id),
            professional text COLLATE "C" REFERENCES professional (id),
            account      text,
            fields       text NOT NULL DEFAULT '',
            count        bigint NOT NULL DEFAULT 1 CHECK (count >= 0),
            reason       text,
            undoes       bigint UNIQUE REFERENCES change (id) CHECK (undoes < id)
        );
        CREATE INDEX change_at ON change (at);
        CREATE INDEX change_of_booking ON change (booking) WHERE booking IS NOT NULL;
        CREATE INDEX change_of_client ON change (client) WHERE client IS NOT NULL;

        CREATE TABLE client_change (
            change    bigint NOT NULL REFERENCES change (id),
            field     text COLLATE "C" NOT NULL,
            client    bigint NOT NULL REFERENCES client (id),
            old_value text,
            new_value text,
            PRIMARY KEY (change, field)
        );
        CREATE INDEX client_change_of_client ON client_change (client);

        ALTER TABLE access_log ADD COLUMN scope text;
        ALTER TABLE access_log ADD COLUMN identity text;
        CREATE INDEX access_log_of_scope ON access_log (user_id, scope, at) WHERE scope IS NOT NULL;
        CREATE TABLE access_seen (
            access bigint NOT NULL REFERENCES access_log (id),
            client bigint NOT NULL REFERENCES client (id),
            at     bigint NOT NULL,
            PRIMARY KEY (access, client)
        );
        CREATE INDEX access_seen_of_client ON access_seen (client);

        ALTER TABLE slot ADD COLUMN office text CHECK (office <> '');
        ALTER TABLE slot ADD COLUMN closed_at bigint CHECK (closed_at IS NULL OR booked = 0);
        ALTER TABLE slot DROP CONSTRAINT slot_professional_start_key;
        ALTER TABLE slot DROP CONSTRAINT overlapping_slots_of_one_professional;
        CREATE UNIQUE INDEX slot_of_professional ON slot (professional, start) WHERE closed_at IS NULL;
        ALTER TABLE slot ADD CONSTRAINT overlapping_slots_of_one_professional
            EXCLUDE USING gist (int8range(start, finish) WITH &&, professional WITH =) WHERE (closed_at IS NULL);
        DROP INDEX free_slot_by_task;
        DROP INDEX free_slot_by_start;
        CREATE INDEX free_slot_by_task ON slot (task, start)
            WHERE booked < seats AND purpose IS NULL AND by_right = 0 AND closed_at IS NULL;
        CREATE INDEX free_slot_by_start ON slot (start)
            WHERE booked < seats AND purpose IS NULL AND by_right = 0 AND closed_at IS NULL;

        ALTER TABLE booking ADD COLUMN client bigint REFERENCES client (id);
        CREATE INDEX booking_of_client ON booking (client);
        ALTER TABLE booking DROP CONSTRAINT booking_messages_check;
        UPDATE booking SET messages = 'both' WHERE messages = 'all';
        ALTER TABLE booking ALTER COLUMN messages SET DEFAULT 'both', ADD CONSTRAINT booking_messages_check
            CHECK (messages IN ('both', 'sms', 'email', 'neutral', 'none'));
        ALTER TABLE booking ADD COLUMN on_behalf text;
        ALTER TABLE booking ADD COLUMN on_behalf_born bigint CHECK (on_behalf_born >= 1900);
        ALTER TABLE booking ADD COLUMN note text;
        ALTER TABLE booking ADD COLUMN note_by text CHECK ((note IS NULL) = (note_by IS NULL));
        ALTER TABLE description ADD COLUMN words_by text;

        CREATE TABLE party (
            id         bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
            booking    bigint NOT NULL REFERENCES booking (id),
            client     bigint NOT NULL REFERENCES client (id),
            reference  text NOT NULL UNIQUE CHECK (length(reference) = 8),
            name       text NOT NULL,
            phone      text NOT NULL,
            language   text NOT NULL,
            messages   text NOT NULL CHECK (messages IN ('both', 'sms', 'email', 'neutral', 'none')),
            made_at    bigint NOT NULL,
            removed_at bigint,
            purged_at  bigint
        );
        CREATE INDEX party_of_booking ON party (booking);
        CREATE INDEX party_of_client ON party (client);
        ALTER TABLE message ADD COLUMN party bigint REFERENCES party (id);

        CREATE TABLE professional_task (
            professional text COLLATE "C" NOT NULL REFERENCES professional (id),
            task         text COLLATE "C" NOT NULL,
            PRIMARY KEY (professional, task)
        );
        CREATE TABLE professional_place (
            professional text COLLATE "C" NOT NULL REFERENCES professional (id),
            weekday      bigint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
            municipality text NOT NULL CHECK (length(municipality) = 3),
            office       text CHECK (office <> ''),
            PRIMARY KEY (professional, weekday)
        );
        ALTER TABLE professional ADD COLUMN office text CHECK (office <> '');

        CREATE TABLE staff_role (
            staff text COLLATE "C" NOT NULL REFERENCES staff (id),
            role  text COLLATE "C" NOT NULL CHECK (role IN ('phone-service', 'professional', 'supervisor', 'main-user')),
            PRIMARY KEY (staff, role)
        );
        ALTER TABLE staff ADD COLUMN reset_by text;
        ALTER TABLE staff ADD COLUMN reset_at bigint;
        ALTER TABLE staff ADD COLUMN reset_reason text CHECK ((reset_by IS NULL) = (reset_reason IS NULL));
        """
}
