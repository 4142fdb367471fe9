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
