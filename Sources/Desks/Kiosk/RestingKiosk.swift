public import ContentLibrary
public import Dialogue

/// A kiosk that has nothing whole to show: says so in every language that can be read, with whom to call in danger, and opens
/// by itself.
public struct RestingKiosk {
    private let console: any Console
    private let pause: Double

    /// What came of waiting.
    public enum Waited<Value> {
        case open(Value)
        /// Nobody waits any more.
        case ended(EndReason)
    }

    /// - Parameter pause: between two tries, in seconds; at least 0.1. The console's clock measures it.
    public init(console: any Console, pause: Double = 3) {
        self.console = console
        self.pause = max(0.1, pause)
    }

    /// Waits until there is something to open with.
    ///
    /// - Parameters:
    ///   - remains: what can be said meanwhile; asked for each time, because it may be being repaired.
    ///   - attempt: gives nil as long as there is nothing.
    public func open<Value>(
        saying remains: () -> ContentRemains, _ attempt: () throws -> Value?
    ) rethrows -> Waited<Value> {
        var shown: [TextBlock]?
        while true {
            if let value = try attempt() {
                if shown != nil { console.wipe() }
                return .open(value)
            }
            let screen = Self.screen(remains(), columns: console.columns)
            if screen != shown {
                console.wipe()
                console.show(screen)
                shown = screen
            }
            switch console.rest(seconds: pause) {
            case .endOfInput: return .ended(.endOfInput)
            case .interrupted: return .ended(.interrupted)
            default: continue
            }
        }
    }

    /// What is told, and whom to call in danger: there is no one else to ask here now. Where nothing can be read, the number
    /// alone.
    public static func screen(_ remains: ContentRemains, columns: Int) -> [TextBlock] {
        // Where letters are large, all languages fit only with the number alone.
        let isNarrow = columns < 60
        let county = remains.county
        guard let first = remains.languages.first else { return [number] }
        let names = [first.county.name, first(.kiosk.programName)].filter { !$0.isEmpty }
        return [.paragraph(TerminalText(names.joined(separator: " · ")).styled(.strong))]
            + remains.languages.flatMap { words in
                let contacts = Contacts(county: county, words: words)
                let danger =
                    county.urgentContacts.first { contacts.number($0) != nil }.map(contacts.lines) ?? [number]
                return [.blank, .paragraph(TerminalText(words(.store.resting)))] + danger.prefix(isNarrow ? 1 : .max)
            }
    }

    /// The emergency number of all Europe, which needs no language.
    private static let number = TextBlock(TerminalText("112").styled(.strong), indent: 2, hanging: 4)
}
