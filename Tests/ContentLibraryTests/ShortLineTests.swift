import ContentLibrary
import Foundation
import OwnWords
import SocialServices
import Testing

/// Short lines as people type them at a kiosk, and the content that is shipped. The lines are in `ShortLines/`.
@Suite("Short lines in a person's own words")
struct ShortLineTests {
    private struct Line: CustomStringConvertible {
        let language: Language
        let text: String

        var description: String { "\(language.rawValue) \(text)" }
    }

    private static let matcher: SituationClassifier? = {
        let folder = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Content").path
        guard let content = try? ContentReader.read(folder: folder) else { return nil }
        return try? PhrasebookReader.read(folder: folder, for: content).matcher()
    }()

    private static func lines(_ name: String) throws -> [Line] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("ShortLines/\(name).txt")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            guard !line.hasPrefix("#"), let language = Language(rawValue: String(line.prefix(2))) else { return nil }
            return Line(language: language, text: String(line.dropFirst(3)))
        }
    }

    @Test("Every cry rings", arguments: [Language.finnish, .swedish, .english])
    func cries(language: Language) throws {
        let matcher = try #require(Self.matcher)
        let lines = try Self.lines("cries").filter { $0.language == language }
        #expect(lines.count > 200)
        let silent = lines.filter { matcher.danger(in: $0.text, language: $0.language) == nil }
        #expect(silent.map(\.description) == [])
    }

    @Test("A cry rings in a conversation of any language, in capitals, without dots and with signs")
    func disguises() throws {
        let matcher = try #require(Self.matcher)
        let silent = try Self.lines("cries").filter { line in
            let loud = line.text.uppercased().replacing("Ä", with: "A").replacing("Ö", with: "O") + "!!! :("
            return matcher.danger(in: loud, language: line.language == .english ? .finnish : .english) == nil
        }
        #expect(silent.map(\.description) == [])
    }

    @Test("At most one calm line in a hundred rings", arguments: [Language.finnish, .swedish, .english])
    func calm(language: Language) throws {
        let matcher = try #require(Self.matcher)
        let lines = try Self.lines("calm").filter { $0.language == language }
        #expect(lines.count >= 100)
        let ringing = lines.compactMap { line in
            matcher.danger(in: line.text, language: language).map { "\(line.description): \($0.words)" }
        }
        #expect(ringing.count * 100 <= lines.count, "\(ringing)")
    }

    @Test("What rings is told by its words, as typed")
    func words() throws {
        let matcher = try #require(Self.matcher)
        #expect(matcher.danger(in: "Moi, mies lyö minua!", language: .finnish)?.words == ["mies lyö"])
        #expect(matcher.danger(in: "APUA!!! nyt heti", language: .finnish)?.words == ["APUA"])
        #expect(matcher.danger(in: "apua kotiin", language: .finnish) == nil)
    }
}
