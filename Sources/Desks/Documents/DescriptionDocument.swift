public import BookingCore
import ContentLibrary
import Dialogue
import Foundation
public import SocialServices

/// A situation description on paper, for the client register: with the national field names if there are any (HL7
/// Finland, finnish-scheduling), as plain text or as a page for printing.
public struct DescriptionDocument: Sendable, Equatable {
    struct Field: Sendable, Equatable {
        /// The number of the national field; nil if there is none.
        let number: String?
        let name: String
        let lines: [String]
    }

    let title: String
    let language: Language
    let fields: [Field]

    /// - Parameters:
    ///   - advice: what was recorded after the meeting; nil before.
    ///   - reader: the user who prints it, and so answers for the paper.
    public init(
        _ booking: Booking, _ description: SituationDescription, advice: Advice?, by reader: String, tools: DeskTools,
        language: Language
    ) {
        let words = tools.content.words(in: language)
        let dates = DateWords(words: words, wallClock: tools.wallClock)
        let page = DescriptionPage(tools: tools, words: words, dates: dates).about(Subject(description.flags))
        var fields: [Field] = []
        func add(_ number: String? = nil, _ name: Phrase, _ lines: [String?], after: String = "") {
            let known = lines.compactMap(\.self).filter { !$0.isEmpty }
            if !known.isEmpty { fields.append(Field(number: number, name: words(name) + after, lines: known)) }
        }
        add(nil, .document.fieldReference, [booking.reference.grouped])
        add("19", .document.fieldStatus, [words(booking.statusPhrase)])
        add(
            "86", .document.fieldTime,
            [dates.long(booking.slot.start) + ", " + words(.booking.length(booking.slot.minutes))])
        add("71", .document.fieldService, [words.what(booking)])
        add("72", .document.fieldMethod, [words(booking.method.name)])
        let type = booking.slot.appointmentType
        add("73", .document.fieldProduct, [words.appointments[type]?.name ?? type])
        add("75", .document.fieldResource, [booking.professionalName])
        if booking.method == .office {
            add("81", .document.fieldPlace, [words.place(booking.slot.place, in: tools.content.county)])
        }
        add(nil, .document.fieldClient, [page.who(booking.client)])
        add(nil, .document.fieldConcerned, page.concerned(booking, description))
        add("83", .document.fieldContact, [words.phone(booking.client.phone), booking.client.email?.address])
        add(nil, .document.fieldContacted, [dates.long(booking.contactedAt)])
        add("99", .document.fieldNotes, page.alertTexts(booking, description))
        let written = page.writtenIn(booking, description)
        // A common term alone is national field 76; the client's own words are in no field.
        add("76", .document.fieldNeed, [words.what(booking)])
        add(
            nil, .document.ownWords, description.ownWords.components(separatedBy: "\n"),
            after: written + page.writer(description))
        if let note = booking.note {
            let heading = words(.document.staffNote(note.author))
            fields.append(Field(number: nil, name: heading, lines: note.text.components(separatedBy: "\n")))
        }
        add(nil, .document.hope, description.hope.components(separatedBy: "\n"), after: written)
        add(nil, .document.answers, description.interviewAnswers.map { "\($0.asked) \(page.answer($0))" })
        add("100", .document.fieldInstructions, page.words.bring(service: booking.service, appointment: type))
        if let advice {
            add(nil, .document.fieldAdvice, advice.text.components(separatedBy: "\n"))
            add(nil, .document.fieldStored, [advice.stored])
            add(nil, .document.fieldShared, [advice.shared])
        }
        add(nil, .document.fieldPrinted, ["\(reader), \(dates.long(tools.now()))"])
        self.fields = fields
        self.language = language
        title = "\(words(.document.paperTitle)) \(booking.reference.grouped)"
    }

    /// As plain text, each field with its lines below it. Control characters are made visible.
    public var text: String {
        let parts = fields.map { field in
            ([field.heading] + field.lines.map { "  " + TerminalText($0).plain }).joined(separator: "\n")
        }
        return ([title] + parts).joined(separator: "\n\n") + "\n"
    }
}

extension DescriptionDocument.Field {
    /// `76 Palvelutarve`
    var heading: String { [number, name].compactMap(\.self).joined(separator: " ") }
}

extension Booking {
    fileprivate var statusPhrase: Phrase {
        if status == .cancelled { return .professional.statusCancelled }
        return attendance?.phrase ?? .professional.statusBooked
    }
}

extension DescriptionDocument {
    /// Reads a description for paper. The access log has the reading with its purpose.
    public static func reading(
        _ booking: Booking, purpose: String, session: StaffSession, tools: DeskTools, language: Language
    ) throws -> DescriptionDocument {
        let description = try session.meetings.description(of: booking, purpose: purpose)
        let advice = try session.meetings.advice(of: booking, purpose: purpose)
        return DescriptionDocument(
            booking, description, advice: advice, by: session.member.name, tools: tools, language: language)
    }
}
