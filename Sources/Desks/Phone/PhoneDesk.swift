public import BookingCore
import ContentLibrary
public import Dialogue
public import SocialServices

/// The phone service's desk: one call after another, each begun with one search line.
///
/// What is typed during a call is kept in the store until the call ends: a desk that crashes offers it again.
public final class PhoneDesk {
    private let tools: DeskTools
    private let session: StaffSession
    private let console: any Console
    private let language: Language
    private let settings: StaffSettings

    public init(
        tools: DeskTools, session: StaffSession, console: any Console, language: Language,
        settings: StaffSettings = StaffSettings()
    ) {
        self.settings = settings
        self.tools = tools
        self.session = session
        self.console = console
        self.language = language
    }

    /// Takes calls until the worker leaves or nobody answers any more.
    ///
    /// - Throws: `notPermitted` for somebody of another role, or what is wrong with the store.
    public func run() throws -> EndReason? {
        var kept = try session.calls.draft().flatMap(CallState.init(written:))
        while true {
            let call = PhoneCall(
                tools: tools, session: session, console: console, language: language, settings: settings)
            let end = call.run(takingUp: kept)
            kept = nil
            switch end {
            case .over: console.wipe()
            case .leftDesk:
                call.conversation.say(.professional.goodbye)
                return nil
            case .ended(let ending):
                console.wipe()
                return ending
            }
        }
    }
}
