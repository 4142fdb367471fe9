import BookingCore
import ContentLibrary
import Desks
import Dialogue
import SocialServices
import Storage

extension Command {
    static let phone = Command(
        words: ["phone"],
        summary: "the phone service's desk: one search line, then the tree, the times and the booking",
        options: signInOptions + [idleOption]
    ) { call in
        let content = try call.content()
        let store = try call.store(of: content)
        return try answerCalls(call, content, store, try call.session(content, store))
    }

    /// Opens the phone service's desk for somebody who signed in.
    static func answerCalls(
        _ call: Invocation, _ content: Content, _ store: any BookingStore, _ session: StaffSession
    ) throws -> ExitCode {
        let language = try call.language(in: content) ?? content.languages.first ?? .finnish
        let desk = PhoneDesk(
            tools: try call.deskTools(content, store), session: session, console: try call.console(keys: .staff),
            language: language, settings: try call.staffSettings())
        return try desk.run()?.exitCode ?? .done
    }
}

extension Command {
    static let professional = Command(
        words: ["professional"],
        summary: "a professional's day and week, the descriptions to read before a meeting, and what is done then",
        options: signInOptions + [idleOption]
    ) { call in
        let content = try call.content()
        let language = try call.language(in: content) ?? content.languages.first ?? .finnish
        let store = try call.store(of: content)
        let console = try call.console(keys: .staff)
        let session = try call.session(content, store, on: console)
        let desk = try ProfessionalDesk(
            tools: try call.deskTools(content, store), session: session, console: console, language: language,
            settings: try call.staffSettings())
        return desk.run()?.exitCode ?? .done
    }

    /// The desk of a made-up professional.
    static func demonstrate(
        _ call: Invocation, _ content: Content, _ store: any BookingStore
    ) throws -> ExitCode {
        let language = try call.language(in: content) ?? content.languages.first ?? .finnish
        let reception = DemoSignIn(
            tools: try call.deskTools(content, store), sessions: try call.sessions(content, store),
            console: try call.console(keys: .staff), language: language, settings: try call.staffSettings())
        return try reception.run(as: call.value("--professional"))?.exitCode ?? .done
    }
}
