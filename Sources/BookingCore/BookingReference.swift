/// The name of a booking that its client reads aloud or copies by hand: eight characters, shown as `K7PF-3M2R`.
///
/// Left out are the characters that look alike (0 O, 1 I, U V as U) and those that sound alike in Finnish
/// (B and P, D and T, G and K, C, Q, W and Z), so that it survives a phone call.
public struct BookingReference: Sendable, Hashable {
    static let alphabet = Array("23456789AEFHJKLMNPRSTVXY")
    static let length = 8

    /// The eight characters without the hyphen.
    public let characters: String

    /// Reads a reference as people type it: small letters, spaces and hyphens do not matter. Nil where a
    /// character is not of the alphabet or the length is wrong.
    public init?(typed: String) {
        let characters = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "\u{2013}" }
        guard characters.count == Self.length, characters.allSatisfy(Self.alphabet.contains) else { return nil }
        self.characters = characters
    }

    private init(characters: String) { self.characters = characters }

    /// One of about 1.1 × 10¹¹.
    public static func random(using generator: inout some RandomNumberGenerator) -> BookingReference {
        let drawn = (0..<length).map { _ in alphabet[Int.random(in: alphabet.indices, using: &generator)] }
        return BookingReference(characters: String(drawn))
    }

    /// As it is shown: two groups of four.
    public var grouped: String { characters.prefix(4) + "-" + characters.suffix(4) }
}
