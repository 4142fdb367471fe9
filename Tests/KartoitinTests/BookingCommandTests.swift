import Foundation
import TestValues
import Testing

@Suite("booking show and booking cancel")
struct BookingCommandTests {
    let fixture: CommandFixture
    let reference: String
    private static let notFound = "kartoitin: no booking has this reference and phone number; check both\n"

    init() throws {
        fixture = try CommandFixture(languages: ["en"])
        try fixture.makeStore()
        try fixture.open("aino", at: "2099-12-01T09:00", "--method", "phone")
        reference = try fixture.book(at: "2099-12-01T09:00")
    }

    private func run(_ command: String, _ reference: String, phone: String = "0401234567", _ more: String...) throws
        -> ProgramResult
    {
        try fixture.call(["booking", command, reference, "--phone", phone] + more)
    }

    private func booking(_ status: String) -> [String: Any] {
        [
            "reference": reference, "start": "2099-12-01T09:00:00+02:00", "minutes": 15, "method": "phone",
            "professional": "aino", "professionalName": "aino Esimerkki", "status": status, "serviceTask": "families",
            "municipality": "167",
        ]
    }

    @Test("A booking is shown to the one who knows its reference and number, however they are written")
    func shown() throws {
        let reference = reference.lowercased().replacing("-", with: " ")
        let ended = try run("show", reference, phone: "+358 40 1234567", "--format", "json")
        #expect(ended.code == 0)
        #expect(try ended.json().comparable == booking("booked").comparable)
    }

    @Test("As a table and as CSV")
    func tableAndCSV() throws {
        let csv = BookingRow(reference: reference).csv
        #expect(try run("show", reference) == ProgramResult(code: 0, output: BookingRow.table(reference)))
        #expect(try run("show", reference, "--format", "csv") == ProgramResult(code: 0, output: csv))
    }

    @Test("A wrong number and an unknown reference get the same answer", arguments: ["show", "cancel"])
    func notFound(command: String) throws {
        let unknown = reference == "AAAA-AAAA" ? "EEEE-EEEE" : "AAAA-AAAA"
        #expect(try run(command, reference, phone: "0401234568") == ProgramResult(code: 65, error: Self.notFound))
        #expect(try run(command, unknown) == ProgramResult(code: 65, error: Self.notFound))
        #expect(try fixture.freeStarts() == [])
    }

    @Test("A cancelled booking is shown as cancelled, and its time is free again")
    func cancelled() throws {
        let ended = try run("cancel", reference, "--format", "json")
        #expect(ended.code == 0)
        #expect(try ended.json().comparable == booking("cancelled").comparable)
        #expect(try run("show", reference, "--format", "json").json().comparable == booking("cancelled").comparable)
        #expect(try fixture.freeStarts() == ["2099-12-01T09:00:00+02:00"])
    }

    @Test("A booking is cancelled once")
    func twice() throws {
        _ = try run("cancel", reference)
        let told = "kartoitin: this booking was cancelled before; nothing was changed\n"
        #expect(try run("cancel", reference) == ProgramResult(code: 65, error: told))
    }

    @Test("A meeting that is over is not cancelled")
    func past() throws {
        try fixture.edit(.slot(from: 60, until: 960))
        let told = "kartoitin: this meeting has begun or is over; it can no longer be moved or cancelled\n"
        #expect(try run("cancel", reference) == ProgramResult(code: 77, error: told))
        #expect(try run("show", reference, "--format", "csv").output.contains(",booked,"))
    }
}
