import BookingCore

@testable import Storage

extension SQLConnection {
    /// Every row of every table, in an order of their own, but the one about the store itself.
    func everything() throws -> [String: [String]] {
        var all: [String: [String]] = [:]
        for table in try tables() where table.name != "store" {
            all[table.name] = try rows(table.select) { "\(table.values($0))" }.sorted()
        }
        return all
    }
}
