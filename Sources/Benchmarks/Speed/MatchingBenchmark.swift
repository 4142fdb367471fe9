import ContentLibrary
import Foundation
import Mapper
import OwnWords
import SocialServices

/// How well own words are understood, on phrases that were never learned from; and how long it takes.
enum MatchingBenchmark {
    static func run(in folder: URL) throws {
        let content = try ContentReader.read(folder: "Content")
        let before = Memory.resident
        var reading = Figures()
        var learning = Figures()
        var phrasebook = try reading.measure {
            try PhrasebookReader.read(folder: "Content", for: content)
        }
        var matcher = learning.measure { phrasebook.matcher() }
        print("memory for phrases and what was learned: \(megabytes(Memory.resident - before)) MB")
        for _ in 0..<10 {
            phrasebook = try reading.measure {
                try PhrasebookReader.read(folder: "Content", for: content)
            }
            matcher = learning.measure { phrasebook.matcher() }
        }
        let counts = phrasebook.languages.map { "\($0.rawValue) \(phrasebook.learned[$0, default: []].count)" }
            .joined(separator: ", ")
        print("phrases learned from: \(counts)")
        reading.print("reading the phrases")
        learning.print("learning them")
        for language in content.languages {
            let phrases = phrasebook.heldOut[language] ?? []
            if phrases.isEmpty { continue }
            let evaluation = MatchingEvaluation(of: matcher, on: phrases, in: language)
            print("\n\(language.rawValue): \(phrases.count) phrases held out")
            print(evaluation.text)
        }
        try times(of: matcher, on: phrasebook)
        print("\nhow far danger must be ahead, by leaving out a fifth of the learned phrases in turn:")
        for language in content.languages {
            print("\(language.rawValue)\n\(DangerCurve(of: phrasebook, for: language).text)")
        }
    }

    private static func megabytes(_ kibibytes: Int) -> String { (Double(kibibytes) / 1024).rounded(to: 1) }

    private static func times(of matcher: SituationClassifier, on phrasebook: Phrasebook) throws {
        var lines = Figures()
        let before = Memory.resident
        for phrase in phrasebook.heldOut.values.joined() {
            _ = lines.measure { matcher.match(phrase.text, in: .finnish) }
        }
        print("")
        lines.print("a match", aim: "2 ms")
        let grown = Memory.resident - before
        print("memory that \(lines.count) matches left behind: \(grown) KB")
        var long = Figures()
        let words = String(repeating: "vauva valvottaa enkä jaksa ", count: 2500)
        for _ in 0..<10 { _ = long.measure { matcher.match(words, in: .finnish) } }
        long.print("a match of 10,000 words")
    }
}

/// What a matcher makes of phrases whose outcome is known.
struct MatchingEvaluation {
    private var total = 0
    private var first = 0
    private var firstThree = 0
    private var urgent = 0
    private var urgentFound = 0
    private var calm = 0
    private var falseAlarms = 0
    private var notUnderstood = 0
    /// By the true group, then by the first suggested one.
    private var confusion: [OutcomeGroup: [OutcomeGroup: Int]] = [:]
    /// Sums of the first suggestion's score, to compare with how often it was right.
    private var confidence = 0.0

    init(of matcher: SituationClassifier, on phrases: [ExamplePhrase], in language: Language) {
        let groups = Dictionary(
            matcher.situations.map { ($0.id, $0.group) }, uniquingKeysWith: { first, _ in first })
        for phrase in phrases {
            guard let truth = groups[phrase.situation] else { continue }
            let match = matcher.match(phrase.text, in: language)
            let found = match.groups.map(\.situation.group)
            total += 1
            if found.first == truth { first += 1 }
            if found.prefix(3).contains(truth) { firstThree += 1 }
            if !match.isUnderstood { notUnderstood += 1 }
            if truth == .urgent {
                urgent += 1
                if match.isUrgent { urgentFound += 1 }
            } else {
                calm += 1
                if match.isUrgent { falseAlarms += 1 }
            }
            if let best = found.first { confusion[truth, default: [:]][best, default: 0] += 1 }
            confidence += match.groups.first?.score ?? 0
        }
    }

    var text: String {
        let share = total > 0 ? confidence / Double(total) : 0
        return [
            "right outcome first: \(Share(first, of: total)); aim: 0.85",
            "right outcome among the first three: \(Share(firstThree, of: total)); aim: 0.98",
            "urgent ones found: \(Share(urgentFound, of: urgent)); aim: all",
            "false alarms: \(Share(falseAlarms, of: calm)); aim: at most 0.05",
            "mean score of the first: \(share.rounded(to: 2)); not understood: \(notUnderstood)",
            table,
        ].joined(separator: "\n")
    }

    /// Rows are what a phrase meant, columns what was suggested first.
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
