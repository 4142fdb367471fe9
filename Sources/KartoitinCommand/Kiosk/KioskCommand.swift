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
    ///
    /// - Parameter isDemo: `true` if the store is known to be the demonstration's.
    static func serve(
        _ call: Invocation<KioskOptions>, store path: String, isDemo: Bool = false
    ) throws -> ExitCode {
        let settings = try settings(call)
        if call.environment.isOnTerminal, !call[\.oneVisit] {
            return try KioskSupervisor(call, store: path, isDemo: isDemo).run()
        }
        if call[\.oneVisit] { ForegroundProcess.endWithParent() }
        let start = KioskStart(call.environment)
        do {
            return try serve(call, start, settings, store: path, isDemo: isDemo)
        } catch  where start.news.isHeard {
            let failure = Failure(error)
            // A wrong command line is for the one who typed it; all else would only frighten a visitor.
            if failure.code == .usage { throw failure }
            start.news.tell(.trouble(.visits, KioskTrouble(endedBy: "a visit cannot begin: \(failure.message)")))
            return failure.code
        }
    }

    private static func serve(
        _ call: Invocation<KioskOptions>, _ start: KioskStart, _ settings: KioskSettings, store path: String,
        isDemo: Bool
    ) throws -> ExitCode {
        let console = try call.environment.console(keys: .kiosk)
        // The user of a pipe is told at once what is wrong with the content.
        if console.isInteractive {
            if let ending = try start.settleContent(on: console) { return ending.exitCode }
        } else {
            _ = try call.environment.wholeCounty()
        }
        let place = try start.place(call)
        let county = try call.environment.county()
        let tools = start.tools(county, at: place, store: path, isDemo: isDemo, on: console)
        let desk = KioskDesk(
            tools: tools, console: console, language: county.chosenLanguage, settings: settings,
            speaker: console.isInteractive ? SpdSay() : nil, leavingTerminal: { start.leaveTerminal(console) })
        guard call[\.oneVisit] else { return desk.run().exitCode }
        let ending = desk.serveOne()
        if ending == .interrupted, tools.isDemo { start.news.tell(.leftDemonstration) }
        return ending?.exitCode ?? .done
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
