import BookingCore
import CivilTime
import ContentLibrary
import SocialServices

private struct ShowOptions: CommandOptions {
    let reference = Operand("REFERENCE", .reference)
    let phone = Option(required: "--phone", "NUMBER", "the phone number given when booking", .phone)
}

private let cancelReason = ValueParser<String> { text, name in
    if text.count <= Cancellation.longestReason { return text }
    throw Failure(
        .badData,
        "\(name) has \(text.count) characters, at most \(Cancellation.longestReason) are kept; nothing was changed")
}

/// By whom a booking is changed, and why.
private struct ChangeOptions: StaffCommandOptions {
    let by: Option<Cancellation.Canceller> = Option(
        "--by", "WHO", "client, phone-service, professional or county; client when left out", .choice,
        default: .client)
    let reason = Option("--reason", "TEXT", "why; must be told by everybody but the client", cancelReason)
    let signIn = SignInOptions()

    func isByClient(_ given: GivenWords) -> Bool {
        given.options[by.name]?.last.map { $0 == Cancellation.Canceller.client.rawValue } ?? true
    }
}

private protocol BookingChange: StaffCommandOptions {
    var reference: Operand<BookingReference> { get }
    var phone: Option<PhoneNumber?> { get }
    var change: ChangeOptions { get }
}

extension BookingChange {
    var signIn: SignInOptions { change.signIn }

    var rules: [OptionRule] {
        [
            OptionRule { given in
                guard change.isByClient(given), given.has(signIn.account) || given.has(signIn.passwordFile) else {
                    return nil
                }
                return "a client does not sign in; say who changes the booking with --by phone-service, professional "
                    + "or county, or leave --as and --password-file out"
            }
        ]
    }

    func missing(in given: GivenWords) -> [String] {
        let needed: any AnyOption = change.isByClient(given) ? phone : change.reason
        return given.has(needed) && given.options[needed.name] != [""] ? [] : [needed.name]
    }
}

private struct CancelOptions: BookingChange {
    let reference = Operand("REFERENCE", .reference)
    let phone = Option("--phone", "NUMBER", "the phone number given when booking", .phone)
    let change = ChangeOptions()
}

private struct MoveOptions: BookingChange {
    let reference = Operand("REFERENCE", .reference)
    let phone = Option("--phone", "NUMBER", "the phone number given when booking", .phone)
    let at = Option(
        required: "--at", "TIME", "local time such as \"1.12. 9.00\" or 2026-12-01T09:00, or one with an offset",
        .start)
    let method: Option<ContactMethod?> = Option(
        "--method", "METHOD", ContactMethod.alternatives + "; as before when left out", .choice)
    let municipality = Option(
        "--municipality", "NAME|CODE", "where the office is; as before when left out", .municipality)
    let professional = Option(
        "--professional", "ID", "staff only: with this worker; with the same one when left out", .text)
    let atOnceToo = Flag.atOnceToo
    let change = ChangeOptions()
}

private struct ArrangementsOptions: StaffCommandOptions {
    let period = PeriodOptions()
    let signIn = SignInOptions()
}

extension Command {
    static let bookingShow = Command(
        "booking show", "show a booking to the one who knows its reference and phone number", ShowOptions()
    ) { call in
        let county = try call.county()
        guard let booking = try call.visitor().booking(try call[\.reference], of: try call[\.phone]) else {
            throw BookingRefusal.notFound
        }
        try county.printer.print(row: booking, as: BookingTables.bookings)
        return .done
    }

    static let bookingCancel = Command(
        "booking cancel", "cancel a booking whose meeting has not begun", CancelOptions()
    ) { call in
        let county = try call.county()
        let found = try FoundBooking(call)
        let cancelled = try found.desk.cancel(found.booking, as: found.cancellation)
        try county.printer.print(row: cancelled, as: BookingTables.bookings)
        return .done
    }

    static let bookingMove = Command(
        "booking move", "move a booking whose meeting has not begun to another free time", MoveOptions()
    ) { call in
        let county = try call.county()
        let found = try FoundBooking(call)
        if found.cancellation.by == .client, call.has(\.professional) {
            throw Failure(.usage, "--professional would do nothing for a client; say who you are with --by and --as")
        }
        let slot = found.booking.slot
        let method = try call[\.method] ?? found.booking.method
        // A client who comes to an office is not sent to another town unasked.
        let sameOffice = method == .office && found.booking.method == .office ? slot.municipality : nil
        let choice = SlotChoice(
            task: slot.task, start: try call[\.at], method: method,
            municipality: try call[\.municipality] ?? sameOffice, appointmentType: slot.appointmentType,
            leave: found.cancellation.by == .client
                ? .moving(found.booking.reference) : .staff(workers: [try call[\.professional]].compactMap(\.self)))
        do {
            var cancellation = found.cancellation
            cancellation.isAtOnceToo = call[\.atOnceToo]
            // Another worker is told of before anything is done.
            cancellation.keepsWorker = cancellation.by != .client && !call.has(\.professional)
            let moved = try found.desk.move(found.booking, to: choice, as: cancellation)
            try county.printer.print(row: moved, as: BookingTables.bookings)
            return .done
        } catch BookingRefusal.noLongerFree {
            let alternatives = try found.desk.bookableSlots(
                SlotQuery(
                    task: choice.task, method: choice.method, municipality: choice.municipality,
                    appointmentType: choice.appointmentType, minutes: found.booking.longMinutes,
                    leave: choice.leave, from: found.desk.now, limit: 10),
                isInterpreted: found.desk.isForInterpreter(found.booking))
            try county.printer.print(rows: alternatives, as: BookingTables.freeTimes)
            throw BookingRefusal.noLongerFree
        }
    }

    static let arrangements = Command(
        "arrangements",
        "meetings that need an interpreter, a guard or something else; for the phone service or a supervisor",
        ArrangementsOptions()
    ) { call in
        let county = try call.county()
        let period = try Period(call[\.period])
        let found = try call.signedIn().arrangements(from: period.from, until: period.until, purpose: "")
        try county.printer.print(
            rows: found, as: BookingTables.arrangements(county.words, in: county.content.county))
        return .done
    }
}

/// A booking that is to be changed, and the session of the one who changes it.
private struct FoundBooking {
    let booking: Booking
    let desk: any BookingDesk
    let cancellation: Cancellation

    /// The same answer for an unknown reference and for a wrong number. Staff need not know the number.
    init(_ call: Invocation<some BookingChange>) throws {
        let by = try call[\.change][\.by]
        let reason = try by == .client ? call[\.change][\.reason] : call[\.change].required(\.reason)
        cancellation = Cancellation(by: by, reason: reason)
        let phone = try by == .client ? call.required(\.phone) : call[\.phone]
        let reference = try call[\.reference]
        let sessions = try call.sessions()
        let found: Booking?
        if by == .client {
            desk = sessions.visitor
            found = try phone.flatMap { try sessions.visitor.booking(reference, of: $0) }
        } else {
            let session = try call.staff(in: sessions)
            desk = session
            found = try session.booking(reference, purpose: reason ?? "")
        }
        guard let found, phone == nil || found.client.phone == phone else { throw BookingRefusal.notFound }
        booking = found
    }
}
