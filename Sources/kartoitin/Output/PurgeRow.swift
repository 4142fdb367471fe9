import BookingCore

/// How much is removed, as it is printed.
struct PurgeRow: Encodable {
    /// False of what is only told.
    let done: Bool
    let descriptions: Int
    let advices: Int
    let messages: Int
    let drafts: Int
    let logLines: Int
    let bookings: Int

    init(_ purge: Purge, isDone: Bool) {
        done = isDone
        descriptions = purge.descriptions
        advices = purge.advices
        messages = purge.messages
        drafts = purge.drafts
        logLines = purge.logLines
        bookings = purge.clients
    }

    /// With its headings.
    var table: Table {
        Table(
            headings: ["done", "descriptions", "advices", "messages", "drafts", "logLines", "bookings"],
            rows: [
                [done ? "yes" : "no"]
                    + [descriptions, advices, messages, drafts, logLines, bookings].map { String($0) }
            ])
    }

    func print(as format: Format) throws { try Output.result(self, table, as: format) }
}
