import BookingCore
import ContentLibrary
import Mapper

/// A conversation in which a time is booked: what the kiosk and the phone service do alike.
protocol BookingTalk: AnyObject {
    var tools: DeskTools { get }
    var talk: Talk { get }
    var words: Words { get }
    var dates: DateWords { get }
    var details: BookingDetails { get set }
    var draft: BookingDraft? { get set }
    /// Everything that was answered and led here.
    var steps: [Interview.Step] { get }
    /// A question to the client as it is shown: to be read, or to be said aloud.
    func asked(_ question: String) -> String
}

extension BookingTalk {
    func asked(_ question: Phrase) -> String { asked(words(question)) }

    /// Runs something that the store does, again if it fails and the visitor wants. What the store itself
    /// answers, for example that a time is taken, comes back as a failure.
    ///
    /// - Parameter changes: true of what stays done where only the answer was lost.
    func attempt<Value>(
        changes: Bool = false, _ operation: () throws(BookingError) -> Value
    ) throws(Departure) -> Result<Value, BookingError> {
        let done = try talk.attempt(
            telling: .storeTrouble, givingUp: .storeGiveUp,
            unsure: changes ? (telling: .storeUnsure, givingUp: .leaveYes) : nil, report: tools.report, operation)
        guard let done else { throw .leave }
        return done
    }
}
