extension QuestionTree {
    /// The walk that goes on from words of a person's own: as if they had chosen an option of the first question
    /// themselves, so that they can go back and choose another.
    ///
    /// - Parameter option: nil for words that lead to the urgent question.
    public func interview(choosing option: String?) -> Interview {
        guard let option else { return Interview(tree: self, startingAt: urgent) }
        var interview = Interview(tree: self)
        // An option that the question does not have is a fault of the content; then the question is asked.
        try? interview.answer(start, .options([option]))
        return interview
    }

    /// The first question on that walk whose answers lead to different places: where a person who knows only
    /// this id goes on. A question that every walk passes on its way (who is it for?) tells nothing of where.
    public func narrowingQuestion(choosing option: String?) -> String {
        var interview = interview(choosing: option)
        var last = interview.start
        while case .question(let question) = interview.position {
            last = question.id
            let option = question.options.first { $0.id == Option.unknown } ?? question.options.first
            if question.leadsApart(after: interview.path) { return last }
            guard let option, (try? interview.answer(question.id, .options([option.id]))) != nil else { return last }
        }
        return last
    }
}

extension Question {
    /// `true` if two options lead to different places after these answers.
    fileprivate func leadsApart(after path: [Interview.Step]) -> Bool {
        let answered = Dictionary(path.map { ($0.question.id, $0.answer) }, uniquingKeysWith: { $1 })
        let ways = options.map { option in
            destination(for: answered.merging([id: .options([option.id])]) { $1 })
        }
        return Set(ways).count > 1
    }
}
