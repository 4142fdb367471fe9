public import SocialServices

/// What the professional reads before the meeting (*tilannekuvaus*): the client's own words and the answers that led here.
///
/// It is in no field of the national data model: field 76 (*palvelutarve*) is a common term, such as the service's name
/// (HL7 Finland, finnish-scheduling, the Appointment profile before commit be604da).
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
    /// Who of the staff wrote the client's words down; nil where the client typed them.
    public var writtenBy: String?

    public init(
        ownWords: String = "", hope: String = "", answers: [DescribedAnswer] = [],
        flags: Set<SituationFlag> = [], outcome: String? = nil, dangers: [String] = [], writtenBy: String? = nil
    ) {
        self.writtenBy = writtenBy
        self.ownWords = ownWords
        self.hope = hope
        self.answers = answers
        self.flags = flags
        self.outcome = outcome
        self.dangers = dangers
    }
}

/// What was told of the person whose matter it is, by the one who asks for them.
public struct OtherPerson: Sendable, Hashable {
    /// Whether the person knows of the booking and agrees. Not asked of a child of one's own.
    public enum Agreement: String, CaseIterable, Sendable {
        /// Knows and wants it.
        case agrees
        /// Knows and hesitates.
        case hesitates
        /// Does not know yet.
        case unaware
        /// Cannot say it, for example because of an illness.
        case unable
    }

    /// The longest name or age that is taken, in characters.
    public static let longestName = 100

    /// A name, an age or both, as typed; empty where nothing was told.
    public var name: String
    public var agreement: Agreement?

    public init(name: String = "", agreement: Agreement? = nil) {
        self.name = name
        self.agreement = agreement
    }
}

extension SituationDescription {
    // No id of a question in a tree has a space.
    private static let agreementQuestion = "other agreement"
    private static let nameQuestion = "other name"

    /// The answers of the interview itself.
    public var interviewAnswers: [DescribedAnswer] {
        answers.filter { ![Self.agreementQuestion, Self.nameQuestion].contains($0.question) }
    }

    /// What was told of the person whose matter it is; kept among the answers. Nil if nothing was.
    public var otherPerson: OtherPerson? {
        let name = answers.first { $0.question == Self.nameQuestion }?.told ?? ""
        let agreement = answers.first { $0.question == Self.agreementQuestion }?.options.first
            .flatMap(OtherPerson.Agreement.init(rawValue:))
        return name.isEmpty && agreement == nil ? nil : OtherPerson(name: name, agreement: agreement)
    }

    /// Adds what was told of the person whose matter it is.
    ///
    /// - Parameters:
    ///   - asked: the questions in the words the client saw.
    ///   - told: the agreement in the words the client saw.
    public mutating func add(_ other: OtherPerson, asked: (agreement: String, name: String), told: String) {
        if let agreement = other.agreement {
            answers.append(
                DescribedAnswer(
                    question: Self.agreementQuestion, options: [agreement.rawValue], asked: asked.agreement,
                    told: told))
        }
        if !other.name.isEmpty {
            answers.append(
                DescribedAnswer(question: Self.nameQuestion, options: [], asked: asked.name, told: other.name))
        }
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
