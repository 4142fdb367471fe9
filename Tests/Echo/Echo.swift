import Dialogue
import Foundation

/// Says back what was typed, for the tests on a pseudo-terminal. Ends at `quit` with 0, or by the reply:
/// end of input 10, interrupted 11, timed out 12.
@main
struct Echo {
    /// Longer answers are told by their length and sum.
    static let longestShown = 200

    static func main() throws {
        signal(SIGPIPE, SIG_IGN)
        let options = Options(CommandLine.arguments.dropFirst())
        let console: any Console
        do {
            console =
                if let locale = options["--locale"] {
                    try ReadlineConsole(locale: locale)
                } else {
                    try StandardConsole.make(idleSeconds: options["--idle"].flatMap { Double($0) })
                }
        } catch {
            print("cannot start: \(error)")
            exit(20)
        }
        let status = converse(console, options)
        (console as? ReadlineConsole)?.close()
        exit(status)
    }

    static func converse(_ console: any Console, _ options: Options) -> Int32 {
        console.show([.paragraph("ready \("now".asText.styled(.strong))")])
        var request = LineRequest(
            longest: options["--longest"].flatMap { Int($0) } ?? 500, prefilled: options["--prefilled"] ?? "")
        if let prompt = options["--prompt"] { request.prompt = TerminalText(prompt).styled(.quiet) }
        while true {
            let reply = console.ask(request)
            switch reply {
            case .line("quit"): return 0
            case .line("wipe"): console.wipe()
            case .line("columns"): console.show([.paragraph("columns \(console.columns)")])
            case .line("wait"): Thread.sleep(forTimeInterval: 1)
            case .line("another"):
                do { _ = try ReadlineConsole() } catch { console.show([.paragraph("refused: \(error)")]) }
            case .line(let text): console.show([.paragraph("got \(told(text))")])
            case .tooLong(let text): console.show([.paragraph("too long \(told(text))")])
            case .notUTF8: console.show([.paragraph("not UTF-8")])
            case .endOfInput: return 10
            case .interrupted: return 11
            case .timedOut: return 12
            }
        }
    }

    static func told(_ text: String) -> String {
        guard text.count > longestShown else {
            return "[" + text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined() + "]"
        }
        return "\(text.count) characters, sum \(text.utf8.reduce(0) { $0 &* 31 &+ Int($1) })"
    }
}

struct Options {
    private var values: [String: String] = [:]

    init(_ arguments: ArraySlice<String>) {
        var rest = arguments
        while let name = rest.popFirst(), let value = rest.popFirst() { values[name] = value }
    }

    subscript(name: String) -> String? { values[name] }
}

extension String {
    var asText: TerminalText { TerminalText(self) }
}
