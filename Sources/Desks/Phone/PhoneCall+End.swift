import BookingCore
import ContentLibrary
import Mapper

extension PhoneCall {
    /// Why the phone service looks at bookings, in the access log.
    static let purpose = "call"

    /// Ends a call without a booking, counted with where it stood. Nil where the worker changes their mind: what was
    /// typed of a caller goes with the call.
    func end() -> End? {
        if !details.name.isEmpty || !details.ownWords.isEmpty {
            do throws(Departure) {
                guard try talk.confirms(.phoneEndQuestion, yes: .phoneEndYes, no: .phoneEndNo) else { return nil }
            } catch {
                if case .ended(let ending) = error { return .ended(ending) }
                return nil
            }
        }
        giveBackHold()
        close(counting: JourneyEvent(.call, at: deed ?? place))
        return .over
    }

    /// The outcome, or the question that was asked last; empty where nothing was found.
    private var place: String {
        switch interview?.position {
        case .outcome(let outcome): outcome.id
        case .question(let question): question.id
        case .nowhere, nil: ""
        }
    }

    /// Counts the call and forgets it. A count that cannot be written is lost; nobody waits for it.
    func close(counting event: JourneyEvent) {
        let day = tools.wallClock.calendarDay(of: tools.now())
        try? session.count([event], in: words.language, on: day.description)
        forget()
    }
}
