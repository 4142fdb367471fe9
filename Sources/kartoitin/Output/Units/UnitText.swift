/// Words in a file for systemd.
enum UnitText {
    /// One word as it is, whatever is in it: quoted where it must be; `%` has a meaning of its own there.
    static func word(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("%", with: "%%")
        return escaped.contains(where: { " \t\"'\\;".contains($0) }) ? "\"\(escaped)\"" : escaped
    }

    /// One word of a command line, where `$` has a meaning too.
    static func commandWord(_ text: String) -> String { word(text.replacing("$", with: "$$")) }
}
