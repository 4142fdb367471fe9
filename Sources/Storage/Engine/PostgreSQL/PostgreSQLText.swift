/// How SQL that is written once reads to PostgreSQL.
enum PostgreSQLText {
    /// Parameters as `$1` instead of `?1`. A question mark inside quotes stays.
    static func translated(_ sql: String) -> String {
        var translated: [UInt8] = []
        translated.reserveCapacity(sql.utf8.count)
        var isQuoted = false
        for byte in sql.utf8 {
            if byte == UInt8(ascii: "'") { isQuoted.toggle() }
            translated.append(byte == UInt8(ascii: "?") && !isQuoted ? UInt8(ascii: "$") : byte)
        }
        return String(decoding: translated, as: UTF8.self)
    }

    /// A text without the one character that PostgreSQL cannot keep.
    static func keepable(_ text: String) -> String {
        text.utf8.contains(0) ? text.replacing("\0", with: "\u{FFFD}") : text
    }
}
