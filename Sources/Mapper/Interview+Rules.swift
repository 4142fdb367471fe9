extension Interview {
    /// What led on from each step of the path; nil for a last step from which nothing does.
    public var rules: [Rule?] {
        var answers: [String: Answer] = [:]
        return path.map { step in
            answers[step.question.id] = step.answer
            return step.question.rule(for: answers)
        }
    }
}
