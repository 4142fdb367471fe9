import ContentLibrary
import Foundation
import Mapper
import OwnWords
import SocialServices

/// How well own words are understood, on phrases that were never learned from; and how long it takes.
enum MatchingBenchmark {
    /// Texts of so many words are told apart: the longer, the harder.
    private static let lengths = [1...4, 5...20, 21...40, 41...80, 81...Int.max]

    static func run(in folder: URL) throws {
        let content = try ContentReader.read(folder: "Content")
        var reading = Figures()
        var learning = Figures()
        var phrasebook = try reading.measure {
            try PhrasebookReader.read(folder: "Content", for: content)
        }
        var matcher = learning.measure { phrasebook.matcher() }
        for _ in 0..<3 {
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
        let counting = phrasebook.matcher(by: .counting)
        for language in content.languages {
            let phrases = phrasebook.heldOut[language] ?? []
            if phrases.isEmpty { continue }
            print("\n\(language.rawValue): \(phrases.count) phrases held back")
            print(MatchingEvaluation(of: matcher, on: phrases, in: language).text)
            let comparison = LearnerComparison(now: matcher, before: counting, language: language)
            // Nothing was chosen by the tellings: they say how good it is.
            let tellings = phrases.filter { $0.hand?.hasPrefix(DangerCurve.tellings) == true }
            comparison.print("the tellings", tellings, by: lengths)
            comparison.print("all else", phrases.filter { !tellings.contains($0) }, by: lengths)
            let hands = Dictionary(grouping: phrases, by: { $0.hand ?? "nobody known" })
            for (hand, phrases) in hands.sorted(by: { $0.key < $1.key }) {
                comparison.print("by the hand \(hand)", phrases, by: [])
            }
        }
        try times(of: matcher, on: phrasebook, in: folder)
        print("\nfrom which lead on danger is told:")
        for language in content.languages {
            let curve = DangerCurve(of: matcher, on: phrasebook.heldOut[language] ?? [], in: language)
            print("\(language.rawValue)\n\(curve.text)")
        }
    }

    private static func times(of matcher: SituationClassifier, on phrasebook: Phrasebook, in folder: URL) throws {
        let file = folder.appendingPathComponent("own-words")
        try matcher.file.write(to: file)
        let size = matcher.file.count
        print("\nwhat was learned, as a file: \((Double(size) / 1_048_576).rounded(to: 1)) MB")
        var mapping = Figures()
        let before = Memory.resident
        var mapped: SituationClassifier?
        for _ in 0..<20 {
            mapped = try mapping.measure {
                SituationClassifier(file: try Data(contentsOf: file, options: .alwaysMapped), of: matcher.situations)
            }
        }
        mapping.print("mapping it")
        guard let mapped else { throw DrillFailure("the file that was written cannot be read") }
        var lines = Figures()
        for phrase in phrasebook.heldOut.values.joined() {
            _ = lines.measure { mapped.match(phrase.text, in: .finnish) }
        }
        lines.print("a match", aim: "10 ms, with the mapping")
        print("memory for what is mapped, and \(lines.count) matches: \(megabytes(Memory.resident - before)) MB")
        var long = Figures()
        let words = String(repeating: "vauva valvottaa enkä jaksa ", count: 2500)
        for _ in 0..<10 { _ = long.measure { mapped.match(words, in: .finnish) } }
        long.print("a match of 10,000 words")
    }

    private static func megabytes(_ kibibytes: Int) -> String { (Double(kibibytes) / 1024).rounded(to: 1) }
}

/// Two learners on the same phrases.
private struct LearnerComparison {
    let now: SituationClassifier
    /// By counting alone.
    let before: SituationClassifier
    let language: Language

    func print(_ name: String, _ phrases: [ExamplePhrase], by lengths: [ClosedRange<Int>]) {
        guard !phrases.isEmpty else { return }
        for (learner, matcher) in [("", now), (", by counting alone", before)] {
            let evaluation = MatchingEvaluation(of: matcher, on: phrases, in: language)
            Swift.print("\(name), \(phrases.count)\(learner): \(evaluation.summary)")
        }
        for length in lengths {
            let those = phrases.filter { length.contains($0.text.split(whereSeparator: \.isWhitespace).count) }
            let name =
                length.upperBound == .max
                ? "\(length.lowerBound) or more" : "\(length.lowerBound)–\(length.upperBound)"
            print("  \(name) words", those, by: [])
        }
    }
}
