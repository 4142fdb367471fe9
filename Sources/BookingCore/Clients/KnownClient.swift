public import Foundation
public import SocialServices

/// A client as the county knows them: one record, however many meetings they had.
///
/// What is of one meeting (the way, the needs of that day, the note) is on its booking; a correction here is written to the
/// bookings that are still to come.
public struct KnownClient: Sendable, Hashable {
    /// Unique for ever, as the log of changes names it.
    public let id: Int
    public let client: Client
    /// What the meetings of this client usually need.
    public let needs: SpecialNeeds
    /// Non-disclosure for safety (*turvakielto*, act 661/2009 36 §): no place, address or worker is told to a caller.
    public let isProtected: Bool
    /// One more with each correction: two who correct at once do not undo each other unseen.
    public let version: Int
    /// The client's data was removed; what is left are counts.
    public let isErased: Bool
    public let madeAt: Date

    public init(
        id: Int, client: Client, needs: SpecialNeeds, isProtected: Bool, version: Int, isErased: Bool, madeAt: Date
    ) {
        self.id = id
        self.client = client
        self.needs = needs
        self.isProtected = isProtected
        self.version = version
        self.isErased = isErased
        self.madeAt = madeAt
    }
}

extension Client {
    /// What makes two bookings one client's: the phone number and the name. Nil of a client without a number, of whom each
    /// booking is a client of its own until staff join them: two may have one name and one year of birth.
    public var matchKey: String? { phone.map { "\($0.international) \(nameKey)" } }
}

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
        let new = applied(to: known)
        let old = known.client
        let pairs: [(ClientField, String?, String?)] = [
            (.name, old.name, new.client.name),
            (.phone, old.phone?.international, new.client.phone?.international),
            (.email, old.email?.address, new.client.email?.address),
            (.language, old.language.rawValue, new.client.language.rawValue),
            (.meetingLanguage, known.needs.meetingLanguage.rawValue, new.needs.meetingLanguage.rawValue),
            (.interpreter, known.needs.interpreter, new.needs.interpreter),
            (.signLanguage, "\(known.needs.signLanguage)", "\(new.needs.signLanguage)"),
            (.accessibility, known.needs.accessibility, new.needs.accessibility),
            (.messages, old.messages.rawValue, new.client.messages.rawValue),
            (.isProtected, "\(known.isProtected)", "\(new.isProtected)"),
            (.birthYear, old.birthYear.map(String.init), new.client.birthYear.map(String.init)),
        ]
        return pairs.compactMap { field, before, after in
            before == after ? nil : ClientFieldChange(field: field, before: before, after: after)
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

/// What a correction does, as it is shown before it is done.
public struct ClientCorrectionEffect: Sendable, Hashable {
    public let client: KnownClient
    public let changes: [ClientFieldChange]
    /// The coming bookings that it reaches, in order of time.
    public let bookings: [Booking]
    /// Booking rights that go along with it.
    public let rights: Int
    /// Messages that were still to be sent and are taken back.
    public let withdrawn: Int
    /// Confirmations that go out instead.
    public let confirmations: Int
    /// Other clients who have the new phone number.
    public let othersOfNumber: Int
    /// Its line in the log of changes; nil of a rehearsal.
    public let change: Int?

    public init(
        client: KnownClient, changes: [ClientFieldChange], bookings: [Booking], rights: Int, withdrawn: Int,
        confirmations: Int, othersOfNumber: Int, change: Int?
    ) {
        self.client = client
        self.changes = changes
        self.bookings = bookings
        self.rights = rights
        self.withdrawn = withdrawn
        self.confirmations = confirmations
        self.othersOfNumber = othersOfNumber
        self.change = change
    }
}
