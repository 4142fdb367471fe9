import BookingCore
import Foundation
import HostSystem
import SocialServices
import TestValues
import Testing

@testable import Storage

/// As the program hashes words.
private struct RealHasher: WordHasher {
    let yescrypt: Yescrypt

    func newSalt() -> String? { yescrypt.newSalt() }
    func hash(_ word: String, salt: String) -> String? { yescrypt.hash(word, salt: salt) }
}

@Suite("Bookings of clients without a phone number, and lost references")
struct WithoutPhoneTests {
    let place: TemporaryStore
    private let hasher: RealHasher

    init() throws {
        place = try TemporaryStore()
        hasher = RealHasher(yescrypt: try #require(Yescrypt()))
        try place.add("aino")
        try place.store.open([60, 75, 90, 105].map { place.slot("aino", at: $0, methods: [.phone, .office]) })
    }

    private func word(_ typed: String) throws -> ChosenWord { try #require(ChosenWord(typed)) }

    /// Books at an office without a number.
    private func book(
        at minutes: Int, word typed: String? = "Musti", name: String = "Maija Meikäläinen", born year: Int? = 1980,
        rules: AppointmentRules = .none, through store: SQLStore? = nil
    ) throws -> Booking {
        var request = try place.request(name: name, method: .office)
        request.client = Client(name: name, phone: nil, birthYear: year, language: .finnish)
        request.word = try typed.flatMap { try word($0).kept(by: hasher) }
        return try (store ?? place.store).book(
            place.choice(at: minutes, method: .office), request.under(TemporaryStore.rules(rules)), now: place.now,
            drawing: TemporaryStore.draw)
    }

    private func found(_ booking: Booking, _ typed: String, through store: SQLStore? = nil) throws -> Booking? {
        try (store ?? place.store).booking(booking.reference, with: word(typed), hashing: hasher)
    }

    @Test("The word opens the booking, and is kept as a hash alone; no number opens it")
    func opened() throws {
        let booking = try book(at: 60)
        #expect(booking.client.phone == nil && booking.client.birthYear == 1980)
        #expect(try found(booking, " músti") == booking)
        #expect(try found(booking, "rekku") == nil)
        #expect(try place.store.booking(booking.reference, of: .nobodys) == nil)
        let (salt, hash) = (
            try place.texts("SELECT word_salt FROM booking")[0], try place.texts("SELECT word_hash FROM booking")[0]
        )
        #expect(hash.hasPrefix(salt) && salt.hasPrefix("$y$") && hash != salt)
        #expect(try place.faults() == [])
        #expect(try place.store.messages(dueUntil: .distantFuture).isEmpty)
    }

    @Test("A word opens no booking that has a number, and no booking without a word")
    func otherBookings() throws {
        let called = try place.book(at: 60)
        #expect(try found(called, "musti") == nil)
        let wordless = try book(at: 75, word: nil)
        #expect(try found(wordless, "musti") == nil)
        #expect(try place.store.booking(wordless.reference, of: .nobodys) == nil)
    }

    @Test("A move takes the word and the year along; nobody is called without a number")
    func moved() throws {
        let (store, now) = (place.store, place.now)
        let booking = try book(at: 60)
        let choice = place.choice(at: 75)
        #expect(throws: BookingRefusal.noPhoneNumber) {
            try store.move(
                booking.reference, to: choice, as: Cancellation(by: .client), now: now, drawing: TemporaryStore.draw)
        }
        let moved = try store.move(
            booking.reference, to: place.choice(at: 75, method: .office), as: Cancellation(by: .client), now: now,
            drawing: TemporaryStore.draw)
        #expect(moved.client.birthYear == 1980)
        #expect(try found(booking, "musti") == moved)
        var request = try place.request()
        request.client = Client(name: "Maija", phone: nil, language: .finnish)
        #expect(throws: BookingRefusal.noPhoneNumber) {
            try store.book(place.choice(at: 90), request, now: now, drawing: TemporaryStore.draw)
        }
        #expect(throws: (any Error).self) {
            try place.connection.script("UPDATE booking SET method = 'phone' WHERE client_phone = ''")
        }
        #expect(try place.faults() == [])
    }

    @Test("An answer that was lost gives the same booking to the same word alone")
    func lostAnswer() throws {
        let (store, now) = (place.store, place.now)
        let hold = try store.hold(
            place.choice(at: 60, method: .office), token: "mine", now: now, until: place.after(10))
        var request = try place.request(method: .office)
        request.client = Client(name: "Maija", phone: nil, language: .finnish)
        request.word = try word("musti").kept(by: hasher)
        let made = try store.book(hold, request, now: now, drawing: TemporaryStore.draw)
        #expect(try store.book(hold, request, now: now, drawing: TemporaryStore.draw) == made)
        request.word = try word("rekku").kept(by: hasher)
        #expect(throws: BookingRefusal.noLongerFree) {
            try store.book(hold, request, now: now, drawing: TemporaryStore.draw)
        }
    }

    @Test("The limit on open bookings counts the same name and year, and nobody else without a number")
    func limit() throws {
        let one = AppointmentRules(openPerPhone: 1)
        _ = try book(at: 60, rules: one)
        #expect(throws: BookingRefusal.tooManyOpen(open: 1, limit: 1)) {
            try book(at: 75, word: "rekku", name: "MAIJA  meikäläinen", rules: one)
        }
        _ = try book(at: 75, born: 1990, rules: one)
        _ = try book(at: 90, name: "Matti", rules: one)
        #expect(try place.number("SELECT count(*) FROM booking") == 3)
    }

    @Test("Those who lost the reference are found by name, number and year, unless another may know all three")
    func lost() throws {
        let (store, now) = (place.store, place.now)
        let phone = try PhoneNumber(typed: "040 123 4567")
        var request = try place.request()
        func book(at minutes: Int, _ name: String, born year: Int?, _ wish: MessageWish = .both) throws -> Booking {
            request.client = Client(name: name, phone: phone, birthYear: year, language: .finnish, messages: wish)
            return try store.book(place.choice(at: minutes), request, now: now, drawing: TemporaryStore.draw)
        }
        func find(_ name: String, _ year: Int, _ number: PhoneNumber? = nil, at moment: Date? = nil) throws
            -> [Booking]
        {
            try store.bookings(
                LostReference(name: name, phone: number ?? phone, birthYear: year), now: moment ?? now)
        }
        let later = try book(at: 75, "Ääri Öinen", born: 1980)
        let sooner = try book(at: 60, "ÄÄRI  öinen", born: 1980)
        _ = try book(at: 90, "Ääri Öinen", born: nil)
        _ = try book(at: 105, "Ääri Öinen", born: 1980, .neutral)
        #expect(try find("ääri ÖINEN ", 1980) == [sooner, later])
        #expect(try find("Ääri Öinen", 1981) == [])
        #expect(try find("Ääri", 1980) == [])
        #expect(try find("Ääri Öinen", 1980, PhoneNumber(typed: "040 123 4568")) == [])
        #expect(try find("Ääri Öinen", 1980, at: place.after(60)) == [later])
        _ = try store.cancel(later.reference, now: now)
        #expect(try find("Ääri Öinen", 1980) == [sooner])
        #expect(try store.bookings(named: "ääri öinen", from: now).count == 3)
    }

    @Test(
        "Two clients without a number are two: one's data hold nothing of the other, and one's erasure leaves the other"
    )
    func twoClients() throws {
        let (store, by) = (
            place.store, AccessContext(userID: "x", userName: "X", purpose: "asked", at: place.after(200))
        )
        let mine = try book(at: 60)
        _ = try store.move(
            mine.reference, to: place.choice(at: 90, method: .office), as: Cancellation(by: .client), now: place.now,
            drawing: TemporaryStore.draw)
        let other = try book(at: 75)
        let data = try store.clientData(of: mine.reference, with: ["aino"], by: by)
        #expect(data.records.count == 2 && data.others == 0)
        #expect(
            data.records.allSatisfy { $0.booking.reference != other.reference && $0.booking.client.birthYear == 1980 }
        )
        #expect(data.rights == [])
        #expect(try store.erase(mine.reference, isDryRun: false, by: by).clients == 2)
        let kept =
            "coalesce(birth_year, 0) || coalesce(name_key, '') || coalesce(word_salt, '') || coalesce(word_hash, '')"
        #expect(
            try place.texts("SELECT \(kept) FROM booking WHERE client_name = '–'") == ["0", "0"])
        #expect(try found(other, "musti") == other)
        #expect(try place.faults() == [])
    }

    @Test("A purge takes the year of birth and the word, which no one needs after the meeting")
    func purged() throws {
        let booking = try book(at: 60)
        let by = AccessContext(userID: "x", userName: "X", purpose: "old", at: place.after(200))
        _ = try place.store.purge(meetingsEndedBefore: place.after(200), clientsBefore: nil, isDryRun: false, by: by)
        #expect(
            try place.number(
                """
                SELECT count(*) FROM booking WHERE birth_year IS NULL AND name_key IS NULL AND word_salt IS NULL
                    AND word_hash IS NULL
                """) == 1)
        #expect(try found(booking, "musti") == nil)
        #expect(try place.faults() == [])
    }

    @Test(
        "The database refuses half a word, a word beside a number, and a year before 1900",
        arguments: [
            "word_hash = NULL", "word_salt = NULL", "client_phone = '+358401234567'", "birth_year = 1899",
        ])
    func refused(change: String) throws {
        _ = try book(at: 60)
        #expect(throws: (any Error).self) { try place.connection.script("UPDATE booking SET \(change)") }
    }

    #if PostgreSQL
    @Test(
        "A kiosk's login books, finds, moves and cancels by the word, and reads neither the hash nor any other client",
        .enabled(if: TestAddress.isServer))
    func kiosk() throws {
        let login = try DatabaseLogin(.kiosk, at: place)
        let store = login.store
        let other = try book(at: 105, word: "rekku")
        let booking = try book(at: 60, through: store)
        // Another program at the kiosk, which knows the code alone.
        try login.connection.script(
            "SET kartoitin.phone = ''; SET kartoitin.codes = '\(booking.reference.characters)'")
        #expect(try login.number("SELECT count(*) FROM booking") == 0)
        try login.connection.script("RESET kartoitin.phone")
        #expect(try login.number("SELECT count(*) FROM booking") == 0)
        #expect(try login.connection.text("SELECT word_salt('\(booking.reference.characters)')")?.count ?? 99 < 40)
        #expect(try found(booking, "rekku", through: store) == nil)
        #expect(try found(other, "musti", through: store) == nil)
        #expect(try login.number("SELECT count(*) FROM booking") == 0)
        #expect(try found(booking, "musti", through: store) == booking)
        #expect(try login.number("SELECT count(*) FROM booking") == 1)
        let moved = try store.move(
            booking.reference, to: place.choice(at: 75, method: .office), as: Cancellation(by: .client),
            now: place.now, drawing: TemporaryStore.draw)
        #expect(try found(moved, "musti", through: store) == moved)
        #expect(try store.cancel(moved.reference, now: place.now).status == .cancelled)
        #expect(try found(other, "rekku", through: store) == other)
        #expect(throws: BookingRefusal.tooManyOpen(open: 1, limit: 1)) {
            try book(at: 75, rules: AppointmentRules(openPerPhone: 1), through: store)
        }
        login.expectRefused(["UPDATE booking SET word_hash = ''", "UPDATE booking SET birth_year = 1990"])
        #expect(try place.faults() == [])
    }

    @Test("A kiosk's login finds a lost reference by all three alone", .enabled(if: TestAddress.isServer))
    func kioskLost() throws {
        let phone = try PhoneNumber(typed: "040 123 4567")
        var request = try place.request()
        request.client = Client(name: "Ääri Öinen", phone: phone, birthYear: 1980, language: .finnish)
        let booking = try place.store.book(
            place.choice(at: 60), request, now: place.now, drawing: TemporaryStore.draw)
        let login = try DatabaseLogin(.kiosk, at: place)
        func find(_ name: String, _ year: Int) throws -> [Booking] {
            try login.store.bookings(LostReference(name: name, phone: phone, birthYear: year), now: place.now)
        }
        #expect(try find("Ääri Öinen", 1981) == [])
        #expect(try find("Ääri", 1980) == [])
        #expect(try login.number("SELECT count(*) FROM booking") == 0)
        #expect(try find("ääri öinen", 1980) == [booking])
        #expect(try login.store.cancel(booking.reference, now: place.now).status == .cancelled)
    }

    @Test("Only a kiosk asks for salts and lost references", .enabled(if: TestAddress.isServer))
    func otherRoles() throws {
        for role in DatabaseRole.allCases where role != .kiosk {
            let login = try DatabaseLogin(role, at: place)
            login.expectRefused(["SELECT word_salt('AAAAAAAA')", "SELECT lost_references('a', 'b', 1, 1)"])
        }
    }

    @Test(
        "A main user sees the client without a number whom they name, and no other",
        .enabled(if: TestAddress.isServer))
    func mainUser() throws {
        let (mine, other) = (try book(at: 60), try book(at: 75))
        let login = try DatabaseLogin(.mainUser, at: place)
        let by = AccessContext(userID: "x", userName: "X", purpose: "asked", at: place.after(200))
        #expect(try login.store.accessLog(ofClientOf: mine.reference) == [])
        #expect(try login.number("SELECT count(*) FROM booking WHERE client_phone = ''") == 1)
        #expect(try login.store.erase(mine.reference, isDryRun: false, by: by).clients == 1)
        #expect(try place.store.booking(other.reference) == other)
    }
    #endif
}
