import BookingCore

/// Looks over every row of a store for what must never be.
struct StoreCheck {
    let connection: any SQLConnection

    func faults() throws(BookingError) -> [String] {
        var faults = try connection.integrityFaults()
        for (sql, message) in Self.rules {
            let count = try connection.first("SELECT count(*) FROM \(sql)") { $0.integer(0) } ?? 0
            if count > 0 { faults.append("\(message): \(count)") }
        }
        return faults
    }

    /// What counts the faults, after `SELECT count(*) FROM`, and what they are.
    typealias Rule = (sql: String, message: String)

    private static let rules = bookingRules + placeRules + pairRules + rightRules + messageRules
}
