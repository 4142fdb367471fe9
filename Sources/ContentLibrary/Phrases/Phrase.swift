/// What a desk says, with its blanks filled in; the words are in `words/<language>/desk.txt` under its key.
///
/// A phrase is declared once, in the list of its desk: `public let timesOfDay = OneBlank("times-of-day", "day")`. It is
/// said as `words(.booking.timesOfDay(day))`: a blank too few or too many does not compile.
public struct Phrase: Sendable, Equatable {
    public let key: String
    /// What fills the blanks, by name.
    let values: [String: String]

    init(_ key: String) { self.init(key, values: [:]) }

    init(_ key: String, values: [String: String]) {
        self.key = key
        self.values = values
    }
}

/// A phrase as a list declares it.
protocol PhraseDeclaration {
    var key: String { get }
    /// The names of its blanks, in the order in which they are filled.
    var blanks: [String] { get }
}

extension Phrase: PhraseDeclaration {
    var blanks: [String] { [] }
}

/// A phrase with one blank. A number or a text fills it; a moment is first said in words.
public struct OneBlank: PhraseDeclaration, Sendable {
    let key: String
    let blanks: [String]

    init(_ key: String, _ blank: String) {
        self.key = key
        blanks = [blank]
    }

    public func callAsFunction(_ value: some LosslessStringConvertible) -> Phrase {
        Phrase(key, values: [blanks[0]: String(value)])
    }
}

/// A phrase with two blanks, filled in the order of its declaration.
public struct TwoBlanks: PhraseDeclaration, Sendable {
    let key: String
    let blanks: [String]

    init(_ key: String, _ first: String, _ second: String) {
        self.key = key
        blanks = [first, second]
    }

    public func callAsFunction(
        _ first: some LosslessStringConvertible, _ second: some LosslessStringConvertible
    ) -> Phrase {
        Phrase(key, values: [blanks[0]: String(first), blanks[1]: String(second)])
    }
}

/// A phrase with three blanks, filled in the order of its declaration.
public struct ThreeBlanks: PhraseDeclaration, Sendable {
    let key: String
    let blanks: [String]

    init(_ key: String, _ first: String, _ second: String, _ third: String) {
        self.key = key
        blanks = [first, second, third]
    }

    public func callAsFunction(
        _ first: some LosslessStringConvertible, _ second: some LosslessStringConvertible,
        _ third: some LosslessStringConvertible
    ) -> Phrase {
        Phrase(key, values: [blanks[0]: String(first), blanks[1]: String(second), blanks[2]: String(third)])
    }
}

/// A phrase with four blanks, filled in the order of its declaration.
public struct FourBlanks: PhraseDeclaration, Sendable {
    let key: String
    let blanks: [String]

    init(_ key: String, _ first: String, _ second: String, _ third: String, _ fourth: String) {
        self.key = key
        blanks = [first, second, third, fourth]
    }

    public func callAsFunction(
        _ first: some LosslessStringConvertible, _ second: some LosslessStringConvertible,
        _ third: some LosslessStringConvertible, _ fourth: some LosslessStringConvertible
    ) -> Phrase {
        let values = [first.description, second.description, third.description, fourth.description]
        return Phrase(key, values: Dictionary(uniqueKeysWithValues: zip(blanks, values)))
    }
}
