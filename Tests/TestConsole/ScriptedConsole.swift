public import Dialogue

/// A console for tests: a conversation with its answers written beforehand.
///
/// Records everything as it would look, answers included, so that a whole conversation compares as one
/// multi-line literal. Styles are not recorded.
public final class ScriptedConsole: Console {
    public var columns: Int
    public var rows: Int?
    public let isInteractive: Bool
    public var observer: ((ConsoleEvent) -> Void)?

    /// What was asked for, in order; prefilled texts can be read here.
    public private(set) var requests: [LineRequest] = []
    /// How long each rest was to be, in seconds. None of them takes any time.
    public private(set) var rests: [Double] = []
    /// How often something was asked after the script had ended. A test that knows its conversation expects 0.
    public private(set) var askedPastEnd = 0

    private var answers: ArraySlice<Reply>
    private var hasToldEnd = false
    private var lines: [String] = []
    private var linesSinceWipe: [String] = []
    private var finishedScreens: [String] = []
    private var screen: [String] = []

    public init(answers: [Reply], columns: Int = 80, isInteractive: Bool = true) {
        self.answers = answers[...]
        self.columns = columns
        self.isInteractive = isInteractive
    }

    public convenience init(answers: [String], columns: Int = 80, isInteractive: Bool = true) {
        self.init(answers: answers.map { .line($0) }, columns: columns, isInteractive: isInteractive)
    }

    /// The whole conversation: lines shown, and each answer after its prompt. No newline at the end.
    public var transcript: String { lines.joined(separator: "\n") }

    /// What was shown before the first ask, between each two, and after the last one if anything was.
    public var screens: [String] {
        screen.isEmpty ? finishedScreens : finishedScreens + [screen.joined(separator: "\n")]
    }

    /// What a person could still read: the transcript since the last wipe.
    public var textSinceWipe: String { linesSinceWipe.joined(separator: "\n") }

    public func show(_ blocks: [TextBlock]) {
        for line in TextLayout.wrap(blocks, columns: columns) {
            record(line.plain)
            screen.append(line.plain)
        }
    }

    /// After the last answer replies `endOfInput`. Asking once more is a fault of the conversation, counted
    /// in `askedPastEnd`. Before `timedOut` shows the request's warning, which was not answered.
    public func ask(_ request: LineRequest) -> Reply {
        requests.append(request)
        finishedScreens.append(screen.joined(separator: "\n"))
        screen = []
        let reply = nextReply(longest: request.longest)
        tell(request, reply)
        record(answerLine(request.prompt, request.isSecret ? reply.unseen : reply))
        return reply
    }

    /// Takes nothing but an ending from the script; where that is over, the input is.
    public func rest(seconds: Double) -> Reply {
        rests.append(seconds)
        switch answers.first {
        case .endOfInput, .interrupted, nil: return nextReply(longest: 0)
        default: return .timedOut
        }
    }

    private func tell(_ request: LineRequest, _ reply: Reply) {
        switch reply {
        case .line, .tooLong, .notUTF8: observer?(.typingBegan)
        case .timedOut:
            guard let warning = request.idle?.warning else { return }
            record(answerLine(request.prompt, ""))
            show([.paragraph(warning)])
            observer?(.warningShown(warning))
        case .endOfInput, .interrupted: break
        }
    }

    public func wipe() {
        lines.append("[wiped]")
        linesSinceWipe = []
    }

    /// Without spaces at the end: editors strip them from the literal it is compared with.
    private func answerLine(_ prompt: TerminalText, _ reply: Reply) -> String {
        let line = (prompt + reply.recorded).plain
        return String(
            line.prefix(upTo: line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex))
    }

    private func nextReply(longest: Int) -> Reply {
        if let answer = answers.popFirst() {
            guard case .line(let text) = answer else { return answer }
            return Reply(text: text, wasCut: false, longest: longest)
        }
        if hasToldEnd { askedPastEnd += 1 }
        hasToldEnd = true
        return .endOfInput
    }

    private func record(_ line: String) {
        lines.append(line)
        linesSinceWipe.append(line)
    }
}

extension Reply {
    /// As it looks where nothing of an answer is shown.
    fileprivate var unseen: Reply {
        switch self {
        case .line, .tooLong, .notUTF8: ""
        case .endOfInput, .interrupted, .timedOut: self
        }
    }

    fileprivate var recorded: TerminalText {
        switch self {
        case .line(let text), .tooLong(let text): TerminalText(text)
        case .endOfInput: "[end of input]"
        case .interrupted: "[interrupted]"
        case .timedOut: "[timed out]"
        case .notUTF8: "[not UTF-8]"
        }
    }
}
