import BookingCore
import CivilTime
import ContentLibrary
import Dialogue
import Foundation
import Mapper
import SocialServices

/// One booking at the kiosk: the time, what is kept with it, and the summary that the visitor agrees to.
struct KioskBooking {
    private let context: DialogContext
    private let keeper: HoldKeeper
    private let draft: BookingDraft
    private let steps: [Interview.Step]
    private var form: DetailsForm
    private var picker: TimePicker

    /// - Parameters:
    ///   - steps: everything that was answered and led here.
    ///   - isArranged: what comes before the times was answered, in another language.
    init(
        _ context: DialogContext, _ keeper: HoldKeeper, _ draft: BookingDraft, _ details: BookingDetails,
        steps: [Interview.Step], isArranged: Bool
    ) {
        self.isArranged = isArranged
        self.context = context
        self.keeper = keeper
        self.draft = draft
        self.steps = steps
        form = DetailsForm(context: context, prompts: draft.prompts, details: details)
        form.details.turn(to: Subject(steps.flags))
        picker = TimePicker(context, keeper, for: draft)
        take(details.needs)
        picker.impossible = details.impossibleMethods
    }

    /// What the visitor has told about themselves.
    var details: BookingDetails { form.details }
    /// How and where to meet, as far as it was chosen.
    var wish: TimeWish { picker.wish }
    /// What comes before the times was answered.
    private(set) var isArranged: Bool

    private var conversation: Conversation { context.conversation }
    private var words: Words { context.words }

    /// What is asked for after the time, in this order.
    private var asked: [BookingDetails.Detail] {
        let method = keeper.choice?.method
        let further = details.isPhoneless ? details.detailsWithoutPhone(method) : method == .remote ? [.email] : []
        return [.name] + (details.subject == .me ? [] : [.other]) + [.phone] + further + [.description]
    }

    /// From how to meet until the time is booked. Nil when the visitor went back.
    mutating func run() throws(NavigationRequest) -> Booking? {
        // One that goes on in another language has its time, or at least the way to meet.
        if keeper.hold == nil {
            if isArranged {
                if try !picker.pickTime(), try !pick() { return nil }
            } else {
                let meeting = words.appointments[draft.type.id]?.meeting ?? []
                conversation.show(meeting.flatMap { [.blank, .paragraph(TerminalText($0))] })
                guard try pick() else { return nil }
            }
        }
        while true {
            form.details.add(ownWords: conversation.notes.takeKept())
            if let detail = details.next(of: asked) {
                if try form.ask(detail) {
                    form.details.answered.insert(detail)
                    try checkMethod()
                    try renewHold()
                } else if !form.details.goBack(from: detail, among: asked) {
                    // From the first detail back to the times.
                    keeper.release()
                    if try !picker.pickTime(), try !pick() { return nil }
                }
            } else if let booking = try review() {
                return booking
            }
        }
    }

    /// How to meet, then when; a time is held then.
    ///
    /// - Returns: `false` if the visitor went back.
    private mutating func pick() throws(NavigationRequest) -> Bool {
        while true {
            var arrangements = ArrangementsForm(
                context: context, type: draft.type, impossible: picker.impossible, wish: picker.wish,
                needs: details.needs, messages: details.messages)
            do throws(NavigationRequest) {
                isArranged = try arrangements.ask()
            } catch {
                // Whatever was chosen stays, also for one who goes on in another language.
                take(arrangements)
                throw error
            }
            take(arrangements)
            if !isArranged { return false }
            if try picker.pickTime() { return true }
        }
    }

    private mutating func take(_ arrangements: ArrangementsForm) {
        form.details.needs = arrangements.needs
        form.details.messages = arrangements.messages
        picker.wish = arrangements.wish
        take(details.needs)
    }

    /// What decides which times fit.
    private mutating func take(_ needs: SpecialNeeds) {
        picker.language = needs.spokenLanguage
        picker.isInterpreted = needs.isInterpreted
    }

    /// Leads to another way to meet where the client cannot be reached by the one that was chosen. All that was typed stays.
    private mutating func checkMethod() throws(NavigationRequest) {
        picker.impossible = details.impossibleMethods
        guard let method = keeper.choice?.method, picker.impossible.contains(method) else { return }
        guard let reason = form.reason(against: method, of: draft.type) else {
            conversation.say(.booking.noCallOnly)
            form.details.answered.subtract([.phone, .email])
            picker.impossible = []
            return
        }
        let (old, wish) = (keeper.choice, picker.wish)
        conversation.say(reason)
        keeper.release()
        if try picker.pick() { return }
        // Back to the number, with the time that was chosen.
        form.details.answered.subtract([.phone, .email])
        picker.impossible = []
        picker.wish = wish
        if let old, try keeper.hold(old, in: context) { return }
        try pickAnother()
    }

    private mutating func renewHold() throws(NavigationRequest) {
        if try !keeper.renew(in: context) { try pickAnother() }
    }

    /// After the time was lost: all that was typed stays.
    private mutating func pickAnother() throws(NavigationRequest) {
        keeper.forgetHold()
        conversation.say(.booking.taken)
        try pickAnotherTime()
    }

    /// Another time; the same way to meet is offered first. Ends when a time is held.
    private mutating func pickAnotherTime() throws(NavigationRequest) {
        if try picker.pickTime() { return }
        while try !pick() {}
    }

    private enum Line {
        case ok
        case no
        case time
        case arrangements
        case detail(BookingDetails.Detail)
    }

    /// Shows everything that was typed, lets each line be changed, and books with the visitor's consent. Nil to look again.
    private mutating func review() throws(NavigationRequest) -> Booking? {
        let chosen = try conversation.choose(
            titled: words(.booking.consentQuestion(words.county.name)), from: summary,
            help: [words(.booking.summaryHow), words(.shared.privacy(words.county.official))],
            above: "\(words(.booking.summaryTitle)). \(words(.booking.summaryHow))")
        switch chosen {
        case .ok: return try book(.onScreen)
        case .no: conversation.say(.booking.consentRefused)
        case .time: try changeTime()
        case .arrangements: try changeArrangements()
        case .detail(let detail):
            if try form.ask(detail) {
                try checkMethod()
                try renewHold()
            }
        // The way back leads to the last thing that was asked.
        case nil: form.details.answered.remove(.description)
        }
        return nil
    }

    /// What was arranged, changed; where that changes who can be met, another time.
    private mutating func changeArrangements() throws(NavigationRequest) {
        let (wish, needs) = (picker.wish, details.needs)
        var arrangements = ArrangementsForm(
            context: context, type: draft.type, impossible: picker.impossible, wish: wish, needs: needs,
            messages: details.messages)
        arrangements.isChange = true
        guard try arrangements.ask() else { return }
        take(arrangements)
        let new = details.needs
        if picker.wish != wish || new.meetingLanguage != needs.meetingLanguage
            || new.isInterpreted != needs.isInterpreted
        {
            try changeTime()
        }
    }

    /// Another time instead of the one held; the old one stays if the visitor changes their mind.
    private mutating func changeTime() throws(NavigationRequest) {
        let old = keeper.choice
        keeper.release()
        if try picker.pickTime() { return }
        if let old, try keeper.hold(old, in: context) { return }
        try pickAnother()
    }

    private var summary: [Choice<Line>] {
        func row(_ line: Line, _ id: String, _ phrase: Phrase, _ value: String?) -> Choice<Line> {
            let value = value.flatMap { $0.isEmpty ? nil : $0 } ?? words(.booking.summaryNone)
            return Choice(line, id: id, "\(words(phrase)): \(value)")
        }
        func row(_ detail: BookingDetails.Detail, _ phrase: Phrase, _ value: String?) -> Choice<Line> {
            row(.detail(detail), detail.rawValue, phrase, value)
        }
        func row(_ id: String, _ phrase: Phrase, _ value: String?) -> Choice<Line> {
            row(.arrangements, id, phrase, value)
        }
        let other = row(.other, .booking.summaryOther, details.other.summary(in: words))
        return [
            Choice(.ok, id: "ok", words(.booking.summaryOK)),
            row(.time, "time", .booking.summaryTime, keeper.choice.map(context.line(of:))),
            row(.name, .booking.summaryName, details.nameLine),
        ] + (details.subject == .me ? [] : [other]) + [
            row(.phone, .booking.summaryPhone, words.phone(details.phone))
        ] + (details.isPhoneless ? [row(.word, .booking.summaryWord, words(.booking.wordChosen))] : []) + [
            row(.email, .booking.summaryEmail, details.email?.address),
            row("language", .booking.summaryLanguage, context.language(of: details.needs)),
            row("needs", .booking.summaryNeeds, details.needs.accessibility),
            row("messages", .booking.summaryMessages, words(details.messages.sentence)),
            row(
                .description, .booking.summaryDescription(details.ownWords.count), details.ownWords.beginning),
            row(.hope, .booking.summaryHope, details.hope.beginning),
            Choice(.no, id: "no", words(.booking.summaryNo)),
        ]
    }

    private mutating func book(_ consent: Consent) throws(NavigationRequest) -> Booking? {
        guard let hold = keeper.hold, let choice = keeper.choice else {
            try pickAnother()
            return nil
        }
        form.details.add(ownWords: conversation.notes.takeKept())
        var request = context.request(
            for: draft, choice.method, details, steps: steps, consent: consent, by: .client)
        request.takesOrdinaryTime = picker.wish.takesOrdinaryTime
        let context = context
        let result = try AtOnceQuestion(context: context).asking { isAtOnceToo in
            var request = request
            request.isAtOnceToo = isAtOnceToo
            return try context.desk.book(hold, request)
        }
        switch result {
        case .success(let booking):
            keeper.forgetHold()
            return booking
        case .failure(let error):
            try recover(from: error, choice)
            return nil
        }
    }

    /// Tells why nothing was booked, with the rule if there is one, and lets the visitor go on: with another time or, if
    /// only the phone number is against it, with the same time, which stays held.
    private mutating func recover(from error: any Error, _ choice: SlotChoice) throws(NavigationRequest) {
        switch error {
        case BookingRefusal.tooManyOpen(let open, _):
            conversation.say(details.isPhoneless ? .booking.tooManyOpenOfName(open) : .booking.tooManyOpen(open))
        case BookingRefusal.noPhoneNumber: try checkMethod()
        case BookingRefusal.clientIsElsewhere:
            keeper.release()
            try pickAnotherTime()
        case BookingRefusal.tooSoon(let notice):
            let last = choice.start.addingTimeInterval(-notice.seconds)
            try pickAnother(telling: .booking.tooSoon(context.dates.short(last)))
        case BookingRefusal.tooFar(let ahead):
            let first = choice.start.addingTimeInterval(-ahead.seconds)
            try pickAnother(telling: .booking.tooFar(context.dates.short(first)))
        case BookingRefusal.notOpen: try pickAnother(telling: .booking.notOpenYet)
        // The visitor kept an ordinary time after all.
        case BookingRefusal.tooSoonForInterpreter, BookingRefusal.tooShortForInterpreter:
            keeper.release()
            conversation.say(InterpreterWords(context: context).changes(of: draft.type))
            try pickAnotherTime()
        // The phone number was changed to one that the code is not for; the time stays held.
        case RightRefusal.unknown: conversation.say(.change.findNothing)
        case let refusal as RightRefusal:
            conversation.say(refusal.phrase)
            throw .human
        default: try pickAnother()
        }
    }

    private mutating func pickAnother(telling phrase: Phrase) throws(NavigationRequest) {
        keeper.release()
        conversation.say(phrase)
        try pickAnotherTime()
    }
}
