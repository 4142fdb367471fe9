-- A store as the first step of the schema made it.
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
) STRICT;
INSERT INTO professional VALUES('aino','Aino Esimerkki','families','167');
INSERT INTO professional VALUES('eero','Eero Esimerkki','finances','422');
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
INSERT INTO slot VALUES(1,'aino',4099878000,4099878900,'advice-families','families',7,'167');
INSERT INTO slot VALUES(2,'aino',4099878900,4099879800,'advice-families','families',7,'167');
INSERT INTO slot VALUES(3,'aino',4099879800,4099880700,'advice-families','families',1,'167');
INSERT INTO slot VALUES(4,'eero',4099878000,4099878900,'advice-finances','finances',3,'422');
CREATE TABLE hold (
    slot    INTEGER PRIMARY KEY REFERENCES slot (id),
    token   TEXT NOT NULL UNIQUE,
    expires INTEGER NOT NULL
) STRICT;
INSERT INTO hold VALUES(3,'token',1796052680);
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
INSERT INTO booking VALUES(1,'AAAAAAA2',1,'booked','phone','home-help','Maija Meikäläinen','+358401234567','maija@example.fi','fi','fi',NULL,0,NULL,'client',1796052680,NULL);
INSERT INTO booking VALUES(2,'AAAAAAA3',2,'cancelled','office',NULL,'Matti Meikäläinen','+358407654321',NULL,'sv','sv','somali',1,'pyörätuoli','phone-service',1796052681,1796052690);
CREATE TABLE description (
    booking   INTEGER PRIMARY KEY REFERENCES booking (id),
    own_words TEXT NOT NULL,
    hope      TEXT NOT NULL,
    flags     TEXT NOT NULL,
    outcome   TEXT
) STRICT;
INSERT INTO description VALUES(1,'En jaksa enää. ''Äiti'' 😀','Lepoa',' child ','home-help');
INSERT INTO description VALUES(2,'','','',NULL);
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
CREATE INDEX slot_by_task ON slot (task, start);
CREATE INDEX slot_by_start ON slot (start);
CREATE TRIGGER slot_overlaps_on_insert BEFORE INSERT ON slot
WHEN EXISTS (SELECT 1 FROM slot WHERE professional = NEW.professional
             AND start < NEW.finish AND start > NEW.start - 28800 AND finish > NEW.start)
BEGIN SELECT RAISE (ABORT, 'overlapping slots of one professional'); END;
CREATE TRIGGER slot_overlaps_on_update BEFORE UPDATE OF professional, start, finish ON slot
WHEN EXISTS (SELECT 1 FROM slot WHERE professional = NEW.professional AND id <> NEW.id
             AND start < NEW.finish AND start > NEW.start - 28800 AND finish > NEW.start)
BEGIN SELECT RAISE (ABORT, 'overlapping slots of one professional'); END;
CREATE UNIQUE INDEX one_active_booking ON booking (slot) WHERE status <> 'cancelled';
CREATE TRIGGER access_log_stays_as_it_is BEFORE UPDATE ON access_log
BEGIN SELECT RAISE (ABORT, 'the access log is never changed'); END;
CREATE TRIGGER access_log_stays BEFORE DELETE ON access_log
BEGIN SELECT RAISE (ABORT, 'the access log is never shortened'); END;
CREATE TRIGGER access_log_line_stays BEFORE INSERT ON access_log
WHEN EXISTS (SELECT 1 FROM access_log WHERE id = NEW.id)
BEGIN SELECT RAISE (ABORT, 'the access log is never changed'); END;
COMMIT;
PRAGMA application_id = 1264677492;
PRAGMA user_version = 1;
