import SocialServices
import Testing

@testable import ContentLibrary

@Suite("Each language says as much as the others")
struct LanguageCheckTests {
    /// A sound folder in three languages.
    private func threeLanguages() throws -> ContentFolder {
        let folder = try ContentFolder()
        for language in ["fi", "sv"] { try folder.copy("words/en", to: "words/\(language)") }
        return folder
    }

    /// Compares what is remarked on, and that the same keeps a county from opening.
    private func expectRemarks(
        _ folder: ContentFolder, _ expected: [String], at place: SourceLocation = #_sourceLocation
    )
        throws
    {
        try folder.expectFaults("", at: place)
        let remarks = try folder.remarks()
        #expect(remarks == expected.map { "note: " + $0 }.joined(separator: "\n"), sourceLocation: place)
        let opening = try folder.check().openingFaults.map(\.description)
        #expect(opening.filter { $0.hasPrefix("words/") } == expected, sourceLocation: place)
    }

    @Test("A text that is taken out of one language is told there, by id and kind")
    func taken() throws {
        let folder = try threeLanguages()
        try folder.replace("  tell  There is help.\n", with: "", in: "words/sv/money.txt")
        try expectRemarks(
            folder,
            [
                "words/sv/money.txt:13: \"debt-help\" has 1 \"tell\" line here and 2 in fi; "
                    + "say the same in every language, or write \"differs tell\" and why"
            ])
    }

    @Test("Where two say the same, the third is told, the first language too")
    func first() throws {
        let folder = try threeLanguages()
        try folder.replace("  bring  Your letters\n", with: "", in: "words/fi/services.txt")
        try folder.replace(
            "  meeting  We talk.\n", with: "  meeting  We talk.\n  meeting  Yes.\n", in: "words/en/services.txt")
        try expectRemarks(
            folder,
            [
                "words/en/services.txt:9: \"appointment advice-money\" has 2 \"meeting\" lines here and 1 in fi; "
                    + "say the same in every language, or write \"differs meeting\" and why",
                "words/fi/services.txt:5: \"service debt-advice\" has no \"bring\" lines here and 1 in sv; "
                    + "say the same in every language, or write \"differs bring\" and why",
            ])
    }

    @Test("A difference on purpose is marked beside the id, with its reason; a mark that is not needed is told")
    func marked() throws {
        let folder = try threeLanguages()
        let mark = "  differs tell  the law has a word for it in Swedish\n"
        try folder.replace("  tell  There is help.\n", with: mark, in: "words/sv/money.txt")
        try expectRemarks(folder, [])
        try folder.replace(mark, with: mark + "  tell  There is help.\n", in: "words/sv/money.txt")
        try expectRemarks(
            folder,
            ["words/sv/money.txt:15: \"debt-help\" has as many \"tell\" lines as in fi; take \"differs\" away"])
    }

    @Test("A mark needs what differs, and why", arguments: ["differs", "differs tell", "differs title It is short."])
    func incompleteMark(mark: String) throws {
        let folder = try threeLanguages()
        try folder.replace(
            "  tell  There is help.\n", with: "  tell  There is help.\n  \(mark)\n", in: "words/sv/money.txt")
        try folder.expectFaults(
            "words/sv/money.txt:16: \"differs\" needs one of these after it, and why: "
                + "tell, meeting, prompt, needed, bring, prepare, hours")
    }

    @Test("Hours in one language and not in another are a fault: a line that is shut would look open")
    func hours() throws {
        let folder = try threeLanguages()
        try folder.replace("  hours  Always\n", with: "", in: "words/sv/county.txt")
        try folder.expectFaults(
            "words/sv/county.txt:8: \"contact helpline\" has no \"hours\" lines here and 1 in fi; "
                + "say the same in every language, or write \"differs hours\" and why")
        try folder.replace(
            "  tell  When you need help now.\n",
            with: "  tell  When you need help now.\n  differs hours  none known\n",
            in: "words/sv/county.txt")
        try folder.expectFaults("")
    }
}
