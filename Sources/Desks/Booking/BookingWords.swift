import BookingCore
public import ContentLibrary
import Dialogue
import Foundation
import Mapper
public import SocialServices

extension DialogContext {
    /// The language of the meeting, and who makes it understood.
    func language(of needs: SpecialNeeds) -> String {
        if let interpreter = needs.interpreter { return words(.booking.withInterpreter(interpreter)) }
        if needs.signLanguage { return words(.booking.languageSign) }
        return tools.content.words(in: needs.meetingLanguage)(.shared.languageName)
    }

    /// A way to meet as an option, which may be called by its name.
    func choice<Value>(_ value: Value, of method: ContactMethod) -> Choice<Value> {
        Choice(value, id: method.rawValue, words(method.sentence), also: [words(method.name)])
    }

    /// A language as an option, in its own name; others call it by theirs.
    func choice<Value>(_ value: Value, of language: Language) -> Choice<Value> {
        let told = tools.content.words(in: language)
        return Choice(value, id: language.rawValue, told(.shared.languageName), also: told.ownNames)
    }

    /// Asks what must be arranged, in the client's own words. Nil is the way back.
    func askNeed(_ question: Phrase, already: String?) throws(NavigationRequest) -> String? {
        try conversation.write(
            asked(question), longest: SpecialNeeds.longestText, already: already ?? "", .writing
        ) { typed in
            typed.isEmpty ? .failure(WritingFault(question)) : .success(typed)
        }
    }

    /// What must be arranged, each in a few words.
    func needs(_ needs: SpecialNeeds) -> [String] {
        let interpreter = needs.interpreter.map { "\(words(.booking.needInterpreter)): \($0)" }
        let signLanguage = needs.signLanguage ? words(.booking.needSignLanguage) : nil
        return [interpreter, signLanguage, needs.accessibility].compactMap(\.self)
    }

    /// The office of a municipality by name; one that was made up says so.
    func place(_ municipality: Municipality) -> String { words.place(municipality, in: tools.content.county) }

    /// When, how and at which office.
    func line(of choice: SlotChoice) -> String {
        let office = choice.municipality.map { ", " + place($0) } ?? ""
        let length = choice.minutes.map { ", " + words(.booking.length($0)) } ?? ""
        return "\(dates.long(choice.start)), \(words(choice.method.name))\(office)\(length)"
    }

    /// The office of a municipality by name; of the house where the visitor stands that it is there.
    func offered(_ municipality: Municipality) -> String {
        isHere(Place(municipality)) ? words(.booking.here(place(municipality))) : place(municipality)
    }

    private func isHere(_ place: Place) -> Bool {
        tools.place?.isHouse(of: place, in: tools.content.county) == true
    }

    /// The way to the room for one who stands in the house of the meeting.
    private func wayHere(of booking: Booking) -> [String] {
        guard booking.method == .office, isHere(booking.slot.place) else { return [] }
        let way = tools.place?.office.flatMap { words.offices[$0]?.way }
        return [([words(.booking.meetingHere)] + [way].compactMap(\.self)).joined(separator: " ")]
    }

    /// When, how long and how.
    func lines(of booking: Booking) -> [TextBlock] {
        let length = words(.booking.length(booking.slot.minutes))
        let how = words.meeting(of: booking, in: tools.content.county)
        let arrival = words.arrival(at: booking, in: tools.content.county)
        return (["\(dates.long(booking.slot.start)), \(length)", how] + wayHere(of: booking) + arrival).map {
            TextBlock(TerminalText($0), indent: 2, hanging: 2)
        }
    }

    /// A booking, its reference in a sentence, and what helps to be ready.
    func whatToKeep(of booking: Booking, reference: Phrase) -> [TextBlock] {
        lines(of: booking) + [line(of: reference)] + preparation(for: booking)
    }

    /// A booking's reference in a sentence.
    func line(of reference: Phrase) -> TextBlock {
        TextBlock(TerminalText(words(reference)).styled(.strong), indent: 2, hanging: 2)
    }

    /// What helps to be ready.
    func preparation(for booking: Booking) -> [TextBlock] {
        let type = booking.slot.appointmentType
        return list(.booking.bringTitle, words.bring(service: booking.service, appointment: type))
            + list(
                .booking.prepareTitle,
                (conversation.subject == .other ? [words(.booking.prepareWithOther)] : [])
                    + words.prepare(service: booking.service, appointment: type))
    }

    private func list(_ title: Phrase, _ lines: [String]) -> [TextBlock] {
        if lines.isEmpty { return [] }
        return [.blank, .paragraph(TerminalText(words(title)))]
            + lines.map { TextBlock(TerminalText("– \($0)"), indent: 2, hanging: 4) }
    }

    /// All that is to be kept of a booking.
    func request(
        for draft: BookingDraft, _ method: ContactMethod, _ details: BookingDetails, steps: [Interview.Step],
        consent: Consent, by maker: Booking.BookedBy
    ) -> BookingRequest {
        // What the professional will read.
        let answers = steps.map { step in
            DescribedAnswer(
                question: step.question.id, options: step.answer.optionIDs,
                asked: words.questions[step.question.id]?.ask ?? step.question.id, told: words.short(step))
        }
        var description = SituationDescription(
            ownWords: details.ownWords, hope: details.hope, answers: answers, flags: steps.flags,
            outcome: draft.outcome, dangers: conversation.notes.dangers)
        description.add(
            details.other,
            asked: (
                agreement: words(.booking.otherQuestion),
                name: words(details.subject == .child ? .booking.childQuestion : .booking.summaryOther)
            ), told: details.other.agreement.map { words($0.sentence) } ?? "")
        return BookingRequest(
            method: method, service: draft.service,
            client: Client(
                name: details.name, phone: details.phone, birthYear: details.birthYear, email: details.email,
                language: words.language, messages: details.messages),
            needs: details.needs,
            description: description, consent: consent, word: details.isPhoneless ? details.word : nil, maker: maker)
    }
}

extension ContactMethod {
    /// What it is like, as an option.
    var sentence: Phrase {
        switch self {
        case .phone: .booking.methodPhone
        case .remote: .booking.methodRemote
        case .office: .booking.methodOffice
        }
    }

    /// Its name in a list.
    public var name: Phrase {
        switch self {
        case .phone: .booking.shortPhone
        case .remote: .booking.shortRemote
        case .office: .booking.shortOffice
        }
    }
}

extension String {
    /// Enough of a long text to know it by; the whole of it is kept.
    var beginning: String {
        let line = split(separator: "\n").joined(separator: " ")
        return line.count > 120 ? line.prefix(120) + "…" : line
    }
}
