import BookingCore
import ContentLibrary
import Dialogue
import Mapper
import SocialServices

/// What an author is shown of a walk, besides the question itself.
struct AuthorPage {
    let content: Content
    let words: Words
    let interview: Interview

    /// Why a question is asked, and what is known by then.
    func heading(of question: Question) -> [TextBlock] {
        let why = words.questions[question.id]?.why ?? "-"
        return [.blank] + rows([("why it is asked", why), ("flags", flags)])
    }

    func blocks(_ outcome: Outcome) -> [TextBlock] {
        let title = words.outcomes[outcome.id]?.title ?? outcome.id
        let facts = [
            ("outcome", outcome.id), ("group", outcome.group.rawValue), ("service", outcome.service ?? "-"),
            ("books", booking(of: outcome)), ("ready answers", list(outcome.readyAnswers)),
            ("contacts", list(outcome.contacts)), ("flags", flags),
        ]
        return [.blank, .paragraph(TerminalText(title).styled(.strong))] + rows(facts) + why
    }

    /// Where no rule leads on.
    var nowhere: [TextBlock] {
        let told = "this leads nowhere: the last answer has no arrow, and no \"then\" line holds"
        return [.blank, .paragraph(TerminalText(told).styled(.warning))] + why
    }

    private func booking(of outcome: Outcome) -> String {
        guard let id = outcome.appointmentType else { return "nothing" }
        guard let type = content.services.appointment(id) else { return id }
        let methods = type.methods.map(\.rawValue).joined(separator: ", ")
        return "\(id) (\(type.minutes) minutes; \(methods))"
    }

    private var flags: String { list([SituationFlagList(interview.flags).list].filter { !$0.isEmpty }) }

    private func list(_ items: [String]) -> String { items.isEmpty ? "-" : items.joined(separator: ", ") }

    /// Each answer of the path and what led on from it.
    private var why: [TextBlock] {
        let steps = zip(interview.path, interview.rules).map { step, rule in
            let answer = TerminalText("\(step.question.id)=\(answer(step))  \(rule.map(text) ?? "leads nowhere")")
            return TextBlock(answer, indent: 2, hanging: 4)
        }
        return [.blank, .paragraph(TerminalText("Why").styled(.strong))] + steps
    }

    private func answer(_ step: Interview.Step) -> String {
        switch step.answer {
        case .options(let ids): ids.joined(separator: "+")
        case .words(let text): "\"\(text)\""
        }
    }

    private func text(of rule: Rule) -> String {
        switch rule {
        case .arrow(let option, let destination): "the arrow of \(option) -> \(destination.id)"
        case .route(let route):
            "then \(route.destination.id)"
                + (route.conditions.isEmpty ? " (no condition)" : " \(route.text(in: content.tree))")
        }
    }

    /// A name and its value on each line, the values below each other.
    private func rows(_ rows: [(name: String, value: String)]) -> [TextBlock] {
        let width = rows.map(\.name.count).max() ?? 0
        return rows.map { name, value in
            let space = String(repeating: " ", count: width - name.count + 2)
            return TextBlock(TerminalText("\(name)\(space)\(value)").styled(.quiet), indent: 2, hanging: width + 4)
        }
    }
}
