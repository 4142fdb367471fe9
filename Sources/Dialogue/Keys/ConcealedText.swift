/// Text in a form that readline can show, and the way back.
///
/// Readline prints what is on its line as it is, so a paste, a prefilled text or an earlier line could act
/// on the terminal with C1 controls, turn the line with bidi controls or hide in it. While on the line, such
/// a scalar has a placeholder: a private-use scalar of the last plane, which shows as an empty box and takes
/// one Backspace. Revealing gives back what was typed. (C0 controls may stay: readline shows ESC as `^[`.)
///
/// Placeholders are given out as they are needed. Scalars of the last plane that were typed get one themselves,
/// so that a placeholder cannot be typed: whatever is revealed was concealed before.
struct ConcealedText {
    private static let plane: UInt32 = 0x10_0000
    /// U+FFFD's place in that plane: bytes that were not UTF-8.
    private static let invalid: Unicode.Scalar = "\u{10FFFD}"
    private static let most: UInt32 = 0xFFFD

    /// At `n` stands the scalar whose placeholder is `plane + n`.
    private var originals: [Unicode.Scalar] = []
    private var placeholders: [Unicode.Scalar: Unicode.Scalar] = [:]

    /// One line: newlines become spaces.
    mutating func conceal(_ bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return conceal(text) }
        return conceal(String(decoding: bytes, as: UTF8.self).unicodeScalars) { $0 == "\u{FFFD}" }
    }

    mutating func conceal(_ text: String) -> String {
        conceal(text.unicodeScalars) { _ in false }
    }

    /// What was typed, or nil if some of it was not UTF-8.
    func reveal(_ text: String) -> String? {
        guard text.unicodeScalars.contains(where: { $0.value >= Self.plane }) else { return text }
        var revealed = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.value < Self.plane {
                revealed.append(scalar)
            } else {
                let place = Int(scalar.value - Self.plane)
                guard originals.indices.contains(place) else { return nil }
                revealed.append(originals[place])
            }
        }
        return String(revealed)
    }

    private mutating func conceal(
        _ scalars: String.UnicodeScalarView, isInvalid: (Unicode.Scalar) -> Bool
    ) -> String {
        var concealed = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in scalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\n", "\r": concealed.append(" ")
            case _ where isInvalid(scalar): concealed.append(Self.invalid)
            case _ where Self.mustHide(scalar): concealed.append(placeholder(for: scalar))
            default: concealed.append(scalar)
            }
            previous = scalar
        }
        return String(concealed)
    }

    /// After more different scalars than any text has, none are left: the line then counts as invalid.
    private mutating func placeholder(for scalar: Unicode.Scalar) -> Unicode.Scalar {
        if let placeholder = placeholders[scalar] { return placeholder }
        let place = UInt32(originals.count)
        guard place < Self.most, let placeholder = Unicode.Scalar(Self.plane + place) else { return Self.invalid }
        originals.append(scalar)
        placeholders[scalar] = placeholder
        return placeholder
    }

    /// NUL, because it would end a C string. Parts of emoji need no hiding.
    private static func mustHide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\0": true
        case "\u{200D}", "\u{FE0E}", "\u{FE0F}": false
        default: scalar.isHidden || scalar.value >= plane
        }
    }
}
