public import Mapper

extension Words {
    /// An option as it is offered; "I don't know" and, where the content lacks words, the id need no words of their
    /// own.
    public func text(of option: String, in question: String) -> String {
        questions[question]?.options[option]?.text ?? (option == Option.unknown ? self(.unknown) : option)
    }

    /// An answer in a few words, for lists of answers.
    public func short(_ step: Interview.Step) -> String {
        switch step.answer {
        case .words(let text): text
        case .options(let ids):
            ids.map { id in
                questions[step.question.id]?.options[id]?.short
                    ?? (id == Option.unknown ? self(.unknown).lowercased() : id)
            }.joined(separator: ", ")
        }
    }
}
