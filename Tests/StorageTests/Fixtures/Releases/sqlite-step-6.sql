-- No worker calls a client who has no number.
ALTER TABLE booking ADD COLUMN birth_year INTEGER
    CHECK (birth_year >= 1900) CHECK (client_phone <> '' OR method <> 'phone');
-- Without capitals, and with one space where there is any.
ALTER TABLE booking ADD COLUMN name_key TEXT;
ALTER TABLE booking ADD COLUMN word_salt TEXT;
-- Of the word that a client without a number chose.
ALTER TABLE booking ADD COLUMN word_hash TEXT
    CHECK (word_hash IS NULL OR client_phone = '') CHECK ((word_hash IS NULL) = (word_salt IS NULL));
CREATE INDEX booking_by_name ON booking (name_key) WHERE status <> 'cancelled';
