import ContentLibrary
import Dialogue
import Foundation

extension Talk {
    /// Asks for a line of text until `check` accepts it. Nil is the way back.
    ///
    /// - Parameters:
    ///   - longest: in characters.
    ///   - already: what was written before, offered for editing.
    ///   - check: the value, or the phrase that says what to type instead.
    func write<Value>(
        _ question: String, longest: Int, already: String = "", check: (String) -> Result<Value, WritingFault>
    ) throws(Departure) -> Value? {
        var offered = already
        say(question)
        while true {
            let request = LineRequest(longest: longest, prefilled: offered)
            switch try line(request, help: [question], isMenu: false, repeating: { say(question) }) {
            case nil: return nil
            case .text(let typed):
                switch check(typed.trimmed) {
                case .success(let value): return value
                case .failure(let fault):
                    offered = typed
                    say(fault.phrase)
                }
            case .tooLong(let typed):
                say(.faultTooLong, ["count": String(typed.count), "limit": String(longest)])
            case .notUTF8: say(.faultNotUTF8)
            }
        }
    }

    /// Asks for lines until an empty one. `<` takes the last line back; nil is the way back from no line at all.
    ///
    /// A text that is too long is kept until the person has chosen what to do with it.
    ///
    /// - Parameters:
    ///   - already: what was written before; shown, and continued.
    ///   - longest: in characters, all lines together.
    func writeLines(already: String, longest: Int, repeating: () -> Void) throws(Departure) -> String? {
        var lines = already.isEmpty ? [] : already.components(separatedBy: "\n")
        if !lines.isEmpty { continueText(lines) }
        while true {
            let help = [words(.descriptionHow)]
            switch try line(LineRequest(longest: longest), help: help, isMenu: false, repeating: repeating) {
            case .notUTF8: say(.faultNotUTF8)
            case nil:
                if lines.popLast() == nil { return nil }
                continueText(lines)
            case .text(let typed) where typed.trimmed.isEmpty:
                return lines.joined(separator: "\n")
            case .text(let typed), .tooLong(let typed):
                lines.append(typed)
                if lines.reduce(lines.count - 1, { $0 + $1.count }) <= longest { continue }
                if let beginning = try shortened(lines, longest) { return beginning }
                lines = []
            }
        }
    }

    private func continueText(_ lines: [String]) {
        let text = lines.map { TextBlock(TerminalText($0), indent: 2, hanging: 2) }
        show([.blank] + text + [.paragraph(TerminalText(words(.descriptionMore)))])
    }

    /// The beginning of a text that is too long, if the person wants it; nil to write again.
    private func shortened(_ lines: [String], _ longest: Int) throws(Departure) -> String? {
        let text = lines.joined(separator: "\n")
        let beginning = String(text.prefix(longest))
        let end = beginning.suffix(40).split(whereSeparator: \.isWhitespace).suffix(4).joined(separator: " ")
        let menu = Menu(
            title: words(
                .faultDescriptionTooLong,
                ["count": String(text.count), "limit": String(longest), "end": end]),
            items: [
                Menu.Item(id: "beginning", text: words(.keepBeginning)),
                Menu.Item(id: "again", text: words(.writeAgain)),
            ])
        if try choose(menu)?.item == "beginning" { return beginning }
        say(.descriptionHow)
        return nil
    }
}

/// Why a written text is not taken: the phrase that says what to write instead.
struct WritingFault: Error {
    let phrase: Phrase

    init(_ phrase: Phrase) { self.phrase = phrase }
}

extension String {
    /// Without the white space around it.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
