import Mapper
import OwnWords
import SocialServices

/// What a matcher makes of phrases whose situation is known, as a visitor meets it.
struct MatchingEvaluation {
    private(set) var matters = 0
    /// The right one stood first on the screen: urgent help for danger, else the first suggestion.
    private(set) var first = 0
    private(set) var shown = 0
    private(set) var dangers = 0
    private(set) var surelyFound = 0
    private(set) var possiblyFound = 0
    private(set) var calm = 0
    private(set) var falseAlarms = 0
    private(set) var possibleAlarms = 0
    /// Texts that are no matter at all, and those for which nothing was suggested.
    private(set) var nothings = 0
    private(set) var askedAgain = 0
    private var notUnderstood = 0
    /// By the true group, then by what stood first.
    private var confusion: [OutcomeGroup: [OutcomeGroup: Int]] = [:]
    /// Sums of the first suggestion's score, to compare with how often it was right.
    private var confidence = 0.0
    private var confident = 0
    private var rightConfident = 0

    init(of matcher: SituationClassifier, on phrases: [ExamplePhrase], in language: Language) {
        let situations = Dictionary(
            matcher.situations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for phrase in phrases {
            guard let truth = situations[phrase.situation] else { continue }
            add(matcher.match(phrase.text, in: language), of: truth)
        }
    }

    private mutating func add(_ match: SituationMatch, of truth: Situation) {
        let suggested = match.isUnderstood ? match.suggestions : []
        if truth.isDanger {
            dangers += 1
            if match.isUrgent { surelyFound += 1 }
            if match.alarm != .none { possiblyFound += 1 }
        } else {
            calm += 1
            if match.isUrgent { falseAlarms += 1 }
            if match.alarm != .none { possibleAlarms += 1 }
        }
        guard let group = truth.group else {
            nothings += 1
            if suggested.isEmpty { askedAgain += 1 }
            return
        }
        matters += 1
        if suggested.isEmpty, !match.isUrgent { notUnderstood += 1 }
        let shownFirst = match.isUrgent ? .urgent : suggested.first?.group
        if shownFirst == group { first += 1 }
        if truth.isDanger ? match.alarm != .none : suggested.contains(where: { $0.group == group }) { shown += 1 }
        if let shownFirst { confusion[group, default: [:]][shownFirst, default: 0] += 1 }
        if let best = match.ranked.first, !match.isUrgent {
            confidence += best.score
            confident += 1
            if best.situation.id == truth.id { rightConfident += 1 }
        }
    }

    /// One line.
    var summary: String {
        [
            "first \(Share(first, of: matters).bounded)", "shown \(Share(shown, of: matters).bounded)",
            "danger \(surelyFound) of \(dangers), with the possible \(possiblyFound)",
            "false alarms \(Share(falseAlarms, of: calm).bounded), with the possible \(Share(possibleAlarms, of: calm).short)",
        ].joined(separator: "; ")
    }

    var text: String {
        let mean = confident > 0 ? confidence / Double(confident) : 0
        return [
            "right one first, as shown: \(Share(first, of: matters))",
            "right one among those shown: \(Share(shown, of: matters))",
            "dangers that urgent help stands above: \(Share(surelyFound, of: dangers)); with the possible ones: \(possiblyFound)",
            "false alarms: \(Share(falseAlarms, of: calm)); with the possible ones: \(Share(possibleAlarms, of: calm).short)",
            "no matter at all, and asked again: \(askedAgain) of \(nothings); a matter not understood: \(notUnderstood)",
            "mean score of the first: \(mean.rounded(to: 2)); right: \(Share(rightConfident, of: confident).short)",
            table,
        ].joined(separator: "\n")
    }

    /// Rows are what a phrase meant, columns what stood first.
    private var table: String {
        let groups = OutcomeGroup.allCases
        let width = groups.map(\.rawValue.count).max() ?? 0
        let head = groups.map { $0.rawValue.prefix(9).padded(to: 10) }.joined()
        return
            ([String(repeating: " ", count: width + 2) + head]
            + groups.map { truth in
                let cells = groups.map { String(confusion[truth]?[$0] ?? 0).padded(to: 10) }.joined()
                return Substring(truth.rawValue).padded(to: width + 2, left: true) + cells
            }).joined(separator: "\n")
    }
}

/// A share with its 95 % bounds (Wilson's score interval).
struct Share: CustomStringConvertible {
    private let count: Int
    private let total: Int

    init(_ count: Int, of total: Int) {
        self.count = count
        self.total = total
    }

    var value: Double { total > 0 ? Double(count) / Double(total) : 0 }

    private var bounds: (Double, Double) {
        guard total > 0 else { return (0, 1) }
        let z = 1.96
        let n = Double(total)
        let middle = (value + z * z / (2 * n)) / (1 + z * z / n)
        let half = z / (1 + z * z / n) * (value * (1 - value) / n + z * z / (4 * n * n)).squareRoot()
        return (max(0, middle - half), min(1, middle + half))
    }

    var bounded: String {
        let (low, high) = bounds
        return "\(value.rounded(to: 2)) (\(low.rounded(to: 2))–\(high.rounded(to: 2)))"
    }

    /// Without its bounds.
    var short: String { value.rounded(to: 3) }

    var description: String {
        let (low, high) = bounds
        return "\(value.rounded(to: 3)) (\(count) of \(total); 95 %: \(low.rounded(to: 3)) to \(high.rounded(to: 3)))"
    }
}

extension StringProtocol {
    fileprivate func padded(to width: Int, left: Bool = false) -> String {
        let space = String(repeating: " ", count: count < width ? width - count : 0)
        return left ? self + space : space + self
    }
}
