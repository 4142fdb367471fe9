import SocialServices
import Testing

@testable import Desks

@Suite("A name, a year of birth and a number on one line")
struct NameLineTests {
    private func line(_ typed: String, takesPhone: Bool = false) throws -> String {
        let line = try NameLine(typed, takesPhone: takesPhone, thisYear: 2026)
        return [line.name, line.birthYear.map(String.init) ?? "–", line.phone?.grouped ?? "–"].joined(separator: "|")
    }

    @Test(
        "The year may be left out, stand anywhere, or be a whole date",
        arguments: [
            ("Maija Meikäläinen", "Maija Meikäläinen|–|–"), ("Maija  Meikäläinen 1980", "Maija Meikäläinen|1980|–"),
            ("Maija Meikäläinen, 1980", "Maija Meikäläinen|1980|–"), ("1980 Maija", "Maija|1980|–"),
            ("Maija Meikäläinen (1980)", "Maija Meikäläinen|1980|–"), ("Maija s. 1980", "Maija|1980|–"),
            ("Maija synt. 24.12.1980", "Maija|1980|–"), ("Åke f. 1900", "Åke|1900|–"), ("Ari 2026", "Ari|2026|–"),
            ("Anna-Liisa O'Hara", "Anna-Liisa O'Hara|–|–"), ("Maija R2", "Maija R2|–|–"),
        ])
    func year(typed: String, read: String) throws {
        #expect(try line(typed) == read)
    }

    @Test(
        "What is no year from 1900 to this one is told",
        arguments: ["Maija 80", "Maija 1899", "Maija 2027", "Maija 1980 1981", "Maija 040 123 4567", "Maija 19801"])
    func noYear(typed: String) {
        #expect(throws: NameLine.Fault.noYear) { try line(typed) }
    }

    @Test("A line without letters is no name", arguments: ["", "1980", "?!", "040 123 4567"])
    func noName(typed: String) {
        #expect(throws: NameLine.Fault.noName) { try line(typed) }
        #expect(throws: NameLine.Fault.noName) { try line(typed, takesPhone: true) }
    }

    @Test(
        "At the phone desk the number may stand before the year or after it",
        arguments: [
            ("Maija Meikäläinen 040 123 4567", "Maija Meikäläinen|–|040 123 4567"),
            ("Maija Meikäläinen 1980 040 123 4567", "Maija Meikäläinen|1980|040 123 4567"),
            ("Maija Meikäläinen 040 123 4567 1980", "Maija Meikäläinen|1980|040 123 4567"),
            ("Maija +46 70 123 1980", "Maija|–|+46701231980"), ("Maija 040 123 1980", "Maija|–|040 123 1980"),
            ("Maija 1980", "Maija|1980|–"),
        ])
    func phone(typed: String, read: String) throws {
        #expect(try line(typed, takesPhone: true) == read)
    }

    @Test("A number that is too short is told as such")
    func shortPhone() {
        #expect(throws: NameLine.Fault.phone(.tooShort)) { try line("Maija 0401", takesPhone: true) }
    }
}
