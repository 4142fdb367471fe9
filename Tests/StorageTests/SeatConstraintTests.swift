import BookingCore
import Testing

@testable import Storage

@Suite("What a violated constraint means")
struct SeatConstraintTests {
    let place: TemporaryStore

    init() throws {
        place = try TemporaryStore()
        for minutes in [60, 75] { try place.open("aino", at: minutes) }
    }

    /// Another booking of the same seat comes in between, after the seat was found free.
    private func overtakeBookings() throws {
        let insert = """
            INSERT INTO booking (reference, slot, seat, status, method, client_name, client_phone, client_language,
                meeting_language, sign_language, maker, made_at)
            VALUES ('AAAAAAAA', NEW.slot, NEW.seat, 'booked', 'phone', '', '+358401234567', 'fi', 'fi', 0, 'client', 0)
            """
        guard TestAddress.isServer else {
            return try place.connection.script(
                """
                CREATE TRIGGER overtakes BEFORE INSERT ON booking WHEN NEW.reference <> 'AAAAAAAA'
                BEGIN \(insert); END
                """)
        }
        try place.connection.script(
            """
            CREATE FUNCTION overtake() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN IF NEW.reference <> 'AAAAAAAA' THEN \(insert); END IF; RETURN NEW; END $$;
            CREATE TRIGGER overtakes BEFORE INSERT ON booking FOR EACH ROW EXECUTE FUNCTION overtake()
            """)
    }

    @Test("A seat that is booked in between is no longer free, for a booking and for a move")
    func seat() throws {
        let mine = try place.book(at: 75)
        try overtakeBookings()
        #expect(throws: BookingRefusal.noLongerFree) { try place.book(at: 60) }
        #expect(throws: BookingRefusal.noLongerFree) {
            try place.store.move(
                mine.reference, to: place.choice(at: 60), as: Cancellation(by: .client), now: place.now,
                drawing: TemporaryStore.draw)
        }
        #expect(try place.number("SELECT count(*) FROM booking") == 1)
    }

    @Test("Equal rows in another table are a failure of the store, and not a time that is taken")
    func otherTable() throws {
        try place.connection.script("CREATE UNIQUE INDEX one_of_each ON message (channel)")
        try place.book(at: 60)
        let name = TestAddress.isServer ? "one_of_each" : "message.channel"
        #expect(throws: StoreFailure.other("UNIQUE constraint failed: \(name)")) { try place.book(at: 75) }
        #expect(try place.freeMinutes() == [75])
        #expect(throws: SQLError.constraint(name: name)) {
            try place.connection.run(
                "INSERT INTO message (key, booking, kind, channel, recipient, language, due) "
                    + "SELECT 'another', booking, kind, channel, recipient, language, due FROM message")
        }
    }
}
