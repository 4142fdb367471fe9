import Mapper

extension ContentInventory {
    /// All that is said in one language.
    mutating func add(_ words: Words, of tree: QuestionTree) {
        func say(_ subject: String, _ parts: KeyValuePairs<String, String?>) {
            values.add(.words, subject, parts, in: words.language)
        }
        for (id, told) in words.questions.sorted(by: { $0.key < $1.key }) {
            say("question \(id)", ["ask": told.ask, "why": told.why, "hint": told.hint, "staff": told.staff])
            for option in tree.questions[id]?.options ?? [] {
                let own = told.options[option.id]
                say("option \(id) \(option.id)", ["text": own?.text, "short": own?.short])
            }
        }
        for (id, told) in words.outcomes.sorted(by: { $0.key < $1.key }) {
            say(
                "outcome \(id)",
                [
                    "title": told.title, "tell": paragraphs(told.tell), "prompt": paragraphs(told.prompts),
                    "staff": told.staff,
                ])
        }
        for (id, told) in words.readyAnswers.sorted(by: { $0.key < $1.key }) {
            say("ready \(id)", ["title": told.title, "tell": paragraphs(told.tell)])
        }
        for (id, told) in words.contacts.sorted(by: { $0.key < $1.key }) {
            say("contact \(id)", ["name": told.name, "tell": told.tell, "hours": told.hours])
        }
        for (id, told) in words.services.sorted(by: { $0.key < $1.key }) {
            say(
                "service \(id)",
                [
                    "name": told.name, "official": told.official, "bring": paragraphs(told.bring),
                    "prepare": paragraphs(told.prepare),
                ])
        }
        for (id, told) in words.appointments.sorted(by: { $0.key < $1.key }) {
            say(
                "appointment \(id)",
                [
                    "name": told.name, "meeting": paragraphs(told.meeting), "bring": paragraphs(told.bring),
                    "prepare": paragraphs(told.prepare), "prompt": paragraphs(told.prompts),
                ])
        }
        for kind in Words.NameKind.allCases {
            for (id, name) in words.names[kind, default: [:]].sorted(by: { $0.key < $1.key }) {
                say("\(kind.rawValue) \(id)", ["name": name])
            }
        }
        say("county", ["name": words.county.name, "official": words.county.official])
        for phrase in Phrase.allCases { say("desk", [phrase.key: words.phrases[phrase]]) }
    }

    private func paragraphs(_ texts: [String]) -> String { texts.joined(separator: " / ") }
}
