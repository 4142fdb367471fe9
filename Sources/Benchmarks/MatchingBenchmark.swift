import ContentLibrary
import Foundation
import Mapper
import SocialServices

/// How well own words are understood, on phrases that were never learned from; and how long it takes.
enum MatchingBenchmark {
    static func run(in folder: URL) throws {
        let content = try ContentReader.read(folder: "Content")
        let before = Memory.resident
        var reading = Figures()
        var learning = Figures()
        var phrasebook = try reading.measure { try PhrasebookReader.read(folder: "Content", tree: content.tree) }
        var matcher = learning.measure { phrasebook.matcher(for: content.tree) }
        print("memory for phrases and what was learned: \(megabytes(Memory.resident - before)) MB")
        for _ in 0..<10 {
            phrasebook = try reading.measure { try PhrasebookReader.read(folder: "Content", tree: content.tree) }
            matcher = learning.measure { phrasebook.matcher(for: content.tree) }
        }
        let counts = phrasebook.languages.map { "\($0.rawValue) \(phrasebook.learned[$0, default: []].count)" }
            .joined(separator: ", ")
        print("phrases learned from: \(counts)")
        reading.print("reading the phrases")
        learning.print("learning them")
        for language in content.languages {
            let phrases = phrasebook.heldBack[language] ?? []
            if phrases.isEmpty { continue }
            let evaluation = MatchingEvaluation(of: matcher, on: phrases, in: language)
            print("\n\(language.rawValue): \(phrases.count) phrases held back")
            print(evaluation.text)
        }
        try times(of: matcher, on: phrasebook)
        print("\nhow far danger must be ahead, by leaving out a fifth of the learned phrases in turn:")
        for language in content.languages {
            print("\(language.rawValue)\n\(DangerCurve(of: phrasebook, in: content.tree, for: language).text)")
        }
    }

    private static func megabytes(_ kibibytes: Int) -> String { (Double(kibibytes) / 1024).rounded(to: 1) }

    private static func times(of matcher: SituationMatcher, on phrasebook: Phrasebook) throws {
        var lines = Figures()
        let before = Memory.resident
        for phrase in phrasebook.heldBack.values.joined() {
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
