import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices
import Storage

extension Command {
    private static let who = Option("--professional", "ID", "whose timetable, for example demo-aino")

    static let timetableOpen = Command(
        words: ["timetable", "open"], summary: "open times of one professional for booking",
        options: [
            who,
            Option("--at", "TIME", "when the first one starts: local time such as 2026-12-01T09:00"),
            .until(", as many as fit; one time when left out"),
            Option("--method", "METHOD", "phone, remote or office; all when left out", isRepeatable: true),
            Option("--name", "NAME", "of a professional the store does not know yet"),
            Option("--service-task", "TASK", "of a professional the store does not know yet"),
            Option("--municipality", "CODE", "of a professional the store does not know yet"),
            Option("--purpose", "TEXT", "one time that is for something other than clients, such as a meeting"),
            Option("--appointment-type", "ID", "what the times are for; the advice time of the task when left out"),
            Option("--team", "NAME", "of a professional the store does not know yet"),
            Option(
                "--language-of-service", "CODE", "of a professional the store does not know yet", isRepeatable: true),
        ] + signInOptions
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        _ = try call.required("--at")
        let id = try call.required("--professional")
        let session = try call.staff(content, try call.store(of: content))
        let known = try session.timetables.professionals().first { $0.id == id }
        let professional = if let known { known } else { try newProfessional(id, call, content) }
        let slots: [Slot]
        if call.has("--purpose") {
            slots = [try busyTime(of: professional, call, clock)]
        } else {
            let type = try type(for: professional, call, content)
            slots = try openSlots(of: type, for: professional, call, clock)
        }
        if known == nil { try session.timetables.add(professional) }
        try tellingOverlap(on: clock) { try session.timetables.open(slots, of: id) }
        try TimetableList.print(
            slots.map { (professional, TimetableRow(slot: $0, state: $0.purpose == nil ? .free : .other)) },
            on: clock, as: try call.format())
        return .done
    }

    static let timetableList = Command(
        words: ["timetable", "list"], summary: "opened times and which of them are booked",
        options: [
            Option("--professional", "ID", "whose timetable; everybody's when left out"),
            .from("; today when left out"), .until("; four weeks on when left out"),
        ] + signInOptions
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        let now = Date()
        let from = try call.moment("--from", on: clock) ?? clock.startOfDay(now)
        let until = try call.end(on: clock) ?? clock.day(28, after: from)
        let session = try call.staff(content, try call.store(of: content))
        let all = try session.timetables.professionals()
        let wanted = call.value("--professional")
        let professionals = all.filter { wanted == nil || $0.id == wanted }
        if let wanted, professionals.isEmpty { throw StaffRefusal.noSuchProfessional(wanted) }
        var rows: [(Professional, TimetableRow)] = []
        for professional in professionals {
            let timetable = try session.timetables.timetable(of: professional.id, from: from, until: until)
            rows += timetable.map { (professional, $0) }
        }
        try TimetableList.print(rows, on: clock, as: format)
        return .done
    }

    private static func newProfessional(_ id: String, _ call: Invocation, _ content: Content) throws -> Professional {
        guard let task = try call.choice("--service-task", ServiceTask.self),
            let municipality = try call.municipality(in: content), let name = call.value("--name"), !name.isEmpty
        else {
            throw Failure(
                .badData,
                "the store knows no professional \"\(id)\"; to add one, give --name, --service-task and --municipality too"
            )
        }
        guard StaffMember.isID(id) else {
            throw Failure(
                .badData, "--professional takes a-z, 0-9, - and ., at most \(StaffMember.idLength.upperBound) of them"
            )
        }
        return Professional(
            id: id, name: name, task: task, municipality: municipality,
            languages: Set(try call.languagesOfService(in: content)), team: call.value("--team"))
    }

    private static func type(
        for professional: Professional, _ call: Invocation, _ content: Content
    ) throws -> AppointmentType {
        guard
            let type = try call.appointmentType(in: content)
                ?? content.services.firstAppointment(of: professional.task)
        else {
            throw Failure(
                .notPermitted,
                "\(professional.task.rawValue) has no times that anybody may book; name a type with --appointment-type"
            )
        }
        guard type.task == professional.task else {
            throw Failure(
                .badData,
                "\(type.id) is of \(type.task.rawValue), but \(professional.id) works in \(professional.task.rawValue)"
            )
        }
        return type
    }

    /// Runs what opens times; an overlap is told on the county's clock.
    static func tellingOverlap(on clock: WallClock, _ open: () throws -> Void) throws {
        do {
            try open()
        } catch StaffRefusal.overlapping(let start) {
            throw Failure(
                .badData, "the professional has another time at \(clock.iso8601(start)); nothing was opened")
        }
    }

    private static func busyTime(
        of professional: Professional, _ call: Invocation, _ clock: WallClock
    ) throws -> Slot {
        let purpose = try call.required("--purpose")
        if call.has("--method") { throw Failure(.usage, "--method and --purpose do not go together; give one") }
        guard let start = try call.moment("--at", on: clock), let end = try call.end(on: clock) else {
            throw Failure(.usage, "timetable open needs --until with --purpose")
        }
        let minutes = Int(end.timeIntervalSince(start) / 60)
        guard Slot.allowedMinutes.contains(minutes) else {
            throw Failure(.badData, "between --at and --until must be \(Slot.allowedMinutes.words) minutes")
        }
        return Slot(purpose: purpose, for: professional, start: start, minutes: minutes)
    }

    private static func openSlots(
        of type: AppointmentType, for professional: Professional, _ call: Invocation, _ clock: WallClock
    ) throws -> [Slot] {
        guard let start = try call.moment("--at", on: clock) else {
            throw Failure(.usage, "timetable open needs --at")
        }
        let methods = try call.values("--method").map {
            try Invocation.choice($0, of: "--method", ContactMethod.self)
        }
        let end = try call.end(on: clock) ?? start.addingTimeInterval(Double(type.minutes) * 60)
        let slots = Slot.row(
            of: type, for: professional, from: start, until: end,
            methods: Set(methods.isEmpty ? type.methods : methods))
        if slots.isEmpty {
            throw Failure(.badData, "no time of \(type.minutes) minutes fits between --at and --until")
        }
        return slots
    }
}

/// A timetable as it is printed: never who booked.
struct TimetableList: Encodable {
    let professional: String
    let name: String
    let start: String
    let minutes: Int
    let serviceTask: String
    let methods: [String]
    let municipality: String
    let state: String
    /// Only of a time that is for no client.
    let purpose: String?

    init(_ row: TimetableRow, of professional: Professional, on clock: WallClock) {
        self.professional = professional.id
        name = professional.name
        start = clock.iso8601(row.slot.start)
        minutes = row.slot.minutes
        serviceTask = row.slot.task.rawValue
        methods = row.slot.methods.sorted().map(\.rawValue)
        municipality = row.slot.municipality.rawValue
        state = row.state.rawValue
        purpose = row.slot.purpose
    }

    static func print(_ rows: [(Professional, TimetableRow)], on clock: WallClock, as format: Format) throws {
        let list = rows.map { professional, row in TimetableList(row, of: professional, on: clock) }
        let table = Table(
            headings: [
                "professional", "name", "start", "minutes", "serviceTask", "methods", "municipality", "state",
                "purpose",
            ],
            rows: list.map {
                [
                    $0.professional, $0.name, $0.start, String($0.minutes), $0.serviceTask,
                    $0.methods.joined(separator: " "), $0.municipality, $0.state, $0.purpose ?? "",
                ]
            })
        try Output.result(["timetable": list], table, as: format)
    }
}
