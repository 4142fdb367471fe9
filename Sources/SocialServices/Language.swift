import CivilTime

/// A language of the conversation, by its two-letter code (ISO 639-1), for example `fi`.
///
/// An open set: a language exists when `Content/words/` has a folder with its code.
public struct Language: RawRepresentable, Sendable, Hashable {
    public let rawValue: String

    /// - Parameter rawValue: two lower-case letters a–z; anything else gives nil.
    public init?(rawValue: String) {
        guard rawValue.utf8.count == 2, rawValue.utf8.allSatisfy(ASCII.isSmallLetter) else {
            return nil
        }
        self.rawValue = rawValue
    }

    private init(known: String) { rawValue = known }

    public static let finnish = Language(known: "fi")
    public static let swedish = Language(known: "sv")
    public static let english = Language(known: "en")
}
