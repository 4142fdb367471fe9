/// A name of eight characters that is read aloud or copied by hand, shown as `K7PF-3M2R`.
///
/// Left out are the characters that look alike (0 O, 1 I, U V as U) and those that sound alike in Finnish
/// (B and P, D and T, G and K, C, Q, W and Z), so that it survives a phone call.
public protocol SpokenCode: Sendable, Hashable {
    /// The eight characters without the hyphen.
    var characters: String { get }
    /// - Parameter characters: eight of the alphabet; the callers here see to it.
    init(checked characters: String)
}

let spokenAlphabet = Array("23456789AEFHJKLMNPRSTVXY")
private let length = 8

extension SpokenCode {
    /// Reads a code as people type it: small letters, spaces and hyphens do not matter. Nil if a character is not
    /// of the alphabet or the length is wrong.
    public init?(typed: String) {
        let characters = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "\u{2013}" }
        guard characters.count == length, characters.allSatisfy(spokenAlphabet.contains) else { return nil }
        self.init(checked: characters)
    }

    /// One of about 1.1 × 10¹¹.
    public static func random(using generator: inout some RandomNumberGenerator) -> Self {
        let drawn = (0..<length).map { _ in spokenAlphabet[Int.random(in: spokenAlphabet.indices, using: &generator)]
        }
        return Self(checked: String(drawn))
    }

    /// As it is shown: two groups of four.
    public var grouped: String { characters.prefix(4) + "-" + characters.suffix(4) }
}

/// The name of a booking that its client knows.
public struct BookingReference: SpokenCode {
    public let characters: String

    public init(checked characters: String) { self.characters = characters }
}

/// The name of a booking right that its client reads aloud.
public struct RightCode: SpokenCode {
    public let characters: String

    public init(checked characters: String) { self.characters = characters }
}
