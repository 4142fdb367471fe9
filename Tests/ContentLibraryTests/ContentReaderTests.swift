import BookingCore
import Mapper
import SocialServices
import Testing

@testable import ContentLibrary

@Suite("Reading a content folder")
struct ContentReaderTests {
    @Test("A folder that is not there is missing")
    func missing() throws {
        let today = try ContentFolder.today
        #expect(throws: ContentError.missing(folder: "/nowhere/at/all")) {
            try ContentReader.read(folder: "/nowhere/at/all")
        }
        #expect(throws: ContentError.missing(folder: "/nowhere/at/all")) {
            try ContentCheck(folder: "/nowhere/at/all", today: today)
        }
    }

    @Test("A folder without a tree is missing")
    func noTree() throws {
        let folder = try ContentFolder()
        try folder.remove("tree")
        #expect(throws: ContentError.missing(folder: folder.path)) { try ContentReader.read(folder: folder.path) }
        try folder.write("start topic", to: "tree")
        #expect(throws: ContentError.missing(folder: folder.path)) { try ContentReader.read(folder: folder.path) }
    }

    @Test("A file or folder that is not there is named", arguments: ["county.txt", "services.txt", "words"])
    func noFile(name: String) throws {
        let folder = try ContentFolder()
        try folder.remove(name)
        let expected = ContentError.unreadable(file: folder.path(of: name))
        #expect(throws: expected) { try ContentReader.read(folder: folder.path) }
        #expect(throws: expected) { try folder.check() }
    }

    @Test("A file that cannot be read is named", arguments: ["tree/more.txt", "words/en/more.txt"])
    func unreadable(name: String) throws {
        // A folder where a file is expected cannot be read by anybody, whatever rights the tests run with.
        let folder = try ContentFolder()
        try folder.write("", to: name + "/inside")
        #expect(throws: ContentError.unreadable(file: folder.path(of: name))) {
            try ContentReader.read(folder: folder.path)
        }
    }

    @Test("Content with a fault is not used: all its faults are thrown")
    func faulty() throws {
        let folder = try ContentFolder()
        try folder.replace("  method phone", with: "  method phne", in: "services.txt")
        try folder.replace("  required yes", with: "  required ja", in: "county.txt")
        let expected = ContentError.faults([
            ContentFault(file: "county.txt", line: 11, message: "\"required\" must be yes or no"),
            ContentFault(file: "services.txt", line: 12, message: "unknown method \"phne\", did you mean \"phone\"?"),
        ])
        #expect(throws: expected) { try ContentReader.read(folder: folder.path) }
    }

    @Test("Hidden files and files that are not .txt are left alone")
    func otherFiles() throws {
        let folder = try ContentFolder()
        for name in ["tree/.start.txt.swp", "tree/README.md", "words/en/.hidden.txt", "words/en/notes.odt"] {
            try folder.write("moon", to: name)
        }
        try folder.expectFaults("")
    }

    @Test("A tree may be spread over any number of files")
    func oneFile() throws {
        let folder = try ContentFolder()
        try folder.remove("tree/money.txt")
        try folder.append(SoundContent.money, to: "tree/start.txt")
        try folder.expectFaults("")
    }

    @Test("The tree comes as it was written")
    func tree() throws {
        let folder = try ContentFolder()
        let tree = try ContentReader.read(folder: folder.path).tree
        #expect(tree.start == "topic")
        #expect(tree.human == "talk")
        #expect(tree.longestWalk == 3)
        #expect(
            tree.questions["needs"]
                == Question(
                    id: "needs", kind: .several,
                    options: [
                        Option(id: "debts", flags: [.soon]), Option(id: "rent"), Option(id: "none"),
                        Option(id: "unknown"),
                    ],
                    routes: [
                        Route(
                            to: .outcome("debt-help"),
                            when: [
                                Condition(question: "needs", options: ["debts"]),
                                Condition(question: "needs", options: ["rent"]),
                            ]),
                        Route(
                            to: .question("story"), when: [Condition(question: "needs", options: ["debts", "rent"])]),
                        Route(to: .outcome("advice")),
                    ]))
        #expect(tree.questions["topic"]?.option("child")?.destination == .outcome("child-help"))
        #expect(
            tree.outcomes["debt-help"]
                == Outcome(
                    id: "debt-help", group: .workingAge, service: "debt-advice", appointmentType: "advice-money",
                    readyAnswers: ["budget"], contacts: ["kela"]))
    }

    @Test("An outcome may be quiet: no message is sent unless the client asks for one")
    func quiet() throws {
        let folder = try ContentFolder()
        try folder.replace("  ready budget ", with: "  quiet yes\n  ready budget ", in: "tree/money.txt")
        let tree = try ContentReader.read(folder: folder.path).tree
        #expect(tree.outcomes["debt-help"]?.isQuiet == true)
        #expect(tree.outcomes["advice"]?.isQuiet == false)
        try folder.replace("quiet yes", with: "quiet please", in: "tree/money.txt")
        try folder.expectFaults("tree/money.txt:21: \"quiet\" must be yes or no")
    }

    @Test("The county and its services come as they were written")
    func countyAndServices() throws {
        let folder = try ContentFolder()
        let content = try ContentReader.read(folder: folder.path)
        let joensuu = try #require(Municipality(rawValue: "167"))
        #expect(content.county.id == "test-county")
        #expect(content.county.website == "example.org")
        #expect(content.county.timeZone == "Europe/Helsinki")
        #expect(content.county.municipalities == [joensuu])
        #expect(content.county.offices == [ServicePoint(id: "town-hall", municipality: joensuu, isExample: true)])
        #expect(content.county.urgentContacts == ["helpline"])
        let number = Contact.Number(digits: "112", language: nil, source: "https://112.fi", checked: "2026")
        #expect(
            content.county.contact("helpline")
                == Contact(id: "helpline", numbers: [number], website: nil, isRequired: true, instead: nil))
        #expect(content.services.tasks == [.workingAge, .childProtection])
        #expect(
            content.services.service("debt-advice")
                == Service(
                    id: "debt-advice", task: .workingAge, code: "1", registerClass: "P3.1", targetGroups: ["KR1"],
                    openedForClients: true))
        let advice = AppointmentType(
            id: "advice-money", task: .workingAge, minutes: 15, methods: [.phone, .office])
        #expect(content.services.appointment("advice-money") == advice)
        #expect(content.services.firstAppointment(of: .workingAge) == advice)
        #expect(content.services.firstAppointment(of: .childProtection) == nil)
        #expect(content.readyAnswers["budget"] == ReadyAnswer(id: "budget", contacts: ["kela"]))
        #expect(content.places["story"] == ContentLocation(kind: .question, file: "tree/money.txt", line: 12))
    }

    @Test("The words come as they were written; an option's short form is its text where it has none")
    func words() throws {
        let folder = try ContentFolder()
        let words = try ContentReader.read(folder: folder.path).words(in: .english)
        let talk = try #require(words.questions["talk"])
        #expect(talk.ask == "Who would you like to talk to?")
        #expect(talk.why == "Each worker knows other things.")
        #expect(talk.hint == nil)
        #expect(talk.options == ["advice": OptionWords(text: "Somebody who gives advice", short: "advice")])
        #expect(words.questions["needs"]?.hint == "Choose what fits.")
        #expect(
            words.questions["needs"]?.options["rent"] == OptionWords(text: "Help with rent", short: "Help with rent"))
        #expect(
            words.outcomes["debt-help"]
                == OutcomeWords(
                    title: "Help with debts", tell: ["There is help.", "You can book a time here."],
                    prompts: ["How long have you had them?"], staff: nil))
        #expect(words.contacts["helpline"]?.hours == "Always")
        #expect(words.services["debt-advice"]?.bring == ["Your letters"])
        #expect(words.county == CountyWords(name: "Test county", official: "The wellbeing services county of Test"))
        #expect(words.name(.office, "town-hall") == "Town hall")
        #expect(words.name(.office, "moon") == "moon")
    }

    @Test("A number is shown in the conversation's language, else in any, else the first one")
    func numberByLanguage() throws {
        func number(_ digits: String, _ language: Language?) -> Contact.Number {
            Contact.Number(digits: digits, language: language, source: "example", checked: nil)
        }
        func shown(_ numbers: [Contact.Number]) -> String? {
            Contact(id: "x", numbers: numbers, website: nil, isRequired: false, instead: nil)
                .number(in: .swedish)?.digits
        }
        #expect(shown([number("1", .finnish), number("2", nil), number("3", .swedish)]) == "3")
        #expect(shown([number("1", .finnish), number("2", nil)]) == "2")
        #expect(shown([number("1", .finnish), number("2", .english)]) == "1")
        #expect(shown([]) == nil)
    }
}
