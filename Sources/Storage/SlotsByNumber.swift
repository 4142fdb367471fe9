package import BookingCore

/// The least that an engine does to give slots: a prepared look by their numbers, read as a search reads them. What
/// searches are compared with.
package struct SlotsByNumber {
    private let connection: any SQLConnection

    package init(_ address: String) throws(BookingError) { connection = try Stores.connection(address) }

    /// - Returns: how many there were, at most `count`.
    package func read(_ count: Int, from number: Int) throws(BookingError) -> Int {
        try connection.rows(
            "SELECT \(SQLBookingStore.slotColumns) FROM slot WHERE id BETWEEN ?1 AND ?2",
            [.integer(number), .integer(number + count - 1)]
        ) { row throws(BookingError) in try row.slot(from: 0) }.count
    }
}
