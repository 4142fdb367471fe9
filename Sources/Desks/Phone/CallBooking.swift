import BookingCore
import CivilTime
import ContentLibrary
import Dialogue
import Foundation
import Mapper
import SocialServices

/// A booking during a call, one step at a time: a time, a detail that is not known yet, or the consent.
struct CallBooking {
    enum Outcome {
        case goesOn
        /// No time is booked after all.
        case givenUp
        case consentRefused
        case booked(Booking)
    }

    private let context: DialogContext
    private let session: StaffSession
    private let keeper: HoldKeeper
    private let steps: [Interview.Step]
    private(set) var draft: BookingDraft
    private var form: DetailsForm

    /// - Parameters:
    ///   - steps: everything that was answered in the call.
    ///   - keeping: gets the details after each line of the description.
    init(
        _ context: DialogContext, _ session: StaffSession, _ keeper: HoldKeeper, _ draft: BookingDraft,
        _ details: BookingDetails, steps: [Interview.Step], keeping: @escaping (BookingDetails) -> Void
    ) {
        self.context = context
        self.session = session
        self.keeper = keeper
        self.draft = draft
        self.steps = steps
        form = DetailsForm(
            context: context,
            prompts: context.words.prompts(outcome: draft.outcome, appointment: draft.type.id), details: details,
            keeping: keeping)
        form.details.turn(to: Subject(steps.flags))
    }

    /// What the caller has told about themselves.
    var details: BookingDetails { form.details }

    private var asked: [BookingDetails.Detail] {
        [.name, .phone] + details.detailsWithoutPhone(keeper.choice?.method)
            + (details.subject == .me ? [] : [.other]) + [.needs, .description]
    }

    private var conversation: Conversation { context.conversation }
    private var words: Words { context.words }
    private var rules: OverriddenRules { OverriddenRules(context: context) }

    mutating func step() throws(NavigationRequest) -> Outcome {
        if keeper.hold == nil {
            guard try pick() else { return .givenUp }
            if let choice = keeper.choice { rules.mention(for: choice, of: draft.type) }
            return .goesOn
        }
        guard let detail = details.next(of: asked) else { return try agree() }
        if try ask(detail) {
            form.details.answered.insert(detail)
        } else if !form.details.goBack(from: detail, among: asked) {
            keeper.release()
            return .givenUp
        }
        return .goesOn
    }

    /// Asks for a detail, and for another time if the one that was chosen no longer fits what was told.
    ///
    /// - Returns: `false` for the way back.
    private mutating func ask(_ detail: BookingDetails.Detail) throws(NavigationRequest) -> Bool {
        let wasInterpreted = details.needs.isInterpreted
        guard try form.ask(detail) else { return false }
        if details.needs.isInterpreted != wasInterpreted, session.rules(of: draft.type.id).differsWithInterpreter {
            if details.needs.isInterpreted {
                conversation.say(context.asked(InterpreterWords(context: context).changes(of: draft.type)))
            }
            keeper.release()
            try pickAnotherTime()
        } else if try !checkMethod() {
            try renewHold()
        }
        return true
    }

    private mutating func pick() throws(NavigationRequest) -> Bool {
        var picker = picker
        let isHeld = try picker.pick()
        draft.wish = picker.wish
        return isHeld
    }

    private var picker: TimePicker {
        var picker = TimePicker(context, keeper, for: draft)
        picker.impossible = details.impossibleMethods
        picker.isInterpreted = details.needs.isInterpreted
        return picker
    }

    /// Gives the time up where the caller cannot be reached in the way that was chosen; another is asked for then.
    ///
    /// - Returns: `true` if it was given up.
    private mutating func checkMethod() throws(NavigationRequest) -> Bool {
        guard let method = keeper.choice?.method, details.impossibleMethods.contains(method) else { return false }
        guard let reason = form.reason(against: method, of: draft.type) else {
            conversation.say(.booking.noCallOnly)
            form.details.answered.subtract([.phone, .email])
            return false
        }
        conversation.say(context.asked(reason))
        draft.wish = nil
        keeper.release()
        return true
    }

    private mutating func renewHold() throws(NavigationRequest) {
        if try !keeper.renew(in: context) { try pickAnother() }
    }

    private mutating func pickAnother() throws(NavigationRequest) {
        keeper.forgetHold()
        conversation.say(.booking.taken)
        try pickAnotherTime()
    }

    private mutating func pickAnotherTime() throws(NavigationRequest) {
        var picker = picker
        try picker.pickAnother()
        draft.wish = picker.wish
    }

    private enum Line {
        case yes
        case no
        case time
        case detail(BookingDetails.Detail)
    }

    /// What was typed, and the sentence that asks for leave to keep it.
    private mutating func agree() throws(NavigationRequest) -> Outcome {
        try mentionOpenBookings()
        conversation.show([.blank] + summary.map { TextBlock(TerminalText($0), indent: 2, hanging: 4) })
        let chosen = try conversation.choose(
            titled: context.asked(words(.booking.consentQuestion(words.county.name))),
            from: [
                Choice(Line.yes, id: "yes", words(.phone.consentYes)),
                Choice(.no, id: "no", words(.phone.consentNo)),
                Choice(.time, id: "time", words(.booking.summaryTime)),
                line(.name, .booking.summaryName), line(.phone, .booking.summaryPhone),
            ] + (details.subject == .me ? [] : [line(.other, .booking.summaryOther)]) + [
                line(.needs, .booking.summaryNeeds), line(.description, .phone.description),
            ], help: [words(.shared.privacy(words.county.official))], above: words(.phone.consentHow))
        switch chosen {
        case .yes: return try book(session.consentSaidAloud)
        case .no:
            conversation.say(.phone.consentRefused)
            return .consentRefused
        case .time: keeper.release()
        case .detail(let detail): _ = try ask(detail)
        case nil: form.details.answered.remove(.description)
        }
        return .goesOn
    }

    private func line(_ detail: BookingDetails.Detail, _ phrase: Phrase) -> Choice<Line> {
        Choice(.detail(detail), id: detail.rawValue, words(phrase))
    }

    private func mentionOpenBookings() throws(NavigationRequest) {
        guard let phone = details.phone, rules.limitsOpen(of: draft.type) else { return }
        let found = try context.attempt {
            try session.bookings(ofPhone: phone, from: session.now, purpose: CallNotes.purpose)
        }
        let type = draft.type.id
        let open = ((try? found.get()) ?? []).count { $0.status == .booked && $0.slot.appointmentType == type }
        rules.mention(open: open, of: draft.type)
    }

    private var summary: [String] {
        [
            keeper.choice.map(context.line(of:)),
            [details.nameLine, words.phone(details.phone)].joined(separator: "   "),
            details.isPhoneless ? details.email?.address : nil, details.other.summary(in: words),
            context.needs(details.needs).joined(separator: ", "), details.ownWords.beginning,
        ].compactMap(\.self).filter { !$0.isEmpty }
    }

    private mutating func book(_ consent: Consent) throws(NavigationRequest) -> Outcome {
        guard let hold = keeper.hold, let choice = keeper.choice else {
            try pickAnother()
            return .goesOn
        }
        var request = context.request(
            for: draft, choice.method, details, steps: steps, consent: consent, by: .phoneService)
        request.takesOrdinaryTime = draft.wish?.takesOrdinaryTime ?? false
        let context = context
        let result = try AtOnceQuestion(context: context).asking { isAtOnceToo in
            var request = request
            request.isAtOnceToo = isAtOnceToo
            return try context.desk.book(hold, request)
        }
        switch result {
        case .success(let booking):
            keeper.forgetHold()
            return .booked(booking)
        case .failure(let refusal as RightRefusal):
            conversation.say(refusal.phrase)
            keeper.release()
            return .givenUp
        case .failure:
            try pickAnother()
            return .goesOn
        }
    }
}

/// The county's rules bind clients, not the staff; but the staff are told which they do not keep.
struct OverriddenRules {
    let context: DialogContext

    private func rules(of appointmentType: String) -> AppointmentRules {
        context.tools.visitor.rules(of: appointmentType)
    }

    /// Tells that a client could not book the time now.
    func mention(for choice: SlotChoice, of type: AppointmentType) {
        let rules = rules(of: type.id)
        let now = context.desk.now
        if let notice = rules.notice, choice.start < rules.earliest(now) {
            let last = choice.start.addingTimeInterval(-notice.seconds)
            context.conversation.say(.phone.ruleNotice(context.dates.short(last)))
        } else if let ahead = rules.ahead, let latest = rules.latest(now), choice.start > latest {
            let first = choice.start.addingTimeInterval(-ahead.seconds)
            context.conversation.say(.phone.ruleAhead(context.dates.short(first)))
        }
    }

    /// Tells that the client could not change the booking any more.
    func mention(forChangeOf booking: Booking) {
        let last = rules(of: booking.slot.appointmentType).lastChange(ofTimeAt: booking.slot.start)
        if last < context.desk.now { context.conversation.say(.phone.ruleChange(context.dates.short(last))) }
    }

    /// `true` if one phone number may have only so many bookings of an appointment type.
    func limitsOpen(of type: AppointmentType) -> Bool { rules(of: type.id).openPerPhone != nil }

    /// Tells that the number has as many bookings as one may have.
    func mention(open: Int, of type: AppointmentType) {
        do {
            try rules(of: type.id).checkCount(open: open)
        } catch {
            context.conversation.say(.phone.ruleCount(open))
        }
    }
}
