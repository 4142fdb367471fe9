import BookingCore
import SocialServices

/// A line that tells who comes: the name, and on the same line the year of birth and, at the phone desk, the number, in
/// whichever order they were said.
struct NameLine {
    enum Fault: Error, Equatable {
        case noName
        /// A number that is no year of birth.
        case noYear
        case phone(PhoneNumber.Fault)
    }

    let name: String
    let birthYear: Int?
    let phone: PhoneNumber?

    /// Digits of a phone number, with the trunk zero, beside which a last group of four may be a year.
    private static let wholeNumber = 9

    /// - Parameters:
    ///   - takesPhone: whether a number other than a year is a phone number.
    ///   - thisYear: the last year in which a client can be born.
    init(_ typed: String, takesPhone: Bool, thisYear: Int) throws(Fault) {
        let words = typed.split { $0.isWhitespace || $0 == "," }.map(String.init)
        var letters: [String] = []
        var numbers: [String] = []
        for word in words {
            let isName = !word.contains(where: \.isNumber) || (!takesPhone && word.contains(where: \.isLetter))
            if !isName || (takesPhone && word.first == "+") {
                numbers.append(word)
            } else if word != "-" || !letters.isEmpty {
                letters.append(word)
            }
        }
        // "s. 1980", "synt. 1980", "f. 1980": an abbreviation before the year is no name.
        while let last = letters.last, letters.count > 1, !numbers.isEmpty, last.hasSuffix("."), last.count <= 6,
            last.first?.isLowercase == true
        {
            letters.removeLast()
        }
        let name = letters.joined(separator: " ")
        guard name.contains(where: \.isLetter), name.count <= Client.longestName else { throw .noName }
        let years = Client.earliestBirthYear...thisYear
        var year: Int?
        if let first = numbers.first.flatMap({ Self.year($0, in: years) }) {
            year = first
            numbers.removeFirst()
        } else if numbers.count > 1, let last = numbers.last.flatMap({ Self.year($0, in: years) }),
            numbers.dropLast().joined().count(where: \.isNumber) >= Self.wholeNumber
        {
            year = last
            numbers.removeLast()
        }
        var phone: PhoneNumber?
        if !numbers.isEmpty {
            guard takesPhone else { throw .noYear }
            do throws(PhoneNumber.Fault) {
                phone = try PhoneNumber(typed: numbers.joined(separator: " "))
            } catch {
                throw .phone(error)
            }
        }
        self.name = name
        self.phone = phone
        birthYear = year
    }

    /// `1980`, `(1980)` or, of a whole date, its year: `1.2.1980`.
    private static func year(_ word: String, in years: ClosedRange<Int>) -> Int? {
        let parts = word.split { !$0.isNumber }
        guard parts.count == 1 || parts.count == 3, let last = parts.last, last.count == 4,
            !word.contains(where: \.isLetter), word.first != "+", let year = Int(last), years.contains(year)
        else { return nil }
        return year
    }
}

extension BookingDetails {
    /// The name with the year, as it is typed.
    var nameLine: String { [name, birthYear.map(String.init)].compactMap(\.self).joined(separator: " ") }
}
