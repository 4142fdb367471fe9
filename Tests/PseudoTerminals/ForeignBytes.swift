/// What is in the output of a terminal besides text and our own orders to the terminal.
public enum ForeignBytes {
    /// Our own, in full: styles off, home, screen and scrollback; bracketed paste; the cursor after a kill.
    private static let orders = [
        "\u{1B}[0m\u{1B}[H\u{1B}[2J\u{1B}[3J", "\u{1B}[?2004h", "\u{1B}[?2004l", "\u{1B}[?25h",
    ].map { Array($0.unicodeScalars) }

    /// Readline's: the cursor up, down, right, left; erase in line and below; insert and delete characters.
    /// And styles (SGR).
    private static let finals: Set<Unicode.Scalar> = ["A", "B", "C", "D", "K", "J", "P", "@", "m"]

    /// One control byte each: newline, carriage return, and Backspace, by which readline goes left.
    private static let single: Set<Unicode.Scalar> = ["\n", "\r", "\u{8}"]

    /// Everything that may act on a terminal and is not ours: control bytes of both sets, whole escape
    /// sequences, bidi controls, and bytes that are not UTF-8. Each with some of what follows it.
    public static func found(in output: [UInt8]) -> [String] {
        guard let text = String(validating: output, as: UTF8.self) else { return ["bytes that are not UTF-8"] }
        let scalars = Array(text.unicodeScalars)
        var found: [String] = []
        var place = 0
        while place < scalars.count {
            let scalar = scalars[place]
            if scalar == "\u{1B}", let length = lengthOfOrder(in: scalars[place...]) {
                place += length
                continue
            }
            if isControl(scalar), !single.contains(scalar) {
                var shown = String.UnicodeScalarView()
                shown.append(contentsOf: scalars[place...].prefix(20))
                found.append(String(shown).debugDescription)
            }
            place += 1
        }
        return found
    }

    private static func lengthOfOrder(in scalars: ArraySlice<Unicode.Scalar>) -> Int? {
        if let order = orders.first(where: { scalars.starts(with: $0) }) { return order.count }
        guard scalars.dropFirst().first == "[" else { return nil }
        let parameters = scalars.dropFirst(2).prefix { ("0"..."9").contains($0) || $0 == ";" }
        guard let final = scalars.dropFirst(2 + parameters.count).first, finals.contains(final) else { return nil }
        // Clearing the screen is ours only as a part of the wipe.
        if final == "J", !parameters.isEmpty { return nil }
        return 3 + parameters.count
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F: true
        case 0x61C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
