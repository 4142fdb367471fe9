public import SocialServices

/// Who comes. Asked for only when a time is to be booked.
public struct Client: Sendable, Hashable {
    /// The longest name that is taken, in characters.
    public static let longestName = 100

    /// Stands in the place of the name and the number of a client who was erased.
    public static let erased = (name: "–", phone: PhoneNumber.nobodys)

    public let name: String
    public let phone: PhoneNumber
    public let email: EmailAddress?
    /// The language in which the booking was made; messages go out in it.
    public let language: Language
    /// Which messages may be sent to them.
    public let messages: MessageWish

    public init(
        name: String, phone: PhoneNumber, email: EmailAddress? = nil, language: Language, messages: MessageWish = .all
    ) {
        self.name = name
        self.phone = phone
        self.email = email
        self.language = language
        self.messages = messages
    }
}

/// Which messages a client wants: another person may read their phone. The raw values are stored.
public enum MessageWish: String, CaseIterable, Sendable {
    case all
    /// The time alone: neither the county nor the service, the office or what to bring.
    case neutral
    case none
}

extension Client {
    /// `true` if two bookings are one client's: a phone number may be a family's, so the name counts too.
    public func isSame(as other: Client) -> Bool { isSame(other.phone, other.name) }

    /// `true` if a right was granted to this client.
    public func isSame(as grant: RightGrant) -> Bool { isSame(grant.clientPhone, grant.clientName) }

    private func isSame(_ phone: PhoneNumber, _ name: String) -> Bool {
        self.phone == phone && Self.plain(self.name) == Self.plain(name)
    }

    /// Neither capitals nor more spaces than one make another name.
    private static func plain(_ name: String) -> [Substring] {
        name.lowercased().split(whereSeparator: \.isWhitespace)
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
