import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices

private struct TemplateOptions: StaffCommandOptions {
    let file = Operand(optional: "FILE", .text)
    let professional = Option(
        required: "--professional", "ID", "whose timetable, for example demo-aino", .text)
    let period = DayPeriodOptions(.coming)
    let replace = Flag(
        "--replace", "free times of the period that the template does not hold are closed; booked ones stay")
    let dryRun = Flag("--dry-run", "only show what would be opened")
    let signIn = SignInOptions()
}

extension Command {
    /// In days; a longer period is a mistyped year.
    private static let longestPeriod = 731

    static let timetableTemplate = Command(
        "timetable template", "open the times of a weekly template over many weeks, without holidays and closed days",
        TemplateOptions()
    ) { call in
        let county = try call.county()
        let id = try call[\.professional]
        let days = try Period.days(call[\.period])
        let end = days.upperBound.adding(days: 1)
        guard end.number - days.lowerBound.number <= longestPeriod else {
            throw Failure(.badData, "a template is opened for two years at most; give an earlier --until")
        }
        let timetables = try call.staff().timetables
        guard let professional = try timetables.professionals().first(where: { $0.id == id }) else {
            throw StaffRefusal.noSuchProfessional(id)
        }
        let opening = try template(try call[\.file] ?? "-", for: professional, county.content).opening(
            for: professional, from: days.lowerBound, until: end, closed: county.content.county.closedDays,
            on: county.clock, now: Date())
        let isDryRun = call[\.dryRun]
        if call[\.replace] {
            try replace(
                by: opening, of: id, from: max(Date(), county.clock.start(of: days.lowerBound)),
                until: county.clock.start(of: end), timetables, county, isDryRun: isDryRun, call)
            return .done
        }
        _ = try tellingOverlap(on: county.clock) {
            if isDryRun {
                try timetables.rehearseOpening(opening.slots, of: id)
            } else {
                try timetables.open(opening.slots, of: id)
            }
        }
        try print(opening, county.printer)
        call.remark(isDryRun ? "nothing was opened: a dry run" : "times opened: \(opening.slots.count)")
        return .done
    }

    private static let openedTable = Table<Slot>(
        "opened",
        [
            Column("start") { $0.start },
            Column("minutes") { $0.minutes },
            // Only of times that clients book.
            Column("appointmentType") { $0.purpose == nil ? $0.appointmentType : nil },
            Column("methods") { $0.methods.sorted() },
            // Only of times that are for no client.
            Column("purpose") { $0.purpose },
            Column("result", in: .tables) { _ in "opened" },
        ])

    private static let skippedTable = Table<TemplateExpansion.Skipped>(
        "skipped",
        [
            // Local: a time that does not exist has no offset.
            Column("start") { "\($0.day)T\($0.from)" },
            Column("minutes") { $0.minutes },
            Column("appointmentType", in: .tables) { _ in "" },
            Column("methods", in: .tables) { _ in "" },
            Column("purpose", in: .tables) { _ in "" },
            Column("result", in: .tables) { "skipped: \($0.reason.explanation)" },
            Column("why", in: .json) { JSON.text($0.reason.explanation) },
        ])

    /// Prints what a weekly template opened and what it left out; in a table both in order of time.
    private static func print(_ opening: TemplateExpansion, _ printer: Printer) throws {
        let (opened, skipped) = (opening.slots, opening.skipped)
        var grid = openedTable.grid(opened, on: printer.clock)
        grid.rows = (grid.rows + skippedTable.grid(skipped).rows).sorted { $0[0] < $1[0] }
        let json = [
            openedTable.name: openedTable.json(opened, on: printer.clock),
            skippedTable.name: skippedTable.json(skipped),
        ]
        try printer.print(json: .fields(json), grid: grid)
    }

    private static func template(
        _ file: String, for professional: Professional, _ content: Content
    ) throws -> WeeklyTemplate {
        let isFile = file != "-"
        let data =
            isFile ? FileManager.default.contents(atPath: file) : RunContext.current.input.readDataToEndOfFile()
        guard let data else { throw Failure(.badData, "the file \(file) cannot be read; check its name") }
        do {
            return try TemplateReader.read(
                [UInt8](data), name: isFile ? file : "standard input", for: professional.tasks, in: content.services,
                of: content.county)
        } catch {
            guard case .faults(let faults) = error else { throw error }
            let told = faults.map(\.description).joined(separator: "\n")
            throw Failure(.badData, "the template has faults; nothing was opened\n\(told)")
        }
    }
}

extension TemplateExpansion.Skipped.Reason {
    /// In words, for those who plan.
    var explanation: String {
        switch self {
        case .closed(.holiday(let holiday)): "public holiday, \(holiday.rawValue)"
        case .closed(.eve): "closed on the eve of a holiday"
        case .closed(.county(let reason)): "closed, \(reason)"
        case .doesNotExist: "the clock skips this time when summer time begins"
        case .past: "it has begun or is over"
        }
    }
}
