import BookingCore
import CivilTime
import Testing

@testable import ContentLibrary

@Suite("Rules of appointment types in the content")
struct RuleFaultTests {
    private let services = "services.txt"

    private func expectFault(_ lines: String, _ expected: String, at place: SourceLocation = #_sourceLocation) throws
    {
        let appointment = "appointment x\n  task working-age\n  minutes 15\n  method phone\n"
        let folder = try ContentFolder()
        try folder.append(appointment + lines, to: services)
        let found = try folder.faults().split(separator: "\n").filter {
            $0.hasPrefix("services.txt:") && !$0.contains("no outcome books")
        }
        #expect(found.joined(separator: "\n") == expected, sourceLocation: place)
    }

    @Test("Each rule is read, and one that is not there is no limit")
    func read() throws {
        let folder = try ContentFolder()
        try folder.replace(
            "  minutes 15", with: "  minutes 15\n  notice 90min\n  ahead 60d\n  change-until 24h\n  open-per-phone 2",
            in: services)
        let rules = AppointmentRules(
            notice: TimeSpan("90min"), ahead: TimeSpan("60d"), changeUntil: TimeSpan("24h"), openPerPhone: 2)
        let type = try ContentReader.read(folder: folder.path).services.appointment("advice-money")
        #expect(type?.rules == rules)
        let sound = try ContentFolder()
        let without = try ContentReader.read(folder: sound.path).services.appointment("advice-money")
        #expect(without?.rules == AppointmentRules.none)
    }

    @Test(
        "A span of time without a unit, or of none, is told with its line",
        arguments: ["notice", "ahead", "change-until"], ["2", "2 h", "0h", "soon", ""])
    func span(key: String, text: String) throws {
        try expectFault(
            "  \(key) \(text)", "services.txt:18: \"\(key)\" must be a time such as 30min, 2h or 1d")
    }

    @Test("A number of bookings is from 1 to 100", arguments: ["0", "101", "two", "-1", ""])
    func count(text: String) throws {
        try expectFault(
            "  open-per-phone \(text)", #"services.txt:18: "open-per-phone" must be a number from 1 to 100"#)
    }

    @Test("A rule that is defined twice, is misspelt or has lines below it is told")
    func shape() throws {
        try expectFault("  notice 2h\n  notice 3h", #"services.txt:19: "notice" is defined twice; keep one"#)
        try expectFault("  notise 2h", #"services.txt:18: unknown word "notise", did you mean "notice"?"#)
        try expectFault(
            "  notice 2h\n    ahead 2d",
            #"services.txt:19: "notice" takes no lines below it; indent this line by two"#)
    }

    @Test("Rules under which nothing could be booked are told")
    func nothingLeft() throws {
        try expectFault(
            "  notice 2d\n  ahead 48h",
            #"services.txt:19: nothing could be booked: "ahead" must be longer than "notice""#)
    }

    @Test("How long a meeting with an interpreter takes, and how soon it can be, is read")
    func interpreter() throws {
        let folder = try ContentFolder()
        try folder.replace(
            "  minutes 15", with: "  minutes 15\n  interpreter-length 45min\n  interpreter-notice 3d", in: services)
        let rules = try ContentReader.read(folder: folder.path).services.appointment("advice-money")?.rules
        #expect(rules == AppointmentRules(interpreterMinutes: 45, interpreterNotice: TimeSpan("3d")))
        try folder.expectFaults("")
    }

    @Test(
        "A length that no times one after another have is told",
        arguments: ["15min", "10min", "40min", "1d", "495min"])
    func interpreterLength(text: String) throws {
        try expectFault(
            "  interpreter-length \(text)",
            #"services.txt:18: "interpreter-length" must be twice "minutes" (30min) or another multiple of it, at most 480min"#
        )
    }

    @Test("What makes no sense of an interpreter is told with its line")
    func interpreterNonsense() throws {
        try expectFault(
            "  interpreter-length 30",
            #"services.txt:18: "interpreter-length" must be a time such as 30min, 2h or 1d"#)
        try expectFault(
            "  interpreter-notice soon",
            #"services.txt:18: "interpreter-notice" must be a time such as 30min, 2h or 1d"#)
        try expectFault(
            "  seats 8\n  interpreter-length 30min",
            #"services.txt:19: a time for several clients has one length; leave "interpreter-length" out"#)
        try expectFault(
            "  ahead 3d\n  interpreter-notice 3d",
            #"services.txt:19: nothing could be booked with an interpreter: "ahead" must be longer than "interpreter-notice""#
        )
    }
}
