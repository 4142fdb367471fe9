import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices

private struct AbsenceOptions: StaffCommandOptions {
    let professional = Option(required: "--professional", "ID", "who is away, for example demo-aino", .text)
    let reason = Option("--reason", "TEXT", "why, for colleagues; no client is told", .text)
    let takeBack = Flag(
        "--take-back", "they are there after all in this period: their times are open again")
    let period = PeriodOptions()
    let dryRun = Flag("--dry-run", "only show what would be done")
    let signIn = SignInOptions()

    var rules: [OptionRule] {
        let told = "--take-back goes with --professional, --from and --until alone"
        return [.notBoth(takeBack, reason, told), .notBoth(takeBack, dryRun, told)]
    }

    func missing(in given: GivenWords) -> [String] {
        given.has(takeBack) || given.has(reason) ? [] : [reason.name]
    }
}

private struct LeavingOptions: StaffCommandOptions {
    let professional = Option(required: "--professional", "ID", "who leaves, for example demo-aino", .text)
    let from = Option(
        required: "--from", "TIME", "nobody can book their times from this day or time on", .moment(.either))
    let dryRun = Flag("--dry-run", "only show what would be done")
    let signIn = SignInOptions()
}

private struct HandoverOptions: StaffCommandOptions {
    let professional = Option(required: "--professional", "ID", "whose bookings, for example demo-aino", .text)
    let colleagues = Option(
        repeatable: "--to", "ID", "a colleague who may take them; all of the service task when left out", .text)
    let rest: Option<[HandoverOrder.Rest]> = Option(
        repeatable: "--rest", "move|cancel",
        "what nobody can take at its time; both: what cannot be moved is cancelled", .choice)
    let period = PeriodOptions()
    let dryRun = Flag("--dry-run", "only show what would be done")
    let signIn = SignInOptions()
}

extension Command {
    static let timetableAbsence = Command(
        "timetable absence", "nobody can book a professional's times in a period; shows the bookings it hits",
        AbsenceOptions()
    ) { call in
        let county = try call.county()
        let id = try call[\.professional]
        let period = try Period(call[\.period])
        if call[\.takeBack] {
            try call.staff().timetables.takeBackAbsence(of: id, from: period.from, until: period.until)
            call.remark("the times of \(id) in this period can be booked again")
            return .done
        }
        let absence = Absence(
            professional: id, start: period.from, end: period.until, reason: try call.required(\.reason))
        let hit = try call.staff().timetables.record(absence, isDryRun: call[\.dryRun])
        return try tell(hit, isDryRun: call[\.dryRun], call.environment, county.printer)
    }

    static let timetableLeave = Command(
        "timetable leave", "a professional leaves for good; shows the bookings that others must take",
        LeavingOptions()
    ) { call in
        let county = try call.county()
        let hit = try call.staff().timetables.leave(
            try call[\.professional], from: try call[\.from], isDryRun: call[\.dryRun])
        return try tell(hit, isDryRun: call[\.dryRun], call.environment, county.printer)
    }

    /// Prints the bookings that an absence hits.
    private static func tell(
        _ hit: [Booking], isDryRun: Bool, _ environment: CommandEnvironment, _ printer: Printer
    ) throws -> ExitCode {
        try printer.print(rows: hit, as: BookingTables.hitBookings)
        if isDryRun { environment.remark("nothing was recorded: a dry run") }
        if !hit.isEmpty {
            environment.remark(
                "these bookings still stand: \(hit.count); give them to others with: kartoitin timetable handover")
        }
        return .done
    }

    /// The bookings of a handover with what became of them.
    private static let handoverTable = Table<Handover.Step>(
        "bookings",
        [
            Column("reference") { $0.booking.reference },
            Column("start") { $0.booking.slot.start },
            Column("method") { $0.booking.method },
            Column("result") { $0.outcome.name },
            // Who meets the client now and when; only where that has changed.
            Column("professional") { $0.outcome.booking?.slot.professional },
            Column("newStart") { $0.outcome.booking?.slot.start },
        ])

    static let timetableHandover = Command(
        "timetable handover", "give every booking of a professional in a period to colleagues; all of them or none",
        HandoverOptions()
    ) { call in
        let county = try call.county()
        let id = try call[\.professional]
        let period = try Period(call[\.period])
        let colleagues = try call[\.colleagues]
        if colleagues.contains(id) { throw Failure(.usage, "--to names \(id), whose bookings are handed over") }
        let order = HandoverOrder(
            professional: id, from: period.from, until: period.until, colleagues: colleagues,
            rest: Set(try call[\.rest]), isDryRun: call[\.dryRun])
        let now = Date()
        let timetables = try call.staff().timetables
        let handover = try timetables.handOver(order)
        try county.printer.print(rows: handover.steps, as: handoverTable)
        guard handover.isComplete else {
            let count = handover.steps.filter { $0.outcome == .unassigned }.count
            throw Failure(
                .noLongerFree, "bookings that nobody can take: \(count); nothing was changed; \(hint(order))")
        }
        if order.isDryRun {
            call.remark("nothing was changed: a dry run")
            return .done
        }
        let open = try timetables.timetable(of: id, from: period.from, until: period.until)
            .filter { [.free, .held].contains($0.state) && $0.slot.start > now }
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

extension Handover.Outcome {
    fileprivate var name: String {
        switch self {
        case .handedOver: "handed-over"
        case .moved: "moved"
        case .cancelled: "cancelled"
        case .begun: "begun"
        case .unassigned: "not-placed"
        }
    }

    /// The booking that holds now, if it is another than before.
    fileprivate var booking: Booking? {
        switch self {
        case .handedOver(let booking), .moved(let booking): booking
        case .cancelled, .begun, .unassigned: nil
        }
    }
}
