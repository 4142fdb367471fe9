public import Mapper

extension Words {
    /// An option as it is offered. "I don't know" is said once for all questions, unless a question says its own.
    public func text(of option: Option, in question: Question) -> String {
        questions[question.id]?.options[option.id]?.text
            ?? (option.id == Option.unknown ? self(.unknown) : option.id)
    }
}
