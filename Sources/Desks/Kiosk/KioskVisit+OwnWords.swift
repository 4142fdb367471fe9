import BookingCore
import ContentLibrary
import Dialogue
import Mapper

extension KioskVisit {
    /// Shows what a person's own words sound like, and goes on from where they choose. Nothing is decided for
    /// them, and what they wrote begins their description, whatever they choose.
    func understand(_ text: String) throws(Departure) {
        keep(text)
        guard let match = tools.matcher()?.match(text, in: words.language), match.isUnderstood else {
            talk.say(.ownWordsUnclear)
            return
        }
        if match.isUrgent { talk.show(contacts.urgentHelp) }
        let suggested = match.suggestions
        let items = suggested.map { Menu.Item(id: $0.id, text: name(of: $0)) }
        let none = Menu.Item(id: Option.none, text: words(.ownWordsNone))
        let menu = Menu(
            title: words(.ownWordsTitle), items: items + [none], help: [words(.ownWordsHelp)],
            // On a small screen all numbers do not fit: the first one stays in sight.
            above: match.isUrgent ? contacts.urgentLead : nil)
        guard let chosen = try talk.choose(menu)?.item else { return }
        if let situation = suggested.first(where: { $0.id == chosen }) {
            interview = tools.content.tree.interview(from: situation)
        } else {
            talk.say(.ownWordsAgain)
        }
    }

    /// What is told in several goes is kept together.
    private func keep(_ text: String) {
        let told = details.ownWords.isEmpty ? text : details.ownWords + "\n" + text
        details.ownWords = String(told.prefix(SituationDescription.longestOwnWords))
    }

    private func name(of situation: Situation) -> String {
        let first = tools.content.tree.questions[tools.content.tree.start]
        guard let first, let option = situation.option.flatMap(first.option) else { return words(.ownWordsDanger) }
        return words.text(of: option.id, in: first.id)
    }
}
