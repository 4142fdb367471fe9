import BookingCore

/// A line of the access log as it is printed: what act 703/2023 10 § asks for.
struct LogRow: Encodable {
    let time: String
    let userID: String
    let userName: String
    /// What was used or, of a refused try, what was tried.
    let data: String
    let purpose: String
    /// Whose data it is.
    let provider: String
    let reference: String?
    let refused: Bool

    init(_ entry: AccessEntry, on clock: WallClock) {
        time = clock.iso8601(entry.at)
        userID = entry.userID
        userName = entry.userName
        data = entry.data
        purpose = entry.purpose
        provider = entry.provider
        reference = entry.booking?.grouped
        refused = entry.isRefused
    }

    private static let headings = [
        "time", "userID", "userName", "data", "purpose", "provider", "reference", "refused",
    ]

    private var cells: [String] {
        [time, userID, userName, data, purpose, provider, reference ?? "", refused ? "refused" : ""]
    }

    static func print(_ entries: [AccessEntry], on clock: WallClock, as format: Format) throws {
        let rows = entries.map { LogRow($0, on: clock) }
        try Output.result(["log": rows], Table(headings: headings, rows: rows.map(\.cells)), as: format)
    }
}
