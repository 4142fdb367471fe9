import ContentLibrary
import Foundation
import PseudoTerminals
import TestValues

/// A sound content folder drawn by lot, in one language: layers of questions with branches that meet, several
/// options at once, and routes that ask about earlier answers.
struct GeneratedContent {
    private let layers: Int
    private let width: Int
    private var lot: RandomNumbers
    private var tree = ""
    private var words = ""

    init(layers: Int, width: Int, seed: UInt64) {
        self.layers = layers
        self.width = width
        lot = RandomNumbers(seed: seed)
        tree = "start q0-0\nhuman human\nurgent urgent\nlongest \(layers)\n"
        for id in ["human", "urgent"] {
            tree += "question \(id)\n  kind one\n  option unknown -> end-0\n"
            words += "\(id)\n  ask Kuka auttaa?\n  why Näin löydämme avun.\n"
        }
        for layer in 0..<layers {
            for place in 0..<places(in: layer) { addQuestion(layer, place) }
        }
        for end in 0..<Self.ends {
            tree +=
                "outcome end-\(end)\n  group \(end == 0 ? "urgent" : "families")\n  book advice\n  contact emergency\n"
            words += "end-\(end)\n  title Apua kotiin\n  tell Voit varata ajan. Työntekijä kertoo, mitä apua saat.\n"
        }
    }

    private static let ends = 40

    /// The first layers are narrow: each question of the next one is reached from them.
    private func places(in layer: Int) -> Int { layer < 5 ? min(width, [1, 4, 16, 64, 256][layer]) : width }

    private mutating func addQuestion(_ layer: Int, _ place: Int) {
        let id = "q\(layer)-\(place)"
        // Four questions of the next layer are this one's own to reach; the other ways are drawn.
        let own = (0..<4).map { "q\(layer + 1)-\((place * 4 + $0) % places(in: min(layer + 1, layers - 1)))" }
        let isLast = layer + 1 == layers
        let isSeveral = layer > 5 && !isLast && draw(10) < 2
        tree += "question \(id)\n  kind \(isSeveral ? "several" : "one")\n"
        let options = 4
        for option in 0..<options {
            let way = isLast ? end() : own[option]
            tree += "  option o\(option)" + (isSeveral ? "" : " -> \(way)") + "\n"
            if option == 0 { tree += "    flag soon\n" }
        }
        tree += isSeveral ? "  option none\n  option unknown\n" : "  option unknown -> end-0\n"
        if isSeveral {
            tree += "  then \(anywhere(after: layer)) when \(id) o0 and \(id) o1\n"
            let asked = layer - 2 - draw(5)
            let earlier = "q\(asked)-\(draw(places(in: asked)))"
            tree += "  then \(anywhere(after: layer)) when \(earlier) o1 o2\n"
            for option in 1..<options where layer + 1 < layers {
                tree += "  then \(own[option]) when \(id) o\(option)\n"
            }
            tree += "  then \(own[0])\n"
        }
        words += "\(id)\n  ask Mikä arjessa on nyt vaikeinta, kun ajattelet viime viikkoja?\n"
        words += "  why Näin löydämme työntekijän, joka tuntee juuri tämän asian.\n"
        for (option, text) in ["En jaksa yksin", "Riidat ja kasvatus", "Koulu ja kaverit", "Vauva"].enumerated() {
            words += "  o\(option) \(text)\n    short \(text.lowercased())\n"
        }
        if isSeveral { words += "  none Ei mikään näistä\n" }
    }

    private mutating func anywhere(after layer: Int) -> String {
        draw(8) == 0 ? end() : "q\(layer + 1)-\(draw(places(in: layer + 1)))"
    }

    /// Any outcome but the one of "I don't know".
    private mutating func end() -> String { "end-\(1 + draw(Self.ends - 1))" }

    private mutating func draw(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &lot) }

    func write(to folder: URL) throws {
        let desk = PhraseCatalogue.all.entries.map { phrase in
            "\(phrase.key) Sanat\(phrase.blanks.sorted().map { " {\($0)}" }.joined())\n"
        }
        let files = [
            "tree/all.txt": tree, "words/fi/all.txt": words, "words/fi/desk.txt": desk.joined(),
            "county.txt": """
            county big
              zone Europe/Helsinki
            urgent
              contact emergency
            contact emergency
              number 112
                source 112.fi
                checked 2026

            """,
            "services.txt": "task families\nappointment advice\n  task families\n  minutes 15\n  method phone\n",
            "words/fi/county.txt": """
            county big
              name Iso
              official Iso hyvinvointialue
            contact emergency
              name Hätänumero
              tell Kun on hätä.

            """,
            "words/fi/services.txt": """
            task families
              name Perheet
            appointment advice
              name Neuvonta
              meeting Puhumme.
              prompt Mikä huolettaa?

            """,
        ]
        for (name, text) in files {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }
}
