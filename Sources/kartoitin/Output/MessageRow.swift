import BookingCore
import SocialServices

/// A message as it is printed: neither to whom nor in which words.
struct MessageRow: Encodable {
    let state: String
    let due: String
    let kind: String
    let channel: String
    let language: String
    let reference: String
    let attempts: Int
    let failure: String?
    let key: String

    private init(_ message: Message, on clock: WallClock) {
        state = message.deadAt == nil ? "waiting" : "dead"
        due = clock.iso8601(message.due)
        kind = message.kind.rawValue
        channel = message.channel.rawValue
        language = message.language.rawValue
        reference = message.booking.reference.grouped
        attempts = message.attempts
        failure = message.failure
        key = message.key
    }

    static func print(_ messages: [Message], on clock: WallClock, as format: Format) throws {
        let rows = messages.map { MessageRow($0, on: clock) }
        let table = Table(
            headings: ["state", "due", "kind", "channel", "language", "reference", "attempts", "failure", "key"],
            rows: rows.map {
                [
                    $0.state, $0.due, $0.kind, $0.channel, $0.language, $0.reference, String($0.attempts),
                    $0.failure ?? "", $0.key,
                ]
            })
        try Output.result(["messages": rows], table, as: format)
    }
}
