/// Turns the bytes of a terminal into the few keys a line needs, and drops all others whole.
///
/// An allow-list: at a kiosk Tab, Escape, Control and Alt combinations, function keys, up and down, and
/// whatever else a keyboard or a paste can send leave nothing behind, not even the tail of an escape
/// sequence. Staff have some of them (`KeyDecoder+Staff`).
///
/// Sources: ECMA-48 (control sequences); xterm, rxvt and the Linux console (keys); xterm (bracketed paste).
struct KeyDecoder {
    enum Key: Equatable {
        /// Printable bytes as they came: perhaps not valid UTF-8, but never half of a character that was
        /// still on its way.
        case text([UInt8])
        /// What was pasted, control bytes included.
        case paste([UInt8])
        case enter, backspace, delete, left, right, home, end
        /// Staff only.
        case interrupt
        /// Staff only.
        case command(EditingCommand)
    }

    /// What more bytes may belong to.
    enum Expectation {
        case nothing, restOfKey, restOfPaste
    }

    private enum State {
        case ground
        case escape
        /// Alt with a letter outside ASCII: so many of its bytes are still to come.
        case altLetter(bytesLeft: Int)
        case controlSequence(parameters: [UInt8])
        /// `ESC [ [ A`: a function key of the Linux console.
        case consoleFunctionKey
        case singleShift
        case paste
    }

    private static let escape: UInt8 = 0x1B
    private static let pasteEnd = Array("\u{1B}[201~".utf8)
    private static let longestSequence = 32

    private let isStaff: Bool
    private var state = State.ground
    /// Whether the key being read began with two Escapes.
    private var hasAlt = false
    private var keys: [Key] = []
    private var text: [UInt8] = []
    private var pasted: [UInt8] = []
    /// How many bytes of `pasteEnd` have come.
    private var pasteEndSeen = 0

    init(_ keys: TerminalKeys = .kiosk) {
        isStaff = keys == .staff
    }

    var expectation: Expectation {
        switch state {
        case .ground: text.isEmpty ? .nothing : .restOfKey
        case .paste: .restOfPaste
        default: .restOfKey
        }
    }

    mutating func decode(_ bytes: some Sequence<UInt8>) -> [Key] {
        for byte in bytes { take(byte) }
        endText(keeping: UTF8Tail.unfinished(in: text))
        return takeKeys()
    }

    /// Nothing came for a while: what was expected is not coming. Half a key is dropped, half a paste kept.
    mutating func giveUpWaiting() -> [Key] {
        if case .paste = state {
            pasted += Self.pasteEnd.prefix(pasteEndSeen)
            endPaste()
        }
        state = .ground
        endText()
        return takeKeys()
    }

    private mutating func takeKeys() -> [Key] {
        defer { keys = [] }
        return keys
    }

    private mutating func take(_ byte: UInt8) {
        switch state {
        case .ground: takeInGround(byte)
        case .escape: takeAfterEscape(byte)
        case .altLetter(let bytesLeft):
            if byte & 0xC0 != 0x80 {
                restart(with: byte)
            } else {
                state = bytesLeft > 1 ? .altLetter(bytesLeft: bytesLeft - 1) : .ground
            }
        case .controlSequence(let parameters): takeInSequence(byte, parameters)
        case .consoleFunctionKey: state = .ground
        case .singleShift:
            state = .ground
            guard byte >= 0x20 else { return restart(with: byte) }
            press(Self.movement(byte) ?? staff(Self.staffKey(singleShift: byte)))
        case .paste: takeInPaste(byte)
        }
    }

    private mutating func restart(with byte: UInt8) {
        state = .ground
        takeInGround(byte)
    }

    private mutating func takeInGround(_ byte: UInt8) {
        hasAlt = false
        switch byte {
        case 0x20...0x7E, 0x80...0xFF: text.append(byte)
        case 0x0A, 0x0D: press(.enter)
        case 0x08, 0x7F: press(.backspace)
        case Self.escape: state = .escape
        default: press(staff(Self.staffKey(byte)))
        }
    }

    private mutating func takeAfterEscape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "["): state = .controlSequence(parameters: [])
        case UInt8(ascii: "O"): state = .singleShift
        case Self.escape: hasAlt = isStaff
        case 0x0A, 0x0D: restart(with: byte)
        default:
            press(staff(Self.staffKey(afterEscape: byte)))
            let length = UTF8Tail.length(leadBy: byte)
            state = length > 1 ? .altLetter(bytesLeft: length - 1) : .ground
        }
    }

    private mutating func takeInSequence(_ byte: UInt8, _ parameters: [UInt8]) {
        switch byte {
        case UInt8(ascii: "[") where parameters.isEmpty: state = .consoleFunctionKey
        case 0x20...0x3F where parameters.count < Self.longestSequence:
            state = .controlSequence(parameters: parameters + [byte])
        case 0x40...0x7E:
            state = .ground
            endSequence(byte, String(decoding: parameters, as: UTF8.self))
        default: restart(with: byte)
        }
    }

    private mutating func endSequence(_ final: UInt8, _ parameters: String) {
        switch (parameters, final) {
        case ("", _) where Self.movement(final) != nil: press(Self.movement(final))
        case ("1", UInt8(ascii: "~")), ("7", UInt8(ascii: "~")): press(.home)
        case ("4", UInt8(ascii: "~")), ("8", UInt8(ascii: "~")): press(.end)
        case ("3", UInt8(ascii: "~")): press(.delete)
        case ("200", UInt8(ascii: "~")): state = .paste
        default: press(staff(Self.staffKey(sequence: final, parameters)))
        }
    }

    private static func movement(_ final: UInt8) -> Key? {
        switch final {
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        default: nil
        }
    }

    private mutating func takeInPaste(_ byte: UInt8) {
        if byte == Self.pasteEnd[pasteEndSeen] {
            pasteEndSeen += 1
            if pasteEndSeen == Self.pasteEnd.count { endPaste() }
            return
        }
        // The marker begins with its only ESC, so a mismatch can start it anew but never overlap it.
        let wasPartOfText = Self.pasteEnd.prefix(pasteEndSeen)
        pasteEndSeen = byte == Self.escape ? 1 : 0
        // One byte beyond the limit tells that there was more.
        guard pasted.count <= Reply.mostBytes else { return }
        pasted += wasPartOfText
        if pasteEndSeen == 0 { pasted.append(byte) }
    }

    private mutating func endPaste() {
        endText()
        keys.append(.paste(pasted))
        pasted = []
        pasteEndSeen = 0
        state = .ground
    }

    /// The key, where keys of staff count.
    private func staff(_ key: @autoclosure () -> Key?) -> Key? {
        isStaff ? key() : nil
    }

    private mutating func press(_ key: Key?) {
        guard let key = hasAlt ? Self.byWord(key) : key else { return }
        endText()
        keys.append(key)
    }

    private mutating func endText(keeping kept: Int = 0) {
        guard text.count > kept else { return }
        keys.append(.text(text.dropLast(kept)))
        text = Array(text.suffix(kept))
    }
}
