import BookingCore
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

@Suite("Handing bookings over")
struct HandoverTests {
    let place: TemporaryStore

    init() throws { place = try TemporaryStore() }

    /// Opens times of the absent professional and books them, before anybody else has times.
    private func promise(_ minutes: [Int], method: ContactMethod = .phone) throws -> [Booking] {
        try minutes.map { minutes in
            try place.open("aino", at: minutes, methods: [method])
            let choice = place.choice(at: minutes, method: method)
            let description = SituationDescription(
                ownWords: "Own words \(minutes)", hope: "Rest",
                answers: [DescribedAnswer(question: "q", options: ["a", "b"], asked: "Q?", told: "A, B")],
                flags: [], outcome: "families")
            let request = try place.request(method: method, description: description)
            return try place.store.book(choice, request, now: place.now, drawing: TemporaryStore.draw)
        }
    }

    private func order(
        from: Int = 0, until: Int = 600, to colleagues: [String] = [], rest: Set<HandoverOrder.Rest> = [],
        isDryRun: Bool = false
    ) -> HandoverOrder {
        HandoverOrder(
            professional: "aino", from: place.after(from), until: place.after(until), colleagues: colleagues,
            rest: rest, isDryRun: isDryRun)
    }

    private func handOver(_ order: HandoverOrder, now: Int = 0) throws -> Handover {
        try place.store.handOver(order, now: place.after(now), drawing: TemporaryStore.draw)
    }

    /// One line for each booking: when it was, and what became of it.
    private func told(_ handover: Handover) -> [String] {
        func line(_ booking: Booking) -> String { "\(booking.slot.professional) \(minutes(booking))" }
        return handover.steps.map { step in
            let outcome =
                switch step.outcome {
                case .handedOver(let new): "handed over: \(line(new))"
                case .moved(let new): "moved: \(line(new))"
                case .cancelled: "cancelled"
                case .begun: "begun"
                case .unassigned: "not placed"
                }
            return "\(minutes(step.booking)) \(outcome)"
        }
    }

    private func minutes(_ booking: Booking) -> Int { (booking.slot.start.seconds - place.now.seconds) / 60 }

    /// All rows of bookings and descriptions, to tell whether anything changed.
    private func everything() throws -> [String] {
        try place.texts("SELECT reference || slot || status FROM booking ORDER BY id")
            + place.texts("SELECT booking || own_words FROM description ORDER BY booking")
    }

    @Test("Two colleagues share the bookings: the one with fewer first, then by id")
    func twoColleagues() throws {
        _ = try promise([60, 75, 90])
        for minutes in [60, 75, 90] {
            for colleague in ["eero", "helmi"] { try place.open(colleague, at: minutes) }
        }
        let handover = try handOver(order())
        #expect(
            told(handover) == [
                "60 handed over: eero 60", "75 handed over: helmi 75", "90 handed over: eero 90",
            ])
        #expect(handover.isComplete)
        #expect(try place.number("SELECT count(*) FROM booking WHERE status = 'booked'") == 3)
        #expect(try place.faults() == [])
    }

    @Test("The client keeps the reference and everything that was said; the old booking is a cancelled one")
    func kept() throws {
        let old = try #require(try promise([60]).first)
        try place.open("eero", at: 60)
        _ = try handOver(order(), now: 5)
        let new = try #require(try place.store.booking(old.reference))
        #expect(new.slot.professional == "eero")
        #expect(new.status == .booked)
        #expect(new.client == old.client)
        #expect(new.needs == old.needs)
        #expect(new.method == old.method)
        #expect(new.createdAt == place.after(5))
        let reading = AccessContext(userID: "eero", userName: "Eero", purpose: "meeting", at: place.now)
        let description = try place.store.readDescription(of: old.reference, by: reading)
        #expect(description.ownWords == "Own words 60")
        #expect(description.hope == "Rest")
        #expect(description.answers.map(\.told) == ["A, B"])
        #expect(description.outcome == "families")
        #expect(
            try place.texts(
                """
                SELECT old.cancelled_by || ' ' || old.cancel_reason || ' ' || new.status FROM booking old
                JOIN booking new ON new.id = old.moved_to WHERE old.status = 'cancelled' AND old.cancelled_at = \
                \(place.after(5).seconds)
                """) == ["county absence booked"])
    }

    @Test("A colleague takes only what they are free for, offer, and work in")
    func mayTake() throws {
        _ = try promise([60], method: .office)
        try place.open("phone-only", at: 60, methods: [.phone])
        try place.open("elsewhere", at: 60, methods: [.office], in: place.lieksa)
        try place.open("other-task", at: 60, task: .disability, methods: [.office])
        try place.open("later", at: 61, methods: [.office])
        try place.open("held", at: 60, methods: [.office])
        _ = try place.store.hold(
            place.choice(at: 60, method: .office, in: place.joensuu), token: "t", now: place.now,
            until: place.after(5))
        try place.open("absent", at: 60, methods: [.office])
        let absence = Absence(
            professional: "absent", start: place.after(0), end: place.after(90), reason: "leave")
        _ = try place.store.record(absence, isDryRun: false, now: place.now)
        try place.open("left", at: 60, methods: [.office])
        try place.edit(.left("left"))
        try place.open("swedish", at: 60, methods: [.office])
        try place.edit(.languages("sv", of: "swedish"))
        try place.open("by-right", at: 60, methods: [.office])
        try place.edit(.byRight("by-right"))
        let before = try everything()
        #expect(told(try handOver(order())) == ["60 not placed"])
        #expect(try everything() == before)
        try place.edit(.languages("sv", "fi", of: "swedish"))
        #expect(told(try handOver(order())) == ["60 handed over: swedish 60"])
    }

    @Test("Without a choice for the rest nothing is done where one booking has no place")
    func nothingWithoutChoice() throws {
        _ = try promise([60, 75])
        try place.open("eero", at: 60)
        let before = try everything()
        let handover = try handOver(order())
        #expect(told(handover) == ["60 handed over: eero 60", "75 not placed"])
        #expect(!handover.isComplete)
        #expect(try everything() == before)
    }

    @Test("What has no place is moved to the next free time, after all who keep theirs")
    func moved() throws {
        _ = try promise([60, 75])
        try place.open("eero", at: 75)
        try place.open("eero", at: 300)
        try place.open("helmi", at: 300)
        #expect(
            told(try handOver(order(rest: [.move]))) == ["60 moved: helmi 300", "75 handed over: eero 75"])
        #expect(try place.faults() == [])
    }

    @Test("A time is moved by seven days at most, never back, and never into the time that is handed over")
    func movedHowFar() throws {
        _ = try promise([60])
        try place.open("aino", at: 90)
        try place.open("eero", at: 30)
        try place.open("eero", at: 61 + 7 * 1440)
        #expect(told(try handOver(order(rest: [.move]))) == ["60 not placed"])
        try place.open("helmi", at: 60 + 7 * 1440)
        #expect(told(try handOver(order(rest: [.move]))) == ["60 moved: helmi \(60 + 7 * 1440)"])
    }

    @Test("The professional's own time after the period is as good as another's")
    func movedToOwnTime() throws {
        _ = try promise([60])
        try place.open("aino", at: 700)
        #expect(told(try handOver(order(rest: [.move]))) == ["60 moved: aino 700"])
    }

    @Test("What has no place is cancelled where that was chosen, and with both only what cannot be moved")
    func cancelled() throws {
        let bookings = try promise([60, 75])
        #expect(told(try handOver(order(rest: [.cancel], isDryRun: true))) == ["60 cancelled", "75 cancelled"])
        try place.open("eero", at: 300)
        #expect(told(try handOver(order(rest: [.move, .cancel]))) == ["60 moved: eero 300", "75 cancelled"])
        #expect(try place.store.booking(bookings[1].reference)?.status == .cancelled)
    }

    @Test("Only the named colleagues take bookings at their time; a later time may be anybody's")
    func named() throws {
        _ = try promise([60])
        for colleague in ["eero", "helmi"] { try place.open(colleague, at: 60) }
        #expect(told(try handOver(order(to: ["helmi"], isDryRun: true))) == ["60 handed over: helmi 60"])
        try place.add("onni")
        #expect(told(try handOver(order(to: ["onni"]))) == ["60 not placed"])
        try place.open("urho", at: 90)
        #expect(told(try handOver(order(to: ["onni"], rest: [.move]))) == ["60 moved: urho 90"])
        #expect(throws: StaffRefusal.noSuchProfessional("nobody")) { try handOver(order(to: ["nobody"])) }
    }

    @Test("A booking by right goes to the right's own team, or to whom the staff names, never to just anybody")
    func byRight() throws {
        _ = try promise([60])
        try place.open("eero", at: 60)
        try place.connection.script(
            """
            INSERT INTO booking_right (code, appointment_type, client_name, client_phone, uses, expires, granted_by,
                granted_at) VALUES ('AAAAAAAA', 'advice-families', 'X', '1', 1, 0, 'aino', 0);
            INSERT INTO right_worker VALUES ((SELECT id FROM booking_right), 0, 'aino');
            UPDATE booking SET booking_right = (SELECT id FROM booking_right)
            """)
        #expect(told(try handOver(order(rest: [.move]))) == ["60 not placed"])
        #expect(told(try handOver(order(to: ["eero"], isDryRun: true))) == ["60 handed over: eero 60"])
        try place.connection.script("DELETE FROM right_worker; UPDATE booking_right SET team = 'north'")
        #expect(told(try handOver(order())) == ["60 not placed"])
        try place.edit(.team("north", of: "eero"))
        #expect(told(try handOver(order())) == ["60 handed over: eero 60"])
        #expect(try place.number("SELECT count(*) FROM booking WHERE booking_right IS NOT NULL") == 2)
    }

    @Test("A work pair's booking is handed over at its time and stays a pair; it is never moved alone")
    func pair() throws {
        _ = try promise([60])
        try place.open("pair", at: 60)
        try place.book(at: 60)
        try place.edit(.newestIsPartOfOldest)
        try place.open("eero", at: 300)
        #expect(told(try handOver(order(rest: [.move, .cancel]))) == ["60 not placed"])
        try place.open("eero", at: 60)
        #expect(told(try handOver(order(rest: [.move, .cancel]))) == ["60 handed over: eero 60"])
        #expect(try place.number("SELECT part_of FROM booking WHERE id = 2") == 3)
    }

    @Test("A meeting that has begun stays as it is, and those outside of the period are not looked at")
    func begunAndOutside() throws {
        _ = try promise([0, 15, 600])
        for minutes in [0, 15, 600] { try place.open("eero", at: minutes) }
        #expect(told(try handOver(order(), now: 5)) == ["0 begun", "15 handed over: eero 15"])
        #expect(told(try handOver(order(from: 15))) == [], "what ends at its beginning is outside")
    }

    @Test("A dry run tells the same and changes nothing")
    func rehearsal() throws {
        _ = try promise([60, 75, 90])
        for minutes in [60, 300] { try place.open("eero", at: minutes) }
        let before = try everything()
        let rest: Set<HandoverOrder.Rest> = [.move, .cancel]
        let seen = told(try handOver(order(rest: rest, isDryRun: true)))
        #expect(try everything() == before)
        #expect(told(try handOver(order(rest: rest))) == seen)
        #expect(seen == ["60 handed over: eero 60", "75 moved: eero 300", "90 cancelled"])
    }

    @Test("Of two handovers at once one gives every booking away, and the other finds none")
    func twoAtOnce() async throws {
        _ = try promise([60, 75, 90])
        for minutes in [60, 75, 90] {
            for colleague in ["eero", "helmi"] { try place.open(colleague, at: minutes) }
        }
        let (address, now, order) = (place.address, place.now, order())
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 1...2 {
                group.addTask {
                    let store = SQLBookingStore(try address.connection())
                    return try store.handOver(order, now: now, drawing: TemporaryStore.draw).steps.count
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts.sorted() == [0, 3])
        #expect(try place.number("SELECT count(*) FROM booking WHERE status = 'booked'") == 3)
        #expect(try place.faults() == [])
    }

    @Test("A handover that the store cannot finish changes nothing")
    func broken() throws {
        _ = try promise([60, 75])
        for minutes in [60, 75] { try place.open("eero", at: minutes) }
        try place.refuseInserts(
            into: "message",
            when: "NEW.kind = 'handover' AND (SELECT count(*) FROM message WHERE kind = 'handover') = 1")
        let before = try everything()
        #expect(throws: StoreFailure.refused("broken")) { try handOver(order()) }
        #expect(try everything() == before)
    }

    @Test("Each client is told in the same transaction: of the handover, or that nobody could take the time")
    func messages() throws {
        let told = try promise([300, 315])
        try place.open("eero", at: 300)
        _ = try handOver(order(rest: [.cancel]))
        let waiting = try place.texts(
            """
            SELECT kind || ' ' || reference FROM message JOIN booking ON booking.id = message.booking
            WHERE message.withdrawn_at IS NULL
            """)
        let expected = [
            "handover \(told[0].reference.characters)", "reminder \(told[0].reference.characters)",
            "cancellation \(told[1].reference.characters)",
        ]
        #expect(Set(waiting) == Set(expected))
        #expect(
            try place.number("SELECT count(*) FROM message WHERE kind = 'confirmation' AND withdrawn_at IS NULL") == 0
        )
    }
}
