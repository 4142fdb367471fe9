import BookingCore
import CivilTime
import SocialServices
import Testing

@testable import ContentLibrary

@Suite("Faults in the services' file, with file and line")
struct ServicesFaultTests {
    private let services = "services.txt"

    @Test("An unknown word is told at every level")
    func unknownWord() throws {
        try expectFaults(
            in: services, adding: "servise x",
            are: """
                services.txt:14: unknown word "servise", did you mean "service"?
                """)
        try expectFaults(
            in: services, replacing: "  opened yes", with: "  opend yes",
            are: """
                services.txt:8: unknown word "opend", did you mean "opened"?
                """)
        try expectFaults(
            in: services, replacing: "  method phone", with: "  methods phone",
            are: """
                services.txt:12: unknown word "methods", did you mean "method"?
                """)
    }

    @Test("A service task must be one of the seven")
    func task() throws {
        try expectFaults(
            in: services, adding: "task famlies",
            are: """
                services.txt:14: unknown task "famlies", did you mean "families"?
                """)
        try expectFaults(
            in: services, replacing: "  task working-age              # 10", with: "  task moon",
            are: """
                services.txt:10: unknown task "moon"; use one of: families, child-protection, family-law, \
                working-age, disability, older-people, substance-use
                tree/money.txt:20: no appointment is called "advice-money"
                tree/money.txt:26: no appointment is called "advice-money"
                words/en/services.txt:9: no appointment is called "advice-money"
                """)
    }

    @Test("What is defined twice is told")
    func twice() throws {
        try expectFaults(
            in: services, adding: "task working-age",
            are: """
                services.txt:14: the task "working-age" is defined twice; keep one
                """)
        try expectFaults(
            in: services, adding: "service debt-advice\n  task working-age",
            are: """
                services.txt:14: the service "debt-advice" is defined twice; keep one
                """)
        let again = "appointment advice-money\n  task working-age\n  minutes 15\n  method phone"
        try expectFaults(
            in: services, adding: again,
            are: """
                services.txt:14: the appointment "advice-money" is defined twice; keep one
                """)
    }

    @Test(
        "A code that is none of its code set's form is told",
        arguments: [
            ("code", "82a", "82"), ("code", "", "82"), ("class", "3.6", "P3.6"), ("class", "P3.", "P3.6"),
            ("class", "p3.6", "P3.6"), ("target", "KR1,2", "KR1.2"), ("target", "KR", "KR1.2"),
        ])
    func codes(key: String, text: String, example: String) throws {
        let folder = try ContentFolder()
        try folder.append("service x\n  task working-age\n  \(key) \(text)", to: services)
        let found = try folder.faults().split(separator: "\n").filter { $0.hasPrefix("services.txt:") }
        #expect(found == ["services.txt:16: \"\(key)\" must be a code such as \(example)"])
    }

    @Test("A service and an appointment need an id and a task")
    func lacking() throws {
        try expectFaults(in: services, adding: "service", are: #"services.txt:14: "service" needs one id after it"#)
        try expectFaults(in: services, adding: "service x", are: #"services.txt:14: "service x" has no "task""#)
        try expectFaults(
            in: services, adding: "appointment a b",
            are: """
                services.txt:14: "appointment" needs one id after it
                """)
        try expectFaults(
            in: services, adding: "appointment x\n  task families",
            are: """
                services.txt:14: "appointment x" has no "minutes"
                """)
    }

    @Test("An appointment takes 5 to 480 minutes", arguments: ["4", "481", "-15", "long", "15 min", ""])
    func minutes(text: String) throws {
        let lines = "appointment x\n  task families\n  minutes \(text)\n  method phone"
        try expectFaults(
            in: services, adding: lines, are: #"services.txt:16: "minutes" must be a number from 5 to 480"#)
    }

    @Test("An appointment takes the shortest and the longest time", arguments: ["5", "480"])
    func minutesLimits(text: String) throws {
        try expectFaults(in: services, replacing: "  minutes 15", with: "  minutes \(text)", are: "")
    }

    @Test("An appointment needs a way to meet, and a known one")
    func method() throws {
        try expectFaults(
            in: services, replacing: "  method phone                  # 12\n  method office", with: "",
            are: #"services.txt:9: "appointment advice-money" has no "method""#)
        try expectFaults(
            in: services, replacing: "  method phone", with: "  method letter",
            are: """
                services.txt:12: unknown method "letter"; use one of: \(ContactMethod.allCases.map(\.rawValue).joined(separator: ", "))
                """)
    }

    @Test("Child protection is no appointment type that anybody may book", arguments: ["", "\n  by-right no"])
    func childProtection(line: String) throws {
        try expectFaults(
            in: services, replacing: "  task working-age              # 10", with: "  task child-protection" + line,
            are: """
                services.txt:9: child protection is never an anonymous slot: its times go to the client's own worker
                """)
    }

    @Test("A line that is indented too deep is told, not lost")
    func tooDeep() throws {
        try expectFaults(
            in: services, replacing: "\n  method office", with: "\n    method office",
            are: """
                services.txt:13: "method" takes no lines below it; indent this line by two
                """)
    }
}
