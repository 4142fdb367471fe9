/// A set of small numbers, one bit for each.
struct NumberSet: Hashable {
    private var bits: [UInt64]

    /// An empty set.
    /// - Parameter limit: all numbers are below this.
    init(below limit: Int) { bits = Array(repeating: 0, count: (limit + 63) / 64) }

    var isEmpty: Bool { bits.allSatisfy { $0 == 0 } }

    func contains(_ number: Int) -> Bool { bits[number / 64] & Self.bit(number) != 0 }

    mutating func insert(_ number: Int) { bits[number / 64] |= Self.bit(number) }

    mutating func remove(_ number: Int) { bits[number / 64] &= ~Self.bit(number) }

    mutating func formUnion(_ other: Self) {
        for index in bits.indices { bits[index] |= other.bits[index] }
    }

    func intersection(_ other: Self) -> Self {
        var set = self
        for index in bits.indices { set.bits[index] &= other.bits[index] }
        return set
    }

    private static func bit(_ number: Int) -> UInt64 { 1 << UInt64(number % 64) }
}
