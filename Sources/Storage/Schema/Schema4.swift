/// The form in which a client agreed to what is kept of them, on each booking.
///
/// It is null for a booking made before this step. The erasure of a client leaves it: it names no one, and shows that the
/// client had agreed (Regulation (EU) 2016/679, Article 7(1)). The roles of a server need no rights to it: what they may
/// insert and read of bookings is granted for the whole table, and none of them changes a consent afterwards.
enum Schema4 {
    static let step = SchemaStep(
        number: 4,
        sqlite: "ALTER TABLE booking ADD COLUMN consent TEXT CHECK (consent IN ('on-screen', 'said-aloud'));",
        postgreSQL: "ALTER TABLE booking ADD COLUMN consent text CHECK (consent IN ('on-screen', 'said-aloud'));")
}
