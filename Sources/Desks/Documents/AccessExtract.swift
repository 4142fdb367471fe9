public import BookingCore
public import CivilTime
public import ContentLibrary
import Foundation
public import SocialServices

/// The client's own extract of the logs (act 703/2023 11 §): who used or changed their data, when and why, in plain words.
/// It has nothing of other persons but the users' names.
///
/// What one person looked at on one day for one purpose is one line, however often they did.
public struct AccessExtract: Sendable, Encodable {
    public struct Line: Sendable, Encodable {
        /// Each local time with its offset, in order.
        public fileprivate(set) var times: [String]
        public let who: String
        /// `booking`, `description` and so on; of a refused try, what was tried; of a deed, its name.
        public let what: String
        /// Nil of a deed.
        public let why: String?
        public let refused: Bool
        /// All of it in one or two plain sentences.
        public fileprivate(set) var sentence: String

        fileprivate let day: CalendarDay
        fileprivate let told: String
        fileprivate var when: [String]

        private enum CodingKeys: CodingKey {
            case times, who, what, why, refused, sentence
        }
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

    public init(
        _ entries: [AccessEntry], _ changes: [Change] = [], content: Content, wallClock: WallClock, language: Language
    ) {
        let words = content.words(in: language)
        let dates = DateWords(words: words, wallClock: wallClock)
        self.language = language.rawValue
        title = words(.extract.title)
        provider = words.county.official
        let facts =
            entries.map { Fact($0, words) }
            + changes.filter(\.doer.isStaff).compactMap { Fact($0, words) }
        introduction = facts.isEmpty ? words(.extract.none) : words(.extract.lead)
        var lines: [Line] = []
        for fact in facts.sorted(by: { $0.at < $1.at }) {
            let time = wallClock.iso8601(fact.at)
            let day = wallClock.calendarDay(of: fact.at)
            if let same = lines.lastIndex(where: { $0.day == day && $0.told == fact.told && fact.why != nil }) {
                if lines[same].times.last != time { lines[same].add(time, dates.time(fact.at)) }
                continue
            }
            lines.append(
                Line(
                    times: [time], who: fact.who, what: fact.what, why: fact.why, refused: fact.isRefused,
                    sentence: "\(dates.long(fact.at)): \(fact.told)", day: day, told: fact.told,
                    when: [dates.long(fact.at)]))
        }
        self.lines = lines
    }

    /// Title, introduction and the sentences.
    public var text: String {
        ([title, provider, "", introduction] + lines.map { "- \($0.sentence)" }).joined(separator: "\n")
    }
}

extension AccessExtract.Line {
    fileprivate mutating func add(_ time: String, _ hour: String) {
        times.append(time)
        when.append(hour)
        sentence = "\(when.joined(separator: ", ")): \(told)"
    }
}

/// A look or a deed as the client is told of it.
private struct Fact {
    let at: Date
    let who: String
    let what: String
    let why: String?
    let isRefused: Bool
    let told: String

    init(_ entry: AccessEntry, _ words: Words) {
        let why = Self.why(entry, words)
        self.why = why
        (at, who, what, isRefused) = (entry.at, entry.userName, entry.data, entry.isRefused)
        told = "\(words(Self.phrase(of: entry))) \(words(.extract.why(why)))"
    }

    /// Nil of a deed that is none to the client.
    init?(_ change: Change, _ words: Words) {
        guard let phrase = Self.phrase(of: change, words) else { return nil }
        (at, who, what, isRefused, why) = (change.at, change.doer.name, change.deed.rawValue, false, nil)
        told = words(phrase)
    }

    private static func phrase(of entry: AccessEntry) -> Phrase {
        let name = entry.userName
        if entry.isRefused { return .extract.refused(name) }
        if let scope = entry.scope {
            if scope == "search" { return .extract.search(name) }
            if scope.hasPrefix("day ") { return .extract.day(name) }
        }
        return switch AccessKind(rawValue: entry.data) {
        case .booking: .extract.booking(name)
        case .client: .extract.client(name)
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

    private static func phrase(of change: Change, _ words: Words) -> Phrase? {
        let name = change.doer.name
        return switch change.deed {
        case .booked: .extract.booked(name)
        case .moved: .extract.moved(name)
        case .cancelled: .extract.cancelled(name)
        case .handedOver: .extract.handedOver(name)
        case .undone: .extract.undone(name)
        case .changed: .extract.changed(name)
        case .corrected: .extract.corrected(name, fields(change.fields, words))
        case .joined: .extract.joined(name)
        case .message, .rightSent: .extract.message(name)
        case .attendance, .advice, .guardAsked: .extract.recorded(name)
        case .rightGranted, .rightWithdrawn: .extract.rightGranted(name)
        case .partyAdded, .partyRemoved: .extract.partyChanged(name)
        case .identityFailed: .extract.identityFailed(name)
        default: nil
        }
    }

    private static func fields(_ names: [String], _ words: Words) -> String {
        names.compactMap { ClientField(rawValue: $0) }.map { words($0.phrase) }.joined(separator: ", ")
    }

    /// What a user stated in their own words stays; what the program states for them is said in the client's.
    private static func why(_ entry: AccessEntry, _ words: Words) -> String {
        let isUsual =
            AccessKind(rawValue: entry.purpose) != nil || StaffOperation(rawValue: entry.purpose) != nil
            || AccessKind(rawValue: entry.data) == .consent
        if let purpose = AccessPurpose(rawValue: entry.purpose) { return words(purpose.phrase) }
        return isUsual || entry.purpose.isEmpty ? words(.extract.forMatter) : entry.purpose
    }
}

extension AccessPurpose {
    /// Its words, in every language.
    var phrase: Phrase {
        switch self {
        case .preparation: .extract.forPreparation
        case .call: .extract.forCall
        case .meeting: .extract.forMeeting
        case .arrangements: .extract.forArrangements
        case .handover: .extract.forHandover
        case .statistics: .extract.forStatistics
        case .clientRequest: .extract.forClientRequest
        case .supervision: .extract.forSupervision
        }
    }
}

extension ClientField {
    /// Its name, in every language.
    var phrase: Phrase {
        switch self {
        case .name: .extract.fieldName
        case .phone: .extract.fieldPhone
        case .email: .extract.fieldEmail
        case .language: .extract.fieldLanguage
        case .meetingLanguage: .extract.fieldMeetingLanguage
        case .interpreter: .extract.fieldInterpreter
        case .signLanguage: .extract.fieldSignLanguage
        case .accessibility: .extract.fieldAccessibility
        case .messages: .extract.fieldMessages
        case .isProtected: .extract.fieldProtected
        case .birthYear: .extract.fieldBirthYear
        }
    }
}
