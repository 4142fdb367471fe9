import SocialServices
import Testing

@Suite("Codes and fixed ids")
struct CodeTests {
    @Test("A language is two small letters", arguments: ["fi", "sv", "en", "se", "ar"])
    func language(code: String) {
        #expect(Language(rawValue: code)?.rawValue == code)
    }

    @Test("Anything else is no language", arguments: ["", "f", "fin", "FI", "Fi", "f1", "f ", "ä", "äö", "fi\n"])
    func noLanguage(code: String) {
        #expect(Language(rawValue: code) == nil)
    }

    @Test("The three known languages are the ones read from their codes")
    func knownLanguages() {
        #expect(Language(rawValue: "fi") == .finnish)
        #expect(Language(rawValue: "sv") == .swedish)
        #expect(Language(rawValue: "en") == .english)
    }

    @Test("A municipality keeps the zero its code begins with")
    func municipality() {
        #expect(Municipality(rawValue: "090")?.rawValue == "090")
        #expect(Municipality(rawValue: "167")?.rawValue == "167")
    }

    @Test(
        "Anything but three digits is no municipality",
        arguments: ["", "90", "0090", "16a", "-12", "1 7", "Joensuu", "\u{FF11}\u{FF16}\u{FF17}"])
    func noMunicipality(code: String) {
        #expect(Municipality(rawValue: code) == nil)
    }

    @Test("Municipalities stand in the order of their codes")
    func municipalityOrder() {
        let codes = ["422", "090", "167"].compactMap(Municipality.init)
        #expect(codes.sorted().map(\.rawValue) == ["090", "167", "422"])
    }

    @Test("The ids of service tasks are what other programs read")
    func serviceTasks() {
        #expect(
            ServiceTask.allCases.map(\.rawValue) == [
                "families", "child-protection", "family-law", "working-age", "disability", "older-people",
                "substance-use",
            ])
    }

    @Test("The ids of outcomes are what other programs read")
    func outcomeGroups() {
        #expect(
            OutcomeGroup.allCases.map(\.rawValue) == [
                "families", "child-protection", "family-law", "working-age", "disability", "urgent", "elsewhere",
            ])
    }

    @Test("The ids of the ways to meet are what other programs read, in the order they are offered")
    func contactMethods() {
        #expect(ContactMethod.allCases.map(\.rawValue) == ["phone", "remote", "office"])
        let backwards: [ContactMethod] = [.office, .remote, .phone]
        #expect(backwards.sorted() == [.phone, .remote, .office])
    }

    @Test("The ids of flags are what the content and the store hold")
    func flags() {
        #expect(
            SituationFlag.allCases.map(\.rawValue) == [
                "soon", "child", "over-75", "disability", "for-someone-else", "own-child",
            ])
    }
}
