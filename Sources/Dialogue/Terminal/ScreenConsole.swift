/// A terminal of a fixed size without a machine behind it: keeps what a person would see, and asks a closure for each line.
///
/// For checks that must know what is still on the screen when a line is waited for. Styles are not kept.
public final class ScreenConsole: Console {
    public let columns: Int
    public let rows: Int?
    public let isInteractive = true
    public var observer: ((ConsoleEvent) -> Void)?

    private let height: Int
    private let reply: (ScreenConsole) -> Reply
    /// What was shown since the last wipe, the last screen of it.
    private var lines: [String] = []

    /// - Parameters:
    ///   - columns: the width, at least `TextLayout.narrowest`.
    ///   - rows: the height in lines, at least 2.
    ///   - reply: what is typed when a line is waited for; `visible` then ends with the prompt.
    public init(columns: Int, rows: Int, answering reply: @escaping (ScreenConsole) -> Reply) {
        self.columns = max(columns, TextLayout.narrowest)
        height = max(rows, 2)
        self.rows = height
        self.reply = reply
    }

    /// The lines that a person sees, from the top; never more than there are rows.
    public var visible: [String] { lines }

    public func show(_ blocks: [TextBlock]) {
        scroll(TextLayout.wrap(blocks, columns: columns).map(\.plain))
    }

    public func ask(_ request: LineRequest) -> Reply {
        scroll([request.prompt.plain])
        let answer = reply(self)
        switch answer {
        case .line(let text):
            echo(request.isSecret ? "" : TerminalText(text).plain, after: request.prompt.plain)
            observer?(.typingBegan)
            return Reply(text: text, wasCut: false, longest: request.longest)
        case .timedOut:
            if let warning = request.idle?.warning {
                show([.paragraph(warning)])
                observer?(.warningShown(warning))
            }
        case .tooLong, .notUTF8, .endOfInput, .interrupted: break
        }
        return answer
    }

    public func rest(seconds: Double) -> Reply { .timedOut }

    public func wipe() { lines = [] }

    /// A terminal breaks what is typed anywhere, not at spaces.
    private func echo(_ text: String, after prompt: String) {
        lines.removeLast()
        var typed = Substring(prompt + text)
        var broken: [String] = []
        repeat {
            broken.append(String(typed.prefix(columns)))
            typed = typed.dropFirst(columns)
        } while !typed.isEmpty
        scroll(broken)
    }

    private func scroll(_ new: [String]) { lines = Array((lines + new).suffix(height)) }
}
