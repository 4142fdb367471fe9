/// Keys of pieces of text: FNV-1a (Fowler, Noll and Vo) of 64 bits. Different pieces hardly ever have the same key.
enum TextKey {
    /// The key of no bytes.
    static let empty: UInt64 = 0xcbf2_9ce4_8422_2325

    static func of(_ bytes: some Sequence<UInt8>, after start: UInt64 = empty) -> UInt64 {
        bytes.reduce(start) { mixed($0, UInt64($1)) }
    }

    /// The order counts: `mixed(mixed(s, a), b)` is another key than `mixed(mixed(s, b), a)`.
    static func mixed(_ key: UInt64, _ value: UInt64) -> UInt64 { (key ^ value) &* 0x100_0000_01b3 }

    /// The keys of the beginnings of a word, from one byte to all.
    static func forEachBeginning(of bytes: some Sequence<UInt8>, _ body: (UInt64) -> Void) {
        var key = empty
        for byte in bytes {
            key = mixed(key, UInt64(byte))
            body(key)
        }
    }
}
