import ContentLibrary
import Dialogue

/// How often an answer to one question was not understood.
struct Failures {
    var count = 0
}

extension Talk {
    /// After the second answer that was not understood, help comes unasked; from the third on a human being is
    /// offered.
    func help(after failures: inout Failures, with help: [String]) {
        failures.count += 1
        switch failures.count {
        case 1: return
        case 2: show((help + [words(keys.help)]).map { .paragraph(TerminalText($0)) })
        default: if keys.keys.contains(.human) { say(.offerHuman) }
        }
    }
}
