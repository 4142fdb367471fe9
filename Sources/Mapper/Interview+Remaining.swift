extension Interview {
    /// About how many questions are left, the present one included: the mean over the options still open,
    /// each taken as equally likely, rounded to the nearest whole number. 0 at an outcome; 1 only where this is
    /// the last question whatever the answer.
    public var questionsLeft: Int {
        guard case .question(let question) = position else { return 0 }
        let answered = Dictionary(path.map { ($0.question.id, $0.answer) }, uniquingKeysWith: { $1 })
        var estimate = RemainingEstimate(tree: tree, answered: answered)
        let mean = estimate.questions(from: question)
        return mean == 1 ? 1 : max(2, Int(mean.rounded()))
    }
}
