import BookingCore
import CivilTime
import ContentLibrary
import Desks
import SocialServices

extension Command {
    static let arrangements = Command(
        words: ["arrangements"],
        summary:
            "meetings that need an interpreter, a guard or something else; for the phone service or a supervisor",
        options: [.from(), .until()] + signInOptions
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        let words = content.words(in: try call.language(in: content) ?? content.languages.first ?? .finnish)
        let (from, until) = try call.period(on: clock)
        let session = try call.session(content, try call.store(of: content))
        let found = try session.arrangements(from: from, until: until, purpose: "")
        try Printer(format: format, clock: clock)
            .print(rows: found, as: BookingTables.arrangements(words, in: content.county))
        return .done
    }
}
