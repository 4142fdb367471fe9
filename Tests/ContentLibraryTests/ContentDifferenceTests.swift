import Mapper
import SocialServices
import Testing

@testable import ContentLibrary

@Suite("What changed for people between two states of the content")
struct ContentDifferenceTests {
    /// One line for each change.
    private func changes(_ change: (ContentFolder) throws -> Void) throws -> String {
        let new = try ContentFolder()
        try change(new)
        let old = try ContentFolder()
        let difference = ContentDifference(
            from: try ContentReader.read(folder: old.path), to: try ContentReader.read(folder: new.path))
        return difference.changes.map(\.line).joined(separator: "\n")
    }

    @Test("The same content has no changes, and comments are none")
    func nothing() throws {
        #expect(try changes { _ in }.isEmpty)
        #expect(try changes { try $0.append("# more", to: "tree/start.txt") }.isEmpty)
    }

    @Test("A day that the county closes, and another reason for it, are told")
    func closedDay() throws {
        let line = "closed 2026-12-28\n  reason training"
        #expect(try changes { try $0.append(line, to: "county.txt") } == "added closed 2026-12-28")
    }

    @Test("An option that is gone is told, and where its walks would end")
    func optionRemoved() throws {
        let told = try changes { folder in
            try folder.replace("  option child   -> child-help\n", with: "", in: "tree/start.txt")
            try folder.replace("  child  A child\n", with: "", in: "words/en/start.txt")
            try folder.replace(
                "option advice  -> advice", with: "option advice  -> child-help", in: "tree/start.txt")
        }
        #expect(
            told == """
                removed option topic child
                walks: outcome advice => outcome child-help, 2: topic=unknown talk=advice
                walks: outcome child-help => question topic, which no longer takes child, 1: topic=child
                """)
    }

    @Test("A new question is told once, without its options, and the walks that come to it")
    func questionAdded() throws {
        let told = try changes { folder in
            try folder.append(
                """
                question hurry
                  kind one
                  option now -> advice
                  option unknown -> advice
                """, to: "tree/start.txt")
            try folder.append(
                "hurry\n  ask  Is there a hurry?\n  why  So we know.\n  now  Yes", to: "words/en/start.txt")
            try folder.replace("option unknown -> talk", with: "option unknown -> hurry", in: "tree/start.txt")
        }
        #expect(
            told == """
                added question hurry
                walks: outcome advice => question hurry, not asked before, 2: topic=unknown talk=advice
                """)
    }

    @Test("Bookings, facts and words are told with what they were and are")
    func values() throws {
        let told = try changes { folder in
            try folder.replace("  book advice-money             # 26\n", with: "", in: "tree/money.txt")
            try folder.replace("minutes 15", with: "minutes 30\n  ahead 60d\n  seats 12", in: "services.txt")
            try folder.replace("number 112", with: "number 116 117", in: "county.txt")
            try folder.replace("flag soon", with: "flag child", in: "tree/money.txt")
            try folder.replace("  describes yes\n", with: "", in: "tree/start.txt")
            try folder.replace("why  So we can prepare.", with: "why  So we know.", in: "words/en/money.txt")
            try folder.replace("hint   Choose what fits.", with: "", in: "words/en/money.txt")
            try folder.replace("tell  There is help.", with: "tell  Help comes.", in: "words/en/money.txt")
        }
        #expect(
            told == """
                booking outcome advice, books: advice-money => nothing
                booking appointment advice-money, minutes: 15 => 30
                booking appointment advice-money, seats: 1 => 12
                booking appointment advice-money, ahead: nothing => 60 days
                fact option needs debts, flags: soon => child
                fact question talk, describes: yes => no
                fact contact helpline, number: 112 => 116 117
                words en question needs, why: So we can prepare. => So we know.
                words en question needs, hint: Choose what fits. => nothing
                words en outcome debt-help, tell: There is help. / You can book a time here. \
                => Help comes. / You can book a time here.
                """)
    }

    @Test("An appointment type that is by right from now on is told")
    func byRight() throws {
        let old = try ContentFolder()
        let new = try ContentFolder()
        for folder in [old, new] { try folder.addFollowUp("  by-right no") }
        try new.replace("by-right no", with: "by-right yes", in: "services.txt")
        let difference = ContentDifference(
            from: try ContentReader.read(folder: old.path), to: try ContentReader.read(folder: new.path))
        #expect(difference.changes.map(\.line) == ["booking appointment follow-up, by-right: no => yes"])
    }

    @Test("A language that is added is one change")
    func language() throws {
        let told = try changes { try $0.copy("words/en", to: "words/sv") }
        #expect(told == "added language sv")
    }

    @Test("The walks that end elsewhere are counted")
    func counts() throws {
        let old = try ContentFolder()
        let new = try ContentFolder()
        try new.replace(
            "then debt-help when needs debts and needs rent", with: "then advice when needs debts and needs rent",
            in: "tree/money.txt")
        let difference = ContentDifference(
            from: try ContentReader.read(folder: old.path), to: try ContentReader.read(folder: new.path))
        #expect(difference.walks == 13)
        #expect(difference.changedWalks == 1)
        #expect(
            difference.changes.map(\.line) == [
                "walks: outcome debt-help => outcome advice, 1: topic=money needs=debts+rent"
            ])
    }
}

extension ContentChange {
    fileprivate var line: String {
        let values = "\(was ?? "nothing") => \(now ?? "nothing")"
        switch kind {
        case .added, .removed: return "\(kind) \(subject)"
        case .walks:
            let steps = example?.map { "\($0.question)=\($0.options.joined(separator: "+"))" } ?? []
            return "walks: \(values), \(walks ?? 0): \(steps.joined(separator: " "))"
        case .booking, .fact, .words:
            let language = language.map { "\($0.rawValue) " } ?? ""
            return "\(kind) \(language)\(subject), \(part ?? "-"): \(values)"
        }
    }
}
