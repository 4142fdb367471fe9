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
            default: visible.append(scalar.standIn)
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
