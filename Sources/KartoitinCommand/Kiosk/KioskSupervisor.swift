import Dialogue
import Foundation
import HostSystem

/// One process for each visitor: this one only starts them, and cleans the terminal up after one that crashed
/// or was killed. It reads no content, opens no store, and never sees what a visitor types.
///
/// It ends when it is told to and when the terminal is gone, and for nothing else: whatever a visit ends with, the next one is
/// tried, after a pause that grows, and meanwhile the screen says whom to call in danger.
final class KioskSupervisor {
    private let arguments: [String]
    private let program: String
    private let environment: [String: String]
    private let journal: KioskJournal
    /// What is shown while no visit can begin.
    private var lastResort = ["112"]
    private var hasLeftDemonstration = false
    private var hasServed = false
    /// `true` of a visit that has told itself why it ends.
    private var hasToldWhy = false
    /// Visits that have left the terminal and still have something to do.
    private var leaving: [Int32] = []

    /// A visit that fails sooner than this, in seconds, is not followed by the next at once.
    private static let soon = 1.0
    /// Between a visit that failed and the next, in seconds: twice as long each time.
    private static let pauses = (first: 1.0, longest: 30.0)
    /// How long a visit that has left the terminal may take to do the rest when everything ends, in seconds.
    private static let patience = 6.0

    /// - Parameter isDemo: `true` on the demonstration's store.
    init(_ call: Invocation<KioskOptions>, store path: String, isDemo: Bool) throws(Failure) {
        guard let program = Bundle.main.executablePath else {
            throw Failure(.unreachable, "the program does not know where it is; start it by its path")
        }
        self.program = program
        let global = GlobalOptions()
        arguments =
            ["kiosk", "--one-visit"]
            + call.given.passedOn([
                global.content, global.language, global.noColor, global.quiet, call.options.speak,
                call.options.idleWarning, call.options.idleEnd, call.options.place.office,
                call.options.place.municipality,
            ])
        var environment = ProcessInfo.processInfo.environment
        // Swift's backtracer would otherwise open a prompt on a public terminal after a crash.
        environment["SWIFT_BACKTRACE"] = "enable=no"
        // Not among the words, which every user of the machine can see: a server's address may hold a password.
        environment["KARTOITIN_STORE"] = path
        environment[KioskNewsLine.variable] = "yes"
        environment[KioskStart.demonstration] = isDemo ? "yes" : nil
        self.environment = environment
        journal = KioskJournal(remark: call.environment.staffRemark)
    }

    /// Serves until the terminal is gone, or a user ends the program.
    func run() -> ExitCode {
        // A hang-up is seen between visits; its signal must not end the program there. The visits have their own.
        signal(SIGHUP, SIG_IGN)
        let original = TerminalState()
        original?.makeDeaf()
        let between = TerminalState()
        defer {
            waitForLeaving()
            original?.giveBack()
        }
        var pause = Self.pauses.first
        while true {
            let start = ContinuousClock.now
            hasToldWhy = false
            let run = ForegroundProcess.run(
                program, arguments, environment: environmentNow, hearing: hear, meanwhile: lookAfterLeaving)
            if run.isToldToEnd { return .interrupted }
            if hasLeftDemonstration { return .interrupted }
            // A terminal that has hung up has no modes any more.
            guard TerminalState() != nil else { return .done }
            if case .exited(ExitCode.usage.rawValue) = run.end, !hasServed { return .usage }
            if let trouble = trouble(run.end) {
                between?.restore()
                if !hasToldWhy { journal.hear(.trouble(.visits, trouble)) }
            } else {
                hasServed = true
                journal.hear(.sound(.visits))
                pause = Self.pauses.first
                continue
            }
            guard start.duration(to: .now) < .seconds(Self.soon) || run.end == nil else { continue }
            between?.show(lastResort)
            if let ending = rest(pause) { return ending }
            pause = min(pause * 2, Self.pauses.longest)
        }
    }

    /// What each visit is started with.
    private var environmentNow: [String: String] {
        var environment = environment
        if journal.isInTrouble(.store) { environment[KioskStart.closed] = "yes" }
        if hasServed { environment[KioskStart.served] = "yes" }
        return environment
    }

    /// What was wrong with the end of a visit; nil if nothing was.
    private func trouble(_ end: ForegroundProcess.End?) -> KioskTrouble? {
        switch end {
        case .exited(ExitCode.done.rawValue): return nil
        case .left(let process):
            leaving.append(process)
            return nil
        case .exited(let code): return KioskTrouble(endedBy: "a visit ended with code \(code)")
        case .killed(let signal): return KioskTrouble(endedBy: "a visit was ended by signal \(signal)")
        case nil: return KioskTrouble(endedBy: "a visit could not be started")
        }
    }

    /// - Returns: `false` if the visit has left the terminal.
    private func hear(_ line: String) -> Bool {
        guard let news = try? JSONDecoder().decode(KioskNews.self, from: Data(line.utf8)) else { return true }
        journal.hear(news)
        switch news {
        case .lastResort(let lines): lastResort = lines
        case .leftDemonstration: hasLeftDemonstration = true
        case .leftTerminal: return false
        case .trouble(.visits, _): hasToldWhy = true
        case .trouble, .sound, .remark: break
        }
        return true
    }

    /// Waits before the next try. Not nil if the program is to end.
    private func rest(_ seconds: Double) -> ExitCode? {
        let signals = SignalCatcher()
        defer { signals.restore() }
        let end = ContinuousClock.now + .seconds(seconds)
        while .now < end {
            usleep(100_000)
            if signals.take() { return .interrupted }
            guard TerminalState() != nil else { return .done }
        }
        return nil
    }

    /// A visit that has done the rest is not kept among the system's processes for as long as the next one lasts.
    private func lookAfterLeaving() { leaving.removeAll { !ForegroundProcess.isRunning($0) } }

    /// A held time is given back before everything ends.
    private func waitForLeaving() {
        let end = ContinuousClock.now + .seconds(Self.patience)
        while .now < end {
            lookAfterLeaving()
            if leaving.isEmpty { return }
            usleep(20_000)
        }
    }
}
