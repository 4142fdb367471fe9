extension KeyDecoder {
    /// Control with a letter, and Tab.
    static func staffKey(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x01: .home
        case 0x02: .left
        case 0x03: .interrupt
        case 0x04: .delete
        case 0x05: .end
        case 0x06: .right
        case 0x09: .command(.complete)
        case 0x0B: .command(.cutToEnd)
        case 0x0E: .command(.nextLine)
        case 0x10: .command(.previousLine)
        case 0x15: .command(.cutToStart)
        case 0x17: .command(.cutSpacedWordLeft)
        case 0x19: .command(.yank)
        default: nil
        }
    }

    /// Alt with a key, which comes as Escape and the key.
    static func staffKey(afterEscape byte: UInt8) -> Key? {
        switch byte {
        case UInt8(ascii: "b"), UInt8(ascii: "B"): .command(.wordLeft)
        case UInt8(ascii: "f"), UInt8(ascii: "F"): .command(.wordRight)
        case UInt8(ascii: "d"), UInt8(ascii: "D"): .command(.cutWordRight)
        case 0x08, 0x7F: .command(.cutWordLeft)
        default: nil
        }
    }

    /// A control sequence that a kiosk drops. Modifiers as xterm counts them: 3 is Alt, 5 Control, 7 both.
    static func staffKey(sequence final: UInt8, _ parameters: String) -> Key? {
        switch (parameters, final) {
        case ("", UInt8(ascii: "A")): .command(.previousLine)
        case ("", UInt8(ascii: "B")): .command(.nextLine)
        case ("1;3", let final), ("1;5", let final), ("1;7", let final): byWord(final)
        case ("3;3", UInt8(ascii: "~")), ("3;5", UInt8(ascii: "~")): .command(.cutWordRight)
        default: nil
        }
    }

    /// A key after `ESC O`: the arrows of application mode, and rxvt's Control with an arrow.
    static func staffKey(singleShift byte: UInt8) -> Key? {
        switch byte {
        case UInt8(ascii: "A"): .command(.previousLine)
        case UInt8(ascii: "B"): .command(.nextLine)
        case UInt8(ascii: "d"): .command(.wordLeft)
        case UInt8(ascii: "c"): .command(.wordRight)
        default: nil
        }
    }

    /// With Alt, as terminals send it that put one more Escape before the key (rxvt, the Linux console).
    static func byWord(_ key: Key?) -> Key? {
        switch key {
        case .left: .command(.wordLeft)
        case .right: .command(.wordRight)
        default: key
        }
    }

    private static func byWord(_ final: UInt8) -> Key? {
        switch final {
        case UInt8(ascii: "C"): .command(.wordRight)
        case UInt8(ascii: "D"): .command(.wordLeft)
        default: nil
        }
    }
}
