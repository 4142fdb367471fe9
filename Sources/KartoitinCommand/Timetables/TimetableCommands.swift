import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices

private struct OpenOptions: StaffCommandOptions {
    let professional = Option(
        required: "--professional", "ID", "whose timetable, for example demo-aino", .text)
    let at = Option(
        required: "--at", "TIME", "when the first one starts: local time such as \"1.12. 9.00\"", .start)
    let until: Option<Date?> = .until(", as many as fit; one time when left out")
    let methods: Option<[ContactMethod]> = Option(
        repeatable: "--method", "METHOD", ContactMethod.alternatives + "; all when left out", .choice)
    let name = Option("--name", "NAME", "of a professional the store does not know yet", .text)
    let task: Option<ServiceTask?> = Option(
        "--service-task", "TASK", "of a professional the store does not know yet", .choice)
    let place = MeetingPlaceOptions()
    let purpose = Option(
        "--purpose", "TEXT", "one time that is for something other than clients, such as a meeting", .text)
    let appointmentType = Option(
        "--appointment-type", "ID", "what the times are for; the advice time of the task when left out",
        .appointmentType)
    let team = Option("--team", "NAME", "of a professional the store does not know yet", .text)
    let languages = Option(
        repeatable: "--language-of-service", "CODE", "of a professional the store does not know yet", .language)
    let oddMinutes = Flag("--odd-minutes", "the first one may start at any minute, not only at :00, :15, :30 or :45")
    let signIn = SignInOptions()

    var rules: [OptionRule] { [.notBoth(methods, purpose), .notBoth(appointmentType, purpose)] }

    func missing(in given: GivenWords) -> [String] {
        given.has(purpose) && !given.has(until) ? ["\(until.name) with \(purpose.name)"] : []
    }
}

private struct TimetableListOptions: StaffCommandOptions {
    let professional = Option("--professional", "ID", "whose timetable; everybody's when left out", .text)
    let from: Option<Date?> = .from("; today when left out", .either)
    let until: Option<Date?> = .until("; four weeks on when left out", .end(.either))
    let signIn = SignInOptions()
}

extension Command {
    /// Timetables: never who booked.
    private static let timetable = Table<(professional: Professional, row: TimetableRow)>(
        "timetable",
        [
            Column("professional") { $0.professional.id },
            Column("professionalName") { $0.professional.name },
            Column("start") { $0.row.slot.start },
            Column("minutes") { $0.row.slot.minutes },
            Column("serviceTask") { $0.row.slot.task },
            Column("methods") { $0.row.slot.methods.sorted() },
            Column("municipality") { $0.row.slot.municipality },
            Column("state", in: .json) { $0.row.state },
            Column("state", in: .tables) { row in
                // How full a session of many is.
                let slot = row.row.slot
                return slot.seats == 1
                    ? row.row.state.rawValue : "\(row.row.state.rawValue) \(row.row.booked)/\(slot.seats)"
            },
            // Only of a time that is for no client.
            Column("purpose") { $0.row.slot.purpose },
            // Only where a municipality has more than one.
            Column("office", in: .json) { $0.row.slot.office },
            // Only of a time that takes several clients.
            Column("seatsLeft", in: .json) { $0.row.slot.seats == 1 ? nil : $0.row.slot.seats - $0.row.booked },
        ])

    static let timetableOpen = Command(
        "timetable open", "open times of one professional for booking", OpenOptions()
    ) { call in
        let county = try call.county()
        let timetables = try call.staff().timetables
        let id = try call[\.professional]
        let known = try timetables.professionals().first { $0.id == id }
        if let known { try refuseWhatWouldDoNothing(call, of: known) }
        let professional = try known ?? newProfessional(id, call)
        try checkStart(try call[\.at], county, call)
        let slots =
            call.has(\.purpose)
            ? [try busyTime(of: professional, call)]
            : try openSlots(of: try type(for: professional, call, county.content), for: professional, call)
        if known == nil { try timetables.add(professional) }
        _ = try tellingOverlap(on: county.clock) { try timetables.open(slots, of: id) }
        try county.printer.print(
            rows: slots.map { (professional, TimetableRow(slot: $0, state: $0.purpose == nil ? .free : .other)) },
            as: timetable)
        return .done
    }

    static let timetableList = Command(
        "timetable list", "opened times and which of them are booked", TimetableListOptions()
    ) { call in
        let county = try call.county()
        let from = try call[\.from] ?? county.clock.startOfDay(Date())
        let until = try call[\.until] ?? county.clock.day(28, after: from)
        let timetables = try call.staff().timetables
        let wanted = try call[\.professional]
        let professionals = try timetables.professionals().filter { wanted == nil || $0.id == wanted }
        if let wanted, professionals.isEmpty { throw StaffRefusal.noSuchProfessional(wanted) }
        let rows = try professionals.flatMap { professional in
            try timetables.timetable(of: professional.id, from: from, until: until).map { (professional, $0) }
        }
        try county.printer.print(rows: rows, as: timetable)
        return .done
    }

    private static func newProfessional(_ id: String, _ call: Invocation<OpenOptions>) throws -> Professional {
        guard let task = try call[\.task], let place = try call[\.place].place(), let name = try call[\.name],
            !name.isEmpty
        else {
            throw Failure(
                .badData,
                "unknown professional \"\(id)\"; to add one, give --name, --service-task and --municipality too")
        }
        guard StaffMember.isID(id) else {
            throw Failure(
                .badData, "--professional takes a-z, 0-9, - and ., at most \(StaffMember.idLength.upperBound) of them"
            )
        }
        return Professional(
            id: id, name: name, task: task, municipality: place.municipality,
            languages: Set(try call[\.languages]), team: try call[\.team], office: place.office)
    }

    private static func type(
        for professional: Professional, _ call: Invocation<OpenOptions>, _ content: Content
    ) throws -> AppointmentType {
        guard
            let type = try call[\.appointmentType] ?? content.services.firstAppointment(of: professional.task)
        else {
            throw Failure(
                .notPermitted,
                "\(professional.task.rawValue) has no times that anybody may book; name a type with --appointment-type"
            )
        }
        guard professional.tasks.contains(type.task) else {
            let works = professional.tasks.map(\.rawValue).joined(separator: " and ")
            throw Failure(
                .badData, "\(type.id) is of \(type.task.rawValue), but \(professional.id) works in \(works)")
        }
        return type
    }

    /// What is said of a professional who is known already may agree with what the store has; to change it is another
    /// command's work.
    private static func refuseWhatWouldDoNothing(_ call: Invocation<OpenOptions>, of known: Professional) throws {
        let others = [
            (try call[\.name].map { $0 != known.name }, "--name"),
            (try call[\.task].map { !known.tasks.contains($0) }, "--service-task"),
            (try call[\.team].map { $0 != known.team }, "--team"),
            (try call.has(\.languages) && Set(call[\.languages]) != known.languages, "--language-of-service"),
        ].filter { $0.0 == true }.map(\.1)
        if others.isEmpty { return }
        throw Failure(
            .usage,
            "\(others.joined(separator: ", ")) would do nothing: \(known.id) is known already, with something else; "
                + "use kartoitin worker set \(known.id)")
    }

    /// - Throws: `Failure` of a time on a closed day, or at odd minutes.
    private static func checkStart(
        _ start: Date, _ county: CountyContext, _ call: Invocation<OpenOptions>
    ) throws {
        let clock = county.clock
        let day = clock.calendarDay(of: start)
        if let reason = county.content.county.closedDays.reason(on: day), !call.has(\.purpose) {
            let told = TemplateExpansion.Skipped.Reason.closed(reason).explanation
            throw Failure(.badData, "the county is closed on \(day): \(told); nothing was opened")
        }
        let odd = clock.localTime(of: start).minutes % 15
        guard odd != 0, !call[\.oddMinutes] else { return }
        let before = start.addingTimeInterval(-Double(odd) * 60)
        throw Failure(
            .badData,
            "times begin at :00, :15, :30 or :45; did you mean \(clock.localTime(of: before)) or "
                + "\(clock.localTime(of: before.addingTimeInterval(900)))? to open it all the same add --odd-minutes")
    }

    /// Where the times are: as named, else where the professional is on that weekday.
    private static func place(
        of professional: Professional, _ start: Date, _ call: Invocation<OpenOptions>
    ) throws -> Place {
        let county = try call.county()
        let weekday = county.clock.calendarDay(of: start).weekday
        return try county.content.county.checked(try call[\.place].place() ?? professional.place(on: weekday))
    }

    /// Runs what opens times; an overlap is told on the county's clock.
    static func tellingOverlap<Value>(on clock: WallClock, _ open: () throws -> Value) throws -> Value {
        do {
            return try open()
        } catch StaffRefusal.overlapping(let start) {
            throw Failure.overlapping(start, on: clock)
        }
    }

    private static func busyTime(of professional: Professional, _ call: Invocation<OpenOptions>) throws -> Slot {
        let start = try call[\.at]
        guard let end = try call[\.until] else {
            throw Failure(.usage, "timetable open needs --until with --purpose")
        }
        let minutes = Int(end.timeIntervalSince(start) / 60)
        guard Slot.allowedMinutes.contains(minutes) else {
            throw Failure(.badData, "between --at and --until must be \(Slot.allowedMinutes.words) minutes")
        }
        return Slot(
            purpose: try call.required(\.purpose), for: professional, start: start, minutes: minutes,
            at: try place(of: professional, start, call))
    }

    private static func openSlots(
        of type: AppointmentType, for professional: Professional, _ call: Invocation<OpenOptions>
    ) throws -> [Slot] {
        let start = try call[\.at]
        let methods = try call[\.methods]
        let end = try call[\.until] ?? start.addingTimeInterval(Double(type.minutes) * 60)
        let slots = Slot.row(
            of: type, for: professional, from: start, until: end,
            methods: Set(methods.isEmpty ? type.methods : methods), at: try place(of: professional, start, call))
        if slots.isEmpty {
            throw Failure(.badData, "no time of \(type.minutes) minutes fits between --at and --until")
        }
        return slots
    }
}
