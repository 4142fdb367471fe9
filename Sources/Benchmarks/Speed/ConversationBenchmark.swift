import Foundation
import PseudoTerminals

/// How long a visitor waits for the first question and for the next one, and how much memory a visit takes.
enum ConversationBenchmark {
    private static let visits = 40
    /// The end of the first question.
    static let firstQuestion = "Minulla on jo aika"

    static func run(in folder: URL) throws {
        let store = folder.appendingPathComponent("conversation.sqlite").path
        try ScriptedVisit(["demo", "--language", "fi"], store: store).end()
        var first = Figures()
        var next = Figures()
        var outcome = Figures()
        var times = Figures()
        var peak = 0
        for _ in 0..<visits {
            let start = ContinuousClock.now
            let visit = try ScriptedVisit(["kiosk", "--language", "fi"], store: store)
            try visit.hear(firstQuestion)
            first.add(ContinuousClock.now - start)
            for (answer, heard) in walk {
                try next.measure {
                    try visit.say(answer)
                    try visit.hear(heard)
                }
            }
            try outcome.measure {
                try visit.say("sleep")
                try visit.hear("  6  Lopeta\n")
            }
            try times.measure {
                for (answer, heard) in [("book", "muistutuksen"), ("", "Vaihda tapaa")] {
                    try visit.say(answer)
                    try visit.hear(heard)
                }
            }
            peak = max(peak, visit.peakMemory)
            try visit.end()
        }
        first.print("process start to first question", aim: "50 ms")
        try onTerminal(store: store).print(
            "the same on a terminal, with the process that starts each visit", aim: "50 ms")
        next.print("answer to next question", aim: "5 ms")
        outcome.print("last answer to outcome, with the first free time")
        times.print("outcome to list of times, two screens")
        print("peak memory of a visit: \(megabytes(peak)) MB; aim: 40 MB")
        try measureOwnWords(store: store)
    }

    private static func megabytes(_ kibibytes: Int) -> String { (Double(kibibytes) / 1024).rounded(to: 1) }

    /// The first own words of a visit, for which what was learned must be fetched.
    private static func measureOwnWords(store: String) throws {
        var first = Figures()
        var next = Figures()
        var peak = 0
        for number in 0...visits {
            let visit = try ScriptedVisit(["kiosk", "--language", "fi"], store: store)
            try visit.hear(firstQuestion)
            func tell(_ words: String) throws {
                try visit.say(words)
                try visit.hear("En mitään näistä\n")
            }
            // The first visit may have to learn; the others find it in the cache.
            if number == 0 {
                try tell(ownWords[0])
            } else {
                try first.measure { try tell(ownWords[0]) }
                try visit.say("none")
                try visit.hear(firstQuestion)
                try next.measure { try tell(ownWords[1]) }
                peak = max(peak, visit.peakMemory)
            }
            try visit.end()
        }
        first.print("first own words to suggestions", aim: "10 ms")
        next.print("own words again to suggestions", aim: "10 ms")
        print("peak memory of a visit with own words: \(megabytes(peak)) MB; aim: 48 MB")
    }

    private static let ownWords = [
        "en jaksa enää kun vauva valvottaa ja mies on reissuhommissa",
        "vuokra on maksamatta ja laskut kertyy pöydälle, mistä saisin apua ennen kuin tulee häätö",
    ]

    private static func onTerminal(store: String) throws -> Figures {
        var first = Figures()
        let program = BuiltProgram.url.path
        let environment = ProcessInfo.processInfo.environment.merging(["TERM": "xterm"]) { $1 }
        for _ in 0..<visits {
            let start = ContinuousClock.now
            let terminal = try PseudoTerminal(
                program, ["kiosk", "--language", "fi", "--store", store], environment: environment)
            guard terminal.waitFor(firstQuestion) else { throw ScriptedVisit.Silence(waitingFor: "the start") }
            first.add(ContinuousClock.now - start)
            terminal.hangUp()
            _ = terminal.exitStatus()
        }
        return first
    }

    /// Answers that lead to an outcome, the last of which is `sleep`; each with the end of the question that follows.
    static let walk = [
        ("family", lastOption), ("me", lastOption), ("exhausted", lastOption), ("baby", lastOption),
        ("nobody", "esimerkiksi 1 3.\n"),
    ]
    private static let lastOption = "  En tiedä\n"
}
