public import Mapper

extension Route {
    /// When the route is taken, as its `then` line says it: `when needs debts and topic money other`; `always`
    /// where nothing is asked.
    public func text(in tree: QuestionTree) -> String {
        if conditions.isEmpty { return "always" }
        return "when " + conditions.map { $0.text(in: tree) }.joined(separator: " and ")
    }
}

extension Condition {
    /// The options in the question's order.
    fileprivate func text(in tree: QuestionTree) -> String {
        let order = tree.questions[question]?.options.map(\.id) ?? []
        let known = order.filter(options.contains)
        return ([question] + known + options.subtracting(known).sorted()).joined(separator: " ")
    }
}

extension Question {
    /// The question's routes, each with when it is taken: the one without conditions is taken `otherwise` where
    /// something stands before it.
    func routeTexts(in tree: QuestionTree) -> [(text: String, destination: Destination)] {
        let hasArrows = options.contains { $0.destination != nil }
        return routes.enumerated().map { number, route in
            let isLeft = route.conditions.isEmpty && (number > 0 || hasArrows)
            return (isLeft ? "otherwise" : route.text(in: tree), route.destination)
        }
    }
}

extension Destination {
    public var id: String {
        switch self {
        case .question(let id), .outcome(let id): id
        }
    }
}
