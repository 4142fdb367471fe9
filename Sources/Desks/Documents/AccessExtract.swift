public import BookingCore
public import CivilTime
public import ContentLibrary
public import SocialServices

/// The client's own extract of the access log (act 703/2023 11 §): who used their data, when and why, in plain words.
/// It has nothing of other persons but the users' names.
public struct AccessExtract: Sendable, Encodable {
    public struct Line: Sendable, Encodable {
        /// Local time with its offset.
        public let time: String
        public let who: String
        /// `booking`, `description` and so on; of a refused try, what was tried.
        public let what: String
        public let why: String
        public let refused: Bool
        /// All of it in one or two plain sentences.
        public let sentence: String
    }

    public let language: String
    public let title: String
    /// Whose register it is.
    public let provider: String
    /// In order of time.
    public let lines: [Line]
    private let introduction: String

    private enum CodingKeys: CodingKey {
        case language, title, provider, lines
    }

    public init(_ entries: [AccessEntry], content: Content, wallClock: WallClock, language: Language) {
        let words = content.words(in: language)
        let dates = DateWords(words: words, wallClock: wallClock)
        self.language = language.rawValue
        title = words(.extract.title)
        provider = words.county.official
        introduction = entries.isEmpty ? words(.extract.none) : words(.extract.lead)
        lines = entries.map { entry in
            let why = Self.why(entry, words)
            let what = words(Self.phrase(of: entry))
            return Line(
                time: wallClock.iso8601(entry.at), who: entry.userName, what: entry.data, why: why,
                refused: entry.isRefused,
                sentence: "\(dates.long(entry.at)): \(what) \(words(.extract.why(why)))")
        }
    }

    /// Title, introduction and the sentences.
    public var text: String {
        ([title, provider, "", introduction] + lines.map { "- \($0.sentence)" }).joined(separator: "\n")
    }

    private static func phrase(of entry: AccessEntry) -> Phrase {
        let name = entry.userName
        if entry.isRefused { return .extract.refused(name) }
        return switch AccessKind(rawValue: entry.data) {
        case .booking: .extract.booking(name)
        case .arrangements: .extract.arrangements(name)
        case .description: .extract.description(name)
        case .advice: .extract.advice(name)
        case .rights: .extract.rights(name)
        case .all: .extract.all(name)
        case .accessLog: .extract.log(name)
        case .consent: .extract.consent(name)
        case .erasure, .purge: .extract.erasure(name)
        case nil: .extract.other(name)
        }
    }

    /// What a user stated in their own words stays; what the program states for them is said in the client's.
    private static func why(_ entry: AccessEntry, _ words: Words) -> String {
        let isUsual =
            AccessKind(rawValue: entry.purpose) != nil || StaffOperation(rawValue: entry.purpose) != nil
            || AccessKind(rawValue: entry.data) == .consent
        switch entry.purpose {
        case "meeting": return words(.extract.forMeeting)
        case "call": return words(.extract.forCall)
        default: return isUsual || entry.purpose.isEmpty ? words(.extract.forMatter) : entry.purpose
        }
    }
}
