import BookingCore
import ContentLibrary
import Desks
import Dialogue
import Foundation
import HostSystem

extension Command {
    static let kiosk = Command(
        "kiosk", "the public terminal: questions, an advice time, a situation description", KioskOptions()
    ) { call in
        try serve(call, store: call.environment.storePath)
    }

    /// Serves visitors on a store: on a terminal each in a process of their own, on a pipe one after another.
    static func serve(_ call: Invocation<KioskOptions>, store path: String) throws -> ExitCode {
        let settings = try settings(call)
        if call.environment.isOnTerminal, !call[\.oneVisit] {
            return try KioskSupervisor(call, store: path).run()
        }
        if call[\.oneVisit] { ForegroundProcess.endWithParent() }
        let county = try call.county()
        let console = try call.environment.console(keys: .kiosk)
        let open = { try call.environment.deskTools(try call.environment.sessions(on: path).visitor) }
        let tools: DeskTools
        if console.isInteractive {
            let kiosk = RestingKiosk(
                content: county.content, console: console, report: call.environment.staffRemark)
            switch try kiosk.open(open) {
            case .open(let opened): tools = opened
            case .ended(let ending): return ending.exitCode
            }
        } else {
            // A user of a pipe is told at once, and waits as long as they like.
            tools = try open()
        }
        let desk = KioskDesk(
            tools: tools, console: console, language: county.chosenLanguage, settings: settings,
            speaker: console.isInteractive ? SpdSay() : nil)
        if call[\.oneVisit] { return desk.serveOne()?.exitCode ?? .done }
        return desk.run().exitCode
    }

    private static func settings(_ call: Invocation<KioskOptions>) throws -> KioskSettings {
        var settings = KioskSettings(speaks: call[\.speak])
        if let seconds = try call[\.idleWarning] { settings.idleWarning = Double(seconds) }
        if let seconds = try call[\.idleEnd] { settings.idleEnd = Double(seconds) }
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
