public import CivilTime
public import Foundation
public import SocialServices

/// A slot promised to a client (*ajanvaraus*).
public struct Booking: Sendable, Hashable {
    /// National field 19; only what this program brings about.
    public enum Status: String, CaseIterable, Sendable {
        case booked
        case cancelled
    }

    /// Who made it, for the statistics.
    public enum BookedBy: String, CaseIterable, Sendable {
        case client
        case phoneService = "phone-service"
        case professional
    }

    public let reference: BookingReference
    /// From the beginning to the end of the meeting.
    public let slot: Slot
    /// How long the meeting takes where one opened slot was too short, in minutes; nil for one slot.
    public let longMinutes: Int?
    public let professionalName: String
    public let status: Status
    public let method: ContactMethod
    /// The service it concerns, by id; nil where it was booked by service task alone.
    public let service: String?
    public let client: Client
    public let needs: SpecialNeeds
    public let createdAt: Date
    /// When the client made contact: when the booking was made first, however often it was moved or handed over since.
    public let contactedAt: Date
    /// Nil of an active booking, and of one cancelled before this was kept.
    public let cancellation: Cancellation?
    /// How the meeting went; nil until it is recorded.
    public let attendance: Attendance?
    /// Why a guard is asked for; nil where none is needed.
    public let guardReason: String?
    /// Nil of a booking made before this was kept.
    public let consent: ConsentForm?
    /// Whom the meeting is for, where the client booked on another's behalf.
    public var onBehalf: Beneficiary?
    /// What one of the staff remarked.
    public var note: StaffNote?

    public init(
        reference: BookingReference, slot: Slot, professionalName: String, status: Status,
        method: ContactMethod, service: String?, client: Client, needs: SpecialNeeds, createdAt: Date,
        cancellation: Cancellation? = nil, attendance: Attendance? = nil, guardReason: String? = nil,
        contactedAt: Date? = nil, consent: ConsentForm? = nil, longMinutes: Int? = nil
    ) {
        self.longMinutes = longMinutes
        self.consent = consent
        self.contactedAt = contactedAt ?? createdAt
        self.attendance = attendance
        self.guardReason = guardReason
        self.reference = reference
        self.slot = slot
        self.professionalName = professionalName
        self.status = status
        self.method = method
        self.service = service
        self.client = client
        self.needs = needs
        self.createdAt = createdAt
        self.cancellation = cancellation
    }
}

extension Booking {
    /// `true` if an interpreter comes and its time is one for that, not one like everybody's.
    public func isForInterpreter(by rules: AppointmentRules) -> Bool {
        if !needs.isInterpreted { return false }
        if rules.interpreterMinutes != nil { return longMinutes != nil }
        return rules.interpreterNotice.map { slot.start >= createdAt.addingTimeInterval($0.seconds) } ?? true
    }

    /// The same as another person at the meeting is told of it: with their code and their name, and nothing of the client's.
    public func told(to party: MeetingParty) -> Booking {
        Booking(
            reference: party.code, slot: slot, professionalName: professionalName, status: status, method: method,
            service: service, client: party.client, needs: SpecialNeeds(meetingLanguage: needs.meetingLanguage),
            createdAt: createdAt, cancellation: cancellation, longMinutes: longMinutes)
    }

    /// The same without anything that tells who comes or what they need: for those who may see no bookings.
    var withoutClient: Booking {
        Booking(
            reference: reference, slot: slot, professionalName: professionalName, status: status, method: method,
            service: service,
            client: Client(name: Client.erased.name, phone: Client.erased.phone, language: client.language),
            needs: SpecialNeeds(meetingLanguage: needs.meetingLanguage), createdAt: createdAt,
            longMinutes: longMinutes)
    }
}

/// On whose behalf a time is booked, for example a child.
public struct Beneficiary: Sendable, Hashable {
    public let name: String
    /// Nil if it was not told.
    public let birthYear: Int?

    public init(name: String, birthYear: Int? = nil) {
        self.name = name
        self.birthYear = birthYear
    }
}

/// A remark of one of the staff on a booking: their words, not the client's.
public struct StaffNote: Sendable, Hashable {
    /// In characters.
    public static let longest = 500

    public let text: String
    /// Who wrote it, by name.
    public let author: String

    public init(text: String, author: String) {
        self.text = text
        self.author = author
    }
}

/// How a meeting went (national field 19: *happened*, *no-show*).
public enum Attendance: String, CaseIterable, Sendable {
    case met
    case noShow = "no-show"
}

/// Everything needed to promise a slot, given at once so that all of it is kept or none.
public struct BookingRequest: Sendable {
    public var method: ContactMethod
    public var service: String?
    public var client: Client
    public var needs: SpecialNeeds
    public var description: SituationDescription
    public private(set) var consent: Consent
    /// What opens the booking of a client without a phone number beside the reference; nil of one who has a number.
    public var word: KeptWord?
    public var maker: Booking.BookedBy
    /// `true` of a time like everybody's for a client with an interpreter, where no time fits one.
    public var takesOrdinaryTime = false
    /// `true` if it is known that the client has another meeting at the same time.
    public var isAtOnceToo = false
    /// What the booking must keep to; checked in the transaction that books. None until a session sets them.
    public private(set) var rules = BookingRules.none
    /// `true` of one for whom another meeting at the same time is asked about: what sessions do.
    public private(set) var asksOfOthers = false
    /// Who does it, for the log of changes; the client until a session says otherwise.
    public private(set) var doer = Doer.client
    /// How long the confirmation waits, so that the booking can be undone; nil for not at all.
    public private(set) var pause: TimeSpan?
    /// Whom the meeting is for, where the client books on another's behalf.
    public var onBehalf: Beneficiary?
    /// What one of the staff remarks; the professional reads it under its own heading.
    public var note: String?

    public init(
        method: ContactMethod, service: String? = nil, client: Client, needs: SpecialNeeds,
        description: SituationDescription, consent: Consent, word: KeptWord? = nil, maker: Booking.BookedBy
    ) {
        self.word = word
        self.method = method
        self.service = service
        self.client = client
        self.needs = needs
        self.description = description
        self.consent = consent
        self.maker = maker
    }

    /// The same request, agreed to aloud: for the sessions of staff, which alone hold who they are.
    func saidAloud(to user: AccessContext) -> BookingRequest {
        var request = self
        request.consent = .saidAloud(by: user)
        return request
    }

    /// The same request by one of the staff: for the sessions, which alone hold who they are.
    func done(by doer: Doer, pausing pause: TimeSpan?) -> BookingRequest {
        var request = self
        (request.doer, request.pause) = (doer, pause)
        return request
    }

    /// The same request, bound by rules: for the sessions, which alone hold the county's.
    public func under(_ rules: BookingRules) -> BookingRequest {
        var request = self
        (request.rules, request.asksOfOthers) = (rules, true)
        return request
    }
}

/// Which free slot is meant when any free worker serves.
public struct SlotChoice: Sendable, Hashable {
    public let task: ServiceTask
    public let start: Date
    public let method: ContactMethod
    /// Where the office is; nil for anywhere.
    public var municipality: Municipality?
    /// By id; nil for any of the task.
    public let appointmentType: String?
    public let leave: BookingAuthority
    /// How long the meeting takes where one slot is too short, in minutes; nil for one slot. The slots after it are taken
    /// too.
    public var minutes: Int?
    /// A free worker who serves in this language is chosen before one who does not; nil if it does not matter.
    public var language: Language?
    /// This worker is chosen before any other, by id; nil for the fairest.
    public var preferred: String?
    /// The office by id; nil for any.
    public var office: String?
    /// What the county's content allows; none until a session sets it.
    public private(set) var limits: CountyLimits?

    /// The same choice, of what the county's content allows: for the sessions, which alone hold it.
    func under(_ limits: CountyLimits?) -> SlotChoice {
        var choice = self
        choice.limits = limits
        return choice
    }

    public init(
        task: ServiceTask, start: Date, method: ContactMethod, municipality: Municipality? = nil,
        appointmentType: String? = nil, leave: BookingAuthority = .open, language: Language? = nil,
        minutes: Int? = nil
    ) {
        self.minutes = minutes
        self.language = language
        self.leave = leave
        self.appointmentType = appointmentType
        self.task = task
        self.start = start
        self.method = method
        self.municipality = municipality
    }

    /// The same at another time.
    public func at(_ start: Date) -> SlotChoice {
        var choice = SlotChoice(
            task: task, start: start, method: method, municipality: municipality,
            appointmentType: appointmentType, leave: leave, language: language, minutes: minutes)
        (choice.preferred, choice.office, choice.limits) = (preferred, office, limits)
        return choice
    }
}

/// A slot kept for a few minutes while details are typed. Not promised yet, but no other can take it.
public struct Hold: Sendable, Hashable {
    /// How long a time is held while details are typed, in minutes. Begun anew with each answer.
    public static let lifetimeMinutes = 10
    /// The same in seconds.
    public static let lifetime = 60.0 * Double(lifetimeMinutes)

    /// Known to the one who holds, and to no other.
    public let token: String
    public let start: Date
    public let minutes: Int
    /// The hold is void from this moment on, without anybody having to clean up.
    public let expires: Date
    /// `true` of several slots, one after another.
    public let isOfSeveralSlots: Bool

    public init(token: String, start: Date, minutes: Int, expires: Date, isOfSeveralSlots: Bool = false) {
        self.isOfSeveralSlots = isOfSeveralSlots
        self.token = token
        self.start = start
        self.minutes = minutes
        self.expires = expires
    }
}
