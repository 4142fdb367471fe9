public import SocialServices

/// What the professional reads before the meeting (*tilannekuvaus*; its words are national field 76,
/// *palvelutarve*): the client's own words and the answers that led here.
public struct SituationDescription: Sendable, Hashable {
    /// The longest own words that are taken, in characters; about three pages.
    public static let longestOwnWords = 8000
    /// The longest hope, in characters.
    public static let longestHope = 2000

    /// As typed; lines are separated by newlines. Empty where the client wrote nothing.
    public var ownWords: String
    /// What the client hopes for. Empty where the client wrote nothing.
    public var hope: String
    public var answers: [DescribedAnswer]
    public var flags: Set<SituationFlag>
    /// The outcome of the interview, by id; nil where the booking was made without one.
    public var outcome: String?
    /// Words of the client's that told of danger, as typed, each one line; empty where none did.
    public var dangers: [String]

    public init(
        ownWords: String = "", hope: String = "", answers: [DescribedAnswer] = [],
        flags: Set<SituationFlag> = [], outcome: String? = nil, dangers: [String] = []
    ) {
        self.ownWords = ownWords
        self.hope = hope
        self.answers = answers
        self.flags = flags
        self.outcome = outcome
        self.dangers = dangers
    }
}

/// One answer of the interview, by ids and as the client saw it: content may change between the booking and
/// the meeting.
public struct DescribedAnswer: Sendable, Hashable {
    public let question: String
    /// Option ids; empty for own words.
    public let options: [String]
    /// The question in the words the client saw.
    public let asked: String
    /// The answer in the words the client saw or wrote.
    public let told: String

    public init(question: String, options: [String], asked: String, told: String) {
        self.question = question
        self.options = options
        self.asked = asked
        self.told = told
    }
}
