/// What two copies of a table have in common: how many rows, and one number over every value of them all, in
/// whatever order they come.
struct TableSum: Equatable {
    private(set) var rows: Int
    private(set) var sum: UInt64

    init(rows: Int = 0, sum: UInt64 = 0) {
        self.rows = rows
        self.sum = sum
    }

    mutating func add(_ values: [SQLValue]) {
        rows += 1
        var hash = Self.seed
        for value in values {
            switch value {
            case .noInteger, .noText: Self.mix(0, into: &hash)
            case .integer(let number):
                Self.mix(1, into: &hash)
                for shift in stride(from: 0, to: 64, by: 8) {
                    Self.mix(UInt8(truncatingIfNeeded: number >> shift), into: &hash)
                }
            case .text(let text):
                Self.mix(2, into: &hash)
                // One character has another form in PostgreSQL, which is no fault of the copy's.
                for byte in PostgreSQLText.keepable(text).utf8 { Self.mix(byte, into: &hash) }
                // No text holds this byte: "ab", "c" is not "a", "bc".
                Self.mix(0xFF, into: &hash)
            }
        }
        sum &+= Self.spread(hash)
    }

    /// Every bit over the whole number: two rows that differ a little must not make up for one another in the sum
    /// (the end of SplitMix64).
    private static func spread(_ hash: UInt64) -> UInt64 {
        var hash = hash
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return hash ^ (hash >> 31)
    }

    // FNV-1a.
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func mix(_ byte: UInt8, into hash: inout UInt64) {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
}
