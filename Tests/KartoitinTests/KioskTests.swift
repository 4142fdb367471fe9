import Foundation
import Testing

/// From the choice of language to the professional's page.
@Suite("A whole booking on a pipe")
struct KioskTests {
    let fixture: CommandFixture

    init() throws {
        fixture = try CommandFixture()
        try fixture.prepare(["demo"])
    }

    @Test(
        "What a visitor books reaches the professional: who, when and in their own words",
        arguments: ExpectedVisit.all)
    func wholeBooking(_ visit: ExpectedVisit) throws {
        let booked = try fixture.run(["demo"], input: visit.answers.joined(separator: "\n") + "\n")
        #expect(booked.code == 0)
        #expect(booked.error == "")
        #expect(!booked.output.contains("\u{1B}"))
        let row = try #require(try fixture.timetable("booked").first)
        #expect(row["professional"] as? String == "demo-aino")
        let start = try #require(row["start"] as? String)
        let reference = try #require(booked.output.firstMatch(of: /[2-9A-Z]{4}-[2-9A-Z]{4}/)).output
        for sentence in visit.sentences { #expect(booked.output.contains(sentence), "\(sentence)") }
        // The next visitor is asked for a language, and nothing of the last one is on the screen.
        #expect(booked.output.hasSuffix(ExpectedVisit.beginning))

        let arguments = ["demo", "professional", "--professional", "demo-aino", "--language", visit.language]
        let read = try fixture.run(arguments, input: "1\n\n<\n")
        #expect(read.code == 0)
        #expect(read.error == "")
        // Between the two stands the deadline, which depends on the day of the test.
        for part in try visit.page(start: start, reference: String(reference)).split(separator: "{deadline}") {
            #expect(read.output.contains(part), "\(read.output)")
        }
        #expect(read.output.hasSuffix("\n\n\(visit.goodbye)\n"))
        let shown = try fixture.run([
            "booking", "show", String(reference), "--phone", "0401234567", "--format", "csv",
        ])
        let expected = BookingRow(
            reference: String(reference), start: start, minutes: 30, method: "office", professional: "demo-aino",
            professionalName: "Aino Esimerkki")
        #expect(shown.output == expected.csv)
    }

    @Test("A visitor sees and cancels the booking with its code and phone number")
    func cancelled() throws {
        try fixture.prepare(["timetable", "open", "--professional", "demo-aino", "--at", "2099-12-01T09:00"])
        let reference = try fixture.book(at: "2099-12-01T09:00")
        let answers = ["en", "my-booking", reference, "040 999 9999", reference, "0401234567", "cancel", "yes", ""]
        let ended = try fixture.run(["demo"], input: answers.joined(separator: "\n") + "\n")
        #expect(ended.code == 0)
        let told = """

            We found no appointment with these details. Check the code, and the number or
            the word.

            Type the booking code, or the code your adviser gave you. It has eight
            characters, for example K7PF-3M2R. If you have lost it, type: lost.

            Type your phone number, the same one you gave us earlier. If you booked without
            a phone, type the word you chose.

            You have an appointment
              Tuesday, 1 December 2099 at 09:00, 15 minutes
              The adviser calls you on 040 123 4567.

            What would you like to do?
              1  Keep the appointment and leave
              2  Cancel this appointment
              3  Change the appointment

            Do you really want to cancel? Someone else can then have the appointment.
              1  Yes, cancel the appointment
              2  No, keep the appointment

            Your appointment is cancelled. You can book a new one whenever you like.

            """
        #expect(ended.output.contains(told), "\(ended.output)")
        #expect(try fixture.timetable("booked", "--from", "2099-12-01", "--until", "2099-12-01").isEmpty)
    }
}

/// One visitor in one language: what they type and what must come of it.
struct ExpectedVisit: Sendable, CustomTestStringConvertible {
    let language: String
    let sentences: [String]
    let goodbye: String
    /// With the place of the day, the two times and the reference in braces.
    let pageTemplate: String
    let weekdays: [String]
    let months: [String]
    let timeSeparator: String

    var testDescription: String { language }

    var answers: [String] {
        [
            language, "family", "me", "exhausted", "small", "nobody", "sleep care", "book", "language", "sign",
            "needs",
            "pyörätuoli", "office", "167", "1", "Maija Meikäläinen", "0401234567", "En jaksa enää 😢",
            // A cry: urgent help stands between, and the visitor is safe.
            "Apua!", "1", "", "email", "maija@example.fi", "hope", "Lepoa", "ok", "1",
        ]
    }

    /// The page for a booking that begins at `2026-11-23T13:00:00+02:00`.
    func page(start: String, reference: String) throws -> String {
        let parts = try #require(start.wholeMatch(of: /(\d+)-(\d+)-(\d+)T(\d+):(\d+):00(.+)/)).output
        let (year, month, day) = (try #require(Int(parts.1)), try #require(Int(parts.2)), try #require(Int(parts.3)))
        let (hour, minute) = (try #require(Int(parts.4)), try #require(Int(parts.5)))
        var utc = Calendar(identifier: .gregorian)
        utc.timeZone = .gmt
        let noon = try #require(utc.date(from: DateComponents(year: year, month: month, day: day, hour: 12)))
        let weekday = weekdays[utc.component(.weekday, from: noon) - 1]
        func time(_ minutes: Int) -> String {
            let (hour, minute) = (minutes / 60, minutes % 60)
            let zero = hour < 10 && timeSeparator == ":" ? "0" : ""
            return "\(zero)\(hour)\(timeSeparator)\(minute < 10 ? "0" : "")\(minute)"
        }
        return pageTemplate.replacing("{day}", with: "\(weekday) \(day)\(months[month - 1])")
            .replacing("{from}", with: time(hour * 60 + minute))
            .replacing("{until}", with: time(hour * 60 + minute + 30)).replacing("{reference}", with: reference)
    }

    static let beginning = """

        Siun sote · Kartoitin

        Valitse kieli: kirjoita numero ja paina Enter.
        Välj språk: skriv ett nummer och tryck på Enter.
        Choose a language: type a number and press Enter.
        Esittelyn voit lopettaa kirjoittamalla 0.
        Skriv 0 för att avsluta förhandsvisningen.
        To end the demonstration, type 0.

        Kieli · Språk · Language
          1  Suomi
          2  Svenska
          3  English

        """
}
