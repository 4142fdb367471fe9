public import SocialServices

/// What of a client can be corrected; the raw values are written to the log of changes.
public enum ClientField: String, CaseIterable, Sendable {
    case name
    case phone
    case email
    case language
    case meetingLanguage = "meeting-language"
    case interpreter
    case signLanguage = "sign-language"
    case accessibility
    case messages
    case isProtected = "protected"
    case birthYear = "birth-year"
}

/// What of a client is to be put right; what is nil stays as it is.
public struct ClientCorrection: Sendable, Hashable {
    public var name: String?
    public var phone: PhoneNumber?
    /// An inner nil takes the address away; so with all that may be empty.
    public var email: EmailAddress??
    public var language: Language?
    public var meetingLanguage: Language?
    public var interpreter: String??
    public var signLanguage: Bool?
    public var accessibility: String??
    public var messages: MessageWish?
    public var isProtected: Bool?
    public var birthYear: Int??
    /// `true` if the client is told where that changes how they are reached: a new confirmation goes out.
    public var tells = true

    public init() {}

    /// The client as corrected.
    func applied(to known: KnownClient) -> (client: Client, needs: SpecialNeeds, isProtected: Bool) {
        let old = known.client
        let client = Client(
            name: name ?? old.name, phone: phone ?? old.phone, birthYear: birthYear ?? old.birthYear,
            email: email ?? old.email, language: language ?? old.language, messages: messages ?? old.messages)
        let needs = SpecialNeeds(
            meetingLanguage: meetingLanguage ?? known.needs.meetingLanguage,
            interpreter: interpreter ?? known.needs.interpreter,
            signLanguage: signLanguage ?? known.needs.signLanguage,
            accessibility: accessibility ?? known.needs.accessibility)
        return (client, needs, isProtected ?? known.isProtected)
    }

    /// Each field that is another one then, with its text before and after; nil for none.
    public func changes(of known: KnownClient) -> [ClientFieldChange] {
        let new = corrected(known)
        return ClientField.allCases.compactMap { field in
            let (before, after) = (Self.text(of: field, in: known), Self.text(of: field, in: new))
            return before == after ? nil : ClientFieldChange(field: field, before: before, after: after)
        }
    }

    /// A field of a client as a correction keeps it; nil where it is empty.
    public static func text(of field: ClientField, in known: KnownClient) -> String? {
        switch field {
        case .name: known.client.name
        case .phone: known.client.phone?.international
        case .email: known.client.email?.address
        case .language: known.client.language.rawValue
        case .meetingLanguage: known.needs.meetingLanguage.rawValue
        case .interpreter: known.needs.interpreter
        case .signLanguage: "\(known.needs.signLanguage)"
        case .accessibility: known.needs.accessibility
        case .messages: known.client.messages.rawValue
        case .isProtected: "\(known.isProtected)"
        case .birthYear: known.client.birthYear.map(String.init)
        }
    }

    /// Puts a field to a text that a correction kept; nil to empty it.
    public mutating func set(_ field: ClientField, to text: String?) throws {
        switch field {
        case .name: name = text
        case .phone:
            guard let text else { throw ClientRefusal.unchanged }
            phone = try PhoneNumber(typed: text)
        case .email: email = .some(text.flatMap { EmailAddress(typed: $0) })
        case .language: language = text.flatMap(Language.init)
        case .meetingLanguage: meetingLanguage = text.flatMap(Language.init)
        case .interpreter: interpreter = .some(text)
        case .signLanguage: signLanguage = text == "true"
        case .accessibility: accessibility = .some(text)
        case .messages: messages = text.flatMap(MessageWish.init)
        case .isProtected: isProtected = text == "true"
        case .birthYear: birthYear = .some(text.flatMap { Int($0) })
        }
    }

    /// The client, the needs and the protection as they are after it.
    public func corrected(_ known: KnownClient) -> KnownClient {
        let new = applied(to: known)
        return KnownClient(
            id: known.id, client: new.client, needs: new.needs, isProtected: new.isProtected,
            version: known.version + 1, isErased: known.isErased, madeAt: known.madeAt)
    }
}

/// One field of a client that was put right.
public struct ClientFieldChange: Sendable, Hashable {
    public let field: ClientField
    public let before: String?
    public let after: String?
}
