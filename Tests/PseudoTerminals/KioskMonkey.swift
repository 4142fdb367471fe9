import Foundation
import TestValues

/// Hammers on the keys of the real kiosk, with its supervisor and its visits, as a seed says.
///
/// Before each next deed it waits until the visit sleeps at its prompt. Every word it types with a marker
/// belongs to a visit: after the wipe that ends the visit, no marker typed before the last deed may be printed
/// ever again. (The last deed's may have reached the next visit, which then rightly shows it; at the next wipe
/// it is as old as the others.)
public final class KioskMonkey {
    private let program: String
    private let arguments: [String]
    private let environment: [String: String]
    private let seed: UInt64

    var random: RandomNumbers
    var marker = Marker()
    var terminal: PseudoTerminal
    public internal(set) var report = MonkeyReport()
    /// The first marker that may still be printed.
    var firstOfVisit = 1
    /// Output that is not looked at yet.
    var pending: [UInt8] = []
    /// Whether the next visitor's first question has yet to come.
    var awaitsStart = true
    /// How often the supervisor cleaned up after a visit that was killed.
    var restorations = 0
    /// Deeds until a paste that has no end gets one.
    var deedsUntilPasteEnds: Int?

    /// - Parameter arguments: those of `kiosk` without a language, so that each visit begins with that question.
    public init(_ program: String, _ arguments: [String], environment: [String: String], seed: UInt64) throws {
        self.program = program
        self.arguments = arguments
        self.environment = environment
        self.seed = seed
        random = RandomNumbers(seed: seed)
        terminal = try PseudoTerminal(program, arguments, environment: environment, rows: 24, columns: 80)
    }

    /// Hammers until so many keys were pressed or something is wrong, and comes back to the start.
    public func run(keystrokes: Int) throws -> MonkeyReport {
        settle()
        while report.keystrokes < keystrokes, report.faults.isEmpty { try act() }
        if report.faults.isEmpty { comeBack() }
        if report.faults.isEmpty { try hangUp() }
        return report
    }

    func fault(_ text: String) {
        let before = String(decoding: pending.suffix(1500), as: UTF8.self).debugDescription
        report.faults.append("seed \(seed), after \(report.keystrokes) keystrokes: \(text); last output: \(before)")
    }

    private func act() throws {
        switch Int.random(in: 0..<1000, using: &random) {
        case 0..<6: try hangUp()
        case 6..<12: killVisit()
        case 12..<36: resize()
        case 36..<48: comeBack()
        case 48..<72: book()
        default: press(someKeys())
        }
        if let left = deedsUntilPasteEnds {
            deedsUntilPasteEnds = left > 1 ? left - 1 : nil
            if left == 1 { press([Self.pasteEnd]) }
        }
    }

    /// Presses keys and waits until they are met.
    func press(_ keys: [[UInt8]]) {
        report.keystrokes += keys.count
        if !terminal.type(keys.flatMap(\.self)) { fault("the kiosk takes no more keys") }
        settle()
    }

    func press(line: String) { press(Self.keys(line) + [[0x0D]]) }

    private func resize() {
        let narrow = Int.random(in: 0..<8, using: &random) == 0
        let columns = Int.random(in: narrow ? 1...39 : 40...200, using: &random)
        terminal.resize(rows: Int.random(in: 2...60, using: &random), columns: columns)
        report.resizes += 1
        settle()
    }

    private func killVisit() {
        guard let visit = ProcessTable.children(of: terminal.process).first else {
            return fault("there is no visit")
        }
        kill(visit, SIGKILL)
        report.kills += 1
        awaitsStart = true
        settle()
    }

    /// Closes the terminal, which ends the program, and goes to another.
    private func hangUp() throws {
        terminal.hangUp()
        report.hangUps += 1
        switch terminal.exitStatus(within: 60) {
        case 0: break
        case nil: return fault("after a hang-up the program does not end")
        case let status?: return fault("after a hang-up the program ended with \(status)")
        }
        terminal = try PseudoTerminal(program, arguments, environment: environment, rows: 24, columns: 80)
        firstOfVisit = marker.number + 1
        pending = []
        awaitsStart = true
        deedsUntilPasteEnds = nil
        settle()
    }

    /// From wherever it is, to the first question: out of a paste, an empty line, leave, yes, Enter.
    private func comeBack() {
        deedsUntilPasteEnds = nil
        let before = report.visits
        press([Self.pasteEnd])
        for line in Array(repeating: ["1", "0", "1", "", ""], count: 10).joined() {
            press(line: line)
            if report.visits > before || !report.faults.isEmpty {
                report.returns += 1
                return
            }
        }
        fault("the kiosk does not come back to the start")
    }

    /// A visit that books, or is left somewhere on the way.
    private func book() {
        comeBack()
        let word = { self.marker.next() }
        var lines = [
            "en", "family", "me", "parenting", "limits", "book", "phone", "1", "Åke \(word())", "040 123 4567",
            "Öisin \(word())", word(), "", "ok", "done", "",
        ]
        if Int.random(in: 0..<3, using: &random) == 0 {
            lines = Array(lines.prefix(Int.random(in: 1..<lines.count, using: &random)))
        }
        for line in lines where report.faults.isEmpty { press(line: line) }
    }
}
