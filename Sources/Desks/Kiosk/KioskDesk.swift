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
    private let settings: KioskSettings
    private let voice: Voice?
    private let leavingTerminal: () -> Void

    /// - Parameters:
    ///   - language: the language of every visit; nil asks each visitor.
    ///   - speaker: the machine's voice, if it has one.
    ///   - leavingTerminal: is called when the terminal is wiped after a visit, before what is left to do.
    public init(
        tools: DeskTools, console: any Console, language: Language? = nil,
        settings: KioskSettings = KioskSettings(), speaker: (any Speaker)? = nil,
        leavingTerminal: @escaping () -> Void = {}
    ) {
        self.tools = tools
        self.console = console
        fixedLanguage = language
        self.settings = settings
        self.leavingTerminal = leavingTerminal
        voice = speaker.map { Voice(speaker: $0, on: console, isOn: settings.speaks) }
    }

    /// Serves visitors until no one answers any more.
    public func run() -> EndReason {
        while true {
            if let ending = serveOne() { return ending }
        }
    }

    /// One visit from the choice of language to the wiped screen. Nil if the next visitor may come.
    public func serveOne() -> EndReason? {
        var begun: KioskVisit?
        defer {
            console.wipe()
            if !settings.speaks { voice?.turnOff() }
            leavingTerminal()
            begun?.finish()
        }
        do throws(NavigationRequest) {
            let chosen = if let fixedLanguage { fixedLanguage } else { try chooseLanguage() }
            guard let language = chosen else { return .interrupted }
            let visit = KioskVisit(
                tools: tools, console: console, language: language, settings: settings, voice: voice,
                notice: fixedLanguage == nil ? nil : tools.notice(in: tools.content.words(in: language)))
            begun = visit
            // A visitor who has chosen a language has begun; before that there may be no one at all.
            if fixedLanguage == nil { visit.startIdleClock() }
            let ending = visit.run()
            return ending == .timedOut ? nil : ending
        } catch {
            if case .ended(let ending) = error { return ending }
            return nil
        }
    }

    /// Each language asks in its own words.
    ///
    /// Nil if a user ends a demonstration here; a kiosk in a lobby goes on.
    private func chooseLanguage() throws(NavigationRequest) -> Language? {
        let all = tools.content.greetings()
        let conversation = Conversation(
            console: console, words: all[0], keys: .kiosk,
            urgent: UrgentScreen(county: tools.content.county, languages: all), voice: voice,
            listener: tools.listener(in: all[0].language))
        let menu = Menu(
            title: all.map { $0(.kiosk.languageTitle) }.joined(separator: " · "),
            items: all.map { Menu.Item(id: $0.language.rawValue, text: $0(.shared.languageName)) },
            hint: all.map { $0(.shared.hintOne(all.count)) }.joined(separator: " "))
        let title = TerminalText("\(all[0].county.name) · \(all[0](.kiosk.programName))").styled(.strong)
        var lines = all.map { $0(.kiosk.chooseLanguage) } + all.compactMap(tools.notice(in:))
        if let voice, voice.isAvailable { lines += all.map { $0(.kiosk.speechOffer) } }
        if tools.isDemo { lines += all.map { $0(.kiosk.demoEnd) } }
        conversation.show([.paragraph(title), .blank] + lines.map { .paragraph(TerminalText($0)) })
        while true {
            do throws(NavigationRequest) {
                guard let chosen = try conversation.choose(menu)?.item else { continue }
                if let words = all.first(where: { $0.language.rawValue == chosen }) { return words.language }
            } catch {
                switch error {
                case .leave where tools.isDemo: return nil
                case .speak(let language): return language
                // Nothing has begun that could be left, and no one can be chosen to talk with.
                case .leave, .restart, .human, .language, .myBooking, .lostCode, .anotherMatter: continue
                case .ended: throw error
                }
            }
        }
    }
}
