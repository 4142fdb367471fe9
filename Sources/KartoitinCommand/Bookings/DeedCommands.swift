import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices

private struct UndoOptions: StaffCommandOptions {
    let change = Operand("CHANGE|REFERENCE", UndoneDeed.parser)
    let signIn = SignInOptions()
}

/// Which deed is undone: that of a line of the log of changes, or the last one to a booking.
enum UndoneDeed: Sendable {
    case change(Int)
    case last(BookingReference)

    static let parser = ValueParser<UndoneDeed> { text, _ in
        if let id = Int(text), id > 0 { return .change(id) }
        if let reference = BookingReference(typed: text) { return .last(reference) }
        throw Failure(
            .badData, "a deed is named by its number, such as 31, or by the reference of a booking, such as K7PF-3M2R"
        )
    }
}

private struct AttendanceOptions: StaffCommandOptions {
    let reference = Operand("REFERENCE", .reference)
    let mark: Operand<MeetingMark> = Operand("met|no-show|none", as: "mark", .choice)
    let signIn = SignInOptions()
}

/// How a meeting went, as a command says it.
enum MeetingMark: String, CaseIterable, Sendable {
    case met
    case noShow = "no-show"
    /// Takes the mark back.
    case none
}

private let adviceText = ValueParser<String> { text, name in
    if text.count <= Advice.longestText { return text }
    throw Failure(
        .badData, "\(name) has \(text.count) characters, at most \(Advice.longestText) are kept; nothing was written")
}

private let noteText = ValueParser<String> { text, name in
    if text.count <= StaffNote.longest { return text }
    throw Failure(
        .badData, "\(name) has \(text.count) characters, at most \(StaffNote.longest) are kept; nothing was written")
}

private struct AdviceOptions: StaffCommandOptions {
    let reference = Operand("REFERENCE", .reference)
    let text = Option(required: "--text", "TEXT", "what was advised", adviceText)
    let stored = Option("--stored", "TEXT", "what is stored in the client register, as agreed", adviceText)
    let shared = Option("--shared", "TEXT", "what is shared and with whom, as agreed", adviceText)
    let signIn = SignInOptions()
}

private struct BookingSetOptions: StaffCommandOptions {
    let reference = Operand("REFERENCE", .reference)
    let method: Option<ContactMethod?> = Option(
        "--method", "METHOD", ContactMethod.alternatives + "; time and worker stay", .choice)
    let note = Option("--note", "TEXT|-", "a remark for the professional, in your name; - takes it away", noteText)
    let signIn = SignInOptions()

    var rules: [OptionRule] {
        [
            OptionRule { given in
                given.has(method) || given.has(note) ? nil : "booking set needs what is to be set: --method, --note"
            }
        ]
    }
}

private struct BookingListOptions: StaffCommandOptions {
    let professional = Option(required: "--professional", "ID", "whose meetings, for example demo-aino", .text)
    let from: Option<Date?> = .from("; today when left out", .either)
    let until: Option<Date?> = .until("; the end of the first day when left out", .end(.either))
    let unmarked = Flag("--unmarked", "those that are over and have no mark")
    let changedSince = Option(
        "--changed-since", "TIME", "those to which something was done since", .moment(.past(ahead: 0)))
    let signIn = SignInOptions()
}

private struct AlsoOptions: StaffCommandOptions {
    let reference = Operand("REFERENCE", .reference)
    let name = Option("--name", "NAME", "who comes too", .name(upTo: Client.longestName))
    let phone = Option("--phone", "NUMBER", "their number, to which their own messages go", .phone)
    let messages: Option<MessageWish> = Option(
        "--messages", "WISH", MessageWish.alternatives + "; both when left out", .choice, default: .both)
    let remove = Option("--remove", "CODE", "takes the person with this code off the meeting", .reference)
    let signIn = SignInOptions()

    var rules: [OptionRule] {
        [
            .notBoth(name, remove), .notBoth(phone, remove), .notBoth(messages, remove), .needs(name, phone),
            .needs(phone, name), .needs(messages, name),
        ]
    }
}

extension Command {
    static let bookingUndo = Command(
        "booking undo", "undo a deed; nobody is told of it who was not told of the deed", UndoOptions()
    ) { call in
        let county = try call.county()
        let clients = try call.signedIn().clients
        let id: Int
        switch try call[\.change] {
        case .change(let number): id = number
        case .last(let reference):
            guard let last = try Failure.noBooking.ifNotFound({ try clients.lastDeed(to: reference) }) else {
                throw UndoRefusal.unknown
            }
            id = last.id
        }
        guard let booking = try clients.undo(id) else {
            call.remark("the client is as before")
            return .done
        }
        try county.printer.print(row: booking, as: BookingTables.bookings)
        return .done
    }

    static let bookingAttendance = Command(
        "booking attendance", "record that a meeting took place, that the client did not come, or neither",
        AttendanceOptions()
    ) { call in
        let session = try call.signedIn()
        let booking = try found(try call[\.reference], session)
        let mark: Attendance? =
            switch try call[\.mark] {
            case .met: .met
            case .noShow: .noShow
            case .none: nil
            }
        try session.meetings.record(mark, of: booking)
        call.remark("\(booking.reference.grouped): \(mark?.rawValue ?? "no mark")")
        return .done
    }

    static let bookingAdvice = Command(
        "booking advice", "record what was advised in a meeting; the last record holds", AdviceOptions()
    ) { call in
        let session = try call.signedIn()
        let booking = try found(try call[\.reference], session)
        let advice = Advice(
            text: try call[\.text], stored: try call[\.stored] ?? "", shared: try call[\.shared] ?? "")
        try session.meetings.record(advice, of: booking)
        call.remark("the advice of \(booking.reference.grouped) is recorded")
        return .done
    }

    static let bookingSet = Command(
        "booking set", "another way to meet at the same time, or a remark for the professional", BookingSetOptions()
    ) { call in
        let county = try call.county()
        let session = try call.signedIn()
        var booking = try found(try call[\.reference], session)
        if let note = try call[\.note] { try session.meetings.setNote(note == "-" ? nil : note, for: booking) }
        if let method = try call[\.method] {
            guard method != booking.method else {
                throw Failure(.badData, "the meeting is by \(method.rawValue) already; nothing was changed")
            }
            let choice = SlotChoice(
                task: booking.slot.task, start: booking.slot.start, method: method,
                municipality: booking.slot.municipality, appointmentType: booking.slot.appointmentType,
                leave: .staff(workers: [booking.slot.professional]))
            do {
                booking = try session.move(booking, to: choice, as: Cancellation(by: session.canceller))
            } catch BookingRefusal.noLongerFree {
                throw Failure(
                    .noLongerFree,
                    "this time is not one for meetings by \(method.rawValue); move it with: kartoitin booking move")
            }
        }
        try county.printer.print(row: booking, as: BookingTables.bookings)
        return .done
    }

    static let bookingList = Command(
        "booking list", "a professional's meetings with who comes; those without a mark, or what changed since",
        BookingListOptions()
    ) { call in
        let county = try call.county()
        let session = try call.signedIn()
        let (id, now) = (try call[\.professional], Date())
        let from = try call[\.from] ?? county.clock.startOfDay(now)
        let until = try call[\.until] ?? county.clock.day(1, after: county.clock.startOfDay(from))
        var rows: [Booking]
        if let since = try call[\.changedSince] {
            let deeds = try session.clients.deeds(to: id, since: since)
            try county.printer.print(rows: deeds, as: LogTables.changes)
            return .done
        }
        rows = try session.bookings(of: id, from: from, until: until, purpose: "")
        if call[\.unmarked] {
            rows = rows.filter { $0.status == .booked && $0.attendance == nil && $0.slot.end <= now }
        }
        try county.printer.print(rows: rows, as: BookingTables.meetings)
        return .done
    }

    static let bookingAlso = Command(
        "booking also", "another person who comes to a meeting, with a code and messages of their own; lists them",
        AlsoOptions()
    ) { call in
        let county = try call.county()
        let session = try call.signedIn()
        let reference = try call[\.reference]
        _ = try found(reference, session)
        if let name = try call[\.name], let phone = try call[\.phone] {
            guard phone.takesMessages else {
                throw Failure(.badData, "--phone takes no text messages, and theirs go there; give another number")
            }
            let person = Client(name: name, phone: phone, language: county.language, messages: try call[\.messages])
            _ = try session.clients.addParty(person, to: reference)
        } else if let code = try call[\.remove] {
            try session.clients.removeParty(code, from: reference)
        }
        try county.printer.print(rows: try session.clients.parties(of: reference), as: BookingTables.parties)
        return .done
    }

    /// A booking that the user may see.
    private static func found(_ reference: BookingReference, _ session: StaffSession) throws -> Booking {
        guard let booking = try session.booking(reference, purpose: "") else { throw Failure.noBooking }
        return booking
    }
}

extension StaffSession {
    /// Who gives a time up, in the words of the statistics.
    var canceller: Cancellation.Canceller {
        switch member.role {
        case .phoneService: .phoneService
        case .professional: .professional
        case .supervisor, .mainUser: .county
        }
    }
}
