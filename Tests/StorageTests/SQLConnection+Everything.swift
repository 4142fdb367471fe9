import BookingCore

@testable import Storage

extension SQLConnection {
    /// Every row of every table, in an order of their own, but the one about the store itself.
    func everything() throws -> [String: [String]] {
        var all: [String: [String]] = [:]
        for table in try tables() where table.name != "store" {
            var rows: [String] = []
            try run(table.select, []) { row in
                rows.append("\(table.values(row))")
                return true
            }
            all[table.name] = rows.sorted()
        }
        return all
    }
}
