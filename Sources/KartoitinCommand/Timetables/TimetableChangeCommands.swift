import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices

/// Whose free times are changed, and when.
private struct ChangedTimes: StaffCommandOptions {
    let professional = Option(required: "--professional", "ID", "whose timetable, for example demo-aino", .text)
    let period = PeriodOptions(.coming)
    let dryRun = Flag("--dry-run", "only show what would be done")
    let signIn = SignInOptions()
}

private struct CloseOptions: StaffCommandOptions {
    let times = ChangedTimes()
    let withPurpose = Flag("--with-purpose", "also times that are for something other than clients")
    var signIn: SignInOptions { times.signIn }
}

private struct RetypeOptions: StaffCommandOptions {
    let times = ChangedTimes()
    let appointmentType = Option(
        "--appointment-type", "ID", "what the times are for; another length cuts them anew", .appointmentType)
    let methods: Option<[ContactMethod]> = Option(
        repeatable: "--method", "METHOD", ContactMethod.alternatives, .choice)
    let place = MeetingPlaceOptions()
    var signIn: SignInOptions { times.signIn }

    var rules: [OptionRule] {
        [
            OptionRule { given in
                let fields: [any AnyOption] = [appointmentType, methods, place.municipality, place.office]
                if fields.contains(where: given.has) { return nil }
                return "timetable change needs what is to be changed: \(fields.map(\.name).joined(separator: ", "))"
            }
        ]
    }
}

private struct ShiftOptions: StaffCommandOptions {
    let times = ChangedTimes()
    let to = Option(required: "--to", "TIME", "when the first of the free times is to begin", .start)
    var signIn: SignInOptions { times.signIn }
}

private struct CopyOptions: StaffCommandOptions {
    let professional = Option(required: "--professional", "ID", "whose timetable, for example demo-aino", .text)
    let week = Option(
        required: "--week", "DAY", "a day of the week that is copied, for example 2026-12-07", .day(.coming))
    let to = Option(
        repeatable: "--to", "DAY", "a day of a week that it is copied to; more than one may be given", .day(.coming))
    let dryRun = Flag("--dry-run", "only show what would be done")
    let signIn = SignInOptions()
}

/// Where clients are met.
struct MeetingPlaceOptions: CommandOptions {
    let municipality = Option("--municipality", "NAME|CODE", "where the office is", .municipality)
    let office = Option("--office", "ID", "at this office, for example joensuu", .office)
}

extension Invocation<MeetingPlaceOptions> {
    /// The place that the options name; nil if they name none.
    func place() throws -> Place? {
        let (municipality, office) = (try self[\.municipality], try self[\.office])
        guard let office else { return municipality.map { Place($0) } }
        if let municipality, municipality != office.municipality {
            throw Failure(.usage, "the office \(office.id) is not in --municipality; leave one of the two out")
        }
        return Place(office.municipality, office: office.id)
    }
}

extension County {
    /// A place where clients can be told the way: with its office where the municipality has more than one.
    ///
    /// - Throws: `Failure` where it would have to be guessed.
    func checked(_ place: Place) throws(Failure) -> Place {
        let offices = offices.filter { $0.municipality == place.municipality }
        guard place.office == nil, offices.count > 1 else { return place }
        throw Failure(
            .badData,
            "the municipality \(place.municipality.rawValue) has several offices; say which with --office: "
                + offices.map(\.id).joined(separator: ", "))
    }
}

/// A time with what became of it.
private struct ChangedTime {
    let slot: Slot
    let result: String
}

extension Command {
    private static let changedTable = Table<ChangedTime>(
        "times",
        [
            Column("start") { $0.slot.start },
            Column("minutes") { $0.slot.minutes },
            Column("appointmentType") { $0.slot.purpose == nil ? $0.slot.appointmentType : nil },
            Column("methods") { $0.slot.methods.sorted() },
            Column("municipality") { $0.slot.municipality },
            Column("office") { $0.slot.office },
            Column("purpose") { $0.slot.purpose },
            Column("result") { $0.result },
        ])

    static let timetableClose = Command(
        "timetable close", "close free times; booked ones are listed and stay", CloseOptions()
    ) { call in
        let withPurpose = call[\.withPurpose]
        return try change(call[\.times], as: .closed) { TimetablePlan.closing($0, withPurpose: withPurpose) }
    }

    static let timetableChange = Command(
        "timetable change", "what free times are for, how and where; booked ones are listed and stay", RetypeOptions()
    ) { call in
        let county = try call.county()
        let (type, methods) = (try call[\.appointmentType], Set(try call[\.methods]))
        if let type, let other = methods.first(where: { !type.methods.contains($0) }) {
            throw Failure(.badData, "\(type.id) is not offered by \(other.rawValue)")
        }
        let place = try call[\.place].place().map { try county.content.county.checked($0) }
        return try change(call[\.times], as: .retyped) { rows in
            TimetablePlan.retyping(rows, to: type, methods: methods.isEmpty ? nil : methods, place: place)
        }
    }

    static let timetableShift = Command(
        "timetable shift", "move free times, so that the first begins then; booked ones are listed and stay",
        ShiftOptions()
    ) { call in
        let start = try call[\.to]
        return try change(call[\.times], as: .timesMoved) { TimetablePlan.shifting($0, to: start) }
    }

    static let timetableCopy = Command(
        "timetable copy", "open the times of one week in other weeks, without closed days", CopyOptions()
    ) { call in
        let county = try call.county()
        let (id, week, days) = (try call[\.professional], try call[\.week], try call[\.to])
        if days.isEmpty {
            throw Failure(.usage, "timetable copy needs --to DAY, a day of the week that it is copied to")
        }
        let timetables = try call.staff().timetables
        let source = county.clock.week(of: county.clock.start(of: week))
        let slots = try timetables.timetable(of: id, from: source.lowerBound, until: source.upperBound).map(\.slot)
        if slots.isEmpty { throw Failure(.badData, "no times are open in the week of \(week); nothing was copied") }
        var (all, isDryRun) = ([ChangedTime](), call[\.dryRun])
        for day in days {
            let target = county.clock.week(of: county.clock.start(of: day))
            let apart = monday(of: day).number - monday(of: week).number
            guard apart != 0 else { throw Failure(.badData, "--to names the week that is copied; name another") }
            let plan = try tellingOverlap(on: county.clock) {
                try timetables.rearrange(
                    id, from: target.lowerBound, until: target.upperBound, as: .copied, isDryRun: isDryRun
                ) { rows in
                    TimetablePlan.copying(
                        slots, byDays: apart, onto: rows, closed: county.content.county.closedDays, on: county.clock,
                        now: Date())
                }
            }
            all += rows(of: plan)
            tell(plan, call)
        }
        isDryRun = call[\.dryRun]
        try county.printer.print(rows: all, as: changedTable)
        if isDryRun { call.remark("nothing was changed: a dry run") }
        return .done
    }

    private static func monday(of day: CalendarDay) -> CalendarDay { day.adding(days: 1 - day.weekday.number) }

    private static func change(
        _ call: Invocation<ChangedTimes>, as deed: Deed, _ plan: ([TimetableRow]) throws -> TimetablePlan
    ) throws -> ExitCode {
        let county = try call.county()
        let id = try call[\.professional]
        let period = try Period(call[\.period])
        let timetables = try call.staff().timetables
        let done = try tellingOverlap(on: county.clock) {
            try timetables.rearrange(
                id, from: period.from, until: period.until, as: deed, isDryRun: call[\.dryRun], planning: plan)
        }
        try county.printer.print(rows: rows(of: done), as: changedTable)
        tell(done, call)
        if call[\.dryRun] { call.remark("nothing was changed: a dry run") }
        return .done
    }

    private static func rows(of plan: TimetablePlan) -> [ChangedTime] {
        let kept = plan.kept.map {
            ChangedTime(slot: $0.slot, result: $0.booked > 0 ? "kept, booked" : "kept, \($0.state.rawValue)")
        }
        let all =
            plan.closing.map { ChangedTime(slot: $0, result: "closed") }
            + plan.opening.map { ChangedTime(slot: $0, result: "opened") }
            + plan.inTheWay.map { ChangedTime(slot: $0, result: "not opened, another time is there") } + kept
        return all.sorted { ($0.slot.start, $0.result) < ($1.slot.start, $1.result) }
    }

    private static func tell(_ plan: TimetablePlan, _ call: Invocation<some CommandOptions>) {
        let booked = plan.kept.count { $0.booked > 0 }
        call.remark(
            "kept: \(plan.kept.count), of which booked: \(booked); opened: \(plan.opening.count); closed: "
                + "\(plan.closing.count)")
        for skipped in plan.skipped {
            call.remark("not opened: \(skipped.day) \(skipped.from), \(skipped.reason.explanation)")
        }
    }

    /// Replaces what is free from a day on by a template.
    static func replace(
        by template: TemplateExpansion, of id: String, from: Date, until: Date, _ timetables: StaffTimetables,
        _ county: CountyContext, isDryRun: Bool, _ call: Invocation<some CommandOptions>
    ) throws {
        let plan = try tellingOverlap(on: county.clock) {
            try timetables.rearrange(id, from: from, until: until, as: .template, isDryRun: isDryRun) {
                TimetablePlan.replacing($0, by: template)
            }
        }
        try county.printer.print(rows: rows(of: plan), as: changedTable)
        let wanted = Set(template.slots)
        let left = plan.kept.count { !wanted.contains($0.slot) }
        call.remark(
            "kept: \(plan.kept.count - left); opened: \(plan.opening.count); closed: \(plan.closing.count); booked "
                + "outside the template: \(left)")
        let days = Set(plan.skipped.filter { if case .closed = $0.reason { true } else { false } }.map(\.day))
            .sorted()
        for day in days {
            guard let reason = plan.skipped.first(where: { $0.day == day })?.reason else { continue }
            call.remark("not opened on \(day): \(reason.explanation)")
        }
        if isDryRun { call.remark("nothing was changed: a dry run") }
    }

    static let timetableConflicts = Command(
        "timetable conflicts",
        "coming bookings that the content no longer allows: closed days, offices, lengths, ways",
        ConflictOptions()
    ) { call in
        let county = try call.county()
        let found = try call.staff().timetables.conflicts()
        try county.printer.print(
            rows: found.map { Conflicting(booking: $0.booking, conflict: $0.conflict) }, as: conflictTable)
        return found.isEmpty ? .done : .faultsFound
    }

    private static let conflictTable = Table<Conflicting>(
        "conflicts",
        [
            Column("reference") { $0.booking.reference },
            Column("start") { $0.booking.slot.start },
            Column("minutes") { $0.booking.slot.minutes },
            Column("method") { $0.booking.method },
            Column("professional") { $0.booking.slot.professional },
            Column("why") { $0.conflict.explanation },
        ])
}

private struct ConflictOptions: StaffCommandOptions {
    let signIn = SignInOptions()
}

private struct Conflicting {
    let booking: Booking
    let conflict: CountyLimits.Conflict
}

extension CountyLimits.Conflict {
    /// In words, for those who plan.
    var explanation: String {
        switch self {
        case .closed(let reason): TemplateExpansion.Skipped.Reason.closed(reason).explanation
        case .noSuchMunicipality: "the county has no such municipality any more"
        case .noSuchOffice: "the county has no such office any more"
        case .noSuchType: "nothing of this kind is booked any more"
        case .otherLength(let minutes): "times of this kind take \(minutes) minutes now"
        case .notBy(let method): "times of this kind are not held by \(method.rawValue) any more"
        }
    }
}
