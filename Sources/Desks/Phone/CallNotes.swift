import BookingCore
import ContentLibrary
import Foundation
import Mapper
import SocialServices

/// What was said in a call so far. Where the conversation is follows from that alone, so a call that is taken up again
/// goes on where it was.
struct CallNotes {
    /// Why the phone service looks at bookings, in the access log.
    static let purpose = "call"

    /// The last search.
    var query = ""
    /// The question at which the walk began; nil before.
    var start: String?
    /// Everything that was ever answered in this call; what is not on the path stays inert.
    var answers: [String: Answer] = [:]
    var details: BookingDetails
    var draft: BookingDraft?
    /// The booking that is looked at.
    var found: Booking?

    init(in language: Language) { details = BookingDetails(needs: SpecialNeeds(meetingLanguage: language)) }

    /// Nil before a place in the tree was chosen.
    func interview(in tree: QuestionTree) -> Interview? {
        guard let start else { return nil }
        var interview = Interview(tree: tree, startingAt: start)
        // What the tree no longer has is left out.
        for (question, answer) in answers { try? interview.answer(question, answer) }
        return interview
    }

    /// Goes to a place that a search found.
    mutating func go(to hit: SearchHit) {
        // What a caller told in a sentence of their own begins the description; it is not asked again.
        if hit.isHeard, query.contains(" "), details.ownWords.isEmpty { details.ownWords = query }
        start = hit.start
        if hit.answers.isEmpty { answers[hit.start] = nil }
        answers.merge(hit.answers) { $1 }
    }

    /// One answer back, else to the search. Other answers stay.
    mutating func goBack(in interview: Interview) {
        if let last = interview.path.last {
            answers[last.question.id] = nil
        } else {
            start = nil
        }
    }
}

extension CallState {
    /// Of a call in which nothing was said yet.
    init(in language: Language) {
        self.init()
        self.language = language.rawValue
    }

    /// Everything of a call that is kept.
    init(of notes: CallNotes, holding keeper: HoldKeeper, in language: Language) {
        self.init(in: language)
        query = notes.query
        start = notes.start
        for (question, answer) in notes.answers {
            switch answer {
            case .options(let ids): answers[question] = ids
            case .words(let text): told[question] = text
            }
        }
        found = notes.found?.reference.characters
        // A word is kept with a booking alone; without one it is asked for again.
        answered = notes.details.answered.subtracting([.word]).map(\.rawValue).sorted()
        name = notes.details.name
        birthYear = notes.details.birthYear
        email = notes.details.email?.address
        phone = notes.details.phone?.international
        interpreter = notes.details.needs.interpreter
        signLanguage = notes.details.needs.signLanguage
        accessibility = notes.details.needs.accessibility
        ownWords = notes.details.ownWords
        if notes.details.subject != .me {
            subject = notes.details.subject.rawValue
            otherName = notes.details.other.name
            otherAgreement = notes.details.other.agreement?.rawValue
        }
        guard let draft = notes.draft else { return }
        var right: String?
        if case .right(let code) = draft.leave { right = code.characters }
        time = ChosenTime(
            type: draft.type.id, service: draft.service, outcome: draft.outcome, right: right,
            start: keeper.choice?.start, method: keeper.choice?.method.rawValue,
            municipality: keeper.choice?.municipality?.rawValue, token: keeper.hold?.token,
            minutes: keeper.hold?.minutes)
    }

    /// The notes of the call, without the booking that was looked at and the time that was chosen.
    func notes(in language: Language, _ tree: QuestionTree) -> CallNotes {
        var notes = CallNotes(in: language)
        notes.query = query
        notes.start = start.flatMap { tree.questions[$0]?.id }
        notes.answers = answers.mapValues { .options($0) }.merging(told.mapValues { .words($0) }) { $1 }
        notes.details.turn(to: subject.flatMap(Subject.init(rawValue:)) ?? .me)
        notes.details.other = OtherPerson(
            name: otherName ?? "", agreement: otherAgreement.flatMap(OtherPerson.Agreement.init(rawValue:)))
        notes.details.answered = Set(answered.compactMap(BookingDetails.Detail.init(rawValue:)))
        notes.details.name = name
        notes.details.birthYear = birthYear
        notes.details.email = email.flatMap { EmailAddress(typed: $0) }
        notes.details.phone = phone.flatMap { try? PhoneNumber(typed: $0) }
        notes.details.needs.interpreter = interpreter
        notes.details.needs.signLanguage = signLanguage
        notes.details.needs.accessibility = accessibility
        notes.details.ownWords = ownWords
        return notes
    }

    /// The call in a few words.
    func summary(in words: Words) -> String {
        let place = start.map { words.questions[$0]?.ask ?? $0 }
        let phone = phone.flatMap { try? PhoneNumber(typed: $0) }?.grouped
        return [name, phone, place, query].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
            .beginning
    }
}

extension CallState.ChosenTime {
    /// What was being booked; nil if the content has it no longer.
    func draft(of services: Services) -> BookingDraft? {
        guard let type = services.appointment(type) else { return nil }
        let leave = right.flatMap { RightCode(typed: $0) }.map(BookingAuthority.right)
        return BookingDraft(type: type, service: service, outcome: outcome, leave: leave ?? .open)
    }

    /// The time that was chosen; nil if none was.
    func choice(for draft: BookingDraft) -> SlotChoice? {
        guard let start, let method = method.flatMap(ContactMethod.init(rawValue:)) else { return nil }
        return SlotChoice(
            task: draft.type.task, start: start, method: method,
            municipality: municipality.flatMap { Municipality(rawValue: $0) }, appointmentType: draft.type.id,
            leave: draft.leave)
    }
}
