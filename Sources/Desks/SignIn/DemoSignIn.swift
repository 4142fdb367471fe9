public import BookingCore
import ContentLibrary
public import Dialogue
public import SocialServices

/// Opens the desk of a made-up professional without a password, for trying the program out.
public final class DemoSignIn {
    private let tools: DeskTools
    private let sessions: Sessions
    private let console: any Console
    private let words: Words
    private let settings: StaffSettings
    private let talk: Conversation

    public init(
        tools: DeskTools, sessions: Sessions, console: any Console, language: Language,
        settings: StaffSettings = StaffSettings()
    ) {
        self.settings = settings
        self.tools = tools
        self.sessions = sessions
        self.console = console
        words = tools.content.words(in: language)
        talk = settings.conversation(at: console, in: words)
    }

    /// Opens desks until the way back from the question whose.
    ///
    /// - Parameter wanted: the id of a professional, whose desk alone is opened; nil asks, again after each desk.
    /// - Returns: why the conversation ended if it was not the user who left.
    /// - Throws: `StaffRefusal.signInFailed` on a store that is no demonstration, `StaffRefusal.noSuchProfessional`, and
    ///   what is wrong with the store.
    public func run(as wanted: String? = nil) throws -> EndReason? {
        let all = try tools.visitor.professionals()
        if let wanted {
            guard let professional = all.first(where: { $0.id == wanted }) else {
                throw StaffRefusal.noSuchProfessional(wanted)
            }
            return try desk(of: professional).run()
        }
        while true {
            do {
                guard let professional = try choose(among: all) else { break }
                try desk(of: professional).work()
            } catch NavigationRequest.ended(let reason) {
                return reason
            } catch is NavigationRequest {
                break
            }
        }
        talk.say(.professional.goodbye)
        return nil
    }

    private func desk(of professional: Professional) throws -> ProfessionalDesk {
        guard tools.isDemo else { throw StaffRefusal.signInFailed }
        let member = StaffMember(id: professional.id, name: professional.name, role: .professional)
        let session = sessions.staff(member)
        return try ProfessionalDesk(
            tools: tools, session: session, console: console, language: words.language,
            settings: settings)
    }

    private func choose(among all: [Professional]) throws(NavigationRequest) -> Professional? {
        let items = all.map { professional in
            let task = words.name(.task, professional.task.rawValue)
            return Menu.Item(id: professional.id, text: "\(professional.name), \(task)")
        }
        let chosen = try talk.choose(Menu(title: words(.professional.who(words.county.name)), items: items))?.item
        return all.first { $0.id == chosen }
    }
}
