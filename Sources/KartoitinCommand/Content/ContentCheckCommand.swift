import BookingCore
import CivilTime
import ContentLibrary
import Desks
import Foundation
import SocialServices

private struct CheckOptions: CommandOptions {
    let hints = Flag("--hints", "lists what is counted else: hard words, where the languages differ")
    let strict = Flag.strict

    var rules: [OptionRule] {
        [.notBoth(hints, GlobalOptions().quiet, "--quiet leaves out what --hints lists; give one of them")]
    }
}

extension Flag {
    static let strict = Flag("--strict", "for a county that opens: all that it must mend before is a fault")
}

extension Command {
    static let contentCheck = Command(
        "content check", "faults in the content, by file and line", CheckOptions()
    ) { call in
        let isStrict = call[\.strict]
        let check = try ContentCheck(
            all: call.environment.contentFolder, strictly: isStrict, county: { try call.wholeCounty() })
        // Who checks content is about to use it: then the first visitor need not wait for the learning.
        if check.faults.isEmpty {
            let content = try call.wholeCounty().content
            _ = try call.environment.learnedWords(of: content).classifier()
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
            for remark in check.told(withHints: call[\.hints], strictly: isStrict) { Output.remark(remark) }
        }
        return check.faults.isEmpty ? .done : .faultsFound
    }
}

extension ContentCheck {
    /// The check of a folder with all that is drawn on screens.
    ///
    /// - Parameters:
    ///   - strictly: takes what must be mended before a county opens for faults.
    ///   - county: reads the folder; asked where nothing is wrong with it.
    init(all folder: String, strictly: Bool, county: () throws -> CountyContext) throws {
        try self.init(folder: folder, today: .today)
        // Screens can be drawn only of content that can be used.
        if faults.isEmpty {
            let county = try county()
            add(ScreenBudget(of: county.content, clock: county.clock).faults)
        }
        if strictly { requireReadiness() }
    }

    /// The remarks, one a line; what there is much of is only counted unless it is asked for.
    ///
    /// - Parameter strictly: what must be mended before a county opens is told as a fault already.
    fileprivate func told(withHints: Bool, strictly: Bool) -> [String] {
        let left = remarks.filter { !strictly || !$0.kind.mustBeMendedToOpen }
        if withHints { return left.map(\.description) }
        var hints: [String: Int] = [:]
        for case .plainLanguage(let language) in left.map(\.kind) { hints[language.rawValue, default: 0] += 1 }
        let counts = hints.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        let hard = "note: words and sentences that may be hard to read: \(counts); list them with --hints"
        let differences = left.count { $0.kind == .translation }
        let differ = "note: one language says more than another: \(differences); list them with --hints"
        return left.filter(\.kind.isToldAlways).map(\.description) + (differences == 0 ? [] : [differ])
            + (hints.isEmpty ? [] : [hard])
    }
}

extension ContentRemark.Kind {
    fileprivate var isToldAlways: Bool {
        switch self {
        case .fact, .unused, .story, .begun: true
        case .translation, .draft, .plainLanguage: false
        }
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
