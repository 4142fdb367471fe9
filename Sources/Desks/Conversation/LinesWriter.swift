import ContentLibrary
import Dialogue
import Foundation

/// A text of several lines in a person's own words.
struct LinesWriter {
    let conversation: Conversation

    /// Asks for lines until an empty one. `<` takes the last line back; nil is the way back from no line at all.
    ///
    /// A text that is too long is kept until the person has chosen what to do with it.
    ///
    /// - Parameters:
    ///   - already: what was written before; shown, and continued.
    ///   - longest: in characters, all lines together.
    ///   - keeping: gets what is written so far after each line.
    func write(
        already: String, longest: Int, keeping: (String) -> Void = { _ in }, repeating: () -> Void
    ) throws(NavigationRequest) -> String? {
        var lines = already.isEmpty ? [] : already.components(separatedBy: "\n")
        if !lines.isEmpty { continueText(lines) }
        while true {
            let help = [conversation.words(.booking.descriptionHow)]
            switch try conversation.line(LineRequest(longest: longest), help: help, .writing, repeating: repeating) {
            case .notUTF8: conversation.say(.shared.faultNotUTF8)
            case nil:
                if lines.popLast() == nil { return nil }
                keeping(lines.joined(separator: "\n"))
                continueText(lines)
            case .text(let typed) where typed.trimmed.isEmpty:
                return lines.joined(separator: "\n")
            case .text(let typed), .tooLong(let typed):
                lines.append(typed)
                if lines.reduce(lines.count - 1, { $0 + $1.count }) <= longest {
                    keeping(lines.joined(separator: "\n"))
                    continue
                }
                if let beginning = try conversation.shortened(lines, longest) { return beginning }
                lines = []
                conversation.say(.booking.descriptionHow)
            }
        }
    }

    private func continueText(_ lines: [String]) {
        let text = lines.map { TextBlock(TerminalText($0), indent: 2, hanging: 2) }
        conversation.show([.blank] + text + [.paragraph(TerminalText(conversation.words(.booking.descriptionMore)))])
    }
}
