import BookingCore
import ContentLibrary
import Dialogue
import Mapper
import SocialServices

extension BookingDialog {
    /// What must be arranged, each in a few words.
    func needs(_ needs: SpecialNeeds) -> [String] {
        let interpreter = needs.interpreter.map { "\(words(.booking.needInterpreter)): \($0)" }
        let signLanguage = needs.signLanguage ? words(.booking.needSignLanguage) : nil
        return [interpreter, signLanguage, needs.accessibility].compactMap(\.self)
    }

    /// When, how and at which office.
    func line(of choice: SlotChoice) -> String {
        let office = choice.municipality.map { ", " + place($0) } ?? ""
        return "\(dates.long(choice.start)), \(words(choice.method.name))\(office)"
    }

    /// What the professional will read.
    func description(of outcome: String?) -> SituationDescription {
        let answers = steps.map { step in
            DescribedAnswer(
                question: step.question.id, options: step.answer.optionIDs,
                asked: words.questions[step.question.id]?.ask ?? step.question.id, told: words.short(step))
        }
        return SituationDescription(
            ownWords: details.ownWords, hope: details.hope, answers: answers, flags: steps.flags,
            outcome: outcome)
    }

    /// All that is to be kept of a booking.
    func request(
        for draft: BookingDraft, _ method: ContactMethod, phone: PhoneNumber, by maker: Booking.BookedBy
    ) -> BookingRequest {
        BookingRequest(
            method: method, service: draft.service,
            client: Client(name: details.name, phone: phone, email: details.email, language: words.language),
            needs: details.needs, description: description(of: draft.outcome), maker: maker)
    }

    /// A booking, its reference in a sentence, and what helps to be ready.
    func whatToKeep(of booking: Booking, reference: Phrase) -> [TextBlock] {
        let sentence = words(reference)
        let type = booking.slot.appointmentType
        return bookingLines(booking)
            + [TextBlock(TerminalText(sentence).styled(.strong), indent: 2, hanging: 2)]
            + list(.booking.bringTitle, words.bring(service: booking.service, appointment: type))
            + list(.booking.prepareTitle, words.prepare(service: booking.service, appointment: type))
    }

    /// When, how long and how.
    func bookingLines(_ booking: Booking) -> [TextBlock] {
        let length = words(.booking.length(booking.slot.minutes))
        let how = words.meeting(of: booking, in: tools.content.county)
        return ["\(dates.long(booking.slot.start)), \(length)", how].map {
            TextBlock(TerminalText($0), indent: 2, hanging: 2)
        }
    }

    func list(_ title: Phrase, _ lines: [String]) -> [TextBlock] {
        if lines.isEmpty { return [] }
        return [.blank, .paragraph(TerminalText(words(title)))]
            + lines.map { TextBlock(TerminalText("– \($0)"), indent: 2, hanging: 4) }
    }
}

extension String {
    /// Enough of a long text to know it by; the whole of it is kept.
    var beginning: String {
        let line = split(separator: "\n").joined(separator: " ")
        return line.count > 120 ? line.prefix(120) + "…" : line
    }
}
