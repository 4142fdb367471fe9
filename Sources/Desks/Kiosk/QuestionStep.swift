import BookingCore
import ContentLibrary
import Dialogue
import Mapper
import OwnWords

extension KioskVisit {
    enum Asked: Equatable {
        case answered
        /// The visitor has a booking already and wants to see it.
        case myBooking
    }

    /// Id of the item that stands after the first question's options.
    private static let myBookingID = "my-booking"

    /// Asks a question until it is answered, or goes back to the one before.
    func ask(_ question: Question) throws(NavigationRequest) -> Asked {
        let isFirst = question.id == tools.content.tree.start && steps.isEmpty
        let menu = isFirst ? firstMenu(for: question) : menu(for: question, counting: true)
        guard let selection = try talk.choose(menu) else {
            goBack()
            return .answered
        }
        startIdleClock()
        if selection.item == Self.myBookingID { return .myBooking }
        if question.kind != .words, case .words(let text) = selection {
            try understand(text)
            return .answered
        }
        // The menu lets through only what the question takes.
        try? interview.answer(question.id, selection.answer)
        return .answered
    }

    /// The first question also leads to a booking made earlier, and takes a person's own words.
    private func firstMenu(for question: Question) -> Menu {
        var menu = menu(for: question)
        menu.items.append(Menu.Item(id: Self.myBookingID, text: words(.kiosk.myBooking)))
        menu.takeOwnWords(for: question, of: tools.content, in: words)
        return menu
    }

    /// One question back; from the first question of a detour, back to where it began.
    func goBack() {
        if interview.stepBack() { return }
        if interview.start != tools.content.tree.start {
            interview = resumed(earlierSteps)
            earlierSteps = []
        } else {
            talk.say(.shared.noWayBack)
        }
    }

    private func resumed(_ steps: [Interview.Step]) -> Interview {
        var resumed = Interview(tree: tools.content.tree)
        for step in steps { try? resumed.answer(step.question.id, step.answer) }
        return resumed
    }

    func menu(for question: Question, counting: Bool = false) -> Menu {
        Menu(for: question, in: words, above: counting ? questionsLeft : nil)
    }

    private var questionsLeft: String {
        let count = interview.questionsLeft
        return count == 1 ? words(.shared.oneQuestionLeft) : words(.shared.questionsLeft(count))
    }
}

extension KioskVisit {
    /// Shows what a person's own words sound like, and goes on from where they choose. Nothing is decided for
    /// them, and what they wrote begins their description, whatever they choose.
    func understand(_ text: String) throws(NavigationRequest) {
        keep(text)
        guard let match = tools.matcher()?.match(text, in: words.language), match.isUnderstood else {
            talk.say(.shared.ownWordsUnclear)
            return
        }
        if match.isUrgent { talk.show(contacts.urgentHelp) }
        let suggested = match.suggestions
        let items = suggested.map { Menu.Item(id: $0.id, text: name(of: $0)) }
        let none = Menu.Item(id: Option.none, text: words(.shared.ownWordsNone))
        let menu = Menu(
            title: words(.shared.ownWordsTitle), items: items + [none], help: [words(.shared.ownWordsHelp)],
            // On a small screen all numbers do not fit: the first one stays in sight.
            above: match.isUrgent ? contacts.urgentLead : nil)
        guard let chosen = try talk.choose(menu)?.item else { return }
        if let situation = suggested.first(where: { $0.id == chosen }) {
            interview = tools.content.tree.interview(choosing: situation.option)
        } else {
            talk.say(.shared.ownWordsAgain)
        }
    }

    /// What is told in several goes is kept together.
    private func keep(_ text: String) {
        let told = details.ownWords.isEmpty ? text : details.ownWords + "\n" + text
        details.ownWords = String(told.prefix(SituationDescription.longestOwnWords))
    }

    private func name(of situation: Situation) -> String {
        let first = tools.content.tree.questions[tools.content.tree.start]
        guard let first, let option = situation.option.flatMap(first.option) else {
            return words(.shared.ownWordsDanger)
        }
        return words.text(of: option.id, in: first.id)
    }
}
