extension Unicode.Scalar {
    /// A control character of the first set (C0) or DEL.
    var isControl: Bool { value < 0x20 || value == 0x7F }

    /// Part of no picture on the screen, yet able to act on it or to hide in a text: C1 controls, bidi
    /// controls, line separators, zero-width and other format characters, noncharacters.
    var isHidden: Bool {
        guard value >= 0x80 else { return false }
        // Hot path: Latin letters.
        if value >= 0xA0, value < 0x300 { return value == 0xAD }
        if value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value) { return true }
        if properties.isDefaultIgnorableCodePoint { return true }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }

    /// A picture of its own. Digits, `#` and `*`, which Unicode also counts as emoji, are not.
    var isPicture: Bool { value >= 0xA9 && properties.isEmoji }

    /// What is printed where the scalar itself must not be.
    var standIn: Unicode.Scalar {
        guard isControl else { return "\u{FFFD}" }
        return value == 0x7F ? "\u{2421}" : Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    }
}
