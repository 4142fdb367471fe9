import BookingCore
import ContentLibrary
public import Dialogue
import Foundation
public import SocialServices

/// The public terminal: one visitor after another, each begins with an empty screen and leaves one.
public final class KioskDesk {
    private let tools: DeskTools
    private let console: any Console
    private let fixedLanguage: Language?

    /// - Parameter language: the language of every visit; nil asks each visitor.
    public init(tools: DeskTools, console: any Console, language: Language? = nil) {
        self.tools = tools
        self.console = console
        fixedLanguage = language
    }

    /// Serves visitors until nobody answers any more.
    public func run() -> Ending {
        while true {
            if let ending = serveOne() { return ending }
        }
    }

    /// One visit from the choice of language to the wiped screen. Nil where the next visitor may come.
    private func serveOne() -> Ending? {
        defer { console.wipe() }
        do throws(Departure) {
            let language = if let fixedLanguage { fixedLanguage } else { try chooseLanguage() }
            return KioskVisit(tools: tools, console: console, language: language).run()
        } catch {
            if case .ended(let ending) = error { return ending }
            return nil
        }
    }

    /// Each language asks in its own words.
    private func chooseLanguage() throws(Departure) -> Language {
        let languages = tools.content.languages
        let all = languages.map { tools.content.words(in: $0) }
        let talk = Talk(console: console, words: all[0], keys: .kiosk, urgentHelp: urgentHelp(in: all))
        let menu = Menu(
            title: all.map { $0(.languageTitle) }.joined(separator: " · "),
            items: all.map { Menu.Item(id: $0.language.rawValue, text: $0(.languageName)) },
            hint: all.map { $0(.hintOne, ["count": String(languages.count)]) }.joined(separator: " "))
        let title = TerminalText("\(all[0].county.name) · \(all[0](.programName))").styled(.strong)
        talk.show([.paragraph(title), .blank] + all.map { .paragraph(TerminalText($0(.chooseLanguage))) })
        while true {
            guard let chosen = try talk.choose(menu)?.item else { continue }
            if let language = languages.first(where: { $0.rawValue == chosen }) { return language }
        }
    }

    private func urgentHelp(in languages: [Words]) -> [TextBlock] {
        languages.flatMap { Contacts(county: tools.content.county, words: $0).urgentHelp }
    }
}
