/// A text in a form that readline can show.
///
/// Readline prints what is on its line as it is, so a paste or a prefilled text could act on the terminal
/// with C1 controls or turn the line with bidi controls. While on the line, such a scalar stands as a
/// private-use one of the last plane, which shows as an empty box and takes one Backspace. Revealing gives
/// back what was typed. (C0 controls may stay: readline shows ESC as `^[`.)
enum ConcealedText {
    private static let plane: UInt32 = 0x10_0000
    /// U+FFFD in concealed form: bytes that were not UTF-8.
    private static let invalid = Unicode.Scalar(0x10_FFFD)

    /// One line: newlines become spaces.
    static func conceal(_ bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return conceal(text) }
        let repaired = String(decoding: bytes, as: UTF8.self).unicodeScalars
        return conceal(repaired) { $0 == "\u{FFFD}" }
    }

    static func conceal(_ text: String) -> String {
        conceal(text.unicodeScalars) { _ in false }
    }

    /// What was typed, or nil if some of it was not UTF-8.
    static func reveal(_ text: String) -> String? {
        guard text.unicodeScalars.contains(where: { $0.value >= plane }) else { return text }
        var revealed = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == invalid { return nil }
            if scalar.value >= plane, let original = Unicode.Scalar(scalar.value - plane), mustHide(original) {
                revealed.append(original)
            } else {
                revealed.append(scalar)
            }
        }
        return String(revealed)
    }

    private static func conceal(
        _ scalars: String.UnicodeScalarView, isInvalid: (Unicode.Scalar) -> Bool
    ) -> String {
        var concealed = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in scalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\n", "\r": concealed.append(" ")
            case _ where mustHide(scalar) || isInvalid(scalar):
                concealed.append(Unicode.Scalar(plane + scalar.value) ?? scalar)
            default: concealed.append(scalar)
            }
            previous = scalar
        }
        return String(concealed)
    }

    /// Whether a scalar of the first plane needs concealing. NUL does, because it would end a C string;
    /// parts of emoji do not.
    private static func mustHide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\0": true
        case "\u{200D}", "\u{FE0E}", "\u{FE0F}": false
        default: scalar.value < 0x1_0000 && scalar.isHidden
        }
    }
}
