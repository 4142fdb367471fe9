import BookingCore
import Desks
import Dialogue

extension Command {
    static let phone = Command(
        "phone", "the phone service's desk: one search line, then the tree, the times and the booking",
        StaffDeskOptions()
    ) { call in
        let sessions = try call.sessions()
        let settings = StaffSettings(idleEnd: try call[\.idleEnd])
        let session = try call.signedIn(to: sessions, settings: settings)
        return try answerCalls(call.environment, sessions.visitor, session, settings)
    }

    static let professional = Command(
        "professional",
        "a professional's day and week, the descriptions to read before a meeting, and what is done then",
        StaffDeskOptions()
    ) { call in
        let county = try call.county()
        let sessions = try call.sessions()
        let console = try call.environment.console(keys: .staff)
        let settings = StaffSettings(idleEnd: try call[\.idleEnd])
        let session = try call.signedIn(to: sessions, on: console, settings: settings)
        let desk = try ProfessionalDesk(
            tools: try call.environment.deskTools(sessions.visitor), session: session, console: console,
            language: county.language, settings: settings)
        return desk.run()?.exitCode ?? .done
    }

    /// Opens the phone service's desk for a user who signed in.
    static func answerCalls(
        _ environment: CommandEnvironment, _ visitor: VisitorSession, _ session: StaffSession,
        _ settings: StaffSettings
    ) throws -> ExitCode {
        let desk = PhoneDesk(
            tools: try environment.deskTools(visitor), session: session,
            console: try environment.console(keys: .staff), language: try environment.county().language,
            settings: settings)
        return try desk.run()?.exitCode ?? .done
    }
}
