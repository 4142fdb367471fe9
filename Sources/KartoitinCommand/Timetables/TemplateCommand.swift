import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices
import Storage

extension Command {
    /// In days; a longer period is a mistyped year.
    private static let longestPeriod = 731

    static let timetableTemplate = Command(
        words: ["timetable", "template"],
        summary: "open the times of a weekly template over many weeks, without holidays and closed days",
        operands: ["[FILE]"],
        options: [
            Option("--professional", "ID", "whose timetable, for example demo-aino"),
            .fromDay, .untilDay,
            Option("--dry-run", nil, "only show what would be opened"),
        ] + signInOptions
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        let id = try call.required("--professional")
        let days = try call.days()
        let end = days.upperBound.adding(days: 1)
        guard end.number - days.lowerBound.number <= longestPeriod else {
            throw Failure(.badData, "a template is opened for two years at most; give an earlier --until")
        }
        let session = try call.staff(content, try call.store(of: content))
        guard let professional = try session.timetables.professionals().first(where: { $0.id == id }) else {
            throw StaffRefusal.noSuchProfessional(id)
        }
        let opening = try template(call, for: professional, content).opening(
            for: professional, from: days.lowerBound, until: end, closed: content.county.closedDays, on: clock,
            now: Date())
        let isDryRun = call.has("--dry-run")
        try tellingOverlap(on: clock) {
            if isDryRun {
                try session.timetables.rehearseOpening(opening.slots, of: id)
            } else {
                try session.timetables.open(opening.slots, of: id)
            }
        }
        try TemplateReport(opening, on: clock).print(as: format)
        call.remark(
            isDryRun
                ? "nothing was opened: a dry run" : "times opened: \(opening.slots.count)")
        return .done
    }

    private static func template(
        _ call: Invocation, for professional: Professional, _ content: Content
    ) throws -> WeeklyTemplate {
        let file = call.arguments.operands.first ?? "-"
        let isFile = file != "-"
        let data =
            isFile ? FileManager.default.contents(atPath: file) : FileHandle.standardInput.readDataToEndOfFile()
        guard let data else { throw Failure(.badData, "the file \(file) cannot be read; check its name") }
        do {
            return try TemplateReader.read(
                [UInt8](data), name: isFile ? file : "standard input", for: professional.task, in: content.services)
        } catch {
            guard case .faults(let faults) = error else { throw error }
            let told = faults.map(\.description).joined(separator: "\n")
            throw Failure(.badData, "the template has faults; nothing was opened\n\(told)")
        }
    }
}

/// What a weekly template opened and what it left out, as it is printed.
struct TemplateReport: Encodable {
    struct Opened: Encodable {
        let start: String
        let minutes: Int
        /// Only of times that clients book.
        let appointmentType: String?
        let methods: [String]
        /// Only of times that are for no client.
        let purpose: String?
    }

    struct Skipped: Encodable {
        /// Local: a time that does not exist has no offset.
        let start: String
        let minutes: Int
        let why: String
    }

    let opened: [Opened]
    let skipped: [Skipped]

    init(_ opening: TemplateExpansion, on clock: WallClock) {
        opened = opening.slots.map { slot in
            Opened(
                start: clock.iso8601(slot.start), minutes: slot.minutes,
                appointmentType: slot.purpose == nil ? slot.appointmentType : nil,
                methods: slot.methods.sorted().map(\.rawValue), purpose: slot.purpose)
        }
        skipped = opening.skipped.map { skipped in
            Skipped(
                start: "\(skipped.day)T\(skipped.from)", minutes: skipped.minutes, why: skipped.reason.explanation)
        }
    }

    func print(as format: Format) throws {
        let openedRows = opened.map {
            [
                $0.start, String($0.minutes), $0.appointmentType ?? "", $0.methods.joined(separator: " "),
                $0.purpose ?? "", "opened",
            ]
        }
        let skippedRows = skipped.map { [$0.start, String($0.minutes), "", "", "", "skipped: \($0.why)"] }
        let rows = openedRows + skippedRows
        let table = Table(
            headings: ["start", "minutes", "appointmentType", "methods", "purpose", "result"],
            rows: rows.sorted { $0[0] < $1[0] })
        try Output.result(self, table, as: format)
    }
}

extension TemplateExpansion.Skipped.Reason {
    fileprivate var explanation: String {
        switch self {
        case .closed(.holiday(let holiday)): "public holiday, \(holiday.rawValue)"
        case .closed(.eve): "closed on the eve of a holiday"
        case .closed(.county(let reason)): "closed, \(reason)"
        case .doesNotExist: "the clock skips this time when summer time begins"
        case .past: "it has begun or is over"
        }
    }
}
