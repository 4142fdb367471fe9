import Mapper
import SocialServices
import Testing

@Suite("Walks of two trees compared")
struct TreeComparisonTests {
    /// One line for each pair of ends: `2: !old -> !new by a=x b=p+q`.
    private func changes(_ old: QuestionTree, _ new: QuestionTree) -> [String] {
        TreeComparison(of: old, with: new).changes.map { change in
            let steps = change.example.map { "\($0.question)=\($0.options.joined(separator: "+"))" }
            return "\(change.count): \(change.was.place) -> \(change.now.place) by \(steps.joined(separator: " "))"
        }
    }

    private let old = tree(
        .one("a", "x" --> "b", "y" --> "b", "z" --> "!end"), .one("b", "p" --> "!p", "unknown" --> "!end"))

    @Test("A tree leads where it leads itself")
    func same() {
        let comparison = TreeComparison(of: old, with: old)
        #expect(comparison.walks == 5)
        #expect(comparison.changedWalks == 0)
        #expect(comparison.changes.isEmpty)
    }

    @Test("An arrow that leads elsewhere is told for all walks along it, once")
    func arrow() {
        let new = tree(
            .one("a", "x" --> "b", "y" --> "b", "z" --> "!end"), .one("b", "p" --> "!q", "unknown" --> "!end"))
        #expect(changes(old, new) == ["2: !p -> !q by a=x b=p"])
    }

    @Test("A question that was not asked before ends the walks that come to it")
    func newQuestion() {
        let new = tree(
            .one("a", "x" --> "b", "y" --> "c", "z" --> "!end"), .one("b", "p" --> "!p", "unknown" --> "!end"),
            .one("c", "unknown" --> "b"))
        #expect(changes(old, new) == ["1: !p -> c? by a=y b=p", "1: !end -> c? by a=y b=unknown"])
    }

    @Test("A question that is asked no more is no change where the walks end at the same place")
    func questionLeftOut() {
        let long = tree(
            .one("a", "x" --> "b"), .one("b", "p" --> "c", "q" --> "c"), .one("c", "r" --> "!r", "s" --> "!s"))
        let short = tree(.one("a", "x" --> "c"), .one("c", "r" --> "!r", "s" --> "!s"))
        #expect(changes(long, short).isEmpty)
        #expect(changes(short, long) == ["1: !r -> b? by a=x c=r", "1: !s -> b? by a=x c=s"])
    }

    @Test("The order of the questions does not matter")
    func order() {
        let first = tree(
            .one("a", "x" --> "b", "y" --> "b"),
            .one("b", "p", "q", then: [then("!both", when: ["a": ["x"], "b": ["p"]]), then("!other")]))
        let second = tree(
            .one("b", "p" --> "a", "q" --> "a"),
            .one("a", "x", "y", then: [then("!both", when: ["a": ["x"], "b": ["p"]]), then("!other")]))
        #expect(changes(first, second).isEmpty)
        let third = tree(
            .one("b", "p" --> "a", "q" --> "a"),
            .one("a", "x", "y", then: [then("!both", when: ["a": ["y"], "b": ["p"]]), then("!other")]))
        #expect(changes(first, third) == ["1: !both -> !other by a=x b=p", "1: !other -> !both by a=y b=p"])
    }

    @Test("An option that is gone, and several where one is taken, are refused by the question")
    func refusals() {
        let several = tree(
            .several("a", "x", "y", "unknown", then: [then("!both", when: ["a": ["x"], "a": ["y"]]), then("!end")]))
        let one = tree(.one("a", "x" --> "!end", "unknown" --> "!end"))
        #expect(
            changes(several, one) == [
                "1: !both -> a refuses x+y by a=x+y", "1: !end -> a refuses y by a=y",
            ])
        let words = tree(.words("a", "unknown", then: [then("!end")]))
        #expect(changes(words, one) == ["1: !end -> a refuses  by a="])
    }

    @Test("Several options that only the new tree asks for together are compared too")
    func together() {
        let old = tree(.several("a", "x", "y", "none", then: [then("!end")]))
        let new = tree(
            .several("a", "x", "y", "none", then: [then("!both", when: ["a": ["x"], "a": ["y"]]), then("!end")]))
        #expect(changes(old, new) == ["1: !end -> !both by a=x+y"])
    }

    @Test("An answer that the new tree did not ask for meets none of its conditions")
    func unaskedConditions() {
        let old = tree(
            .one("a", "x" --> "b"), .one("b", "p", "q", then: [then("!p", when: ["b": ["p"]]), then("!q")]))
        let new = tree(
            .one("a", "x", then: [then("!p", when: ["b": ["p"]]), then("!q")]), .one("b", "p" --> "!p", "q" --> "!q"))
        #expect(changes(old, new) == ["1: !p -> !q by a=x b=p"])
    }

    @Test("The ways to a human being and to urgent help are compared where no walk from the start came to them")
    func entrances() {
        func tree(_ end: String) -> QuestionTree {
            let questions: [Question] = [
                .one("a", "x" --> "!end"), .one("talk", "x" --> "!end", "y" --> end),
            ]
            return QuestionTree(
                start: "a", human: "talk", longestWalk: 8, questions: questions,
                outcomes: ["end", "other"].map { Outcome(id: $0, group: .elsewhere) })
        }
        #expect(TreeComparison(of: tree("!end"), with: tree("!end")).walks == 3)
        #expect(changes(tree("!end"), tree("!other")) == ["1: !end -> !other by talk=y"])
    }

    @Test("A walk that leads nowhere in one of the trees is told")
    func nowhere() {
        let good = tree(.one("a", "x" --> "!end"))
        let dead = tree(.one("a", "x"))
        #expect(changes(good, dead) == ["1: !end -> nowhere by a=x"])
        #expect(changes(dead, good) == ["1: nowhere -> !end by a=x"])
    }

    @Test("A circle ends the comparison of the walks that run into it")
    func circle() {
        let circle = tree(.one("a", "x" --> "b", "y" --> "!end"), .one("b", "p" --> "a", "q" --> "!q"))
        #expect(changes(circle, circle).isEmpty)
        let broken = tree(.one("a", "x" --> "b", "y" --> "!end"), .one("b", "p" --> "!p", "q" --> "!q"))
        #expect(changes(broken, circle) == ["1: !p -> nowhere by a=x b=p"])
    }

    @Test("More walks than can be counted are compared at once, and deep ones too")
    func many() {
        func row(_ count: Int, last: String) -> QuestionTree {
            tree(
                (0..<count).map { number in
                    let next = number + 1 < count ? "q\(number + 1)" : "!end"
                    return .one("q\(number)", "x" --> next, "y" --> next, "z" --> (next == "!end" ? last : next))
                })
        }
        let comparison = TreeComparison(of: row(400, last: "!end"), with: row(400, last: "!other"))
        #expect(comparison.walks == .max)
        #expect(comparison.changes.map(\.count) == [.max])
        #expect(comparison.changes.first?.example.count == 400)
    }
}

extension TreeComparison.End {
    fileprivate var place: String {
        switch self {
        case .outcome(let id): "!" + id
        case .question(let id): id + "?"
        case .refusal(let question, let options): "\(question) refuses \(options.joined(separator: "+"))"
        case .nowhere: "nowhere"
        }
    }
}
