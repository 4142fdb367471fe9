public import BookingCore
public import ContentLibrary
public import Dialogue
public import Foundation

/// Signing in at a terminal: an account's name and its password, which is not shown.
public final class SignInDesk {
    private let signIn: SignIn
    private let talk: Conversation
    private let words: Words
    private let sleep: (TimeInterval) -> Void
    private var account: String?
    private var failures = 0

    /// - Parameters:
    ///   - account: the account whose password is asked for first; nil asks for the name too.
    ///   - sleep: waits so many seconds.
    public init(
        signIn: SignIn, console: any Console, words: Words, account: String? = nil,
        settings: StaffSettings = StaffSettings(), sleep: @escaping (TimeInterval) -> Void
    ) {
        self.signIn = signIn
        self.words = words
        self.account = account
        self.sleep = sleep
        talk = settings.conversation(at: console, in: words)
    }

    /// Asks until name and password are right. Each failure makes the next answer slower, whatever names were typed, and
    /// after ten the desk asks no more.
    public func run() throws -> StaffAnswer<StaffMember> {
        talk.say(.signIn.title)
        while failures < StaffPolicy.mostWrongPasswords {
            let typed: (id: String, password: String)?
            do throws(NavigationRequest) {
                typed = try ask()
            } catch {
                return StaffAnswer(error)
            }
            guard let typed else { return .left }
            do {
                return .given(try signIn.member(typed.id, password: typed.password))
            } catch StaffRefusal.signInFailed {
                failures += 1
                sleep(SignIn.delay(afterFailures: failures))
                talk.say(.signIn.failed)
            }
        }
        talk.say(.signIn.tooMany)
        return .left
    }

    /// - Returns: nil for the way back from the name.
    private func ask() throws(NavigationRequest) -> (id: String, password: String)? {
        while true {
            let name = if let account { account } else { try askName() }
            guard let name else { return nil }
            account = nil
            if let password = try PasswordPrompt(conversation: talk).ask(.signIn.password, help: .signIn.help) {
                return (name, password)
            }
        }
    }

    private func askName() throws(NavigationRequest) -> String? {
        let request = LineRequest(prompt: TerminalText("\(words(.signIn.name)): "))
        while true {
            switch try talk.line(request, help: [words(.signIn.help)], repeating: {}) {
            case nil: return nil
            case .text(let typed) where typed.trimmed.isEmpty: talk.say(.signIn.help)
            case .text(let typed), .tooLong(let typed): return typed.trimmed
            case .notUTF8: talk.say(.shared.faultNotUTF8)
            }
        }
    }
}

/// What came of asking a user for something.
public enum StaffAnswer<Value> {
    case given(Value)
    /// The user did not want to answer, or could not.
    case left
    case ended(EndReason)

    init(_ departure: NavigationRequest) {
        switch departure {
        case .ended(let ending): self = .ended(ending)
        case .leave, .restart, .human, .language, .speak, .myBooking, .lostCode, .anotherMatter: self = .left
        }
    }
}

extension StaffAnswer: Sendable where Value: Sendable {}
extension StaffAnswer: Equatable where Value: Equatable {}
