public import SocialServices

/// Everything that is said in one language, by id.
public struct Words: Sendable {
    public let language: Language
    public internal(set) var questions: [String: QuestionWords] = [:]
    public internal(set) var outcomes: [String: OutcomeWords] = [:]
    public internal(set) var readyAnswers: [String: ReadyAnswerWords] = [:]
    public internal(set) var contacts: [String: ContactWords] = [:]
    public internal(set) var services: [String: ServiceWords] = [:]
    public internal(set) var appointments: [String: AppointmentWords] = [:]
    /// Plain names by id: tasks, municipalities (by code), offices.
    public internal(set) var names: [NameKind: [String: String]] = [:]
    public internal(set) var county = CountyWords(name: "", official: "")
    var phrases: [Phrase: String] = [:]
    var isWithoutPhrases: Bool { phrases.isEmpty }

    /// What has nothing but a name.
    public enum NameKind: String, CaseIterable, Sendable {
        case task
        case municipality
        case office
    }

    public init(language: Language) { self.language = language }

    /// The name of something, or its id where the content has none.
    public func name(_ kind: NameKind, _ id: String) -> String { names[kind]?[id] ?? id }
}

/// A question as it is asked.
public struct QuestionWords: Sendable, Equatable {
    public let ask: String
    /// Why it is asked.
    public let why: String
    /// What to say when an answer does not fit, instead of the usual hint.
    public let hint: String?
    /// What only the phone service is shown, for asking it aloud.
    public let staff: String?
    public let options: [String: OptionWords]
}

/// An option as it is offered, and in short for lists of answers.
public struct OptionWords: Sendable, Equatable {
    public let text: String
    public let short: String
}

/// What a person is told at the end of a walk.
public struct OutcomeWords: Sendable, Equatable {
    public let title: String
    /// Paragraphs.
    public let tell: [String]
    /// Guiding questions for the situation description; empty where the appointment type's own are used.
    public let prompts: [String]
    /// What only the phone service is shown.
    public let staff: String?
}

public struct ReadyAnswerWords: Sendable, Equatable {
    public let title: String
    /// Paragraphs.
    public let tell: [String]
}

public struct ContactWords: Sendable, Equatable {
    public let name: String
    /// When to turn there.
    public let tell: String
    public let hours: String?
}

public struct ServiceWords: Sendable, Equatable {
    /// The plain name.
    public let name: String
    /// The official name.
    public let official: String
    public let bring: [String]
    public let prepare: [String]
}

public struct AppointmentWords: Sendable, Equatable {
    public let name: String
    /// What the meeting is like, in paragraphs.
    public let meeting: [String]
    public let bring: [String]
    public let prepare: [String]
    /// Guiding questions for the situation description.
    public let prompts: [String]
}

public struct CountyWords: Sendable, Equatable {
    /// As people call it, for example "Siun sote".
    public let name: String
    /// As the law calls it.
    public let official: String
}
