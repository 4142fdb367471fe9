import ContentLibrary
import Dialogue
import Foundation

extension Conversation {
    /// Asks for a line of text until `check` accepts it. Nil is the way back.
    ///
    /// - Parameters:
    ///   - longest: in characters.
    ///   - already: what was written before; an empty line keeps it, and `-` takes it away where `check`
    ///     accepts an empty text.
    ///   - manner: `writing` for a text of the person's own.
    ///   - check: the value, or the phrase that says what to type instead.
    func write<Value>(
        _ question: String, longest: Int, already: String = "", _ manner: Manner = .asking,
        check: (String) -> Result<Value, WritingFault>
    ) throws(NavigationRequest) -> Value? {
        let canBeEmpty = (try? check("").get()) != nil
        let asked: () -> Void = {
            self.say(question)
            if already.isEmpty { return }
            let phrase = canBeEmpty ? Phrase.shared.alreadyOptional : Phrase.shared.already
            self.show([.paragraph(TerminalText(self.words(phrase(already))))])
        }
        asked()
        var failures = RepeatedMistakes()
        while true {
            let typed: String
            switch try line(LineRequest(longest: longest), help: [question], manner, repeating: asked) {
            case nil: return nil
            case .text(let text): typed = text.trimmed
            case .tooLong(let text):
                guard let beginning = try shortened([text], longest) else { continue }
                typed = beginning
            case .notUTF8:
                say(.shared.faultNotUTF8)
                help(after: &failures, with: [question])
                continue
            }
            let answer = already.isEmpty ? typed : typed.isEmpty ? already : typed == "-" && canBeEmpty ? "" : typed
            switch check(answer) {
            case .success(let value): return value
            case .failure(let fault): say(fault.phrase)
            }
            help(after: &failures, with: [question])
        }
    }

    /// The beginning of a text that is too long, if the person wants it; nil to write again.
    func shortened(_ lines: [String], _ longest: Int) throws(NavigationRequest) -> String? {
        let text = lines.joined(separator: "\n")
        let beginning = String(text.prefix(longest))
        let end = beginning.suffix(40).split(whereSeparator: \.isWhitespace).suffix(4).joined(separator: " ")
        let menu = Menu(
            title: words(
                .shared.faultTextTooLong(text.count, longest, end)),
            items: [
                Menu.Item(id: "beginning", text: words(.shared.keepBeginning)),
                Menu.Item(id: "again", text: words(.shared.writeAgain)),
            ])
        return try choose(menu)?.item == "beginning" ? beginning : nil
    }
}
