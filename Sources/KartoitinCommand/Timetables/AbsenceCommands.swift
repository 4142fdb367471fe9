import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices
import Storage

extension Command {
    private static let period: [Option] =
        [
            .from(), .until(), Option("--dry-run", nil, "only show what would be done"),
        ] + signInOptions

    static let timetableAbsence = Command(
        words: ["timetable", "absence"],
        summary: "nobody can book a professional's times in a period; shows the bookings it hits",
        options: [
            Option("--professional", "ID", "who is away, for example demo-aino"),
            Option("--reason", "TEXT", "why, for colleagues; no client is told"),
            Option("--take-back", nil, "they are there after all in this period: their times are open again"),
        ] + period
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        let id = try call.required("--professional")
        let (from, until) = try call.period(on: clock)
        if call.has("--take-back") { return try takeBack(id, from, until, call, content) }
        let absence = Absence(professional: id, start: from, end: until, reason: try call.required("--reason"))
        let isDryRun = call.has("--dry-run")
        let session = try call.staff(content, try call.store(of: content))
        let hit = try session.timetables.record(absence, isDryRun: isDryRun)
        return try tell(hit, isDryRun: isDryRun, call, on: clock, as: format)
    }

    static let timetableLeave = Command(
        words: ["timetable", "leave"],
        summary: "a professional leaves for good; shows the bookings that others must take",
        options: [
            Option("--professional", "ID", "who leaves, for example demo-aino"),
            Option("--from", "TIME", "nobody can book their times from this day or time on"),
            Option("--dry-run", nil, "only show what would be done"),
        ] + signInOptions
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        let id = try call.required("--professional")
        let from = try call.requiredMoment("--from", on: clock)
        let isDryRun = call.has("--dry-run")
        let session = try call.staff(content, try call.store(of: content))
        let hit = try session.timetables.leave(id, from: from, isDryRun: isDryRun)
        return try tell(hit, isDryRun: isDryRun, call, on: clock, as: format)
    }

    /// The bookings that somebody's being away hits.
    private static func tell(
        _ hit: [Booking], isDryRun: Bool, _ call: Invocation, on clock: WallClock, as format: Format
    ) throws -> ExitCode {
        try HitRow.print(hit, on: clock, as: format)
        if isDryRun { call.remark("nothing was recorded: a dry run") }
        if !hit.isEmpty {
            call.remark(
                "these bookings still stand: \(hit.count); give them to others with: kartoitin timetable handover")
        }
        return .done
    }

    private static func takeBack(
        _ id: String, _ from: Date, _ until: Date, _ call: Invocation, _ content: Content
    ) throws -> ExitCode {
        if call.has("--reason") || call.has("--dry-run") {
            throw Failure(.usage, "--take-back goes with --professional, --from and --until alone")
        }
        let session = try call.staff(content, try call.store(of: content))
        try session.timetables.takeBackAbsence(of: id, from: from, until: until)
        call.remark("the times of \(id) in this period can be booked again")
        return .done
    }

    static let timetableHandover = Command(
        words: ["timetable", "handover"],
        summary: "give every booking of a professional in a period to colleagues; all of them or none",
        options: [
            Option("--professional", "ID", "whose bookings, for example demo-aino"),
            Option(
                "--to", "ID", "a colleague who may take them; all of the service task when left out",
                isRepeatable: true),
            Option(
                "--rest", "move|cancel", "what nobody can take at its time; both: what cannot be moved is cancelled",
                isRepeatable: true),
        ] + period
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        let id = try call.required("--professional")
        let (from, until) = try call.period(on: clock)
        let colleagues = call.values("--to")
        if colleagues.contains(id) { throw Failure(.usage, "--to names \(id), whose bookings are handed over") }
        let rest = try call.values("--rest").map { try Invocation.choice($0, of: "--rest", HandoverOrder.Rest.self) }
        let order = HandoverOrder(
            professional: id, from: from, until: until, colleagues: colleagues, rest: Set(rest),
            isDryRun: call.has("--dry-run"))
        let now = Date()
        let session = try call.staff(content, try call.store(of: content))
        let handover = try session.timetables.handOver(order)
        try HandoverRow.print(handover, on: clock, as: format)
        guard handover.isComplete else {
            let count = handover.steps.filter { $0.outcome == .unassigned }.count
            throw Failure(
                .noLongerFree, "bookings that nobody can take: \(count); nothing was changed; \(hint(order))")
        }
        if order.isDryRun {
            call.remark("nothing was changed: a dry run")
            return .done
        }
        let open = try session.timetables.timetable(of: id, from: from, until: until)
            .filter { $0.state == .free && $0.slot.start > now }
        if !open.isEmpty {
            call.remark(
                "note: anybody can still book times of \(id) in this period: \(open.count); "
                    + "close them with: kartoitin timetable absence")
        }
        return .done
    }

    private static func hint(_ order: HandoverOrder) -> String {
        if order.rest.isEmpty { return "say what becomes of them with --rest move or --rest cancel" }
        if order.rest == [.move] {
            return "within \(HandoverOrder.furthestMove) days nothing is free; open more times, or add --rest cancel"
        }
        return "a work pair's time cannot be moved or cancelled for one of the two; open a colleague's time"
    }
}

/// A booking that an absence hits, as it is printed: never who booked.
struct HitRow: Encodable {
    let reference: String
    let start: String
    let minutes: Int
    let method: String
    let municipality: String

    init(_ booking: Booking, on clock: WallClock) {
        reference = booking.reference.grouped
        start = clock.iso8601(booking.slot.start)
        minutes = booking.slot.minutes
        method = booking.method.rawValue
        municipality = booking.slot.municipality.rawValue
    }

    static let headings = ["reference", "start", "minutes", "method", "municipality"]

    var cells: [String] { [reference, start, String(minutes), method, municipality] }

    static func print(_ bookings: [Booking], on clock: WallClock, as format: Format) throws {
        let rows = bookings.map { HitRow($0, on: clock) }
        try Output.result(["bookings": rows], Table(headings: headings, rows: rows.map(\.cells)), as: format)
    }
}

/// A booking of a handover with what became of it, as it is printed.
struct HandoverRow: Encodable {
    let reference: String
    let start: String
    let method: String
    /// handed-over, moved, cancelled, begun or not-placed.
    let result: String
    /// Who meets the client now; only where somebody else does or the time is another.
    let professional: String?
    let newStart: String?

    init(_ step: Handover.Step, on clock: WallClock) {
        reference = step.booking.reference.grouped
        start = clock.iso8601(step.booking.slot.start)
        method = step.booking.method.rawValue
        let new: Booking?
        switch step.outcome {
        case .handedOver(let booking): (result, new) = ("handed-over", booking)
        case .moved(let booking): (result, new) = ("moved", booking)
        case .cancelled: (result, new) = ("cancelled", nil)
        case .begun: (result, new) = ("begun", nil)
        case .unassigned: (result, new) = ("not-placed", nil)
        }
        professional = new?.slot.professional
        newStart = new.map { clock.iso8601($0.slot.start) }
    }

    static func print(_ handover: Handover, on clock: WallClock, as format: Format) throws {
        let rows = handover.steps.map { HandoverRow($0, on: clock) }
        let table = Table(
            headings: ["reference", "start", "method", "result", "professional", "newStart"],
            rows: rows.map {
                [$0.reference, $0.start, $0.method, $0.result, $0.professional ?? "", $0.newStart ?? ""]
            })
        try Output.result(["bookings": rows], table, as: format)
    }
}
