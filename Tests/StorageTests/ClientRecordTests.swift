import BookingCore
import CivilTime
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("Clients as records of their own")
struct ClientRecordTests {
    private let place: TemporaryStore
    private let agent = Doer(id: "puhelin", name: "Paula Puhelin")
    private var store: SQLStore { place.store }

    init() throws {
        place = try TemporaryStore()
        try place.add("aino")
        try place.store.open([60, 75, 90, 105].map { place.slot("aino", at: $0, methods: [.phone, .remote]) })
    }

    @discardableResult
    private func book(
        at minutes: Int, name: String = "Kirsi Virtanen", phone: String = "045 613 7688"
    ) throws -> Booking {
        var request = try place.request(name: name)
        request.client = Client(name: name, phone: try PhoneNumber(typed: phone), language: .finnish)
        return try store.book(place.choice(at: minutes), request, now: place.now, drawing: TemporaryStore.draw)
    }

    private func client(of booking: Booking) throws -> KnownClient {
        try #require(try store.client(of: booking.reference))
    }

    private func correct(
        _ known: KnownClient, at version: Int? = nil, pause: TimeSpan? = nil, isDryRun: Bool = false,
        _ change: (inout ClientCorrection) throws -> Void
    ) throws -> ClientCorrectionEffect {
        var correction = ClientCorrection()
        try change(&correction)
        return try store.correct(
            known.id, at: version ?? known.version, correction, pause: pause, isDryRun: isDryRun, by: agent,
            now: place.now)
    }

    @Test("One number and one name are one client, however they are written; another name is another")
    func match() throws {
        let first = try client(of: book(at: 60))
        #expect(try client(of: book(at: 75, name: "KIRSI  virtanen", phone: "+358 45 6137688")).id == first.id)
        #expect(try client(of: book(at: 90, name: "Olli Virtanen")).id != first.id)
        #expect(try store.bookings(ofClient: first.id, from: place.now).count == 2)
        #expect(first.client.name == "Kirsi Virtanen")
    }

    @Test(
        "Found by a name with one wrong letter, other vowels, v for w, double letters, in any order",
        arguments: [
            "kirsi virtanen", "Virtanen", "virtanen kirsi", "kirsu virtanen", "kirsi virtanne", "kirsi wirtanen",
            "kirssi virtannen", "kirs virtanen", "kirsii virttanen",
        ])
    func find(heard: String) throws {
        let known = try client(of: book(at: 60))
        try book(at: 75, name: "Aino Kallio", phone: "050 111 2222")
        #expect(try store.clients(named: NameKey(heard), limit: 9).map(\.id) == [known.id])
    }

    @Test(
        "Not found by two wrong letters, by a part of a word, or by nothing",
        arguments: ["kirsi vertonen", "virta", "", "7"])
    func notFound(heard: String) throws {
        try book(at: 60)
        #expect(try store.clients(named: NameKey(heard), limit: 9) == [])
    }

    @Test("A name of å, ä and ö is found by what people type instead")
    func vowels() throws {
        let known = try client(of: book(at: 60, name: "Åke Wäänänen-Öhman"))
        for heard in ["oke vananen", "ake vaananen", "ohman", "Öhman Åke"] {
            #expect(try store.clients(named: NameKey(heard), limit: 9).map(\.id) == [known.id], "\(heard)")
        }
    }

    @Test("A wrong number put right: two messages are taken back, one goes to the new number alone")
    func number() throws {
        try store.open([place.slot("aino", at: 60 * 24 * 3)])
        let booking = try book(at: 60 * 24 * 3)
        let known = try client(of: booking)
        let waiting = try place.number("SELECT count(*) FROM message WHERE withdrawn_at IS NULL")
        #expect(waiting == 3)
        let number = try PhoneNumber(typed: "045 613 7689")
        let rehearsed = try correct(known, isDryRun: true) { $0.phone = number }
        #expect(try client(of: booking) == known)
        let effect = try correct(known) { $0.phone = number }
        #expect((effect.withdrawn, effect.confirmations, effect.bookings.count) == (3, 1, 1))
        #expect((rehearsed.withdrawn, rehearsed.confirmations, rehearsed.change) == (3, 1, nil))
        #expect(
            try place.texts("SELECT recipient || ' ' || kind FROM message WHERE withdrawn_at IS NULL ORDER BY id")
                == [
                    "+358456137689 confirmation", "+358456137689 reminder", "+358456137689 reminder",
                ])
        #expect(try store.booking(booking.reference, of: number)?.reference == booking.reference)
        #expect(try store.booking(booking.reference, of: try PhoneNumber(typed: "045 613 7688")) == nil)
        // The log names the field and the doer, and no value.
        let line = try #require(try store.changes(ChangeQuery(client: known.id)).last)
        #expect((line.deed, line.doer, line.fields, line.count) == (.corrected, agent, ["phone"], 1))
        #expect(
            try place.texts("SELECT deed || fields || coalesce(reason, '') FROM change").allSatisfy {
                !$0.contains("4561")
            })
        #expect(try place.faults() == [])
    }

    @Test("Two who correct at once: the second is told who was faster, and nothing is lost")
    func raced() throws {
        let known = try client(of: book(at: 60))
        _ = try correct(known) { $0.name = "Kirsi Virta" }
        #expect(throws: ClientRefusal.raced(by: agent.name, at: place.now)) {
            try correct(known) { $0.name = "Kirsi Virtala" }
        }
        #expect(throws: ClientRefusal.unchanged) {
            try correct(try #require(try store.client(known.id))) { $0.name = "Kirsi Virta" }
        }
        #expect(try store.client(known.id)?.client.name == "Kirsi Virta")
        #expect(try store.clients(named: NameKey("kirsi virta"), limit: 9).map(\.id) == [known.id])
        #expect(try store.clients(named: NameKey("kirsi virtanen"), limit: 9) == [])
    }

    @Test("A wish for no messages takes back what waits; a wish for e-mail keeps SMS back")
    func wishes() throws {
        try store.open([place.slot("aino", at: 60 * 24 * 3)])
        let booking = try book(at: 60 * 24 * 3)
        let known = try client(of: booking)
        _ = try correct(known) { $0.messages = MessageWish.none }
        #expect(try place.number("SELECT count(*) FROM message WHERE withdrawn_at IS NULL") == 0)
        _ = try correct(try client(of: booking)) {
            $0.email = EmailAddress(typed: "kirsi@example.fi")
            $0.messages = .email
        }
        #expect(try place.texts("SELECT DISTINCT channel FROM message WHERE withdrawn_at IS NULL") == ["email"])
        #expect(try place.faults() == [])
    }

    @Test("A correction goes to coming bookings and rights, and not to those that are over")
    func reaches() throws {
        let over = try book(at: 60)
        let coming = try book(at: 75)
        let right = try place.grant()
        let known = try client(of: coming)
        var correction = ClientCorrection()
        correction.interpreter = .some("somali")
        let later = place.after(70)
        _ = try store.correct(
            known.id, at: known.version, correction, pause: nil, isDryRun: false, by: agent, now: later)
        #expect(try store.booking(over.reference)?.needs.interpreter == nil)
        #expect(try store.booking(coming.reference)?.needs.interpreter == "somali")
        #expect(try store.right(right.code, now: later)?.grant.clientName == "Maija Meikäläinen")
    }

    @Test("A right goes along with its client's new number")
    func right() throws {
        let booking = try place.book(at: 60)
        let right = try place.grant()
        let number = try PhoneNumber(typed: "040 999 9999")
        let effect = try correct(client(of: booking)) { $0.phone = number }
        #expect(effect.rights == 1)
        #expect(try store.right(right.code, of: number, now: place.now)?.code == right.code)
        #expect(try store.right(right.code, of: PhoneNumber(typed: "040 123 4567"), now: place.now) == nil)
    }

    @Test("Two records of one person are joined: the bookings of both are the one's, and the next booking too")
    func join() throws {
        let one = try client(of: book(at: 60))
        let other = try client(of: book(at: 75, name: "Kirsi Virta"))
        try store.join(other.id, to: one.id, by: agent, now: place.now)
        #expect(try store.client(other.id)?.id == one.id)
        #expect(try client(of: book(at: 90, name: "Kirsi Virta")).id == one.id)
        #expect(try store.bookings(ofClient: one.id, from: place.now).count == 3)
        #expect(try store.clients(named: NameKey("kirsi virta"), limit: 9).map(\.id) == [one.id])
        #expect(throws: ClientRefusal.joined) { try store.join(other.id, to: one.id, by: agent, now: place.now) }
        #expect(throws: ClientRefusal.unknown) { try store.join(99, to: one.id, by: agent, now: place.now) }
    }

    @Test("A name is kept no longer than the county says, and its search words and old values go with it")
    func forgotten() throws {
        let booking = try book(at: 60)
        try book(at: 75, name: "Olli Oja", phone: "050 111 2222")
        _ = try correct(client(of: booking)) { $0.name = "Kirsi Virta" }
        _ = try store.cancel(booking.reference, now: place.now)
        try store.open([place.slot("aino", at: 9000)])
        try book(at: 9000, name: "Olli Oja", phone: "050 111 2222")
        let reading = AccessContext(userID: "x", userName: "X", purpose: "purge", at: place.after(8000))
        let purge = try store.purge(
            meetingsEndedBefore: place.after(80), clientsBefore: place.after(8000), isDryRun: false, by: reading)
        #expect(purge.persons == 1)
        #expect(try place.texts("SELECT name FROM client WHERE purged_at IS NULL") == ["Olli Oja"])
        for (table, column) in [("booking", "client_name"), ("client_word", "word"), ("client_change", "old_value")] {
            let texts = try place.texts("SELECT \(column) FROM \(table)").map { $0.lowercased() }
            #expect(texts.allSatisfy { !$0.contains("virta") && !$0.contains("kirsi") }, "\(table)")
        }
        #expect(try place.faults() == [])
    }
}

@Suite("Others who come to a meeting")
struct PartyTests {
    private let place: TemporaryStore
    private let doer = Doer(id: "aino", name: "Aino Esimerkki")
    private let booking: Booking

    init() throws {
        let place = try TemporaryStore()
        self.place = place
        try place.add("aino")
        try place.store.open([60, 75].map { place.slot("aino", at: $0 + 60 * 24 * 3) })
        booking = try place.book(at: 60 + 60 * 24 * 3)
    }

    private func add() throws -> MeetingParty {
        let other = Client(name: "Pekka Salo", phone: try PhoneNumber(typed: "040 777 7777"), language: .swedish)
        return try place.store.addParty(
            other, to: booking.reference, pause: nil, by: doer, now: place.now, drawing: TemporaryStore.draw)
    }

    private func messages() throws -> [Message] {
        try place.store.messages(dueUntil: place.after(60 * 24 * 9)).filter { $0.recipient == "+358407777777" }
    }

    @Test("Each has a code and messages of their own, in their language, and nothing of the other's")
    func own() throws {
        let party = try add()
        let letters = try messages()
        #expect(letters.map(\.kind) == [.confirmation, .reminder, .reminder])
        for letter in letters {
            #expect(letter.booking.reference == party.code && letter.language == .swedish)
            #expect(letter.booking.client.name == "Pekka Salo")
            #expect(letter.booking.client.phone?.international == "+358407777777")
        }
        let own = try place.store.messages(dueUntil: place.after(60 * 24 * 9)).filter {
            $0.recipient == "+358401234567"
        }
        #expect(own.allSatisfy { $0.booking.client.name == "Maija Meikäläinen" })
        #expect(throws: ClientRefusal.noSuchParty) { try add() }
    }

    @Test("A move tells both, a cancellation too; who is taken off is told nothing more")
    func moved() throws {
        let party = try add()
        _ = try place.store.move(
            booking.reference, to: place.choice(at: 75 + 60 * 24 * 3), as: Cancellation(by: .client), now: place.now,
            drawing: TemporaryStore.draw)
        #expect(try messages().map(\.kind) == [.change, .reminder, .reminder])
        #expect(try place.store.parties(of: booking.reference) == [party])
        try place.store.removeParty(party.code, from: booking.reference, by: doer, now: place.now)
        #expect(try messages() == [])
        _ = try place.store.cancel(booking.reference, now: place.now)
        #expect(try messages() == [])
        #expect(throws: ClientRefusal.noSuchParty) {
            try place.store.removeParty(party.code, from: booking.reference, by: doer, now: place.now)
        }
        #expect(try place.faults() == [])
    }
}
