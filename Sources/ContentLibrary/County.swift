public import BookingCore
public import CivilTime
public import SocialServices

/// The county as its content describes it: where it is, its offices, and whom to call.
public struct County: Sendable {
    public let id: String
    /// The county's site, for example `www.siunsote.fi`; nil if none was given.
    public let website: String?
    /// The wall clock everybody there goes by, as an IANA name.
    public let timeZone: String
    /// The days on which no clients are met.
    public let closedDays: ClosedDays
    public let municipalities: [Municipality]
    /// The languages that it serves in; empty where it does not say, and each that has words is one.
    public let languages: [Language]
    public let offices: [ServicePoint]
    /// The numbers of offices that have one, by the office's id.
    public let officeNumbers: [String: Contact.Number]
    /// What the way to urgent help shows, in this order, by contact id.
    public let urgentContacts: [String]
    public let contacts: [Contact]
    /// When clients are reminded of their meetings; empty if the county sends no reminders.
    public let reminders: [TimeSpan]
    /// `true` if professionals may read descriptions of their team's bookings, saying why.
    public let teamReadsDescriptions: Bool
    /// How long what was written about a meeting is kept after it ended.
    public let keepsDescriptions: TimeSpan
    /// How long the name and the number of a client are kept after their last meeting.
    public let keepsClients: TimeSpan
    /// How long the messages of what staff do wait, so that it can be undone before anybody is told.
    public let pauses: MessagePauses
    /// `true` if Saturdays are weekdays of the assessment's deadline (Social Welfare Act 36 §); it is disputed.
    public let saturdayCounts: Bool

    /// Where clients of a municipality are met; nil if no office is there.
    public func office(in municipality: Municipality) -> ServicePoint? {
        offices.first { $0.municipality == municipality }
    }

    /// Where clients are met at a place: its office or, where it names none, that of the municipality.
    public func office(at place: Place) -> ServicePoint? {
        guard let id = place.office else { return office(in: place.municipality) }
        return offices.first { $0.id == id }
    }

    public func contact(_ id: String) -> Contact? { contacts.first { $0.id == id } }

    /// The number to show for a contact in a conversation in `language`: its own, or that of the one that answers
    /// for it; nil if there is none.
    public func number(of id: String, in language: Language) -> Contact.Number? {
        guard let contact = contact(id) else { return nil }
        return contact.number(in: language) ?? contact.instead.flatMap { self.contact($0)?.number(in: language) }
    }

    /// Whether there is a number to show for any of these contacts. Whoever has one shows it in every language.
    func canCall(anyOf ids: [String]) -> Bool { ids.contains { number(of: $0, in: .finnish) != nil } }
}

/// Where to turn: a helpline, an authority, another organisation's service.
public struct Contact: Sendable, Equatable {
    public let id: String
    public let numbers: [Number]
    public let website: String?
    /// `true` if a real county must give a number before it goes live.
    public let isRequired: Bool
    /// The contact whose number is shown while this one has none.
    public let instead: String?

    /// A phone number as it is shown, with where it is from.
    public struct Number: Sendable, Equatable {
        public let digits: String
        /// The language it is answered in; nil for any.
        public let language: Language?
        public let source: String
        /// When it was last compared with its source: a year, a month or a day; nil if that is not known.
        public let checked: String?
        /// The last day on which it holds; nil if no end is known. It is shown after that too: the check tells.
        public internal(set) var validUntil: CalendarDay?
    }

    /// The number to show in a conversation in `language`: its own, else the one for any language, else the
    /// first one.
    public func number(in language: Language) -> Number? {
        numbers.first { $0.language == language } ?? numbers.first { $0.language == nil } ?? numbers.first
    }
}
