import BookingCore
import CivilTime
import ContentLibrary
import Dialogue
import Mapper
import SocialServices

/// A situation readable in ten seconds: who, when and how; what must be arranged and by when; the need in the person's
/// own words; then the answers.
struct DescriptionPage {
    let tools: DeskTools
    let words: Words
    let dates: DateWords

    /// - Parameter description: nil if it is no longer kept.
    func blocks(_ booking: Booking, _ description: SituationDescription?) -> [TextBlock] {
        guard let description else {
            return heading(booking, concerned: concerned(booking, SituationDescription()))
                + alerts(booking, SituationDescription())
                + [.blank, .paragraph(TerminalText(words(.document.purged)))]
        }
        let page = about(Subject(description.flags))
        return page.heading(booking, concerned: page.concerned(booking, description))
            + page.alerts(booking, description) + page.ownWords(booking, description) + page.answers(description)
            + page.told(booking, description)
    }

    /// The page in the words that the client was told.
    func about(_ subject: Subject) -> DescriptionPage {
        DescriptionPage(tools: tools, words: words.said(about: subject), dates: dates)
    }

    /// Whose matter it is where it is not the client's own: whom it was booked for, then what the client told of them.
    func concerned(_ booking: Booking, _ description: SituationDescription) -> [String] {
        let named = booking.onBehalf.map { "\(words(.document.fieldConcerned)): \(who($0.name, born: $0.birthYear))" }
        return [named, told(of: description)].compactMap(\.self)
    }

    /// Whose matter it is, their name or age as far as it was told, and whether they know and agree, in one line; nil if
    /// it is the client's own.
    private func told(of description: SituationDescription) -> String? {
        let other = description.otherPerson
        let flag: SituationFlag
        var parts = [other?.name]
        switch Subject(description.flags) {
        case .me: return nil
        case .child: flag = .ownChild
        case .other:
            flag = .forSomeoneElse
            let agreement = words(other?.agreement?.sentence ?? .document.agreementUnknown)
            parts = [whose(description), other?.name, agreement.prefix(1).lowercased() + agreement.dropFirst()]
        }
        let told = parts.compactMap(\.self).filter { !$0.isEmpty }
        return words(flag.phrase) + (told.isEmpty ? "" : ": " + told.joined(separator: " · "))
    }

    /// The answer that told that the matter is another person's; nil if the content has it no longer.
    private func whose(_ description: SituationDescription) -> String? {
        description.answers.last { answer in
            let question = tools.content.tree.questions[answer.question]
            return answer.options.contains { question?.option($0)?.flags.contains(.forSomeoneElse) == true }
        }.map(answer)
    }

    private func heading(_ booking: Booking, concerned: [String]) -> [TextBlock] {
        let client = booking.client
        let phone = words.phone(client.phone)
        let contact = [phone, client.email?.address].compactMap(\.self).joined(separator: ", ")
        let how =
            switch booking.method {
            case .phone: words(.document.call(phone))
            case .remote: words(.document.remote(contact))
            case .office:
                words(.document.office(words.place(booking.slot.place, in: tools.content.county)))
            }
        var lines: [TextBlock] = [
            .blank,
            .paragraph(
                TerminalText("\(dates.short(booking.slot.start))–\(dates.time(booking.slot.end)) · \(who(client))")
                    .styled(.strong)),
        ]
        lines += concerned.map { .paragraph(TerminalText($0).styled(.strong)) }
        lines += [
            .paragraph(TerminalText(how)),
            .paragraph(
                TerminalText(
                    "\(words.what(booking)) · \(words(.document.newBooking(booking.reference.grouped)))")),
        ]
        if booking.status == .cancelled {
            lines.append(.paragraph(TerminalText("! \(words(.professional.statusCancelled))").styled(.warning)))
        } else if let attendance = booking.attendance {
            lines.append(.paragraph(TerminalText(words(attendance.phrase))))
        }
        if booking.method != .remote, client.email != nil || booking.method == .office {
            lines.append(.paragraph(TerminalText("\(words(.document.contact)): \(contact)")))
        }
        return lines
    }

    func who(_ client: Client) -> String { who(client.name, born: client.birthYear) }

    /// A name and, if it is known, the year of birth and the age at the end of this year.
    private func who(_ name: String, born year: Int?) -> String {
        year.map { "\(name), \(words(.document.born($0, tools.thisYear - $0)))" } ?? name
    }

    private func alerts(_ booking: Booking, _ description: SituationDescription) -> [TextBlock] {
        alertTexts(booking, description).map {
            TextBlock(TerminalText("! \($0)").styled(.warning), hanging: 2)
        }
    }

    /// What must be known or arranged before anything else, a line each.
    func alertTexts(_ booking: Booking, _ description: SituationDescription) -> [String] {
        let needs = booking.needs
        var alerts: [String] = []
        if !description.dangers.isEmpty {
            alerts.append(words(.document.danger(description.dangers.joined(separator: " · "))))
        }
        if let language = needs.interpreter { alerts.append(words(.document.interpreter(language))) }
        if needs.signLanguage { alerts.append(words(.document.signLanguage)) }
        if let need = needs.accessibility { alerts.append(words(.document.access(need))) }
        if let reason = booking.guardReason { alerts.append(words(.document.guardReason(reason))) }
        if needs.meetingLanguage != words.language {
            let language = tools.content.words(in: needs.meetingLanguage)(.shared.languageName)
            alerts.append(words(.document.language(language)))
        }
        switch booking.client.messages {
        case .both, .sms, .email: break
        case .neutral: alerts.append(words(.document.neutralMessages))
        case .none: alerts.append(words(.document.noMessages))
        }
        // Whose matter it is stands above.
        let flags = description.flags.subtracting([.forSomeoneElse, .ownChild])
        alerts += SituationFlag.allCases.filter(flags.contains).map { words($0.phrase) }
        if let deadline = deadline(booking, description) { alerts.append(deadline) }
        return alerts
    }

    /// When the assessment must begin; nil unless a flag says that the law's seven weekdays may concern the client.
    private func deadline(_ booking: Booking, _ description: SituationDescription) -> String? {
        let isSure = description.flags.contains(.over75) || description.flags.contains(.disability)
        guard isSure || description.flags.contains(.child) else { return nil }
        let clock = tools.wallClock
        let deadline = AssessmentDeadline(
            contact: clock.calendarDay(of: booking.contactedAt), countsSaturdays: tools.content.county.saturdayCounts)
        let phrase = isSure ? Phrase.document.deadline : Phrase.document.deadlineChild
        return words(phrase(dates.day(clock.start(of: deadline.lastDay)), dates.day(booking.contactedAt)))
    }

    /// What the client wrote, as written; in a language that is not the reader's, with its name.
    private func ownWords(_ booking: Booking, _ description: SituationDescription) -> [TextBlock] {
        let title = words(.document.ownWords) + writtenIn(booking, description) + writer(description)
        var blocks: [TextBlock] = [.blank, .paragraph(TerminalText(title).styled(.strong))]
        let lines = description.ownWords.split(separator: "\n", omittingEmptySubsequences: true)
        blocks += lines.map { TextBlock(TerminalText(String($0)), indent: 2, hanging: 2) }
        if let note = booking.note {
            let heading = words(.document.staffNote(note.author))
            blocks.append(.paragraph(TerminalText(heading).styled(.strong)))
            blocks.append(TextBlock(TerminalText(note.text), indent: 2, hanging: 2))
        }
        if lines.isEmpty { blocks.append(TextBlock(TerminalText(words(.document.noWords)), indent: 2, hanging: 2)) }
        if !description.hope.isEmpty {
            blocks.append(.paragraph(TerminalText(words(.document.hope)).styled(.strong)))
            blocks.append(TextBlock(TerminalText(description.hope), indent: 2, hanging: 2))
        }
        return blocks
    }

    /// ", kirjasi Soile Esimerkki" where one of the staff wrote the client's words down; else nothing.
    func writer(_ description: SituationDescription) -> String {
        description.writtenBy.map { ", " + words(.document.wordsBy($0)) } ?? ""
    }

    /// " (Русский)" where the client wrote in a language that is not the reader's; else nothing.
    func writtenIn(_ booking: Booking, _ description: SituationDescription) -> String {
        let language = booking.client.language
        let isWritten = !description.ownWords.isEmpty || !description.hope.isEmpty
        // What was said aloud was written down in the language of the staff.
        guard booking.consent == .onScreen, language != words.language, isWritten else { return "" }
        return " (\(tools.content.words(in: language)(.shared.languageName)))"
    }

    private func answers(_ description: SituationDescription) -> [TextBlock] {
        let answers = description.interviewAnswers
        if answers.isEmpty { return [] }
        let outcome = description.outcome.flatMap { words.outcomes[$0]?.title }
        let path = answers.map(answer).joined(separator: " › ")
        let list = path + (outcome.map { " → \($0)" } ?? "")
        return [.blank, .paragraph(TerminalText("\(words(.document.answers)): \(list)"))]
    }

    /// In the reader's language if the content still has the ids, else as the client saw it.
    func answer(_ answer: DescribedAnswer) -> String {
        let options = words.questions[answer.question]?.options
        let known = answer.options.map { id in
            options?[id]?.short ?? (id == Option.unknown ? words(.shared.unknown).lowercased() : nil)
        }
        if known.isEmpty || known.contains(nil) { return answer.told }
        return known.compactMap(\.self).joined(separator: ", ")
    }

    private func told(_ booking: Booking, _ description: SituationDescription) -> [TextBlock] {
        let bring = words.bring(service: booking.service, appointment: booking.slot.appointmentType)
        if bring.isEmpty { return [] }
        return [.paragraph(TerminalText("\(words(.document.told)): \(bring.joined(separator: "; "))"))]
    }
}

extension SituationFlag {
    var phrase: Phrase {
        switch self {
        case .soon: .document.flagSoon
        case .child: .document.flagChild
        case .over75: .document.flagOver75
        case .disability: .document.flagDisability
        case .forSomeoneElse: .document.flagForSomeoneElse
        case .ownChild: .document.flagOwnChild
        }
    }
}

extension Words {
    /// The service of a booking, or its service task if it was booked by that alone.
    func what(_ booking: Booking) -> String {
        booking.service.flatMap { services[$0]?.name } ?? name(.task, booking.slot.task.rawValue)
    }
}

extension Attendance {
    var phrase: Phrase {
        switch self {
        case .met: .professional.statusMet
        case .noShow: .professional.statusNoShow
        }
    }
}
