import BookingCore
import CivilTime
import Foundation
import SocialServices
import Testing

@testable import Storage

/// What released steps say as literal text, and newer ones from Swift, is what the program says.
@Suite("Values that the database and the program both hold")
struct SchemaValueTests {
    let place: TemporaryStore
    let schema: LiveSchema

    init() throws {
        place = try TemporaryStore()
        schema = try LiveSchema(place.connection)
    }

    private func texts<Value: CaseIterable & RawRepresentable<String>>(_ type: Value.Type) -> [String] {
        type.allCases.map(\.rawValue).sorted()
    }

    @Test("Every list of values")
    func lists() {
        let flag = ["0", "1"]
        let expected = [
            "store.is_demonstration": flag, "slot.by_right": flag, "booking.sign_language": flag,
            "access_log.is_refused": flag, "staff.is_locked": flag, "staff.role": texts(StaffRole.self),
            "booking.status": texts(Booking.Status.self), "booking.method": texts(ContactMethod.self),
            "booking.maker": texts(Booking.BookedBy.self),
            "booking.cancelled_by": texts(Cancellation.Canceller.self),
            "booking.attendance": texts(Attendance.self), "booking.consent": texts(ConsentForm.self),
            "booking.messages": texts(MessageWish.self), "client.messages": texts(MessageWish.self),
            "party.messages": texts(MessageWish.self), "client.sign_language": flag, "client.is_protected": flag,
            "staff_role.role": texts(StaffRole.self),
            "message.kind": texts(Message.Kind.self), "message.channel": texts(Message.Channel.self),
            "journey.event": texts(JourneyEvent.Kind.self),
        ]
        var found: [String: [String]] = [:]
        for (name, table) in schema.tables {
            for case .list(let column, let values) in table.checks { found["\(name).\(column)"] = values }
        }
        #expect(found == expected)
    }

    @Test("Every range")
    func ranges() {
        let expected = [
            "professional.length(id)": StaffMember.idLength, "staff.length(id)": StaffMember.idLength,
            "slot.methods": 1...ContactMethod.sum(ContactMethod.allCases), "slot.seats": Slot.allowedSeats,
            "booking_right.uses": RightGrant.allowedUses, "professional_place.weekday": 1...Weekday.allCases.count,
        ]
        var found: [String: ClosedRange<Int>] = [:]
        for (name, table) in schema.tables {
            for case .range(let column, let range) in table.checks { found["\(name).\(column)"] = range }
        }
        #expect(found == expected)
    }

    @Test("Every other number in a check")
    func numbers() {
        let reference = TemporaryStore.draw().characters.count
        var generator = SystemRandomNumberGenerator()
        let code = RightCode.random(using: &generator).characters.count
        let expected: [String: Set<Int>] = [
            "store.id": [1], "professional.municipality": [3], "slot.municipality": [3], "slot.start": [0, 60],
            "slot.finish.start": [Slot.allowedMinutes.upperBound * 60], "slot.booked": [0], "hold.seat": [1],
            "booking.seat": [1], "booking.birth_year": [Client.earliestBirthYear], "booking.reference": [reference],
            "booking_right.code": [code], "client.birth_year": [Client.earliestBirthYear],
            "booking.on_behalf_born": [Client.earliestBirthYear], "party.reference": [reference],
            "professional_place.municipality": [3], "slot.booked.closed_at": [0], "change.count": [0],
        ]
        var found: [String: Set<Int>] = [:]
        for (name, table) in schema.tables {
            for case .other(let columns, let numbers) in table.checks where !numbers.isEmpty {
                found["\(name).\(columns.sorted().joined(separator: "."))"] = numbers
            }
        }
        #expect(found == expected)
    }

    @Test("The days for which the access log is kept")
    func daysOfTheLog() throws {
        let trigger = try #require(schema.triggers["access_log_stays"])
        #expect(trigger.contains("\(AccessEntry.daysKept) * 86400"))
    }
}
