public import BookingCore
public import Mapper
public import OwnWords
public import SocialServices

/// Everything that `Content/` holds, read and linked.
public struct Content: Sendable {
    public let tree: QuestionTree
    /// What own words are compared with; none where the county does not understand own words.
    public let situations: [Situation]
    public let county: County
    public let services: Services
    public let readyAnswers: [String: ReadyAnswer]
    /// The languages that can be spoken: Finnish, Swedish and English first, then by code.
    public let languages: [Language]
    /// Those that are only begun: they have a folder of words that is not whole.
    public let begunLanguages: [Language]
    /// Those of them that go far enough to begin a visit.
    public let openingLanguages: [Language]
    /// Where each question, outcome and ready answer was written.
    public let places: [String: ContentLocation]
    private let shelf: LanguageShelf

    init(
        tree: QuestionTree, situations: [Situation], county: County, services: Services, readyAnswers: [ReadyAnswer],
        places: [String: ContentLocation], words: [LanguageShelf.Volume], opening: [LanguageShelf.Volume] = [],
        begunLanguages: [Language] = []
    ) {
        self.tree = tree
        self.situations = situations
        self.county = county
        self.services = services
        self.readyAnswers = Dictionary(
            readyAnswers.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.places = places
        self.begunLanguages = begunLanguages.sorted(by: Language.inOrder)
        languages = words.map(\.greeting.language).sorted(by: Language.inOrder)
        openingLanguages = opening.map(\.greeting.language).sorted(by: Language.inOrder)
        let base = languages.contains(.english) ? .english : languages.first
        let under = words.first { $0.greeting.language == base }
        shelf = LanguageShelf(words + opening.map { under.map($0.over) ?? $0 })
    }

    /// The words of a language; those of the first language where this one has none.
    public func words(in language: Language) -> Words {
        shelf.words(in: language) ?? languages.first.flatMap(shelf.words(in:)) ?? Words(language: language)
    }

    /// What a language says before anybody has chosen it, and what it listens for: all but the words of the questions and
    /// their ends, which may not have been read.
    ///
    /// Those that are begun come last.
    public func greetings() -> [Words] { (languages + openingLanguages).compactMap(shelf.greeting(in:)) }
}

extension Language {
    /// Finnish, Swedish and English first, then by code.
    static func inOrder(_ one: Language, _ other: Language) -> Bool {
        let order: [Language] = [.finnish, .swedish, .english]
        let left = order.firstIndex(of: one) ?? order.count
        let right = order.firstIndex(of: other) ?? order.count
        return (left, one.rawValue) < (right, other.rawValue)
    }
}

/// Why content cannot be used.
public enum ContentError: Error, Equatable, Sendable {
    /// The folder is not there or holds no `tree` folder.
    case missing(folder: String)
    /// A file is there but cannot be opened.
    case unreadable(file: String)
    /// The files were read; these are their faults, by file and line.
    case faults([ContentFault])
}

extension Content {
    /// What it says of times that were opened before.
    public var limits: CountyLimits {
        CountyLimits(
            closedDays: county.closedDays, municipalities: Set(county.municipalities),
            offices: Set(county.offices.map(\.id)), types: services.appointments)
    }

    /// The county's rules of booking.
    public var bookingRules: BookingRules { BookingRules(of: services.appointments, limits: limits) }

    /// What the county decides about its staff.
    public var staffPolicy: StaffPolicy {
        let official = languages.first.map { words(in: $0).county.official } ?? county.id
        return StaffPolicy(
            provider: official, teamReadsDescriptions: county.teamReadsDescriptions, pauses: county.pauses)
    }
}

/// An answer that a person can read on the spot, so that no appointment may be needed.
public struct ReadyAnswer: Sendable, Equatable {
    public let id: String
    /// Where else to turn, by id.
    public let contacts: [String]
}
