import BookingCore
import ContentLibrary
import Dialogue
import Mapper

extension BookingDialog {
    /// Asks what must be arranged. False for the way back.
    func askNeeds() throws(NavigationRequest) -> Bool {
        let menu = Menu(
            title: asked(.booking.needsQuestion),
            items: [
                Menu.Item(id: "interpreter", text: words(.booking.needInterpreter)),
                Menu.Item(id: "sign-language", text: words(.booking.needSignLanguage)),
                Menu.Item(id: "access", text: words(.booking.needAccess)),
                Menu.Item(id: "none", text: words(.booking.needNone)),
            ], kind: .several(exclusive: ["none"]))
        while true {
            guard case .items(let needs) = try talk.choose(menu) else { return false }
            var interpreter: String?
            var access: String?
            if needs.contains("interpreter") {
                interpreter = try need(.booking.interpreterQuestion, already: details.needs.interpreter)
                if interpreter == nil { continue }
            }
            if needs.contains("access") {
                access = try need(.booking.accessQuestion, already: details.needs.accessibility)
                if access == nil { continue }
            }
            details.needs.interpreter = interpreter
            details.needs.signLanguage = needs.contains("sign-language")
            details.needs.accessibility = access
            return true
        }
    }

    private func need(_ question: Phrase, already: String?) throws(NavigationRequest) -> String? {
        let text = asked(question)
        return try talk.write(text, longest: SpecialNeeds.longestText, already: already ?? "") { typed in
            typed.isEmpty ? .failure(WritingFault(question)) : .success(typed)
        }
    }
}

extension BookingDialog {
    /// The answers that led here.
    var because: [TextBlock] {
        let answers = steps.filter { $0.answer != .options([Option.unknown]) }.map(words.short)
        if answers.isEmpty { return [] }
        let list = answers.joined(separator: " · ")
        return [.paragraph(TerminalText(words(.outcome.because(list))).styled(.quiet))]
    }

    /// One question of the walk with a new answer; nil where nothing is to be changed.
    func chooseChange(of interview: Interview) throws(NavigationRequest) -> (question: String, answer: Answer)? {
        let items = interview.path.map { step in
            Menu.Item(
                id: step.question.id,
                text: "\(words.questions[step.question.id]?.ask ?? step.question.id) \(words.short(step))")
        }
        guard let chosen = try talk.choose(Menu(title: words(.outcome.changeQuestion), items: items))?.item,
            let question = interview.tree.questions[chosen]
        else { return nil }
        var menu = Menu(for: question, in: words)
        menu.title = asked(menu.title)
        return try talk.choose(menu).map { (chosen, $0.answer) }
    }

    /// Whether the client wants this time instead of the booked one.
    func agrees(_ booking: Booking, to choice: SlotChoice) throws(NavigationRequest) -> Bool {
        let old = dates.long(booking.slot.start) + ", " + words(booking.method.name)
        let question = words(.change.moveQuestion(old, line(of: choice)))
        return try talk.agrees(asked(question), yes: .change.moveYes, no: .change.moveNo)
    }
}
