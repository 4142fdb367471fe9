/// Walks two trees together: one answers, the other is given the same answers.
///
/// What follows from a pair of places is worked out once for each set of answers that still matter there, so the
/// work grows with the trees and not with the number of walks, unless a question moved far ahead: then the answers
/// in between are remembered until the old tree comes to it. Works without recursion: a tree may be deep.
struct JointExplorer {
    /// The position in both trees. Only answers that may still matter are kept, so that many walks meet here.
    private struct Place: Hashable {
        let old: Destination
        let new: NewPosition
        /// Answers to the old tree: its conditions may look at them, or the new tree may still ask for them.
        let answers: [String: Answer]
        /// Those of them on the new tree's own path that its conditions may look at.
        let newAnswers: [String: Answer]
    }

    /// The position in the new tree.
    private enum NewPosition: Hashable {
        /// At a question that the old tree may still answer.
        case waiting(String)
        case ended(TreeComparison.End)
    }

    /// Where a walk ended in the old tree, and where the same answers end in the new one.
    private struct Ends: Hashable {
        let was: TreeComparison.End
        let now: TreeComparison.End
    }

    private struct Count {
        /// Stops counting at `Int.max`.
        var walks: Int
        /// The first choice that leads there, by its index.
        let choice: Int
    }

    /// What follows from an answer.
    private enum Continuation {
        case place(Int)
        case ends(Ends)
    }

    private struct Node {
        let place: Place
        let question: Question
        let choices: [Answer]
        /// One for each choice that was followed.
        var continuations: [Continuation] = []
        var counts: [Ends: Count] = [:]
        var isDone = false
    }

    private let old: QuestionTree
    private let new: QuestionTree
    private var oldReach: TreeReach
    private var newReach: TreeReach
    private let together: [String: [Set<String>]]
    private var nodes: [Node] = []
    private var numbers: [Place: Int] = [:]
    /// A question of the old tree and one of the new tree that some walk came to at once.
    private var reachedPairs: Set<[String]> = []

    init(old: QuestionTree, new: QuestionTree) {
        self.old = old
        self.new = new
        oldReach = TreeReach(tree: old)
        newReach = TreeReach(tree: new)
        together = (Array(old.questions.values) + Array(new.questions.values)).optionsAskedTogether
    }

    /// `true` if some walk came to both questions at once.
    func hasReached(_ old: String, _ new: String) -> Bool { reachedPairs.contains([old, new]) }

    /// Every pair of ends of the walks from two questions, with an example of each.
    mutating func ends(from was: String, and now: String) -> [TreeComparison.Change] {
        switch arrive(old: .question(was), advancingFrom: .question(now), answers: [:], newAnswers: [:]) {
        case .ends(let ends): return [TreeComparison.Change(was: ends.was, now: ends.now, count: 1, example: [])]
        case .place(let start):
            explore(from: start)
            return nodes[start].counts.map { ends, found in
                TreeComparison.Change(
                    was: ends.was, now: ends.now, count: found.walks, example: example(of: ends, from: start))
            }.sorted { $0.example.lexicographicallyPrecedes($1.example, by: Self.precedes) }
        }
    }

    /// Any order that is the same at every run.
    private static func precedes(_ left: Walk.Step, _ right: Walk.Step) -> Bool {
        (left.question, left.options.joined(separator: " ")) < (right.question, right.options.joined(separator: " "))
    }

    private func example(of ends: Ends, from start: Int) -> [Walk.Step] {
        var steps: [Walk.Step] = []
        var at = start
        while let found = nodes[at].counts[ends] {
            let node = nodes[at]
            steps.append(
                Walk.Step(question: node.question.id, options: node.choices[found.choice].optionIDs))
            guard case .place(let next) = node.continuations[found.choice] else { break }
            at = next
        }
        return steps
    }

    private mutating func explore(from start: Int) {
        var trail = [start]
        while let at = trail.last {
            if nodes[at].isDone {
                trail.removeLast()
            } else if nodes[at].continuations.count == nodes[at].choices.count {
                count(at)
                trail.removeLast()
            } else {
                let continuation = choose(nodes[at].choices[nodes[at].continuations.count], at: at)
                nodes[at].continuations.append(continuation)
                if case .place(let next) = continuation { trail.append(next) }
            }
        }
    }

    private mutating func count(_ at: Int) {
        var counts: [Ends: Count] = [:]
        func add(_ walks: Int, to ends: Ends, by choice: Int) {
            counts[ends, default: Count(walks: 0, choice: choice)].walks =
                (counts[ends]?.walks ?? 0).addingUpToMax(walks)
        }
        for (choice, continuation) in nodes[at].continuations.enumerated() {
            switch continuation {
            case .ends(let ends): add(1, to: ends, by: choice)
            case .place(let next):
                for (ends, found) in nodes[next].counts { add(found.walks, to: ends, by: choice) }
            }
        }
        nodes[at].counts = counts
        nodes[at].isDone = true
    }

    private mutating func choose(_ answer: Answer, at: Int) -> Continuation {
        let place = nodes[at].place
        let question = nodes[at].question
        let answers = place.answers.merging([question.id: answer]) { $1 }
        guard let next = question.destination(for: answers) else {
            return .ends(
                Ends(was: .nowhere, now: newEnd(of: place.new, answers: answers, newAnswers: place.newAnswers)))
        }
        return switch place.new {
        case .ended: arrive(old: next, new: place.new, answers: answers)
        case .waiting(let id):
            arrive(old: next, advancingFrom: .question(id), answers: answers, newAnswers: place.newAnswers)
        }
    }

    /// Where the new tree ends when the old one asks no more.
    private mutating func newEnd(
        of position: NewPosition, answers: [String: Answer], newAnswers: [String: Answer]
    ) -> TreeComparison.End {
        switch position {
        case .ended(let end): return end
        case .waiting(let id):
            var newAnswers = newAnswers
            return switch advance(from: .question(id), answers: answers, newAnswers: &newAnswers, oldMayAsk: []) {
            case .ended(let end): end
            case .waiting(let id): .question(id)
            }
        }
    }

    /// The pair of positions after the new tree has gone on as far as the answers lead.
    private mutating func arrive(
        old place: Destination, advancingFrom start: Destination, answers: [String: Answer],
        newAnswers: [String: Answer]
    ) -> Continuation {
        var newAnswers = newAnswers
        let mayAsk = oldReach.ahead(of: place).questions
        let position = advance(from: start, answers: answers, newAnswers: &newAnswers, oldMayAsk: mayAsk)
        return arrive(old: place, new: position, answers: answers, newAnswers: newAnswers)
    }

    private mutating func arrive(
        old place: Destination, new position: NewPosition, answers: [String: Answer],
        newAnswers: [String: Answer] = [:]
    ) -> Continuation {
        // A question that was answered comes again only in an unchecked tree.
        guard case .question(let id) = place, let question = old.questions[id], answers[id] == nil else {
            let was: TreeComparison.End = if case .outcome(let id) = place { .outcome(id) } else { .nowhere }
            return .ends(Ends(was: was, now: newEnd(of: position, answers: answers, newAnswers: newAnswers)))
        }
        let oldAhead = oldReach.ahead(of: place)
        var matters = oldAhead.asked.union(oldAhead.questions)
        var newAnswers = newAnswers
        if case .waiting(let waiting) = position {
            reachedPairs.insert([id, waiting])
            let ahead = newReach.ahead(of: .question(waiting))
            matters.formUnion(ahead.questions)
            newAnswers = newAnswers.filter { ahead.asked.contains($0.key) }
        } else {
            newAnswers = [:]
        }
        let here = Place(
            old: place, new: position, answers: answers.filter { matters.contains($0.key) }, newAnswers: newAnswers)
        if let number = numbers[here] { return .place(number) }
        numbers[here] = nodes.count
        let choices = question.choices(askedTogether: together[id, default: []])
        nodes.append(Node(place: here, question: question, choices: choices))
        return .place(nodes.count - 1)
    }

    /// Goes on in the new tree as far as the answers given lead.
    private mutating func advance(
        from start: Destination, answers: [String: Answer], newAnswers: inout [String: Answer], oldMayAsk: Set<String>
    ) -> NewPosition {
        var place = start
        var passed: Set<String> = []
        while case .question(let id) = place {
            guard let question = new.questions[id], passed.insert(id).inserted else { return .ended(.nowhere) }
            guard let answer = answers[id] else {
                return oldMayAsk.contains(id) ? .waiting(id) : .ended(.question(id))
            }
            guard let fitting = try? question.checked(answer) else {
                return .ended(.refusal(question: id, options: answer.optionIDs))
            }
            newAnswers[id] = fitting
            guard let next = question.destination(for: newAnswers) else { return .ended(.nowhere) }
            place = next
        }
        guard case .outcome(let id) = place, new.outcomes[id] != nil else { return .ended(.nowhere) }
        return .ended(.outcome(id))
    }
}
