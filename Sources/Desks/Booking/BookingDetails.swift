import BookingCore
import SocialServices

/// What a client has told about themselves. Kept until the visit or the call ends, whichever time it is for in the end.
struct BookingDetails {
    /// What is asked for, in this order.
    enum Detail: String, CaseIterable {
        case name
        /// Whose matter it is, if it is not the client's own.
        case other
        case phone
        /// What a client without a phone shows instead.
        case word
        case email
        case language
        case needs
        case description
        case hope
    }

    var answered: Set<Detail> = []
    var name = ""
    var birthYear: Int?
    /// Nil before it was asked for, and of a client who has none.
    var phone: PhoneNumber?
    /// What is kept of the word of a client without a phone.
    var word: KeptWord?
    var email: EmailAddress?
    var needs: SpecialNeeds
    var ownWords = ""
    var hope = ""
    /// Which messages may be sent.
    var messages = MessageWish.both
    /// What was told of the one whose matter it is.
    var other = OtherPerson()
    /// Whose matter `other` tells of.
    private(set) var subject = Subject.me

    /// Forgets what was told of someone else than the one whose matter it is now.
    mutating func turn(to subject: Subject) {
        if subject == self.subject { return }
        self.subject = subject
        other = OtherPerson()
        answered.remove(.other)
    }

    /// `true` of a client who said that they have no phone.
    var isPhoneless: Bool { phone == nil && answered.contains(.phone) }

    /// The ways to meet by which this client cannot be reached: a call needs a number, and the link of a remote meeting a
    /// number or an e-mail address.
    var impossibleMethods: Set<ContactMethod> {
        isPhoneless ? .impossible(withEmail: email != nil || !answered.contains(.email)) : []
    }

    /// What else is asked of a client without a phone who is met so.
    func detailsWithoutPhone(_ method: ContactMethod?) -> [Detail] {
        if !isPhoneless { return [] }
        return method == .remote ? [.word, .email] : [.word]
    }

    /// Adds lines at the end of the description, as far as there is room.
    mutating func add(ownWords lines: [String]) {
        if lines.isEmpty { return }
        let all = (ownWords.isEmpty ? lines : [ownWords] + lines).joined(separator: "\n")
        ownWords = String(all.prefix(SituationDescription.longestOwnWords))
    }

    /// The first of these details that was not asked for yet.
    func next(of asked: [Detail]) -> Detail? { asked.first { !answered.contains($0) } }

    /// Lets the detail before this one be asked again.
    ///
    /// - Returns: `false` if it is the first one.
    mutating func goBack(from detail: Detail, among asked: [Detail]) -> Bool {
        guard let before = asked.prefix(while: { $0 != detail }).last else { return false }
        answered.remove(before)
        return true
    }
}

extension Set<ContactMethod> {
    /// The ways to meet by which a client without a phone cannot be reached.
    fileprivate static func impossible(withEmail hasEmail: Bool) -> Set { hasEmail ? [.phone] : [.phone, .remote] }
}

extension AppointmentType {
    /// The ways to meet that are left.
    func methods(without impossible: Set<ContactMethod>) -> [ContactMethod] {
        methods.filter { !impossible.contains($0) }
    }
}

extension Client {
    /// The ways to meet by which the client of a booking cannot be reached.
    var impossibleMethods: Set<ContactMethod> { phone == nil ? .impossible(withEmail: email != nil) : [] }
}
