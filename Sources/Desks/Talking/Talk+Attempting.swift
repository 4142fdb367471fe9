import BookingCore
import ContentLibrary

extension Talk {
    /// Runs something that the store does, again while it fails and the person wants. Nil where they gave up. What the
    /// store itself answers, for example that a time is taken, comes back as a failure.
    ///
    /// - Parameters:
    ///   - trouble: what is told when the store does not answer.
    ///   - givingUp: the way out.
    ///   - report: tells the staff why.
    func attempt<Value>(
        telling trouble: Phrase, givingUp: Phrase, report: (String) -> Void,
        _ operation: () throws(BookingError) -> Value
    ) throws(Departure) -> Result<Value, BookingError>? {
        while true {
            do {
                return .success(try operation())
            } catch {
                guard case .store(let why) = error else { return .failure(error) }
                report(why.explanation)
                let menu = Menu(
                    title: words(trouble),
                    items: [
                        Menu.Item(id: "again", text: words(.storeAgain)),
                        Menu.Item(id: "leave", text: words(givingUp)),
                    ])
                if try choose(menu)?.item == "leave" { return nil }
            }
        }
    }
}
