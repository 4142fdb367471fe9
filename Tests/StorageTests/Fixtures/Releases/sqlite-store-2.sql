-- The store of the first step, brought to the second, with rows in what that added.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE store (
    id               INTEGER PRIMARY KEY CHECK (id = 1),
    is_demonstration INTEGER NOT NULL CHECK (is_demonstration IN (0, 1))
) STRICT;
INSERT INTO store VALUES(1,0);
CREATE TABLE professional (
    id            TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    name          TEXT NOT NULL,
    task          TEXT NOT NULL,
    municipality  TEXT NOT NULL CHECK (length(municipality) = 3)
, team TEXT, languages TEXT NOT NULL DEFAULT '', left_at INTEGER) STRICT;
INSERT INTO professional VALUES('aino','Aino Esimerkki','families','167','perheet',' fi sv ',NULL);
INSERT INTO professional VALUES('eero','Eero Esimerkki','finances','422',NULL,'',1796052800);
CREATE TABLE slot (
    id               INTEGER PRIMARY KEY,
    professional     TEXT NOT NULL REFERENCES professional (id),
    start            INTEGER NOT NULL CHECK (start % 60 = 0),
    finish           INTEGER NOT NULL CHECK (finish > start AND finish - start <= 28800),
    appointment_type TEXT NOT NULL,
    task             TEXT NOT NULL,
    methods          INTEGER NOT NULL CHECK (methods BETWEEN 1 AND 7),
    municipality     TEXT NOT NULL CHECK (length(municipality) = 3), seats INTEGER NOT NULL DEFAULT 1 CHECK (seats BETWEEN 1 AND 200), purpose TEXT CHECK (purpose <> ''), by_right INTEGER NOT NULL DEFAULT 0 CHECK (by_right IN (0, 1)), booked INTEGER NOT NULL DEFAULT 0 CHECK (booked >= 0),
    UNIQUE (professional, start)
) STRICT;
INSERT INTO slot VALUES(1,'aino',4099878000,4099878900,'advice-families','families',7,'167',1,NULL,0,1);
INSERT INTO slot VALUES(2,'aino',4099878900,4099879800,'advice-families','families',7,'167',1,NULL,0,0);
INSERT INTO slot VALUES(3,'aino',4099879800,4099880700,'advice-families','families',1,'167',1,NULL,0,0);
INSERT INTO slot VALUES(4,'eero',4099878000,4099878900,'advice-finances','finances',3,'422',1,NULL,0,0);
INSERT INTO slot VALUES(5,'aino',4099881600,4099883400,'advice-families','families',1,'167',3,NULL,1,1);
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
    cancelled_at     INTEGER, seat INTEGER NOT NULL DEFAULT 1 CHECK (seat >= 1), cancelled_by TEXT
    CHECK (cancelled_by IN ('client', 'phone-service', 'professional', 'county')), cancel_reason TEXT, moved_to INTEGER REFERENCES booking (id)
    CHECK (moved_to IS NULL OR status = 'cancelled'), part_of INTEGER REFERENCES booking (id), series TEXT, booking_right INTEGER REFERENCES booking_right (id), attendance TEXT CHECK (attendance IN ('met', 'no-show')),
    CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL))
) STRICT;
INSERT INTO booking VALUES(1,'AAAAAAA2',1,'booked','phone','home-help','Maija Meikäläinen','+358401234567','maija@example.fi','fi','fi',NULL,0,NULL,'client',1796052680,NULL,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO booking VALUES(2,'AAAAAAA3',2,'cancelled','office',NULL,'Matti Meikäläinen','+358407654321',NULL,'sv','sv','somali',1,'pyörätuoli','phone-service',1796052681,1796052690,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO booking VALUES(3,'AAAAAAA4',5,'booked','phone',NULL,'Maija Meikäläinen','+358401234567',NULL,'fi','fi',NULL,0,NULL,'professional',1796052760,NULL,2,NULL,NULL,NULL,NULL,NULL,1,NULL);
CREATE TABLE description (
    booking   INTEGER PRIMARY KEY REFERENCES booking (id),
    own_words TEXT NOT NULL,
    hope      TEXT NOT NULL,
    flags     TEXT NOT NULL,
    outcome   TEXT
) STRICT;
INSERT INTO description VALUES(1,'En jaksa enää. ''Äiti'' 😀','Lepoa',' child ','home-help');
INSERT INTO description VALUES(2,'','','',NULL);
INSERT INTO description VALUES(3,'','','',NULL);
CREATE TABLE described_answer (
    booking  INTEGER NOT NULL REFERENCES description (booking),
    position INTEGER NOT NULL,
    question TEXT NOT NULL,
    options  TEXT NOT NULL,
    asked    TEXT NOT NULL,
    told     TEXT NOT NULL,
    PRIMARY KEY (booking, position)
) STRICT, WITHOUT ROWID;
INSERT INTO described_answer VALUES(1,0,'topic','family','Mitä asiasi koskee?','Perhe ja lapset');
CREATE TABLE access_log (
    id        INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL,
    user_id   TEXT NOT NULL,
    user_name TEXT NOT NULL,
    purpose   TEXT NOT NULL,
    data      TEXT NOT NULL,
    booking   INTEGER NOT NULL REFERENCES booking (id)
) STRICT;
INSERT INTO access_log VALUES(1,1796052700,'aino','Aino Esimerkki','meeting','description',1);
CREATE TABLE absence (
    id           INTEGER PRIMARY KEY,
    professional TEXT NOT NULL REFERENCES professional (id),
    start        INTEGER NOT NULL,
    finish       INTEGER NOT NULL CHECK (finish > start),
    reason       TEXT NOT NULL,
    made_at      INTEGER NOT NULL
) STRICT;
INSERT INTO absence VALUES(1,'aino',4099885200,4099887000,'loma',1796052770);
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
INSERT INTO booking_right VALUES(1,'BBBBBBB2','advice-families',NULL,'Maija Meikäläinen','+358401234567',2,4102444800,'aino',1796052750,NULL);
CREATE TABLE right_worker (
    booking_right INTEGER NOT NULL REFERENCES booking_right (id),
    position      INTEGER NOT NULL,
    professional  TEXT NOT NULL REFERENCES professional (id),
    PRIMARY KEY (booking_right, position)
) STRICT, WITHOUT ROWID;
INSERT INTO right_worker VALUES(1,0,'aino');
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
INSERT INTO message VALUES(1,'00000000-0000-0000-0000-000000000001',3,'confirmation','sms','+358401234567','fi',NULL,1796052760,NULL,NULL,0,NULL,NULL);
CREATE TABLE journey (
    day      TEXT NOT NULL,
    language TEXT NOT NULL,
    -- what happened; and the outcome or question
    event    TEXT NOT NULL CHECK (event IN ('began', 'outcome', 'booked', 'left', 'call')),
    place    TEXT NOT NULL,
    count    INTEGER NOT NULL,
    PRIMARY KEY (day, language, event, place)
) STRICT, WITHOUT ROWID;
INSERT INTO journey VALUES('2026-11-30','fi','began','',7);
INSERT INTO journey VALUES('2026-11-30','fi','booked','home-help',3);
CREATE TRIGGER slot_overlaps_on_update BEFORE UPDATE OF professional, start, finish ON slot
WHEN EXISTS (SELECT 1 FROM slot WHERE professional = NEW.professional AND id <> NEW.id
             AND start < NEW.finish AND start > NEW.start - 28800 AND finish > NEW.start)
BEGIN SELECT RAISE (ABORT, 'overlapping slots of one professional'); END;
CREATE TRIGGER access_log_stays_as_it_is BEFORE UPDATE ON access_log
BEGIN SELECT RAISE (ABORT, 'the access log is never changed'); END;
CREATE TRIGGER access_log_stays BEFORE DELETE ON access_log
BEGIN SELECT RAISE (ABORT, 'the access log is never shortened'); END;
CREATE TRIGGER access_log_line_stays BEFORE INSERT ON access_log
WHEN EXISTS (SELECT 1 FROM access_log WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'the access log is never changed'); END;
CREATE TRIGGER slot_overlaps_on_insert BEFORE INSERT ON slot
WHEN NEW.start < (SELECT finish FROM slot WHERE professional = NEW.professional AND start < NEW.finish
                  ORDER BY start DESC LIMIT 1)
BEGIN SELECT RAISE (ABORT, 'overlapping slots of one professional'); END;
CREATE INDEX free_slot_by_task ON slot (task, start)
    WHERE booked < seats AND purpose IS NULL AND by_right = 0;
CREATE INDEX free_slot_by_start ON slot (start)
    WHERE booked < seats AND purpose IS NULL AND by_right = 0;
CREATE INDEX booked_slot ON slot (professional, start, finish, booked) WHERE booked > 0;
CREATE INDEX absence_of_professional ON absence (professional, start);
CREATE INDEX right_by_phone ON booking_right (client_phone);
CREATE INDEX booking_by_phone ON booking (client_phone) WHERE status <> 'cancelled';
CREATE INDEX booking_by_right ON booking (booking_right) WHERE booking_right IS NOT NULL;
CREATE INDEX booking_part ON booking (part_of) WHERE part_of IS NOT NULL;
CREATE UNIQUE INDEX one_active_booking ON booking (slot, seat) WHERE status <> 'cancelled';
CREATE TRIGGER seat_exists BEFORE INSERT ON booking
WHEN NEW.seat > (SELECT seats FROM slot WHERE id = NEW.slot)
    OR (SELECT purpose FROM slot WHERE id = NEW.slot) IS NOT NULL
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
CREATE INDEX message_to_send ON message (due)
    WHERE sent_at IS NULL AND withdrawn_at IS NULL AND dead_at IS NULL;
CREATE INDEX message_of_booking ON message (booking);
COMMIT;
PRAGMA application_id = 1264677492;
PRAGMA user_version = 2;
