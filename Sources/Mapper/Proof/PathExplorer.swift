/// The places that walks through a tree come to, each with its ways on, found without recursion and each once.
///
/// A place is a question together with what still matters of the answers before it: the conditions that hold and
/// that some question reachable from there asks about. Where branches meet and that is the same, the rest is one.
struct PathExplorer {
    private struct Key: Hashable {
        let question: Int
        let held: [Int]
        /// Questions asked already that may come again, if any: the rest is not the same after others.
        let asked: NumberSet?
    }

    struct Place {
        let question: Int
        let held: [Int]
        /// One way on for each choice of the question.
        var ways: [Way] = []
    }

    enum Way: Equatable {
        case place(Int)
        case outcome(String)
        /// Back to a question already asked.
        case circle
        /// To a question that the tree does not have, or to a place beyond the limit.
        case missing
        /// No route holds.
        case nowhere
    }

    let tree: NumberedTree
    private(set) var places: [Place] = []
    /// The places in an order in which every way leads to an earlier one.
    private(set) var order: [Int] = []
    private(set) var cycles: [String: [String]] = [:]
    private(set) var deadEnds: [String: [String]] = [:]
    /// `false` if there were more places than were to be visited.
    private(set) var isComplete = true
    private let limit: Int
    private let components: StronglyConnectedComponents
    /// The conditions that matter from each component on.
    private let relevant: [NumberSet]
    /// The questions of each component that has more than one.
    private let circling: [NumberSet?]
    private var known: [Key: Int] = [:]
    private var trail: [Int] = []
    private var asked: NumberSet

    init(_ tree: NumberedTree, limit: Int) {
        self.tree = tree
        self.limit = limit
        let next = tree.questions.indices.map { tree.next(after: $0) }
        let components = StronglyConnectedComponents(next)
        self.components = components
        asked = NumberSet(below: next.count)
        circling = components.members.map { members in
            guard members.count > 1 else { return nil }
            var set = NumberSet(below: next.count)
            for member in members { set.insert(member) }
            return set
        }
        var relevant: [NumberSet] = []
        for members in components.members {
            var set = NumberSet(below: tree.conditions)
            for member in members {
                for condition in tree.questions[member].routes.flatMap(\.conditions) { set.insert(condition) }
                for part in Set(next[member].map { components.part[$0] }) where part < relevant.count {
                    set.formUnion(relevant[part])
                }
            }
            relevant.append(set)
        }
        self.relevant = relevant
    }

    /// The place where walks begin at a question; nil if the tree does not have it.
    mutating func explore(from id: String) -> Int? {
        guard let question = tree.numbers[id] else { return nil }
        guard let first = arrive(at: question, held: []) else { return nil }
        while let place = trail.last {
            let question = places[place].question
            let choices = tree.questions[question].choices
            guard places[place].ways.count < choices.count else {
                trail.removeLast()
                asked.remove(question)
                order.append(place)
                continue
            }
            let way = way(from: place, choosing: choices[places[place].ways.count])
            places[place].ways.append(way)
        }
        return first
    }

    private mutating func way(from place: Int, choosing choice: NumberedTree.Choice) -> Way {
        let question = places[place].question
        let held = places[place].held
        switch tree.target(of: question, choosing: choice, held: held) {
        case nil:
            deadEnds[tree.questions[question].id] = choice.options
            return .nowhere
        case .missing: return .missing
        case .outcome(let id): return .outcome(id)
        case .question(let next):
            if asked.contains(next) {
                let before = trail.map { places[$0].question }
                let circle = before[(before.lastIndex(of: next) ?? 0)...] + [next]
                cycles[tree.questions[question].id] = circle.map { tree.questions[$0].id }
                return .circle
            }
            return arrive(at: next, held: held + choice.meets).map(Way.place) ?? .missing
        }
    }

    /// The place of a question after these conditions; nil beyond the limit. A new one is put on the trail.
    private mutating func arrive(at question: Int, held: [Int]) -> Int? {
        let part = components.part[question]
        let kept = held.isEmpty ? [] : held.filter { relevant[part].contains($0) }.sorted()
        // Once a circle is found the tree is faulty, and what is worked out again would only take time.
        let again = cycles.isEmpty ? circling[part]?.intersection(asked) : nil
        let key = Key(question: question, held: kept, asked: again?.isEmpty == true ? nil : again)
        if let place = known[key] { return place }
        let place = places.count
        guard place < limit else {
            isComplete = false
            return nil
        }
        places.append(Place(question: question, held: kept))
        known[key] = place
        trail.append(place)
        asked.insert(question)
        return place
    }
}
