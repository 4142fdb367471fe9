import ContentLibrary
import Dialogue
import Mapper
import OwnWords

/// Shows what a person's own words sound like. Nothing is decided for them.
struct OwnWordsDialog {
    let context: DialogContext

    private enum Heard {
        case option(String)
        /// Danger: the tree's urgent question.
        case urgent
        case none
    }

    /// The walk that begins with what they choose; nil if they choose nothing.
    func interview(from text: String) throws(NavigationRequest) -> Interview? {
        let (conversation, words, content) = (context.conversation, context.words, context.tools.content)
        guard let match = context.tools.matcher()?.match(text, in: words.language), match.isUnderstood else {
            conversation.say(.shared.ownWordsUnclear)
            if text.isInAnotherScript {
                conversation.say(context.contacts.urgentLead, words(.shared.ownWordsForeign))
            }
            return nil
        }
        let suggested = match.suggestions.compactMap(\.option)
        let beside = match.suggestions.compactMap(\.beside).first { !suggested.contains($0) }
        let danger = match.isUrgent ? [Choice(Heard.urgent, id: "urgent", words(.shared.ownWordsDanger))] : []
        let matters = (suggested + [beside].compactMap(\.self)).map { Choice(Heard.option($0), id: $0, name(of: $0)) }
        let none = Choice(Heard.none, id: Option.none, words(.shared.ownWordsNone))
        let chosen = try conversation.choose(
            titled: words(.shared.ownWordsTitle), from: danger + matters + [none],
            help: [words(.shared.ownWordsHelp)],
            // On a small screen all numbers do not fit: the first one stays in sight.
            above: warning(match.alarm))
        switch chosen {
        case nil: return nil
        case .option(let option): return content.tree.interview(choosing: option)
        case .urgent: return content.tree.interview(choosing: nil)
        case Heard.none?:
            conversation.say(.shared.ownWordsAgain)
            return nil
        }
    }

    private func name(of option: String) -> String {
        context.words.text(of: option, in: context.tools.content.tree.start)
    }

    /// What stands above the suggestions. A single line where it only may be danger.
    private func warning(_ alarm: SituationMatch.Alarm) -> String? {
        switch alarm {
        case .sure: context.contacts.urgentLead
        case .possible: context.contacts.urgentPossible
        case .none: nil
        }
    }
}

extension String {
    /// Most of its letters are of none of the content's languages: Cyrillic, Arabic or another script.
    fileprivate var isInAnotherScript: Bool {
        let letters = unicodeScalars.filter(\.properties.isAlphabetic)
        return letters.count >= 3 && letters.filter { $0.value > 0x24F }.count * 2 > letters.count
    }
}
