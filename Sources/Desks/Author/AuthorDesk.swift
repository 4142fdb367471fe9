public import ContentLibrary
public import Dialogue
import Mapper
public import OwnWords
public import SocialServices

/// A walk through the questions for those who write them: every id is shown, and at the end why it came to this.
///
/// It has no store: nothing is booked and nothing is kept. Its own remarks are in English, like those of the command
/// line; the questions are in the language that is tried.
public final class AuthorDesk {
    private let content: Content
    private let talk: Conversation
    private let matcher: () -> SituationClassifier?
    /// The question at which the walk begins and the way back ends.
    private let first: String
    private var interview: Interview

    /// - Parameters:
    ///   - matcher: understands own words; nil if the content has no phrases to learn from.
    ///   - question: the question to begin at; nil is the tree's start.
    public init(
        content: Content, matcher: @escaping () -> SituationClassifier?, console: any Console, language: Language,
        startingAt question: String? = nil
    ) {
        self.content = content
        self.matcher = matcher
        talk = Conversation(console: console, words: content.words(in: language), keys: .staff)
        first = question ?? content.tree.start
        interview = Interview(tree: content.tree, startingAt: question)
    }

    /// Walks until the author leaves.
    ///
    /// - Returns: why the conversation ended if it was not the author who left.
    public func run() -> EndReason? {
        talk.show([.paragraph(TerminalText(words(.professional.keys)).styled(.quiet))])
        do throws(NavigationRequest) {
            while true {
                talk.subject = Subject(interview.flags)
                switch interview.position {
                case .question(let question): try ask(question)
                case .outcome(let outcome): try pause(after: page.blocks(outcome))
                case .nowhere: try pause(after: page.nowhere)
                }
            }
        } catch {
            if case .ended(let ending) = error { return ending }
            return nil
        }
    }

    private var words: Words { talk.words }

    private var page: AuthorPage { AuthorPage(content: content, words: words, interview: interview) }

    private func ask(_ question: Question) throws(NavigationRequest) {
        talk.show(page.heading(of: question))
        guard let selection = try talk.choose(menu(for: question)) else {
            goBack()
            return
        }
        if question.kind != .words, case .words(let text) = selection {
            try understand(text)
        } else {
            // The menu lets through only what the question takes.
            try? interview.answer(question.id, selection.answer)
        }
    }

    private func menu(for question: Question) -> Menu {
        var menu = Menu(for: question, in: words)
        menu.title += "  [\(question.id)]"
        menu.items = menu.items.map { Menu.Item(id: $0.id, text: "\($0.text)  [\($0.id)]") }
        if interview.path.isEmpty { menu.takeOwnWords(for: question, of: content, in: words) }
        return menu
    }

    private func pause(after blocks: [TextBlock]) throws(NavigationRequest) {
        talk.show(blocks)
        let again = Menu.Item(id: "again", text: "begin again")
        if try talk.choose(Menu(title: "What next?", items: [again])) == nil {
            goBack()
        } else {
            interview = Interview(tree: content.tree, startingAt: first)
        }
    }

    private func goBack() {
        if interview.stepBack() { return }
        if interview.start == first {
            talk.say(.shared.noWayBack)
        } else {
            // Own words led to a question that no answer leads back from.
            interview = Interview(tree: content.tree, startingAt: first)
        }
    }

    /// Shows what own words sound like and which of them spoke for it, and goes on from the one that is chosen.
    private func understand(_ text: String) throws(NavigationRequest) {
        guard let match = matcher()?.match(text, in: words.language) else {
            talk.say("there are no phrases to compare own words with; see: kartoitin content check")
            return
        }
        talk.show([.blank, .paragraph(TerminalText(verdict(on: match)))])
        let menu = Menu(
            title: "What it sounds like, best first",
            items: match.ranked.map { Menu.Item(id: $0.situation.id, text: line(of: $0)) })
        guard let chosen = try talk.choose(menu)?.item else { return }
        guard let situation = content.situations.first(where: { $0.id == chosen }), situation.group != nil else {
            return
        }
        interview = content.tree.interview(choosing: situation.option)
    }

    private func verdict(on match: SituationMatch) -> String {
        guard match.isUnderstood else { return "the kiosk does not understand this, and asks again" }
        let danger = match.isUrgent ? match.ranked.map(\.situation).filter(\.isDanger).prefix(1) : []
        let offered = "the kiosk offers: \((danger + match.suggestions).map(\.id).joined(separator: ", "))"
        switch match.alarm {
        case .sure: return "signs of danger: the kiosk shows urgent help first; \(offered)"
        case .possible: return "it may be danger: the kiosk says whom to ring, in one line; \(offered)"
        case .none: return offered
        }
    }

    private func line(of ranked: SituationMatch.Ranked) -> String {
        let place =
            ranked.situation.option.map { "\(content.tree.start)=\($0)" }
            ?? (ranked.situation.isDanger ? "asks \(content.tree.urgent)" : "is no matter")
        let because = ranked.because.isEmpty ? "" : "  (\(ranked.because.joined(separator: "; ")))"
        return "\(ranked.situation.id)  \((ranked.score * 1000).rounded() / 1000)  \(place)\(because)"
    }
}
