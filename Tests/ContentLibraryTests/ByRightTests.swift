import BookingCore
import SocialServices
import Testing

@testable import ContentLibrary

@Suite("Appointment types by right, and for several clients, in the content")
struct ByRightTests {
    private let services = "services.txt"

    /// The faults of content with one more appointment type.
    private func expectFaults(
        with lines: String, are expected: String, at place: SourceLocation = #_sourceLocation
    ) throws {
        let folder = try ContentFolder()
        try folder.addFollowUp(lines)
        try folder.expectFaults(expected, at: place)
    }

    @Test("Both are read; a type that says neither is open to all and for one client")
    func read() throws {
        let folder = try ContentFolder()
        try folder.addFollowUp("  by-right yes\n  seats 200")
        let types = try ContentReader.read(folder: folder.path).services
        #expect(
            types.appointment("follow-up")
                == AppointmentType(
                    id: "follow-up", task: .workingAge, minutes: 60, methods: [.office], isByRight: true, seats: 200))
        #expect(types.appointment("advice-money")?.isByRight == false)
        #expect(types.appointment("advice-money")?.seats == 1)
    }

    @Test("A time takes 1 to 200 clients", arguments: ["0", "201", "-1", "many", "2 3", ""])
    func seats(text: String) throws {
        let folder = try ContentFolder()
        try folder.addFollowUp("  seats \(text)\n  by-right yes")
        try folder.expectFaults(#"services.txt:18: "seats" must be a number from 1 to 200"#)
    }

    @Test("By right is yes or no, and each stands once without lines below it")
    func shape() throws {
        try expectFaults(
            with: "  by-right maybe\n  seats 2", are: #"services.txt:18: "by-right" must be yes or no"#)
        try expectFaults(
            with: "  by-right yes\n  by-right no", are: #"services.txt:19: "by-right" is defined twice; keep one"#)
        try expectFaults(with: "  seats 2\n  seats 3", are: #"services.txt:19: "seats" is defined twice; keep one"#)
        try expectFaults(
            with: "  by-rigth yes\n  seats 2",
            are: #"services.txt:18: unknown word "by-rigth", did you mean "by-right"?"#)
        try expectFaults(
            with: "  by-right yes\n    seats 2",
            are: #"services.txt:19: "by-right" takes no lines below it; indent this line by two"#)
    }

    @Test("Child protection has times by right, never first ones that anybody may book")
    func childProtection() throws {
        let folder = try ContentFolder()
        try folder.addFollowUp("  by-right yes")
        try folder.replace(
            "appointment follow-up\n  task working-age", with: "appointment follow-up\n  task child-protection",
            in: services)
        try folder.expectFaults("")
        let types = try ContentReader.read(folder: folder.path).services
        #expect(types.appointment("follow-up")?.task == .childProtection)
        #expect(types.firstAppointment(of: .childProtection) == nil)
    }

    @Test("The first contact of a service task skips what is by right, wherever it stands")
    func first() throws {
        let folder = try ContentFolder()
        try folder.replace(
            "appointment advice-money\n  task working-age              # 10",
            with: """
                appointment follow-up
                  task working-age
                  by-right yes
                  minutes 60
                  method office
                appointment advice-money
                  task working-age
                """, in: services)
        try folder.append(
            "appointment follow-up\n  name  Once more\n  meeting  We talk.\n  prompt  How is it?",
            to: "words/en/services.txt")
        let types = try ContentReader.read(folder: folder.path).services
        #expect(types.appointments.map(\.id) == ["follow-up", "advice-money"])
        #expect(types.firstAppointment(of: .workingAge)?.id == "advice-money")
    }

    @Test("What is by right or for several clients needs no outcome that books it; another type does")
    func unused() throws {
        try expectFaults(with: "  by-right yes", are: "")
        try expectFaults(with: "  seats 2", are: "")
        let told =
            #"services.txt:14: no outcome books "follow-up"; write "book follow-up" in one, or take it away"#
        try expectFaults(with: "  by-right no\n  seats 1", are: told)
    }

    @Test("An outcome that books what is by right is told with its line, and the content is not used")
    func outcome() throws {
        let folder = try ContentFolder()
        try folder.addFollowUp("  by-right yes")
        try folder.replace(
            "  book advice-money             # 26", with: "  book follow-up", in: "tree/money.txt")
        let told =
            #"tree/money.txt:26: the appointment "follow-up" is by right: a client gets it from a professional; "#
            + "name one that is open to all"
        try folder.expectFaults(told)
        let fault = ContentFault(
            file: "tree/money.txt", line: 26, message: String(told.dropFirst("tree/money.txt:26: ".count)))
        #expect(throws: ContentError.faults([fault])) { try ContentReader.read(folder: folder.path) }
    }

    @Test("An outcome may book what is for several clients")
    func session() throws {
        let folder = try ContentFolder()
        try folder.addFollowUp("  seats 20")
        try folder.replace(
            "  book advice-money             # 26", with: "  book follow-up", in: "tree/money.txt")
        try folder.expectFaults("")
    }

    @Test("An outcome's misspelt booking is never answered with a type by right")
    func suggestion() throws {
        let folder = try ContentFolder()
        try folder.addFollowUp("  by-right yes")
        try folder.replace(
            "  book advice-money             # 26", with: "  book folow-up", in: "tree/money.txt")
        try folder.expectFaults(#"tree/money.txt:26: no appointment is called "folow-up""#)
    }

    @Test("A weekly template opens times by right")
    func template() throws {
        let folder = try ContentFolder()
        try folder.addFollowUp("  by-right yes\n  seats 3")
        let types = try ContentReader.read(folder: folder.path).services
        let template = try TemplateReader.read(
            Array("mon 09:00-11:00 follow-up\n".utf8), name: "week.txt", for: [.workingAge], in: types, of: nil)
        let type = try #require(types.appointment("follow-up"))
        #expect(template.lines.map(\.use) == [.appointments(type, [.office])])
        #expect(template.lines.map(\.times.starts.count) == [2])
    }
}
