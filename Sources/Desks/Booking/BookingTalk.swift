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
    func attempt<Value>(
        _ operation: () throws(BookingError) -> Value
    ) throws(Departure) -> Result<Value, BookingError> {
        while true {
            do {
                return .success(try operation())
            } catch {
                guard case .store(let trouble) = error else { return .failure(error) }
                tools.report(trouble.explanation)
                let menu = Menu(
                    title: words(.storeTrouble),
                    items: [
                        Menu.Item(id: "again", text: words(.storeAgain)),
                        Menu.Item(id: "leave", text: words(.storeGiveUp)),
                    ])
                if try talk.choose(menu)?.item == "leave" { throw .leave }
            }
        }
    }
}
