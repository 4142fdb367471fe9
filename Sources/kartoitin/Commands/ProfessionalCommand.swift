import BookingCore
import ContentLibrary
import Desks
import Dialogue
import SocialServices
import Storage

extension Command {
    static let professional = Command(
        words: ["professional"], summary: "a professional's bookings and the descriptions to read before a meeting",
        options: [Option("--professional", "ID", "whose bookings; asks when left out")]
    ) { call in
        let content = try call.content()
        let store = try Stores.open(call.storePath)
        return try read(call, content, store)
    }

    static func read(_ call: Invocation, _ content: Content, _ store: any BookingStore) throws -> ExitCode {
        let language = try call.language(in: content) ?? content.languages.first ?? .finnish
        let tools = try call.deskTools(content, store)
        guard tools.isDemo else {
            throw Failure(.notPermitted, content.words(in: language)(.deskDemoOnly))
        }
        let desk = ProfessionalDesk(
            tools: tools, console: try call.console(keys: .staff), language: language,
            professional: call.value("--professional"))
        return try desk.run()?.exitCode ?? .done
    }
}
