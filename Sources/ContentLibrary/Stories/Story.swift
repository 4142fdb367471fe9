public import SocialServices

/// An acceptance test that a social worker can read and write: a person, what they answer, and where that must lead.
public struct Story: Sendable, Equatable {
    /// Which question the walk begins at.
    public enum Start: String, CaseIterable, Sendable {
        case start
        /// Where signs of danger in own words lead.
        case urgent
        /// Where the wish to talk to a human being leads.
        case human
    }

    /// Something in the story, with the line of its file where it stands, 1 for the first.
    public struct Line<Value: Sendable & Equatable>: Sendable, Equatable {
        public let value: Value
        public let line: Int
    }

    /// What is answered to one question.
    public struct Answer: Sendable, Equatable {
        /// The question's id.
        public let question: String
        /// Ids of options, an option's own words, or words of the person's own: as written in the story.
        public let text: String
    }

    /// What the outcome must show.
    public enum Expectation: Sendable, Equatable {
        /// What can be booked, by the appointment type's id.
        case book(String)
        case ready(String)
        case contact(String)
        case flag(SituationFlag)
        /// What stands in the outcome's title or text in the story's language.
        case words(String)
    }

    /// Unique among the stories of its language.
    public let name: String
    public let language: Language
    /// Path below the content folder.
    public let file: String
    public let line: Int
    /// Who it is about and what has happened, for those who read the story.
    public let person: String
    /// The person's own words, which must be understood.
    public let says: Line<String>?
    /// Whether the own words must be taken for danger; nil if it does not matter.
    public let isUrgent: Bool?
    public let start: Start
    /// In any order: the walk asks, the story answers.
    public let answers: [Line<Answer>]
    /// The outcome's id.
    public let ends: Line<String>
    public let shows: [Line<Expectation>]
    /// What it names and the content does not have, as it is told; empty for a story that can be walked.
    public let unknown: [Line<String>]
}

extension Story.Expectation {
    /// As it is written in a story.
    public var description: String {
        switch self {
        case .book(let id): "book \(id)"
        case .ready(let id): "ready \(id)"
        case .contact(let id): "contact \(id)"
        case .flag(let flag): "flag \(flag.rawValue)"
        case .words(let words): "words \"\(words)\""
        }
    }
}
