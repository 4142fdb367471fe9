import BookingCore
import ContentLibrary
import Dialogue
import Mapper

extension BookingTalk {
    /// The answers that led here.
    var because: [TextBlock] {
        let answers = steps.filter { $0.answer != .options([Option.unknown]) }.map(words.short)
        if answers.isEmpty { return [] }
        let list = answers.joined(separator: " · ")
        return [.paragraph(TerminalText(words(.because, ["answers": list])).styled(.quiet))]
    }

    /// One question of the walk with a new answer; nil where nothing is to be changed.
    func chooseChange(of interview: Interview) throws(Departure) -> (question: String, answer: Answer)? {
        let items = interview.path.map { step in
            Menu.Item(
                id: step.question.id,
                text: "\(words.questions[step.question.id]?.ask ?? step.question.id) \(words.short(step))")
        }
        guard let chosen = try talk.choose(Menu(title: words(.changeQuestion), items: items))?.item,
            let question = interview.tree.questions[chosen]
        else { return nil }
        var menu = Menu(for: question, in: words)
        menu.title = asked(menu.title)
        return try talk.choose(menu).map { (chosen, $0.answer) }
    }

    /// Whether the client wants this time instead of the booked one.
    func agrees(_ booking: Booking, to choice: SlotChoice) throws(Departure) -> Bool {
        let old = dates.long(booking.slot.start) + ", " + words(booking.method.name)
        let question = words(.moveQuestion, ["old": old, "new": line(of: choice)])
        return try talk.agrees(asked(question), yes: .moveYes, no: .moveNo)
    }
}
