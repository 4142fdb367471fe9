import ContentLibrary
import Dialogue
import Mapper

extension KioskVisit {
    enum Asked: Equatable {
        case answered
        /// The visitor has a booking already and wants to see it.
        case myBooking
    }

    /// Id of the item that stands after the first question's options.
    private static let myBookingID = "my-booking"

    /// Asks a question until it is answered, or goes back to the one before.
    func ask(_ question: Question) throws(Departure) -> Asked {
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
        menu.items.append(Menu.Item(id: Self.myBookingID, text: words(.myBooking)))
        menu.takeOwnWords(for: question, of: tools.content.tree, in: words)
        return menu
    }

    /// One question back; from the first question of a detour, back to where it began.
    func goBack() {
        if interview.stepBack() { return }
        if interview.start != tools.content.tree.start {
            interview = resumed(earlierSteps)
            earlierSteps = []
        } else {
            talk.say(.noWayBack)
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
        return count == 1 ? words(.oneQuestionLeft) : words(.questionsLeft, ["count": String(count)])
    }
}
