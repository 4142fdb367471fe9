import BookingCore
import CivilTime
import SocialServices
import Testing

@testable import ContentLibrary

@Suite("Reading a weekly template")
struct TemplateReaderTests {
    private func read(_ text: String) throws(ContentError) -> WeeklyTemplate {
        var services = Services()
        services.appointments = [
            AppointmentType(id: "advice-families", task: .families, minutes: 15, methods: [.phone, .remote]),
            AppointmentType(id: "advice-disability", task: .disability, minutes: 15, methods: [.phone]),
        ]
        return try TemplateReader.read(Array(text.utf8), name: "week.txt", for: [.families], in: services, of: nil)
    }

    private func faults(_ text: String) -> String {
        do throws(ContentError) {
            _ = try read(text)
            return ""
        } catch {
            guard case .faults(let faults) = error else { return "\(error)" }
            return faults.map(\.description).joined(separator: "\n")
        }
    }

    @Test("Lines are read with their day, times, type and ways to meet; without any, all of the type")
    func lines() throws {
        let template = try read(
            """
            # a week
            mon 09:00-11:00 advice-families phone
            tue 13:00-13:15  advice-families   # all ways
            wed 12:00-12:30 - team meeting
            """)
        let type = AppointmentType(id: "advice-families", task: .families, minutes: 15, methods: [.phone, .remote])
        #expect(template.lines.map(\.weekday) == [.monday, .tuesday, .wednesday])
        #expect(template.lines.map(\.from.description) == ["09:00", "13:00", "12:00"])
        #expect(template.lines.map(\.until.description) == ["11:00", "13:15", "12:30"])
        #expect(
            template.lines.map(\.use) == [
                .appointments(type, [.phone]), .appointments(type, [.phone, .remote]),
                .other(purpose: "team meeting"),
            ])
    }

    @Test("Each fault is told with its line and what to write instead")
    func eachFault() {
        let form = "after the day comes a time such as 09:00-11:00, then an appointment type, or - and what it is for"
        let cases = [
            ("wde 09:00-11:00 - x", #"unknown word "wde", did you mean "wed"?"#),
            ("mon", form), ("mon 09:00-11:00", form), ("mon 9-11 advice-families", form),
            ("mon 09:00-24:00 advice-families", form), ("mon 09:00-10:00-11:00 advice-families", form),
            ("mon 11:00-09:00 - x", "11:00-09:00 ends before it begins; write the earlier time first"),
            ("mon 09:00-09:00 - x", "09:00-09:00 ends before it begins; write the earlier time first"),
            ("mon 09:00-09:14 advice-families", "no time of 15 minutes fits into 09:00-09:14"),
            (
                "mon 09:00-11:00 advice-familes",
                #"no appointment is called "advice-familes", did you mean "advice-families"?"#
            ),
            ("mon 09:00-11:00 home-visit", #"no appointment is called "home-visit"; use one of: advice-families"#),
            (
                "mon 09:00-11:00 advice-disability",
                "advice-disability is of disability, but this professional works in families"
            ),
            ("mon 09:00-11:00 advice-families phne", #"unknown method "phne", did you mean "phone"?"#),
            ("mon 09:00-11:00 advice-families office", "advice-families is not offered by office"),
            (
                "mon 09:00-11:00 advice-families phone remote",
                "the ways to meet are one word with commas, such as phone,office"
            ),
            ("mon 09:00-11:00 -", "after - comes what the time is for, for example meeting"),
            ("mon 08:00-16:01 - x", "a time takes 5 to 480 minutes, not 481"),
            ("mon 08:00-08:04 - x", "a time takes 5 to 480 minutes, not 4"),
            ("mon 08:00-09:00 - x\n  tue 1", "\"mon\" takes no lines below it; begin this line at the left edge"),
            (
                "# nothing",
                "the template is empty; write lines such as: mon 09:00-11:00 advice-families phone,office"
            ),
        ]
        for (text, message) in cases {
            let line = text.contains("\n") ? 2 : 1
            #expect(faults(text) == "week.txt:\(line): \(message)")
        }
    }
}
