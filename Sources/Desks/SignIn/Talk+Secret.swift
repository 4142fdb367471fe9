import ContentLibrary
import Dialogue

extension Talk {
    /// Asks for a password. Nil is the way back.
    ///
    /// - Parameter help: also said to an empty line.
    func secret(_ prompt: Phrase, help: Phrase) throws(Departure) -> String? {
        let request = LineRequest(prompt: TerminalText("\(words(prompt)): "), longest: 1000, isSecret: true)
        while true {
            switch try line(request, help: [words(help)], repeating: {}) {
            case nil: return nil
            case .text(let typed) where typed.trimmed.isEmpty: say(help)
            case .text(let typed), .tooLong(let typed): return typed
            case .notUTF8: say(.faultNotUTF8)
            }
        }
    }
}
