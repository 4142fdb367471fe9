import CivilTime

/// A phone number in international form, for example `+358401234567`.
///
/// Finnish numbers have 5–12 digits after the country code; others at most 15 digits in all (ITU-T E.164).
public struct PhoneNumber: Sendable, Hashable {
    /// `+`, the country code and the number, digits only.
    public let international: String

    /// What is wrong with a typed number.
    public enum Fault: Error, Equatable, Sendable {
        case empty
        case notDigits
        case noPrefix
        case tooShort
        case tooLong
    }

    /// Stands where a number was erased or is not to be seen. No country has the code 999.
    public static let nobodys = PhoneNumber(checked: "+9990000000")

    private init(checked international: String) { self.international = international }

    /// Reads a number as people write it: `040 123 4567`, `+358 40 1234567`, `(013) 330-111`, `00358…`.
    public init(typed: String) throws(Fault) {
        let spaces: Set<Character> = [" ", "-", "(", ")", ".", "/", "\u{A0}", "\u{2013}"]
        var digits = typed.filter { !spaces.contains($0) && !$0.isWhitespace }
        guard !digits.isEmpty else { throw .empty }
        let hasPlus = digits.hasPrefix("+")
        if hasPlus { digits.removeFirst() }
        guard digits.utf8.allSatisfy(ASCII.isDigit) else { throw .notDigits }
        let international: String
        if hasPlus {
            international = digits
        } else if digits.hasPrefix("00") {
            international = String(digits.dropFirst(2))
        } else if digits.hasPrefix("0") {
            international = "358" + digits.dropFirst()
        } else {
            throw .noPrefix
        }
        // No country code begins with 0.
        if international.hasPrefix("0") { throw .noPrefix }
        self.international = try "+" + Self.checked(international)
    }

    private static func checked(_ number: String) throws(Fault) -> String {
        guard number.hasPrefix("358") else {
            if number.utf8.count < 7 { throw .tooShort }
            if number.utf8.count > 15 { throw .tooLong }
            return number
        }
        // People also write "+358 (0)40 …": the trunk zero does not belong to the international form.
        var national = number.dropFirst(3)
        if national.hasPrefix("0") { national = national.dropFirst() }
        if national.utf8.count < 5 { throw .tooShort }
        if national.utf8.count > 12 { throw .tooLong }
        return "358" + national
    }

    /// The number for reading: `040 123 4567` for a Finnish one. A foreign one stays in one piece, because where
    /// its country code ends is not known here.
    public var grouped: String {
        guard international.hasPrefix("+358") else { return international }
        let national = "0" + international.dropFirst(4)
        let prefix = Self.longPrefixes.contains(where: national.hasPrefix) ? 4 : 3
        return national.prefix(prefix) + " " + Self.groups(of: national.dropFirst(prefix))
    }

    /// Mobile prefixes of four digits, which are read as one.
    private static let longPrefixes = ["0400", "0457", "0500"]

    /// `false` of a Finnish landline, which takes no text messages. Of foreign numbers it is not known, and they are
    /// taken for mobile ones. Finnish mobile numbers begin with 04 or 050 (Traficom, numbering regulation 32).
    public var takesMessages: Bool {
        guard international.hasPrefix("+358") else { return true }
        let national = international.dropFirst(4)
        return national.hasPrefix("4") || national.hasPrefix("50")
    }

    /// Groups of three, the last one of two to four digits: no digit is read alone.
    private static func groups(of digits: Substring) -> String {
        var rest = digits
        var groups: [Substring] = []
        while rest.count > 4 {
            groups.append(rest.prefix(3))
            rest = rest.dropFirst(3)
        }
        groups.append(rest)
        return groups.joined(separator: " ")
    }
}
