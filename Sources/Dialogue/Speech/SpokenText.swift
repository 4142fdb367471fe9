/// Texts in the form that `spd-say -e` reads: a message on each line.
///
/// A line that begins with `!-!` would be an order to the speech daemon, and of a long line the rest would
/// be read as if it were a new one. So each line begins with a space and is far shorter than the program's
/// buffer of 16,384 bytes. Source: say.c of speech-dispatcher 0.11.
enum SpokenText {
    /// Bytes of one line, without its first space and its newline.
    static let longestLine = 4_000
    /// Bytes in all. More than an hour of speech; what is beyond is left out.
    static let longest = 60_000

    /// Empty if there is nothing to say.
    static func make(from texts: [String]) -> String {
        var spoken = ""
        for line in texts.flatMap(lines) {
            guard spoken.utf8.count + line.utf8.count <= longest else { break }
            spoken += " \(line)\n"
        }
        return spoken
    }

    /// Words with one space between them. What cannot be seen cannot be said either, and separates words.
    private static func lines(of text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.unicodeScalars.split(whereSeparator: isGap) {
            for piece in pieces(of: word) {
                if !line.isEmpty, line.utf8.count + piece.utf8.count >= longestLine {
                    lines.append(line)
                    line = ""
                }
                line += line.isEmpty ? piece : " \(piece)"
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// The word whole, if it is not longer than a line.
    private static func pieces(of word: Substring.UnicodeScalarView) -> [String] {
        var pieces = [""]
        for scalar in word {
            if pieces[pieces.count - 1].utf8.count >= longestLine - 4 { pieces.append("") }
            pieces[pieces.count - 1].unicodeScalars.append(scalar)
        }
        return pieces
    }

    private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{200D}", "\u{FE0E}", "\u{FE0F}": false
        default: scalar.isControl || scalar.isHidden || scalar.properties.isWhitespace
        }
    }
}
