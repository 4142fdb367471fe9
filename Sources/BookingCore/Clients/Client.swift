import Foundation
public import SocialServices

/// Who comes. Asked for only when a time is to be booked.
public struct Client: Sendable, Hashable {
    /// The longest name that is taken, in characters.
    public static let longestName = 100

    /// Stands in the place of the name and the number of a client who was erased.
    public static let erased = (name: "–", phone: PhoneNumber.nobodys)

    /// The earliest year of birth that is taken.
    public static let earliestBirthYear = 1900

    public let name: String
    /// Nil of a client who has none: they are met at an office or remotely, and show a word instead (`ChosenWord`).
    public let phone: PhoneNumber?
    /// Nil if the client did not tell it.
    public let birthYear: Int?
    public let email: EmailAddress?
    /// The language in which the booking was made; messages go out in it.
    public let language: Language
    /// Which messages may be sent to them.
    public let messages: MessageWish

    public init(
        name: String, phone: PhoneNumber?, birthYear: Int? = nil, email: EmailAddress? = nil, language: Language,
        messages: MessageWish = .both
    ) {
        self.name = name
        self.phone = phone
        self.birthYear = birthYear
        self.email = email
        self.language = language
        self.messages = messages
    }
}

/// Which messages a client wants: another person may read their phone. The raw values are stored.
public enum MessageWish: String, CaseIterable, Sendable {
    /// By SMS and, if there is an address, by e-mail.
    case both
    case sms
    case email
    /// The time alone: neither the county nor the service, the office or what to bring.
    case neutral
    case none

    /// `true` if messages say what they are about.
    public var isOpen: Bool { self != .neutral && self != .none }
}

extension Client {
    /// `true` if two bookings are one client's: a phone number may be a family's, so the name counts too. Of those who have
    /// no number it is not known.
    public func isSame(as other: Client) -> Bool { isSame(other.phone, other.name) }

    /// `true` if a phone number and a name are this client's.
    func isSame(_ phone: PhoneNumber?, _ name: String) -> Bool {
        phone != nil && self.phone == phone && nameKey == Self.nameKey(of: name)
    }

    /// The name as it is compared.
    public var nameKey: String { Self.nameKey(of: name) }

    /// A name as it is compared: neither capitals nor more spaces than one make another name.
    public static func nameKey(of name: String) -> String {
        name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// `true` if a message can reach the client, whether they want one or not.
    public var isReachable: Bool { phone?.takesMessages == true || email != nil }
}

/// A word that a client without a phone chooses: with the reference it opens their booking.
public struct ChosenWord: Sendable, Hashable {
    /// In letters.
    public static let allowedLength = 3...30

    /// As it is compared and hashed: without capitals, accents and dots, and with letters alone.
    let text: String

    /// - Parameter typed: a hyphen or a space within it does not matter; nil if there is anything else than letters, or
    ///   too few or too many of them.
    public init?(_ typed: String) {
        let letters = typed.precomposedStringWithCanonicalMapping.filter { !$0.isWhitespace && $0 != "-" }
        guard letters.allSatisfy(\.isLetter), Self.allowedLength.contains(letters.count) else { return nil }
        text = letters.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).lowercased()
    }

    /// What is kept of the word; nil if the machine made no hash of it.
    public func kept(by hasher: any WordHasher) -> KeptWord? {
        hasher.newSalt().flatMap { kept(by: hasher, salt: $0) }
    }

    /// The hash to compare with one that is kept.
    public func kept(by hasher: any WordHasher, salt: String) -> KeptWord? {
        hasher.hash(text, salt: salt).map { KeptWord(salt: salt, hash: $0) }
    }
}

/// A chosen word as it is kept. No one can read the word in it.
public struct KeptWord: Sendable, Hashable {
    public let salt: String
    public let hash: String

    public init(salt: String, hash: String) {
        self.salt = salt
        self.hash = hash
    }
}

/// Makes the hashes of words that clients choose. Slow on purpose.
public protocol WordHasher: Sendable {
    /// A salt that no other hash has; nil if the library makes none.
    func newSalt() -> String?
    /// The same for the same word and salt; nil if the library makes none.
    func hash(_ word: String, salt: String) -> String?
}

/// What a client tells who has lost the reference of a booking.
public struct LostReference: Sendable, Hashable {
    public let name: String
    public let phone: PhoneNumber
    public let birthYear: Int

    public init(name: String, phone: PhoneNumber, birthYear: Int) {
        self.name = name
        self.phone = phone
        self.birthYear = birthYear
    }
}

/// What must be arranged before the meeting.
public struct SpecialNeeds: Sendable, Hashable {
    /// The longest answer about an interpreter or accessibility, in characters.
    public static let longestText = 200

    /// The language of the meeting.
    public var meetingLanguage: Language
    /// The language to interpret, in the client's words; nil where no interpreter is needed.
    public var interpreter: String?
    public var signLanguage: Bool
    /// What the client needs to be able to come or to talk, in their words.
    public var accessibility: String?

    public init(
        meetingLanguage: Language, interpreter: String? = nil, signLanguage: Bool = false,
        accessibility: String? = nil
    ) {
        self.meetingLanguage = meetingLanguage
        self.interpreter = interpreter
        self.signLanguage = signLanguage
        self.accessibility = accessibility
    }

    /// `true` if an interpreter comes to the meeting.
    public var isInterpreted: Bool { interpreter != nil || signLanguage }

    /// The language that the worker should speak; nil where an interpreter makes any worker understood.
    public var spokenLanguage: Language? { isInterpreted ? nil : meetingLanguage }
}
