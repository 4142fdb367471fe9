import BookingCore
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
            Option("--from", "TIME", "from this day or time on; now when left out"),
            Option("--until", "TIME", "before this day or time"),
            Option("--limit", "N", "the most rows; 50 when left out"),
        ]
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let now = Date()
        let query = SlotQuery(
            task: try call.choice("--service-task", ServiceTask.self),
            method: try call.choice("--method", ContactMethod.self),
            municipality: try call.municipality(in: content), from: try call.moment("--from", on: clock) ?? now,
            until: try call.moment("--until", on: clock), limit: try call.count("--limit") ?? 50)
        let format = try call.format()
        let slots = try StoreFile.open(path: call.storePath).freeSlots(query, now: now)
        try SlotRow.print(slots, on: clock, as: format)
        return .done
    }
}
