import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices

private struct SlotsOptions: StaffCommandOptions {
    let task: Option<ServiceTask?> = Option(
        "--service-task", "TASK", "families, family-law, working-age or disability", .choice)
    let method: Option<ContactMethod?> = Option("--method", "METHOD", ContactMethod.alternatives, .choice)
    let municipality = Option(
        "--municipality", "NAME|CODE", "where the office is, for example Joensuu", .municipality)
    let office = Option("--office", "ID|NAME", "at this office, for example joensuu", .office)
    let appointmentType = Option(
        "--appointment-type", "ID", "what is booked, for example advice-families", .appointmentType)
    let language = Option(
        "--language-of-service", "CODE", "with a worker who serves in this language", .language)
    let partOfDay: Option<PartOfDay?> = Option("--part-of-day", "PART", "morning or afternoon", .choice)
    let from: Option<Date?> = .from("; now when left out")
    let until: Option<Date?> = .until("", .comingEnd)
    let limit = Option("--limit", "N", "the most rows; 50 when left out", .count, default: 50)
    let phone = Option("--phone", "NUMBER", "of the client, with --right", .phone)
    let leave = LeaveOptions()
    let signIn = SignInOptions()

    var rules: [OptionRule] { [.needs(phone, leave.right)] }

    func missing(in given: GivenWords) -> [String] {
        given.has(leave.right) && !given.has(phone) ? [phone.name] : []
    }
}

extension Command {
    static let slots = Command("slots", "free times, earliest first", SlotsOptions()) { call in
        let county = try call.county()
        let (method, municipality) = try atOffice(call)
        let type = try call[\.appointmentType]
        let sessions = try call.sessions()
        let visitor = sessions.visitor
        let isStaff = call[\.leave].has(\.professionals) || call.hasSignIn
        let desk: any BookingDesk = isStaff ? try call.staff(in: sessions) : visitor
        let leave = try Leave(call[\.leave], of: try call.required(\.phone), at: visitor)
        var query = SlotQuery(
            task: try call[\.task], method: method, municipality: municipality, appointmentType: type?.id,
            language: try call[\.language], hours: try call[\.partOfDay]?.hours,
            from: try call[\.from] ?? visitor.now, until: try call[\.until], limit: try call[\.limit])
        query.leave = leave.authority
        try county.printer.print(rows: try desk.bookableSlots(query), as: BookingTables.freeTimes)
        if let type, type.isByRight, query.leave == .open {
            call.remark(
                "note: times of \(type.id) are seen only by right: add --right CODE or, as staff, --professional ID")
        }
        return .done
    }

    /// How and where to meet, as `--method`, `--municipality` and `--office` say together.
    private static func atOffice(
        _ call: Invocation<SlotsOptions>
    ) throws -> (method: ContactMethod?, municipality: Municipality?) {
        let (method, municipality) = try (call[\.method], call[\.municipality])
        guard let office = try call[\.office] else { return (method, municipality) }
        if let method, method != .office {
            throw Failure(.usage, "--office has no meetings by \(method.rawValue); leave one of the two out")
        }
        if let municipality, municipality != office.municipality {
            throw Failure(.usage, "the office \(office.id) is not in --municipality; leave one of the two out")
        }
        return (.office, office.municipality)
    }
}
