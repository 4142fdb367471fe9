public import BookingCore
public import CivilTime

/// The words of a message, in the client's language, as they are at the moment of sending.
///
/// Made of the booking alone: nothing of the description or of the special needs is known here.
public struct MessageText: Sendable, Equatable {
    /// One line that says what happened and when.
    public let subject: String
    public let body: String

    public init(of message: Message, content: Content, wallClock: WallClock) {
        let words = content.words(in: message.language)
        let booking = message.booking
        let county = words.county.name
        let time = DateWords(words: words, wallClock: wallClock).short(booking.slot.start)
        if let text = message.text {
            subject = county
            body = text
            return
        }
        if booking.client.messages == .neutral {
            subject = words(message.kind == .cancellation ? .message.neutralCancelled(time) : .message.neutral(time))
            body = subject
            return
        }
        subject = words(Self.heading(of: message)(county, time))
        if message.kind == .cancellation {
            body = "\(subject)\n\(words(.message.newTime))"
            return
        }
        let reference = words(.message.reference(booking.reference.grouped))
        // What to bring says what the matter is: never where another person may read it over a shoulder.
        let preparation = message.channel == .email ? Self.preparation(for: booking, words) : []
        let how: Phrase = booking.client.phone == nil ? .message.howWord : .message.how
        let lines = [subject, words.meeting(of: booking, in: content.county)]
        body = Self.adding(
            words.arrival(at: booking, in: content.county) + preparation, to: lines,
            before: "\(reference) \(words(how))",
            mostParts: message.channel == .sms ? SMSLength.mostParts : nil)
    }

    private static func heading(of message: Message) -> TwoBlanks {
        let phrases = Phrase.message
        return switch message.kind {
        case .confirmation, .byHand: phrases.confirmation
        case .change: phrases.change
        case .handover: phrases.handover
        case .reminder: phrases.reminder
        case .cancellation:
            message.booking.cancellation?.by == .client ? phrases.cancelled : phrases.cancelledByUs
        }
    }

    private static func preparation(for booking: Booking, _ words: Words) -> [String] {
        let type = booking.slot.appointmentType
        let bring = words.bring(service: booking.service, appointment: type)
        let prepare = words.prepare(service: booking.service, appointment: type)
        return (bring.isEmpty ? [] : ["\(words(.booking.bringTitle)): \(bring.joined(separator: "; "))."]) + prepare
    }

    /// Lines with more of them before the last, as many as there is room for: a cut sentence would not help.
    private static func adding(_ more: [String], to lines: [String], before last: String, mostParts: Int?) -> String {
        var all = lines
        for line in more {
            let longer = (all + [line, last]).joined(separator: "\n")
            if let mostParts, SMSLength(of: longer).parts > mostParts { continue }
            all.append(line)
        }
        return (all + [last]).joined(separator: "\n")
    }
}
