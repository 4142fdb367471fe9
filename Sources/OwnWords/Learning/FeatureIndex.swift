/// Numbers the features of texts (n-grams, words and pairs of words) in the order they are first seen.
///
/// A dictionary for this one purpose: learning looks up millions of keys, and with eight bytes for each feature the
/// table stays near the processor. It knows a feature by 32 bits of its key: of 300,000 features about ten are taken
/// for another one, which no match notices.
struct FeatureIndex {
    private(set) var count = 0
    /// The known bits of a key above the number plus one; 0 where nothing is.
    private var entries: [UInt64]

    /// - Parameter features: a guess; the table grows where it is too low.
    init(expecting features: Int) {
        var size = 1024
        while size * 3 < features * 4 { size *= 2 }
        entries = Array(repeating: 0, count: size)
    }

    /// The number of a feature, which is added where it is new.
    mutating func add(_ key: UInt64) -> Int {
        let known = UInt64(Self.known(key)) << 32
        let place = place(of: known)
        let entry = entries[place]
        if entry != 0 { return Int(truncatingIfNeeded: entry & Self.lower) - 1 }
        count += 1
        entries[place] = known | UInt64(count)
        if count * 4 > entries.count * 3 { grow() }
        return count - 1
    }

    /// Every feature by the bits that are known of its key, and its number.
    var all: some Sequence<(known: UInt32, number: Int)> {
        entries.lazy.filter { $0 != 0 }.map {
            (UInt32(truncatingIfNeeded: $0 >> 32), Int(truncatingIfNeeded: $0 & Self.lower) - 1)
        }
    }

    private static let lower: UInt64 = 0xFFFF_FFFF

    /// The bits of a key that are kept, well mixed.
    static func known(_ key: UInt64) -> UInt32 {
        UInt32(truncatingIfNeeded: ((key ^ (key >> 29)) &* 0x9e37_79b9_7f4a_7c15) >> 32)
    }

    private func place(of known: UInt64) -> Int {
        let mask = entries.count - 1
        var place = Int(truncatingIfNeeded: known >> 32) & mask
        while case let entry = entries[place], entry != 0, (entry ^ known) > Self.lower {
            place = (place + 1) & mask
        }
        return place
    }

    private mutating func grow() {
        let old = entries
        entries = Array(repeating: 0, count: old.count * 2)
        for entry in old where entry != 0 { entries[place(of: entry & ~Self.lower)] = entry }
    }
}
