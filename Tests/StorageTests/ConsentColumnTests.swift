import BookingCore
import Testing

@testable import Storage

@Suite("What the database keeps of a client's consent")
struct ConsentColumnTests {
    let place: TemporaryStore

    init() throws {
        place = try TemporaryStore()
        for minutes in [60, 75] { try place.open("aino", at: minutes) }
        try place.book(at: 60)
    }

    @Test("Each form of it is taken", arguments: ConsentForm.allCases)
    func known(form: ConsentForm) throws {
        try place.connection.run("UPDATE booking SET consent = ?1", [.text(form.rawValue)])
        #expect(try place.texts("SELECT consent FROM booking") == [form.rawValue])
        #expect(try place.faults() == [])
    }

    @Test("Another word is refused", arguments: ["", "by letter", "onScreen"])
    func unknown(word: String) throws {
        #expect(throws: (any Error).self) {
            try place.connection.run("UPDATE booking SET consent = ?1", [.text(word)])
        }
    }

    @Test("A booking that is moved takes it along, and the erasure of its client leaves it")
    func movedAndErased() throws {
        try place.connection.run("UPDATE booking SET consent = 'on-screen'")
        let own = try #require(
            try place.store.bookings(of: "aino", from: place.now, until: place.after(100)).first)
        _ = try place.store.move(
            own.reference, to: place.choice(at: 75), as: Cancellation(by: .client), now: place.now,
            drawing: TemporaryStore.draw)
        #expect(try place.texts("SELECT consent FROM booking") == ["on-screen", "on-screen"])
        let by = AccessContext(userID: "x", userName: "X", purpose: "asked", at: place.after(200))
        _ = try place.store.erase(own.reference, isDryRun: false, by: by)
        #expect(
            try place.texts("SELECT client_name || ' ' || consent FROM booking") == ["– on-screen", "– on-screen"])
    }
}
