import BookingCore
import ContentLibrary
import Desks
import Dialogue
import Foundation
import HostSystem
import Storage

extension Command {
    static let kioskOptions = [
        Option("--speak", nil, "read every visit aloud (spd-say)"),
        Option("--idle-warning", "SECONDS", "silence before \"are you still there?\"; 120 when left out"),
        Option("--idle-end", "SECONDS", "from the question to the end of the visit; 60 when left out"),
        Option("--one-visit", nil, "end after one visitor"),
    ]

    static let kiosk = Command(
        words: ["kiosk"], summary: "the public terminal: questions, an advice time, a situation description",
        options: kioskOptions
    ) { call in
        try serve(call, store: call.storePath)
    }

    /// Serves visitors on a store: on a terminal each in a process of their own, on a pipe one after another.
    static func serve(_ call: Invocation, store path: String) throws -> ExitCode {
        let settings = try settings(call)
        if isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, !call.has("--one-visit") {
            return try KioskSupervisor(call, store: path).run()
        }
        if call.has("--one-visit") { ForegroundProcess.endWithParent() }
        let content = try call.content()
        let language = try call.language(in: content)
        let console = try call.console(keys: .kiosk)
        let open = { try call.deskTools(content, call.store(of: content, at: path)) }
        let tools: DeskTools
        if console.isInteractive {
            let kiosk = RestingKiosk(content: content, console: console, report: call.staffRemark)
            switch try kiosk.open(open) {
            case .open(let opened): tools = opened
            case .ended(let ending): return ending.exitCode
            }
        } else {
            // Who talks through a pipe is told at once, and waits as long as they like.
            tools = try open()
        }
        let desk = KioskDesk(
            tools: tools, console: console, language: language, settings: settings,
            speaker: console.isInteractive ? SpdSay() : nil)
        if call.has("--one-visit") { return desk.serveOne()?.exitCode ?? .done }
        return desk.run().exitCode
    }

    private static func settings(_ call: Invocation) throws -> KioskSettings {
        var settings = KioskSettings(speaks: call.has("--speak"))
        if let seconds = try call.count("--idle-warning") { settings.idleWarning = Double(seconds) }
        if let seconds = try call.count("--idle-end") { settings.idleEnd = Double(seconds) }
        return settings
    }
}

extension EndReason {
    /// The end of the input is the usual end of a desk.
    var exitCode: ExitCode {
        switch self {
        case .endOfInput, .timedOut: .done
        case .interrupted: .interrupted
        }
    }
}
