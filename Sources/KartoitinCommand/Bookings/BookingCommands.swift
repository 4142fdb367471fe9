import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices

extension Command {
    private static let phoneOption = Option("--phone", "NUMBER", "the phone number given when booking")
    private static let reasonOptions =
        [
            Option("--by", "WHO", "client, phone-service, professional or county; client when left out"),
            Option("--reason", "TEXT", "why; must be told by everybody but the client"),
        ] + signInOptions

    static let bookingShow = Command(
        words: ["booking", "show"], summary: "show a booking to the one who knows its reference and phone number",
        operands: ["REFERENCE"], options: [phoneOption]
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        let found = try found(call, content, by: .client)
        try BookingRow.print(found.booking, on: clock, as: format)
        return .done
    }

    static let bookingCancel = Command(
        words: ["booking", "cancel"], summary: "cancel a booking whose meeting has not begun",
        operands: ["REFERENCE"], options: [phoneOption] + reasonOptions
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        let cancellation = try cancellation(call)
        let found = try found(call, content, by: cancellation.by, why: cancellation.reason)
        let cancelled = try found.desk.cancel(found.booking, as: cancellation)
        try BookingRow.print(cancelled, on: clock, as: format)
        return .done
    }

    static let bookingMove = Command(
        words: ["booking", "move"], summary: "move a booking whose meeting has not begun to another free time",
        operands: ["REFERENCE"],
        options: [
            phoneOption,
            Option("--at", "TIME", "local time such as 2026-12-01T09:00, or one with an offset"),
            Option("--method", "METHOD", "phone, remote or office; as before when left out"),
            Option("--municipality", "CODE", "where the office is; as before when left out"),
        ] + reasonOptions
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        let start = try call.requiredMoment("--at", on: clock)
        let wantedMethod = try call.choice("--method", ContactMethod.self)
        let wantedMunicipality = try call.municipality(in: content)
        let cancellation = try cancellation(call)
        let found = try found(call, content, by: cancellation.by, why: cancellation.reason)
        let booking = found.booking
        let method = wantedMethod ?? booking.method
        // Whoever comes to an office is not sent to another town unasked.
        let sameOffice = method == .office && booking.method == .office ? booking.slot.municipality : nil
        let choice = SlotChoice(
            task: booking.slot.task, start: start, method: method, municipality: wantedMunicipality ?? sameOffice,
            appointmentType: booking.slot.appointmentType,
            leave: cancellation.by == .client ? .moving(booking.reference) : .staff(workers: []))
        do {
            let moved = try found.desk.move(booking, to: choice, as: cancellation)
            try BookingRow.print(moved, on: clock, as: format)
            return .done
        } catch BookingRefusal.noLongerFree {
            try SlotRow.print(try alternatives(choice, at: found.desk), on: clock, as: format)
            throw BookingRefusal.noLongerFree
        }
    }

    /// Times that the booking could be moved to.
    private static func alternatives(
        _ choice: SlotChoice, at desk: any BookingDesk
    ) throws -> [AvailableSlot] {
        try desk.bookableSlots(
            SlotQuery(
                task: choice.task, method: choice.method, municipality: choice.municipality,
                appointmentType: choice.appointmentType, leave: choice.leave, from: desk.now, limit: 10))
    }

    private static func cancellation(_ call: Invocation) throws(Failure) -> Cancellation {
        let canceller = try call.choice("--by", Cancellation.Canceller.self) ?? .client
        let reason = canceller == .client ? call.value("--reason") : try call.required("--reason")
        guard (reason ?? "").count <= Cancellation.longestReason else {
            throw Failure(
                .badData,
                "--reason has \(reason?.count ?? 0) characters, at most \(Cancellation.longestReason) are kept; nothing was changed"
            )
        }
        return Cancellation(by: canceller, reason: reason)
    }

    /// The same answer for an unknown reference and for a wrong number. Staff need not know the number.
    ///
    /// - Returns: the booking, and the session of the one who changes it.
    private static func found(
        _ call: Invocation, _ content: Content, by canceller: Cancellation.Canceller, why: String? = nil
    ) throws -> (desk: any BookingDesk, booking: Booking) {
        let phone = canceller == .client || call.has("--phone") ? try call.phone() : nil
        let reference = try call.reference()
        let store = try call.store(of: content)
        let visitor = try call.sessions(content, store).visitor
        let session = canceller == .client ? nil : try call.staff(content, store)
        let known =
            try session.map { try $0.booking(reference, purpose: why ?? "") }
            ?? phone.flatMap { try visitor.booking(reference, of: $0) }
        guard let booking = known, phone == nil || booking.client.phone == phone else {
            throw BookingRefusal.notFound
        }
        return (session ?? visitor, booking)
    }
}

extension Invocation {
    /// The operand that is a booking's reference.
    func reference() throws(Failure) -> BookingReference {
        guard let reference = BookingReference(typed: arguments.operands[0]) else {
            throw Failure(.badData, "a reference has eight characters, such as K7PF-3M2R; check it")
        }
        return reference
    }
}

/// A booking in the fixed shape that other programs read. Holds nothing that the client wrote.
struct BookingRow: Encodable {
    let reference: String
    let start: String
    let minutes: Int
    let method: String
    let professional: String
    let status: String
    let serviceTask: String
    let municipality: String

    init(_ booking: Booking, on clock: WallClock) {
        reference = booking.reference.grouped
        start = clock.iso8601(booking.slot.start)
        minutes = booking.slot.minutes
        method = booking.method.rawValue
        professional = booking.professionalName
        status = booking.status.rawValue
        serviceTask = booking.slot.task.rawValue
        municipality = booking.slot.municipality.rawValue
    }

    private static let headings = [
        "reference", "start", "minutes", "method", "professional", "status", "serviceTask", "municipality",
    ]

    private var cells: [String] {
        [reference, start, String(minutes), method, professional, status, serviceTask, municipality]
    }

    static func print(_ booking: Booking, on clock: WallClock, as format: Format) throws {
        let row = BookingRow(booking, on: clock)
        try Output.result(row, Table(headings: headings, rows: [row.cells]), as: format)
    }

    /// The bookings of a series.
    static func print(_ bookings: [Booking], on clock: WallClock, as format: Format) throws {
        let rows = bookings.map { BookingRow($0, on: clock) }
        try Output.result(["bookings": rows], Table(headings: headings, rows: rows.map(\.cells)), as: format)
    }
}
