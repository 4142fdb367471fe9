extension TerminalText {
    /// Screen columns the text takes: two for a wide character, none for a combining one. Of a text of
    /// several lines, those of its widest line.
    public var columns: Int {
        var widest = 0
        var line = 0
        for run in runs {
            for character in run.text {
                if character == "\n" {
                    widest = max(widest, line)
                    line = 0
                } else {
                    line += character.columns
                }
            }
        }
        return max(widest, line)
    }
}

extension Character {
    /// Screen columns of one grapheme. A table of our own and not `wcwidth`, whose answer hangs on the
    /// process's locale.
    var columns: Int {
        if isASCII { return 1 }
        let scalars = unicodeScalars
        guard let first = scalars.first else { return 0 }
        if first.properties.isEmojiPresentation || scalars.contains("\u{FE0F}") { return 2 }
        return scalars.reduce(0) { $0 + $1.columns }
    }
}

extension Unicode.Scalar {
    /// Source: EastAsianWidth.txt (W and F, in blocks) and the general categories of Unicode 14.0.0. The hexagrams
    /// U+4DC0–4DFF are wide here as they are from Unicode 16.0.0 on.
    fileprivate var columns: Int {
        if value < 0x300 { return 1 }
        switch value {
        case 0x1160...0x11FF: return 0  // Hangul vowels and finals, drawn inside the syllable
        case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
            return 2
        default: break
        }
        if properties.isEmojiPresentation { return 2 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return 1
        }
    }
}
