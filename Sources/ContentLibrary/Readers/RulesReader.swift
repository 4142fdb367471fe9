import BookingCore

/// Reads the rules of an appointment type: how soon, how far ahead and how many times can be booked.
struct RulesReader {
    static let keys = ["notice", "ahead", "change-until", "open-per-phone"]

    var file: OutlineFile

    mutating func read(_ nodes: [OutlineNode]) -> AppointmentRules {
        let rules = AppointmentRules(
            notice: span("notice", in: nodes), ahead: span("ahead", in: nodes),
            changeUntil: span("change-until", in: nodes),
            openPerPhone: file.one("open-per-phone", in: nodes).flatMap { file.number(1...100, of: $0) })
        if let notice = rules.notice, let ahead = rules.ahead, notice.seconds >= ahead.seconds,
            let line = nodes.first(where: { $0.key == "ahead" })?.line
        {
            file.fault(line, "nothing could be booked: \"ahead\" must be longer than \"notice\"")
        }
        return rules
    }

    private mutating func span(_ key: String, in nodes: [OutlineNode]) -> TimeSpan? {
        guard let node = file.one(key, in: nodes) else { return nil }
        let span = TimeSpan(node.text)
        if span == nil { file.fault(node.line, "\"\(key)\" must be a time such as 30min, 2h or 60d") }
        return span
    }
}
