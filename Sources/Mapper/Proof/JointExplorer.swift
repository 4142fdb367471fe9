/// Walks two trees together: one answers, the other is given the same answers.
///
/// What follows from a pair of places is worked out once for each set of answers that still matter there, so the
/// work grows with the trees and not with the number of walks, unless a question moved far ahead: then the answers
/// in between are remembered until the old tree comes to it. Works without recursion: a tree may be deep.
struct JointExplorer {
    /// Where both trees stand. Only answers that may still matter are kept, so that many walks meet here.
    private struct Place: Hashable {
        let old: Destination
        let new: Stand
        /// Answers given: the old tree's conditions may look at them, or the new tree may still ask for them.
        let given: [String: Answer]
        /// Answers on the new tree's own path that its conditions may look at.
        let taken: [String: Answer]
    }

    /// Where the new tree stands.
    private enum Stand: Hashable {
        /// At a question that the old tree may still answer.
        case waiting(String)
        case ended(TreeComparison.End)
    }

    private struct Ends: Hashable {
        let was: TreeComparison.End
        let now: TreeComparison.End
    }

    private struct Tally {
        var count: Int
        /// The first way that leads there.
        let way: Int
    }

    private enum Way {
        case place(Int)
        case ends(Ends)
    }

    private struct Node {
        let place: Place
        let question: Question
        let choices: [Answer]
        var ways: [Way] = []
        var tallies: [Ends: Tally] = [:]
        var isDone = false
    }

    private let old: QuestionTree
    private let new: QuestionTree
    private var oldReach: TreeReach
    private var newReach: TreeReach
    private let together: [String: [Set<String>]]
    private var nodes: [Node] = []
    private var numbers: [Place: Int] = [:]
    private var met: Set<[String]> = []

    init(old: QuestionTree, new: QuestionTree) {
        self.old = old
        self.new = new
        oldReach = TreeReach(tree: old)
        newReach = TreeReach(tree: new)
        together = (Array(old.questions.values) + Array(new.questions.values)).optionsAskedTogether
    }

    /// True where some walk came to both questions at once.
    func hasMet(_ old: String, _ new: String) -> Bool { met.contains([old, new]) }

    /// Every pair of ends of the walks from two questions, with an example of each.
    mutating func ends(from was: String, and now: String) -> [TreeComparison.Change] {
        switch way(old: .question(was), new: .question(now), given: [:], taken: [:]) {
        case .ends(let ends): return [TreeComparison.Change(was: ends.was, now: ends.now, count: 1, example: [])]
        case .place(let start):
            explore(from: start)
            return nodes[start].tallies.map { ends, tally in
                TreeComparison.Change(
                    was: ends.was, now: ends.now, count: tally.count, example: example(of: ends, from: start))
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
        while let tally = nodes[at].tallies[ends] {
            let node = nodes[at]
            steps.append(
                Walk.Step(question: node.question.id, options: node.choices[tally.way].optionIDs))
            guard case .place(let next) = node.ways[tally.way] else { break }
            at = next
        }
        return steps
    }

    private mutating func explore(from start: Int) {
        var trail = [start]
        while let at = trail.last {
            if nodes[at].isDone {
                trail.removeLast()
            } else if nodes[at].ways.count == nodes[at].choices.count {
                count(at)
                trail.removeLast()
            } else {
                let way = step(from: at, choosing: nodes[at].choices[nodes[at].ways.count])
                nodes[at].ways.append(way)
                if case .place(let next) = way { trail.append(next) }
            }
        }
    }

    private mutating func count(_ at: Int) {
        var tallies: [Ends: Tally] = [:]
        func add(_ ends: Ends, _ count: Int, _ way: Int) {
            tallies[ends, default: Tally(count: 0, way: way)].count =
                (tallies[ends]?.count ?? 0).addingUpToMax(count)
        }
        for (number, way) in nodes[at].ways.enumerated() {
            switch way {
            case .ends(let ends): add(ends, 1, number)
            case .place(let next): for (ends, tally) in nodes[next].tallies { add(ends, tally.count, number) }
            }
        }
        nodes[at].tallies = tallies
        nodes[at].isDone = true
    }

    private mutating func step(from at: Int, choosing answer: Answer) -> Way {
        let place = nodes[at].place
        let question = nodes[at].question
        let given = place.given.merging([question.id: answer]) { $1 }
        guard let next = question.destination(for: given) else {
            return .ends(Ends(was: .nowhere, now: newEnd(of: place.new, given: given, taken: place.taken)))
        }
        return switch place.new {
        case .ended: way(old: next, new: place.new, given: given)
        case .waiting(let id): way(old: next, new: .question(id), given: given, taken: place.taken)
        }
    }

    /// Where the new tree ends when the old one asks no more.
    private mutating func newEnd(
        of stand: Stand, given: [String: Answer], taken: [String: Answer]
    ) -> TreeComparison.End {
        switch stand {
        case .ended(let end): return end
        case .waiting(let id):
            var taken = taken
            return switch advance(from: .question(id), given: given, taken: &taken, oldMayAsk: []) {
            case .ended(let end): end
            case .waiting(let id): .question(id)
            }
        }
    }

    private mutating func way(
        old place: Destination, new: Destination, given: [String: Answer], taken: [String: Answer]
    ) -> Way {
        var taken = taken
        let mayAsk = oldReach.ahead(of: place).questions
        let stand = advance(from: new, given: given, taken: &taken, oldMayAsk: mayAsk)
        return way(old: place, new: stand, given: given, taken: taken)
    }

    private mutating func way(
        old place: Destination, new stand: Stand, given: [String: Answer], taken: [String: Answer] = [:]
    ) -> Way {
        // A question that was answered comes again only in a tree that nobody checked.
        guard case .question(let id) = place, let question = old.questions[id], given[id] == nil else {
            let was: TreeComparison.End = if case .outcome(let id) = place { .outcome(id) } else { .nowhere }
            return .ends(Ends(was: was, now: newEnd(of: stand, given: given, taken: taken)))
        }
        let oldAhead = oldReach.ahead(of: place)
        var matters = oldAhead.asked.union(oldAhead.questions)
        var taken = taken
        if case .waiting(let waiting) = stand {
            met.insert([id, waiting])
            let ahead = newReach.ahead(of: .question(waiting))
            matters.formUnion(ahead.questions)
            taken = taken.filter { ahead.asked.contains($0.key) }
        } else {
            taken = [:]
        }
        let here = Place(old: place, new: stand, given: given.filter { matters.contains($0.key) }, taken: taken)
        if let number = numbers[here] { return .place(number) }
        numbers[here] = nodes.count
        let choices = question.choices(askedTogether: together[id, default: []])
        nodes.append(Node(place: here, question: question, choices: choices))
        return .place(nodes.count - 1)
    }

    /// Goes on in the new tree as far as the answers given lead.
    private mutating func advance(
        from start: Destination, given: [String: Answer], taken: inout [String: Answer], oldMayAsk: Set<String>
    ) -> Stand {
        var place = start
        var passed: Set<String> = []
        while case .question(let id) = place {
            guard let question = new.questions[id], passed.insert(id).inserted else { return .ended(.nowhere) }
            guard let answer = given[id] else {
                return oldMayAsk.contains(id) ? .waiting(id) : .ended(.question(id))
            }
            guard let fitting = try? question.checked(answer) else {
                return .ended(.refusal(question: id, options: answer.optionIDs))
            }
            taken[id] = fitting
            guard let next = question.destination(for: taken) else { return .ended(.nowhere) }
            place = next
        }
        guard case .outcome(let id) = place, new.outcomes[id] != nil else { return .ended(.nowhere) }
        return .ended(.outcome(id))
    }
}
