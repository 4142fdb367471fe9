/// Clients who have no phone number, and those who have lost the reference of their booking.
///
/// A client without a number has an empty `client_phone`: the column was made without room for null. What opens the booking
/// beside the reference is then the word that they chose, of which the hash alone is kept. The year of birth and the name
/// as it is compared find the booking of a client who has lost the reference. Bookings made before this step have none of
/// these.
enum Schema6 {
    static let step = SchemaStep(
        number: 6,
        sqlite: """
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
            """,
        postgreSQL: """
            ALTER TABLE booking ADD COLUMN birth_year bigint
                CHECK (birth_year >= 1900) CHECK (client_phone <> '' OR method <> 'phone');
            ALTER TABLE booking ADD COLUMN name_key text;
            ALTER TABLE booking ADD COLUMN word_salt text;
            ALTER TABLE booking ADD COLUMN word_hash text
                CHECK (word_hash IS NULL OR client_phone = '') CHECK ((word_hash IS NULL) = (word_salt IS NULL));
            CREATE INDEX booking_by_name ON booking (name_key) WHERE status <> 'cancelled';
            """)
}
