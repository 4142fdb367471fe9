import BookingCore
import ContentLibrary

/// Something that the store does for a person who waits.
struct StoreAttempt {
    let conversation: Conversation

    /// Runs something that the store does, again while it fails and the person wants. Nil if they gave up. What the
    /// store itself answers, for example that a time is taken, comes back as a failure.
    ///
    /// - Parameters:
    ///   - trouble: what is told when the store does not answer.
    ///   - givingUp: the way out.
    ///   - unsure: what is told instead if the connection broke, so that it may have been done, and the way out then;
    ///     nil for what changes nothing.
    ///   - report: tells the staff why.
    func run<Value>(
        telling trouble: Phrase, givingUp: Phrase, unsure: (telling: Phrase, givingUp: Phrase)? = nil,
        report: (String) -> Void,
        _ operation: () throws -> Value
    ) throws(NavigationRequest) -> Result<Value, any Error>? {
        // However often the person tries, the staff read one line when it goes and one when it comes back.
        var told: StoreFailure?
        var isUnsure = false
        while true {
            let result: Result<Value, any Error>
            do {
                result = .success(try operation())
            } catch {
                result = .failure(error)
            }
            guard case .failure(let why as StoreFailure) = result else {
                if told?.isOfConnecting == true { report(StoreFailure.over) }
                if isUnsure { conversation.goodbye = .shared.goodbye }
                return result
            }
            if why != told { report(why.explanation) }
            told = why
            // From then on, whatever stands in the way of the next try.
            if why == .unreachable, unsure != nil {
                isUnsure = true
                conversation.goodbye = .store.unsureLeft
            }
            let known = isUnsure ? unsure : nil
            let menu = Menu(
                title: conversation.words(known?.telling ?? trouble),
                items: [
                    Menu.Item(id: "again", text: conversation.words(.store.again)),
                    Menu.Item(id: "leave", text: conversation.words(known?.givingUp ?? givingUp)),
                ])
            if try conversation.choose(menu)?.item == "leave" { return nil }
        }
    }
}
