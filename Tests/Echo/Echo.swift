import Dialogue
import Foundation
import HostSystem

/// Says back what was typed, for the tests on a pseudo-terminal. Ends at `quit` with 0, or by the reply:
/// end of input 10, interrupted 11, timed out 12.
@main
struct Echo {
    /// Longer answers are told by their length and sum.
    static let longestShown = 200

    static func main() {
        signal(SIGPIPE, SIG_IGN)
        let options = Options(CommandLine.arguments.dropFirst())
        if options["--supervise"] != nil { exit(supervise()) }
        let console: any Console
        do {
            console =
                if let locale = options["--locale"] {
                    try ReadlineConsole(locale: locale)
                } else {
                    try StandardConsole.make(keys: options["--keys"] == "staff" ? .staff : .kiosk)
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
            longest: options["--longest"].flatMap { Int($0) } ?? 500, prefilled: options["--prefilled"] ?? "",
            completions: options["--complete"].map { $0.components(separatedBy: ",") } ?? [],
            remembers: options["--remembers"] != nil, idle: options["--idle"].flatMap(IdleTimeout.init(told:)),
            isSecret: options["--secret"] != nil)
        if let prompt = options["--prompt"] { request.prompt = TerminalText(prompt).styled(.quiet) }
        var events: [ConsoleEvent] = []
        console.observer = { events.append($0) }
        while true {
            let reply = console.ask(request)
            switch reply {
            case .line("quit"): return 0
            case .line("wipe"): console.wipe()
            case .line("columns"): console.show([.paragraph("columns \(console.columns)")])
            case .line("private"): request.remembers = false
            case .line("public"): request.remembers = true
            case .line("events"): console.show([.paragraph("events \(events)")])
            case .line("die"): kill(getpid(), SIGKILL)
            case .line("rest"):
                console.show([.paragraph("resting")])
                console.show([.paragraph(TerminalText(String(describing: console.rest(seconds: 1))))])
            case .line("wait"): Thread.sleep(forTimeInterval: 1)
            case .line("another"):
                do { _ = try ReadlineConsole() } catch { console.show([.paragraph("refused: \(error)")]) }
            case .line(let text) where request.isSecret:
                request.isSecret = options["--secret"] == "always"
                console.show([.paragraph("secret sum \(sum(of: text))")])
            case .line(let text): console.show([.paragraph("got \(told(text))")])
            case .tooLong(let text): console.show([.paragraph("too long \(told(text))")])
            case .notUTF8: console.show([.paragraph("not UTF-8")])
            case .interrupted where options["--persist"] != nil: console.show([.paragraph("interrupted")])
            case .timedOut where options["--persist"] != nil: console.show([.paragraph("timed out")])
            case .endOfInput: return 10
            case .interrupted: return 11
            case .timedOut: return 12
            }
        }
    }

    /// Lets another Echo talk, and restores the terminal when it is dead.
    static func supervise() -> Int32 {
        let state = TerminalState()
        let end = ForegroundProcess.run("/proc/self/exe", [], environment: ProcessInfo.processInfo.environment).end
        guard let end else { return 20 }
        state?.restore()
        switch end {
        case .exited(let code): print("child ended with \(code)")
        case .killed(let signal): print("child ended by signal \(signal)")
        case .left: print("child left")
        }
        return 0
    }

    static func told(_ text: String) -> String {
        guard text.count > longestShown else {
            return "[" + text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined() + "]"
        }
        return "\(text.count) characters, sum \(sum(of: text))"
    }

    static func sum(of text: String) -> Int { text.utf8.reduce(0) { $0 &* 31 &+ Int($1) } }
}

extension IdleTimeout {
    /// As in `2,3`: seconds before the warning, and after it.
    init?(told text: String) {
        let seconds = text.split(separator: ",").compactMap { Double($0) }
        guard seconds.count == 2 else { return nil }
        self.init(
            warnAfter: seconds[0], endAfter: seconds[1], warning: TerminalText("Anybody there?").styled(.warning))
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
