import BookingCore
public import ContentLibrary
public import Dialogue

/// A kiosk whose store cannot be opened now: says so in every language, and opens by itself when it can.
///
/// It waits only where waiting helps: while a database server does not answer or has no room, and while the store is
/// newer than this program, which is about to be brought up to date.
public struct RestingKiosk {
    private let content: Content
    private let console: any Console
    private let pause: Double
    private let report: (String) -> Void

    /// How long a program rests that is too old, before it ends to make room for a newer one, in seconds.
    private static let upgradePause = 60.0

    /// What came of waiting.
    public enum Waited<Value> {
        case open(Value)
        /// Nobody waits any more.
        case ended(EndReason)
    }

    /// - Parameters:
    ///   - pause: between two tries, in seconds; at least 0.1. The console's clock measures it.
    ///   - report: tells the staff, once when it goes and once when it comes back.
    public init(content: Content, console: any Console, pause: Double = 3, report: @escaping (String) -> Void) {
        self.content = content
        self.console = console
        self.pause = max(0.1, pause)
        self.report = report
    }

    /// Opens the store, as soon as that can be done.
    ///
    /// - Throws: what waiting does not mend.
    public func open<Value>(_ attempt: () throws -> Value) throws -> Waited<Value> {
        var isResting = false
        while true {
            let trouble: StoreFailure
            do {
                let value = try attempt()
                if isResting {
                    report(StoreFailure.over)
                    console.wipe()
                }
                return .open(value)
            } catch let why as StoreFailure where why.isOfConnecting {
                trouble = why
            } catch StoreFailure.newer(let found, let known) {
                trouble = .newer(found: found, known: known)
            }
            if !isResting {
                report(trouble.explanation)
                console.wipe()
                console.show(screen)
            }
            isResting = true
            let isTooOld = !trouble.isOfConnecting
            switch console.rest(seconds: isTooOld ? Self.upgradePause : pause) {
            case .endOfInput: return .ended(.endOfInput)
            case .interrupted: return .ended(.interrupted)
            default: if isTooOld { return .ended(.timedOut) }
            }
        }
    }

    /// What is told, and whom to call in danger: there is no one else to ask here now.
    private var screen: [TextBlock] {
        let all = content.languages.map { content.words(in: $0) }
        // Where letters are large, all languages fit only with the number alone.
        let isNarrow = console.columns < 60
        let title = all.first.map { "\($0.county.name) · \($0(.kiosk.programName))" } ?? ""
        return [.paragraph(TerminalText(title).styled(.strong))]
            + all.flatMap { words in
                let danger = content.county.urgentContacts.prefix(1)
                return [.blank, .paragraph(TerminalText(words(.store.resting)))]
                    + danger.flatMap { contact in
                        Contacts(county: content.county, words: words).lines(contact).prefix(isNarrow ? 1 : .max)
                    }
            }
    }
}
