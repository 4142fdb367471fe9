import Mapper

/// One walk: a list of answered questions.
struct WalkRow: Encodable {
    struct Step: Encodable {
        let question: String
        /// Empty for own words.
        let options: [String]
    }

    let steps: [Step]

    init(_ steps: [Walk.Step]) { self.steps = steps.map { Step(question: $0.question, options: $0.options) } }

    func encode(to encoder: any Encoder) throws { try steps.encode(to: encoder) }

    /// `topic=money needs=debts+rent story=(words)`.
    var text: String {
        steps.map { step in
            "\(step.question)=\(step.options.isEmpty ? "(words)" : step.options.joined(separator: "+"))"
        }.joined(separator: " ")
    }
}
