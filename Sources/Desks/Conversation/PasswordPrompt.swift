import ContentLibrary
import Dialogue

/// Asks for a password.
struct PasswordPrompt {
    let conversation: Conversation

    /// Asks for a password. Nil is the way back.
    ///
    /// - Parameter help: also said to an empty line.
    func ask(_ prompt: Phrase, help: Phrase) throws(NavigationRequest) -> String? {
        let request = LineRequest(
            prompt: TerminalText("\(conversation.words(prompt)): "), longest: 1000, isSecret: true)
        while true {
            switch try conversation.line(request, help: [conversation.words(help)], repeating: {}) {
            case nil: return nil
            case .text(let typed) where typed.trimmed.isEmpty: conversation.say(help)
            case .text(let typed), .tooLong(let typed): return typed
            case .notUTF8: conversation.say(.shared.faultNotUTF8)
            }
        }
    }
}
