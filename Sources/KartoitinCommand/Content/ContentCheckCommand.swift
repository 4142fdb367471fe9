import BookingCore
import CivilTime
import ContentLibrary
import Desks
import Foundation
import SocialServices

private struct CheckOptions: CommandOptions {
    let hints = Flag("--hints", "the words and sentences too that may be hard to read")
}

extension Command {
    static let contentCheck = Command(
        "content check", "faults in the content, by file and line", CheckOptions()
    ) { call in
        var check = try ContentCheck(folder: call.environment.contentFolder, today: .today)
        // Screens can be drawn only of content that can be used.
        if check.faults.isEmpty {
            let county = try call.wholeCounty()
            check.faults = ScreenBudget(of: county.content, clock: county.clock).faults
        }
        switch call.environment.format {
        case .json:
            // The fixed shape that other programs read.
            let counts = [
                "paths": check.paths, "longestPath": check.longestPath, "questions": check.questions,
                "options": check.options,
            ]
            let faults = [ContentTables.faults.name: ContentTables.faults.json(check.faults)]
            try Output.json(JSON.fields(counts.mapValues(JSON.whole).merging(faults) { count, _ in count }))
        case .csv: Output.data(ContentTables.faults.grid(check.faults).csv)
        case .table:
            for fault in check.faults { Output.data(fault.description) }
            Output.data(check.summary)
        }
        if !call.environment.isQuiet {
            for remark in check.told(withHints: call[\.hints]) { Output.remark(remark) }
        }
        return check.faults.isEmpty ? .done : .faultsFound
    }
}

extension ContentCheck {
    /// The remarks, one a line; hints for plain language are only counted unless they are asked for.
    fileprivate func told(withHints: Bool) -> [String] {
        if withHints { return remarks.map(\.description) }
        var hints: [String: Int] = [:]
        for case .plainLanguage(let language) in remarks.map(\.kind) { hints[language.rawValue, default: 0] += 1 }
        let counts = hints.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        let counted = "note: words and sentences that may be hard to read: \(counts); list them with --hints"
        return remarks.filter { $0.kind == .fact }.map(\.description) + (hints.isEmpty ? [] : [counted])
    }
}

extension CalendarDay {
    /// The day on this machine's calendar. The county's own clock stands in the content that is yet to be checked.
    fileprivate static var today: CalendarDay {
        get throws {
            let now = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
            guard let today = CalendarDay(year: now.year ?? 0, month: now.month ?? 0, day: now.day ?? 0) else {
                throw Failure(.unreachable, "this machine's clock shows no year that can be; set it")
            }
            return today
        }
    }
}
