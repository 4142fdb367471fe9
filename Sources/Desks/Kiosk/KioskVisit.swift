import BookingCore
import CivilTime
import ContentLibrary
import Dialogue
import Foundation
import Mapper
import SocialServices

/// One visitor's conversation. Holds all that is known of them, and is gone when they are.
final class KioskVisit: BookingDialog {
    let tools: DeskTools
    var desk: any BookingDesk { tools.visitor }
    let talk: Conversation
    let words: Words
    let contacts: Contacts
    let dates: DateWords
    private let settings: KioskSettings

    /// The walk that is going on.
    var interview: Interview
    /// What was answered before a detour to "I want to talk to a human being".
    var earlierSteps: [Interview.Step] = []
    var details: BookingDetails
    var draft: BookingDraft?
    /// Where a time was booked, for the count of journeys: the outcome or, by right, the appointment type, by id.
    var bookedPlace: String?

    init(
        tools: DeskTools, console: any Console, language: Language, settings: KioskSettings, voice: Voice?
    ) {
        self.settings = settings
        self.tools = tools
        words = tools.content.words(in: language)
        contacts = Contacts(county: tools.content.county, words: words)
        dates = DateWords(words: words, wallClock: tools.wallClock)
        talk = Conversation(
            console: console, words: words, keys: .kiosk, urgentHelp: contacts.urgentHelp, voice: voice)
        interview = Interview(tree: tools.content.tree)
        details = BookingDetails(needs: SpecialNeeds(meetingLanguage: language))
    }

    /// From now on a visitor who says nothing for long is asked, and then the visit ends.
    func startIdleClock() {
        let seconds = String(Int(settings.idleEnd))
        talk.idle = IdleTimeout(
            warnAfter: settings.idleWarning, endAfter: settings.idleEnd,
            warning: TerminalText(words(.shared.idleWarning(seconds))))
    }

    /// Nil when the visit came to its end and the next visitor may come.
    func run() -> EndReason? {
        welcome()
        while true {
            do {
                try converse()
                return nil
            } catch {
                if case .ended(let ending) = error { return ending }
                releaseHold()
                draft = nil
                switch error {
                case .leave:
                    return farewell()
                case .restart:
                    interview = Interview(tree: tools.content.tree)
                    earlierSteps = []
                    details = BookingDetails(needs: SpecialNeeds(meetingLanguage: words.language))
                case .human:
                    earlierSteps = steps
                    interview = Interview(tree: tools.content.tree, startingAt: tools.content.tree.human)
                // No key of the kiosk: its visitors choose their language at the start.
                case .language, .ended: continue
                }
            }
        }
    }

    /// What is done when the visitor has gone and nothing of theirs is on the screen any more: a server that does not
    /// answer may keep it waiting.
    func finish() {
        releaseHold()
        countJourney()
    }

    /// Everything that was answered and led here.
    var steps: [Interview.Step] { earlierSteps + interview.path }

    func asked(_ question: String) -> String { question }

    private func welcome() {
        let county = words.county
        var blocks: [TextBlock] = [
            .blank, .paragraph(TerminalText("\(county.name) · \(words(.kiosk.programName))").styled(.strong)), .blank,
            .paragraph(TerminalText(words(.kiosk.welcome))),
            .paragraph(TerminalText(words(.shared.privacy("\(county.name), \(county.official)")))),
            .paragraph(TerminalText(words(.kiosk.anonymous))),
        ]
        if tools.isDemo { blocks.append(.paragraph(TerminalText(words(.shared.demoNotice)).styled(.warning))) }
        blocks += [.blank, .paragraph(TerminalText(words(.kiosk.keysLine)).styled(.quiet))]
        talk.show(blocks)
    }

    private func farewell() -> EndReason? {
        do {
            talk.say(talk.goodbye)
            try talk.pause(.booking.doneEnter)
            return nil
        } catch {
            if case .ended(let ending) = error { return ending }
            return nil
        }
    }

    /// Questions, then what they lead to, until the visit has come to its end.
    private func converse() throws(NavigationRequest) {
        while true {
            switch interview.position {
            case .question(let question):
                if try ask(question) == .myBooking, try showMyBooking() { return }
            case .outcome(let outcome):
                if try present(outcome) { return }
            case .nowhere:
                // Only a tree that nobody checked leads here; where even the way to a human being is broken, the
                // visit ends.
                throw interview.start == tools.content.tree.human ? NavigationRequest.leave : NavigationRequest.human
            }
        }
    }
}

extension KioskVisit {
    /// Counts that a visit began and where it ended, by the ids of the content: nothing of the person.
    ///
    /// A visit without an answer is none. A count that cannot be written is lost; nobody waits for it.
    func countJourney() {
        let end: JourneyEvent
        if let bookedPlace {
            end = JourneyEvent(.booked, at: bookedPlace)
        } else {
            switch interview.position {
            case .outcome(let outcome): end = JourneyEvent(.outcome, at: outcome.id)
            case .question(let question): end = JourneyEvent(.left, at: question.id)
            case .nowhere: return
            }
            if steps.isEmpty { return }
        }
        try? tools.visitor.count([JourneyEvent(.began), end], in: words.language)
    }
}
