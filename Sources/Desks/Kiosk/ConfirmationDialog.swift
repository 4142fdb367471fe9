import BookingCore
import ContentLibrary
import Dialogue
import SocialServices

/// The last screen of a booking: how to prepare, then when, how and where, and the code last, above what can be done next.
///
/// No key that was pressed too early clears it, and neither does an empty line.
struct ConfirmationDialog {
    let context: DialogContext
    let booking: Booking

    private enum Next: String {
        case clear
        case other
    }

    private var conversation: Conversation { context.conversation }
    private var words: Words { context.words }

    /// - Returns: `true` if the visitor has another matter.
    func run() throws(NavigationRequest) -> Bool {
        let choices = [
            Choice(Next.clear, words(.booking.doneClear), also: [words(.booking.doneWord)]),
            Choice(.other, words(.booking.doneOther)),
        ]
        while true {
            let next = try Pager(conversation: conversation).choose(
                titled: words(.booking.doneQuestion), from: choices, under: [], context.preparation(for: booking),
                last: confirmed + summary, short: confirmed + time + code, opening: confirmed + code,
                dropsTypedAhead: true)
            switch next {
            // There is no way back from a booking: it stands, and can be cancelled.
            case nil: continue
            case .other: return true
            case .clear:
                try offerOnceMore()
                return false
            }
        }
    }

    private var summary: [TextBlock] {
        time
            + (promises + [ChangeDeadline(context: context, booking: booking).howToCancel]).map {
                .paragraph(TerminalText($0))
            } + code
    }

    private var confirmed: [TextBlock] {
        [.blank, .paragraph(TerminalText(words(.booking.confirmed)).styled(.strong))]
    }

    /// When, how and where.
    private var time: [TextBlock] { context.lines(of: booking) }

    private var isPhoneless: Bool { booking.client.phone == nil }

    /// What to keep: of a client without a phone the word too.
    private var code: [TextBlock] {
        let code = booking.reference.grouped
        return [
            .blank, context.line(of: isPhoneless ? .booking.referenceLineWord(code) : .booking.referenceLine(code)),
        ]
    }

    /// What was asked for and who sees to it; which messages will come.
    private var promises: [String] {
        var needs = context.needs(booking.needs)
        // Everybody is taken to serve in the county's first language; any other is a promise.
        if booking.needs.meetingLanguage != context.tools.content.languages.first, booking.needs.interpreter == nil {
            needs.insert(context.language(of: booking.needs), at: 0)
        }
        let arranged = needs.isEmpty ? [] : [words(.booking.confirmedNeeds(needs.joined(separator: ", ")))]
        return arranged + [InterpreterWords(context: context).promise(of: booking)].compactMap(\.self) + messages
    }

    /// Which messages come, where to, and when.
    private var messages: [String] {
        let client = booking.client
        if client.messages == .none { return [words(.booking.confirmedNoMessages)] }
        let sms = client.phone.flatMap { phone in
            phone.takesMessages ? words(.booking.confirmedMessages(phone.grouped)) : nil
        }
        let told = [sms, client.email.map { words(.booking.confirmedEmail($0.address)) }].compactMap(\.self)
        if told.isEmpty {
            return [words(isPhoneless ? .booking.confirmedNoPhone : .booking.confirmedLandline)]
        }
        let neutral = client.messages == .neutral ? [words(.booking.confirmedNeutral)] : []
        return [(told + reminders + neutral).joined(separator: " ")]
    }

    /// When reminders come; none of a time that is too near.
    private var reminders: [String] {
        let moments = Reminders.moments(
            context.tools.content.county.reminders, before: booking.slot.start, now: context.desk.now)
        if moments.isEmpty { return [] }
        return [words(.booking.confirmedReminder(moments.map(context.dates.short).joined(separator: ", ")))]
    }

    /// How long the code can be seen once more, in seconds, before and after the warning.
    private static let onceMore = (quiet: 40.0, warned: 20.0)

    /// Lines that are compared with what shows the code: the next person is not to guess it.
    private static let mostTries = 5

    /// What shows the code once more.
    private enum Proof {
        /// The last digits of the phone number.
        case digits(String)
        /// The word that was chosen.
        case word

        init?(of client: Client) {
            guard let phone = client.phone else {
                self = .word
                return
            }
            guard let digits = phone.lastDigits else { return nil }
            self = .digits(digits)
        }
    }

    private func isRight(_ typed: String, for proof: Proof) -> Bool {
        switch proof {
        case .digits(let digits): return typed == digits
        case .word:
            guard let word = ChosenWord(typed), let hasher = context.tools.wordHasher() else { return false }
            let found = try? context.tools.visitor.booking(booking.reference, with: word, hashing: hasher)
            return found != nil
        }
    }

    /// Clears the screen; who did not see the code and knows the phone number, or the word, may see it for a minute.
    private func offerOnceMore() throws(NavigationRequest) {
        // What a pipe has carried is with the program at its other end.
        guard conversation.console.isInteractive, let proof = Proof(of: booking.client) else { return }
        let usual = conversation.idle
        defer { conversation.idle = usual }
        conversation.console.wipe()
        conversation.idle = IdleTimeout(
            warnAfter: Self.onceMore.quiet, endAfter: Self.onceMore.warned, in: words)
        conversation.say(isPhoneless ? .booking.doneClearedWord : .booking.doneCleared)
        for _ in 1...Self.mostTries {
            guard case .text(let typed) = try conversation.line(LineRequest(), help: [], .writing, repeating: {})
            else {
                return
            }
            if typed.trimmed.isEmpty { return }
            if isRight(typed.trimmed, for: proof) {
                conversation.show(confirmed + summary)
                conversation.say(.booking.doneEnter)
            } else {
                conversation.say(isPhoneless ? .booking.doneWrongWord : .booking.doneWrong)
            }
        }
    }
}

extension PhoneNumber {
    /// The last four, by which its owner is known for a minute; nil of a shorter number.
    fileprivate var lastDigits: String? {
        let digits = grouped.filter(\.isNumber)
        return digits.count >= 4 ? String(digits.suffix(4)) : nil
    }
}
