-- A store that version 0.1.0 made, and the program before step 7 used.
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
INSERT INTO professional VALUES('aino','Aino Esimerkki','families','167',NULL,' ',NULL);
INSERT INTO professional VALUES('eero','Eero Esimerkki','families','167',NULL,' ',NULL);
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
INSERT INTO slot VALUES(1,'aino',4099791600,4099792500,'advice-families','families',7,'167',1,NULL,0,1);
INSERT INTO slot VALUES(2,'aino',4099792500,4099793400,'advice-families','families',7,'167',1,NULL,0,0);
INSERT INTO slot VALUES(3,'aino',4099793400,4099794300,'advice-families','families',7,'167',1,NULL,0,1);
INSERT INTO slot VALUES(4,'aino',4099794300,4099795200,'advice-families','families',7,'167',1,NULL,0,1);
INSERT INTO slot VALUES(5,'aino',4099795200,4099796100,'advice-families','families',7,'167',1,NULL,0,0);
INSERT INTO slot VALUES(6,'aino',4099796100,4099797000,'advice-families','families',7,'167',1,NULL,0,0);
INSERT INTO slot VALUES(7,'aino',4099797000,4099797900,'advice-families','families',7,'167',1,NULL,0,0);
INSERT INTO slot VALUES(8,'aino',4099797900,4099798800,'advice-families','families',7,'167',1,NULL,0,0);
INSERT INTO slot VALUES(9,'eero',4099791600,4099792500,'advice-families','families',1,'167',1,NULL,0,0);
INSERT INTO slot VALUES(10,'eero',4099792500,4099793400,'advice-families','families',1,'167',1,NULL,0,0);
INSERT INTO slot VALUES(11,'eero',4099793400,4099794300,'advice-families','families',1,'167',1,NULL,0,0);
INSERT INTO slot VALUES(12,'eero',4099794300,4099795200,'advice-families','families',1,'167',1,NULL,0,1);
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
    CHECK (moved_to IS NULL OR status = 'cancelled'), part_of INTEGER REFERENCES booking (id), series TEXT, booking_right INTEGER REFERENCES booking_right (id), attendance TEXT CHECK (attendance IN ('met', 'no-show')), guard_reason TEXT, contacted_at INTEGER, purged_at INTEGER, made_with TEXT, consent TEXT CHECK (consent IN ('on-screen', 'said-aloud')), messages TEXT NOT NULL DEFAULT 'all'
    CHECK (messages IN ('all', 'neutral', 'none')), birth_year INTEGER
    CHECK (birth_year >= 1900) CHECK (client_phone <> '' OR method <> 'phone'), name_key TEXT, word_salt TEXT, word_hash TEXT
    CHECK (word_hash IS NULL OR client_phone = '') CHECK ((word_hash IS NULL) = (word_salt IS NULL)),
    CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL))
) STRICT;
INSERT INTO booking VALUES(1,'XKY83T2J',1,'booked','phone',NULL,'Maija Meikäläinen','+358401234567','maija@example.fi','fi','fi',NULL,0,NULL,'phone-service',1796052690,NULL,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'said-aloud','all',NULL,NULL,NULL,NULL);
INSERT INTO booking VALUES(2,'V95HHPE3',10,'cancelled','phone',NULL,'Matti Meikäläinen','+358407654321',NULL,'fi','fi',NULL,0,NULL,'phone-service',1796052690,1796052691,1,'client',NULL,4,NULL,NULL,NULL,NULL,NULL,NULL,1796052691,NULL,NULL,'all',NULL,NULL,NULL,NULL);
INSERT INTO booking VALUES(3,'4V55MAPJ',3,'cancelled','phone',NULL,'Toinen Testinen','+358501234567',NULL,'fi','fi',NULL,0,NULL,'phone-service',1796052690,1796052691,1,'client',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'all',NULL,NULL,NULL,NULL);
INSERT INTO booking VALUES(4,'2FEP832M',12,'booked','phone',NULL,'Matti Meikäläinen','+358407654321',NULL,'fi','fi',NULL,0,NULL,'phone-service',1796052691,NULL,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1796052690,NULL,NULL,'on-screen','neutral',NULL,NULL,NULL,NULL);
INSERT INTO booking VALUES(5,'K7RA93MH',3,'booked','office',NULL,'Sanatta Soinen','',NULL,'fi','fi',NULL,0,NULL,'client',4099000000,NULL,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'on-screen','none',1984,'sanatta soinen','$y$j9T$saltsaltsaltsaltsalt0','$y$j9T$saltsaltsaltsaltsalt0$0123456789abcdefghijklmnopqrstuvwxyz0123456');
INSERT INTO booking VALUES(6,'M3XH7RKA',4,'booked','phone',NULL,'Äiti  Öhman-Wäre','+358409876543',NULL,'sv','sv',NULL,0,NULL,'client',4099000100,NULL,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'on-screen','neutral',1990,'äiti öhman-wäre',NULL,NULL);
CREATE TABLE description (
    booking   INTEGER PRIMARY KEY REFERENCES booking (id),
    own_words TEXT NOT NULL,
    hope      TEXT NOT NULL,
    flags     TEXT NOT NULL,
    outcome   TEXT
, dangers TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO description VALUES(1,'En jaksa enää. Äiti 😀','','',NULL,'En jaksa enää');
INSERT INTO description VALUES(3,'Ei tarvita.','','',NULL,'');
INSERT INTO description VALUES(4,'Velat.','','',NULL,'');
INSERT INTO description VALUES(5,'Ei ole puhelinta.','','',NULL,'');
INSERT INTO description VALUES(6,'Jag orkar inte.','','',NULL,'han slår mig');
CREATE TABLE absence (
    id           INTEGER PRIMARY KEY,
    professional TEXT NOT NULL REFERENCES professional (id),
    start        INTEGER NOT NULL,
    finish       INTEGER NOT NULL CHECK (finish > start),
    reason       TEXT NOT NULL,
    made_at      INTEGER NOT NULL
) STRICT;
INSERT INTO absence VALUES(1,'eero',4099759200,4099932000,'loma',1796052691);
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
INSERT INTO booking_right VALUES(1,'XM5F85KL','advice-families',NULL,'Maija Meikäläinen','+358401234567',1,4102351200,'aino',1796052691,NULL);
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
INSERT INTO message VALUES(1,'77c50f9b-0b85-4c35-96f2-c43f8db3578a',1,'confirmation','sms','+358401234567','fi',NULL,1796052690,NULL,NULL,0,NULL,NULL);
INSERT INTO message VALUES(2,'55988152-c4bb-41e5-8e4c-0c320ea20f8d',1,'confirmation','email','maija@example.fi','fi',NULL,1796052690,NULL,NULL,0,NULL,NULL);
INSERT INTO message VALUES(3,'c2713041-953b-47b4-8f6c-d81c10aca3df',1,'reminder','sms','+358401234567','fi',NULL,4099705200,NULL,NULL,0,NULL,NULL);
INSERT INTO message VALUES(4,'00ef0e61-8ba8-4544-9403-93ab989c2c24',1,'reminder','email','maija@example.fi','fi',NULL,4099705200,NULL,NULL,0,NULL,NULL);
INSERT INTO message VALUES(5,'bbfc392c-83c5-442f-bba5-b0576b38c3f8',1,'reminder','sms','+358401234567','fi',NULL,4099784400,NULL,NULL,0,NULL,NULL);
INSERT INTO message VALUES(6,'3d43027b-f302-4083-b890-f05ea338b11d',1,'reminder','email','maija@example.fi','fi',NULL,4099784400,NULL,NULL,0,NULL,NULL);
INSERT INTO message VALUES(7,'0151742f-766e-4e4f-b685-10084a7d8f3b',2,'confirmation','sms','+358407654321','fi',NULL,1796052690,NULL,1796052691,0,NULL,NULL);
INSERT INTO message VALUES(8,'59c7e1eb-7d15-4cd3-8a73-29a1ed9c4d69',2,'reminder','sms','+358407654321','fi',NULL,4099706100,NULL,1796052691,0,NULL,NULL);
INSERT INTO message VALUES(9,'5db383b5-2df7-4d1a-b783-646ae4d73751',2,'reminder','sms','+358407654321','fi',NULL,4099785300,NULL,1796052691,0,NULL,NULL);
INSERT INTO message VALUES(10,'777e497f-af0c-46dc-8e8b-ad33541494bb',3,'confirmation','sms','+358501234567','fi',NULL,1796052690,NULL,1796052691,0,NULL,NULL);
INSERT INTO message VALUES(11,'857912fb-4fc6-4183-a1ad-31cea9f27b08',3,'reminder','sms','+358501234567','fi',NULL,4099707000,NULL,1796052691,0,NULL,NULL);
INSERT INTO message VALUES(12,'4cd9886d-8047-4f59-85a4-60160f25ce3b',3,'reminder','sms','+358501234567','fi',NULL,4099786200,NULL,1796052691,0,NULL,NULL);
INSERT INTO message VALUES(13,'6752f6f0-6da6-40ac-b74b-3e8d96a44307',4,'change','sms','+358407654321','fi',NULL,1796052691,NULL,NULL,0,NULL,NULL);
INSERT INTO message VALUES(14,'1d639f4b-96d8-4757-b504-0f5d278b61c4',4,'reminder','sms','+358407654321','fi',NULL,4099707900,NULL,NULL,0,NULL,NULL);
INSERT INTO message VALUES(15,'fd355bdc-50a8-4034-97a9-92cb2392e45a',4,'reminder','sms','+358407654321','fi',NULL,4099787100,NULL,NULL,0,NULL,NULL);
INSERT INTO message VALUES(16,'470a533b-83cb-423b-89e9-bca62d0c36c3',3,'cancellation','sms','+358501234567','fi',NULL,1796052691,NULL,NULL,0,NULL,NULL);
INSERT INTO message VALUES(17,'69a36ade-394e-4a2d-8575-5cd878aba6a7',1,'by-hand','sms','+358401234567','fi','Tervetuloa',1796052691,NULL,NULL,0,NULL,NULL);
INSERT INTO message VALUES(18,'eff9e4bf-a88c-4419-994a-79f5fbef18d7',1,'by-hand','email','maija@example.fi','fi','Tervetuloa',1796052691,NULL,NULL,0,NULL,NULL);
INSERT INTO message VALUES(19,'a8fc91a0-6b26-482f-aaf2-3e245b8dc345',1,'by-hand','sms','+358401234567','fi','Tervetuloa tapaamiseen',1796052692,NULL,NULL,0,NULL,NULL);
INSERT INTO message VALUES(20,'553976fa-f289-4165-b14a-98c91a33be34',1,'by-hand','email','maija@example.fi','fi','Tervetuloa tapaamiseen',1796052692,NULL,NULL,0,NULL,NULL);
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
INSERT INTO staff VALUES('main-user','main-user','main-user',NULL,0,0,1796052690,NULL);
INSERT INTO staff VALUES('paavo','Paavo Pääkäyttäjä','main-user','$y$j9T$UZyJAYjR0sT4JwS7BGwD81$Ix2u06jRFzWx9PdVQmH0m9kquz6EYAKt3wSWljaFi6.',0,0,1796052691,1796052691);
INSERT INTO staff VALUES('aino','aino Esimerkki','professional','$y$j9T$ArmuVLNrHQaKJPiYXXZCy/$uxUb71auklyxAVWekf3Rruzq8tEOyzgu2imnuT1OK23',0,0,1796052691,1796052691);
INSERT INTO staff VALUES('soile','soile Esimerkki','phone-service','$y$j9T$dzJpKQsFS6E/EXIIg3Bdw1$q9INQKdqyjuo0zRlduCTxsXk8V6j1EWCdAUUyF2ooN8',0,0,1796052692,1796052692);
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
INSERT INTO access_log VALUES(1,1796052691,'(owner)','root','booking','booking','Pohjois-Karjalan hyvinvointialue',4,0);
INSERT INTO access_log VALUES(2,1796052691,'(owner)','root','message','booking','Pohjois-Karjalan hyvinvointialue',1,0);
INSERT INTO access_log VALUES(3,1796052692,'aino','aino Esimerkki','asiakastyö','booking','Pohjois-Karjalan hyvinvointialue',1,0);
INSERT INTO access_log VALUES(4,1796052692,'aino','aino Esimerkki','asiakastyö','description','Pohjois-Karjalan hyvinvointialue',1,0);
INSERT INTO access_log VALUES(5,1796052692,'aino','aino Esimerkki','asiakastyö','advice','Pohjois-Karjalan hyvinvointialue',1,0);
INSERT INTO access_log VALUES(6,1796052692,'soile','soile Esimerkki','asiakastyö','booking','Pohjois-Karjalan hyvinvointialue',1,0);
INSERT INTO access_log VALUES(7,1796052692,'soile','soile Esimerkki','asiakastyö','read-description','Pohjois-Karjalan hyvinvointialue',1,1);
INSERT INTO access_log VALUES(8,1796052692,'aino','aino Esimerkki','message','booking','Pohjois-Karjalan hyvinvointialue',1,0);
CREATE TABLE advice (
    booking INTEGER PRIMARY KEY REFERENCES booking (id),
    text    TEXT NOT NULL,
    stored  TEXT NOT NULL,
    shared  TEXT NOT NULL,
    user_id TEXT NOT NULL,
    at      INTEGER NOT NULL
) STRICT;
CREATE TABLE described_answer (
    booking  INTEGER NOT NULL REFERENCES description (booking) ON UPDATE CASCADE,
    position INTEGER NOT NULL,
    question TEXT NOT NULL,
    options  TEXT NOT NULL,
    asked    TEXT NOT NULL,
    told     TEXT NOT NULL,
    PRIMARY KEY (booking, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE call_draft (
    staff TEXT PRIMARY KEY REFERENCES staff (id),
    text  TEXT NOT NULL,
    at    INTEGER NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS "journey" (
    day      TEXT NOT NULL,
    language TEXT NOT NULL,
    event    TEXT NOT NULL
        CHECK (event IN ('began', 'outcome', 'booked', 'left', 'call', 'call-booked', 'danger')),
    place    TEXT NOT NULL,
    count    INTEGER NOT NULL,
    PRIMARY KEY (day, language, event, place)
) STRICT, WITHOUT ROWID;
INSERT INTO journey VALUES('2026-11-30','en','began','',1);
INSERT INTO journey VALUES('2026-11-30','en','danger','',1);
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
CREATE INDEX message_to_send ON message (due)
    WHERE sent_at IS NULL AND withdrawn_at IS NULL AND dead_at IS NULL;
CREATE INDEX message_of_booking ON message (booking);
CREATE INDEX access_log_of_booking ON access_log (booking);
CREATE INDEX access_log_of_user ON access_log (user_id, at);
CREATE UNIQUE INDEX booking_made_once ON booking (made_with) WHERE made_with IS NOT NULL;
CREATE TRIGGER slot_overlaps_on_update BEFORE UPDATE OF professional, start, finish ON slot
WHEN EXISTS (SELECT 1 FROM slot WHERE professional = NEW.professional AND id <> NEW.id
             AND start < NEW.finish AND start > NEW.start - 28800 AND finish > NEW.start)
BEGIN SELECT RAISE (ABORT, 'overlapping slots of one professional'); END;
CREATE TRIGGER slot_overlaps_on_insert BEFORE INSERT ON slot
WHEN NEW.start < (SELECT finish FROM slot WHERE professional = NEW.professional AND start < NEW.finish
                  ORDER BY start DESC LIMIT 1)
BEGIN SELECT RAISE (ABORT, 'overlapping slots of one professional'); END;
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
CREATE TRIGGER access_log_stays_as_it_is BEFORE UPDATE ON access_log
BEGIN SELECT RAISE (ABORT, 'the access log is never changed'); END;
CREATE TRIGGER access_log_stays BEFORE DELETE ON access_log WHEN OLD.at > unixepoch() - 4383 * 86400
BEGIN SELECT RAISE (ABORT, 'the access log is never shortened'); END;
CREATE TRIGGER access_log_line_stays BEFORE INSERT ON access_log
WHEN EXISTS (SELECT 1 FROM access_log WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'the access log is never changed'); END;
CREATE INDEX booking_by_name ON booking (name_key) WHERE status <> 'cancelled';
COMMIT;
PRAGMA user_version=6;
PRAGMA application_id=1264677492;
