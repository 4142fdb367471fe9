import Dialogue
import Foundation
import HostSystem

/// One process for each visitor: this one only starts them, and cleans the terminal up after one that crashed
/// or was killed. It reads no content, opens no store, and never sees what a visitor types.
struct KioskSupervisor {
    private let arguments: [String]
    private let program: String
    private let environment: [String: String]
    private let remark: (String) -> Void
    /// A visit that fails sooner than this, in seconds, is not followed by the next at once.
    private static let soon = 1.0

    init(_ call: Invocation<KioskOptions>, store path: String) throws(Failure) {
        guard let program = Bundle.main.executablePath else {
            throw Failure(.unreachable, "the program does not know where it is; start it by its path")
        }
        self.program = program
        let global = GlobalOptions()
        arguments =
            ["kiosk", "--one-visit"]
            + call.given.passedOn([
                global.content, global.language, global.noColor, global.quiet, call.options.speak,
                call.options.idleWarning, call.options.idleEnd,
            ])
        var environment = ProcessInfo.processInfo.environment
        // Swift's backtracer would otherwise open a prompt on a public terminal after a crash.
        environment["SWIFT_BACKTRACE"] = "enable=no"
        // Not among the words, which every user of the machine can see: a server's address may hold a password.
        environment["KARTOITIN_STORE"] = path
        self.environment = environment
        remark = call.environment.staffRemark
    }

    /// Serves until the terminal is gone, a user ends the program, or the first visit cannot begin.
    func run() -> ExitCode {
        // A hang-up is seen between visits; its signal must not end the program there. The visits have their own.
        signal(SIGHUP, SIG_IGN)
        let original = TerminalState()
        original?.makeDeaf()
        let between = TerminalState()
        defer { original?.giveBack() }
        var hasServed = false
        var told: ForegroundProcess.End?
        while true {
            let start = ContinuousClock.now
            let end = ForegroundProcess.run(program, arguments, environment: environment)
            switch end {
            case .exited(ExitCode.done.rawValue): hasServed = true
            case .exited(ExitCode.interrupted.rawValue): return .interrupted
            case .exited(let code) where !hasServed: return ExitCode(rawValue: code) ?? .unreachable
            // Said once, however often it happens before a visit goes well.
            case .exited(let code): if end != told { remark("a visit ended with code \(code); trying again") }
            case .killed(let signal):
                between?.restore()
                remark("a visit was ended by signal \(signal); the next one begins")
            case nil: return .unreachable
            }
            told = end
            // A terminal that has hung up has no modes any more.
            guard TerminalState() != nil else { return .done }
            if end != .exited(0), start.duration(to: .now) < .seconds(Self.soon) { sleep(2) }
        }
    }
}
