import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices
import Storage

extension Command {
    static let slots = Command(
        words: ["slots"], summary: "free times, earliest first",
        options: [
            Option("--service-task", "TASK", "families, family-law, working-age or disability"),
            Option("--method", "METHOD", "phone, remote or office"),
            Option("--municipality", "CODE", "where the office is, for example 167"),
            Option("--office", "ID", "at this office, for example joensuu"),
            Option("--appointment-type", "ID", "what is booked, for example advice-families"),
            Option("--language-of-service", "CODE", "with a worker who serves in this language"),
            Option("--part-of-day", "PART", "morning or afternoon"),
            .from("; now when left out"), .until(),
            Option("--limit", "N", "the most rows; 50 when left out"),
            Option("--phone", "NUMBER", "of the client, with --right"),
        ] + leaveOptions + signInOptions
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let now = Date()
        var query = SlotQuery(
            task: try call.choice("--service-task", ServiceTask.self),
            method: try call.choice("--method", ContactMethod.self),
            municipality: try call.municipality(in: content),
            appointmentType: try call.appointmentType(in: content)?.id,
            language: try call.languagesOfService(in: content).last,
            hours: try call.choice("--part-of-day", PartOfDay.self)?.hours,
            from: try call.moment("--from", on: clock) ?? now,
            until: try call.end(on: clock), limit: try call.count("--limit") ?? 50)
        if let office = try office(call, content) {
            if let method = query.method, method != .office {
                throw Failure(.usage, "--office has no meetings by \(method.rawValue); leave one of the two out")
            }
            if let municipality = query.municipality, municipality != office.municipality {
                throw Failure(.usage, "the office \(office.id) is not in --municipality; leave one of the two out")
            }
            query.method = .office
            query.municipality = office.municipality
        }
        let format = try call.format()
        let store = try call.store(of: content)
        let session = call.has("--professional") ? try call.staff(content, store) : nil
        let visitor = try call.sessions(content, store).visitor
        query.leave = try call.leave(of: visitor).leave
        let slots = try session?.freeSlots(query) ?? visitor.freeSlots(query)
        try SlotRow.print(slots, on: clock, as: format)
        if let type = query.appointmentType.flatMap(content.services.appointment), type.isByRight,
            query.leave == .open
        {
            call.remark(
                "note: times of \(type.id) are seen only by right: add --right CODE or, as staff, --professional ID")
        }
        return .done
    }

    private static func office(_ call: Invocation, _ content: Content) throws -> ServicePoint? {
        let id = try call.ids("--office", among: content.county.offices.map(\.id)).last
        return content.county.offices.first { $0.id == id }
    }
}

/// A free time in the fixed shape that other programs read.
struct SlotRow: Encodable {
    let start: String
    let minutes: Int
    let appointmentType: String
    let serviceTask: String
    let methods: [String]
    let municipality: String
    let professionals: Int

    init(_ slot: AvailableSlot, on clock: WallClock) {
        start = clock.iso8601(slot.start)
        minutes = slot.minutes
        appointmentType = slot.appointmentType
        serviceTask = slot.task.rawValue
        methods = slot.methods.map(\.rawValue)
        municipality = slot.municipality.rawValue
        professionals = slot.professionals
    }

    /// Prints the rows in the form that was asked for.
    static func print(_ slots: [AvailableSlot], on clock: WallClock, as format: Format) throws {
        let rows = slots.map { SlotRow($0, on: clock) }
        let table = Table(
            headings: [
                "start", "minutes", "appointmentType", "serviceTask", "methods", "municipality", "professionals",
            ],
            rows: rows.map {
                [
                    $0.start, String($0.minutes), $0.appointmentType, $0.serviceTask,
                    $0.methods.joined(separator: " "), $0.municipality, String($0.professionals),
                ]
            })
        try Output.result(["slots": rows], table, as: format)
    }
}
