/// Makes untrusted text safe to look at: whatever could act on a terminal, reorder a line or hide in it is
/// replaced by a visible form.
enum VisibleText {
    private static let joiner: Unicode.Scalar = "\u{200D}"
    private static let keycap: Unicode.Scalar = "\u{20E3}"

    /// - Parameter keepingLines: newlines stay (CR LF as one), and a tab becomes a space.
    static func make(from text: String, keepingLines: Bool) -> String {
        guard text.unicodeScalars.contains(where: { $0.isControl || $0.isHidden }) else { return text }
        let scalars = Array(text.unicodeScalars)
        var visible = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            switch scalar {
            case "\n" where keepingLines: visible.append(scalar)
            case "\r" where keepingLines && next == "\n": break
            case "\t" where keepingLines: visible.append(" ")
            case _ where !scalar.isControl && !scalar.isHidden: visible.append(scalar)
            case _ where belongsToPicture(scalar, after: index > 0 ? scalars[index - 1] : nil, before: next):
                visible.append(scalar)
            default: visible.append(scalar.placeholder)
            }
        }
        return String(visible)
    }

    /// Joiners and presentation selectors are parts of many emoji; anywhere else they only hide things.
    private static func belongsToPicture(
        _ scalar: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?
    ) -> Bool {
        guard let previous else { return false }
        switch scalar {
        case "\u{FE0E}", "\u{FE0F}":
            return previous.isPicture || (previous.properties.isEmoji && next == keycap)
        case joiner:
            return (previous.isPicture || previous == "\u{FE0F}") && next?.isPicture == true
        default:
            return false
        }
    }
}

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
    var placeholder: Unicode.Scalar {
        guard isControl else { return "\u{FFFD}" }
        return value == 0x7F ? "\u{2421}" : Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}"
    }
}
