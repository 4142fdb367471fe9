/// Characters that have come only in part.
enum UTF8Tail {
    /// How many bytes at the end begin a UTF-8 scalar without finishing it: 0...3.
    static func unfinished(in bytes: some BidirectionalCollection<UInt8>) -> Int {
        for (count, byte) in zip(1...3, bytes.reversed()) where byte & 0xC0 != 0x80 {
            return count < length(leadBy: byte) ? count : 0
        }
        return 0
    }

    /// Bytes of the scalar that this byte begins: 1...4; 1 also for a byte that begins none.
    static func length(leadBy byte: UInt8) -> Int {
        switch byte {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    }
}
