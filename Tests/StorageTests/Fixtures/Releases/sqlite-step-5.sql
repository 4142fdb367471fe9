-- Each on a line of its own, as typed; empty where nothing told of danger.
ALTER TABLE description ADD COLUMN dangers TEXT NOT NULL DEFAULT '';

ALTER TABLE booking ADD COLUMN messages TEXT NOT NULL DEFAULT 'all'
    CHECK (messages IN ('all', 'neutral', 'none'));

-- A check cannot be widened: the counts move to a table that has the wider one.
CREATE TABLE journey_5 (
    day      TEXT NOT NULL,
    language TEXT NOT NULL,
    event    TEXT NOT NULL
        CHECK (event IN ('began', 'outcome', 'booked', 'left', 'call', 'call-booked', 'danger')),
    place    TEXT NOT NULL,
    count    INTEGER NOT NULL,
    PRIMARY KEY (day, language, event, place)
) STRICT, WITHOUT ROWID;
INSERT INTO journey_5 SELECT day, language, event, place, count FROM journey;
DROP TABLE journey;
ALTER TABLE journey_5 RENAME TO journey;
