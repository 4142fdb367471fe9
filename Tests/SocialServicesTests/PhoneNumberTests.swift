import SocialServices
import Testing

@Suite("A phone number as people type it")
struct PhoneNumberTests {
    @Test(
        "Every way of writing a Finnish number gives the same one",
        arguments: [
            "0401234567", "040 123 4567", "040-123 4567", "040-1234567", "040.123.4567", "040/123 4567",
            "(040) 1234567", "  040 1234567  ", "040\u{A0}123\u{A0}4567", "040\u{2013}1234567", "040\t1234567",
            "+358401234567", "+358 40 123 4567", "+358 (0)40 123 4567", "+358 040 1234567",
            "00358401234567", "00358 40 1234567", "00358 (0) 40 1234567",
        ])
    func finnish(typed: String) throws {
        #expect(try PhoneNumber(typed: typed).international == "+358401234567")
    }

    @Test("A landline keeps its area code without the zero")
    func landline() throws {
        #expect(try PhoneNumber(typed: "(013) 330-111").international == "+35813330111")
    }

    @Test(
        "A foreign number keeps its country code, and its zeros",
        arguments: [
            ("+46 70 123 45 67", "+46701234567"), ("0046 70 123 45 67", "+46701234567"),
            ("+372 5123 456", "+3725123456"), ("+39 06 1234567", "+39061234567"),
        ])
    func foreign(typed: String, international: String) throws {
        #expect(try PhoneNumber(typed: typed).international == international)
    }

    @Test("Nothing but separators is empty", arguments: ["", " ", "\n", "( ) - . /", "\u{A0}"])
    func empty(typed: String) {
        #expect(throws: PhoneNumber.Fault.empty) { try PhoneNumber(typed: typed) }
    }

    @Test(
        "Letters, other signs and digits of other scripts are not digits",
        arguments: [
            "040 123 456O", "puhelin", "040,1234567", "++358401234567", "040+1234567", "-+-358401234567+",
            "\u{FF10}\u{FF14}\u{FF10}1234567",  // full-width 040
            "\u{0660}\u{0664}\u{0660}1234567",  // Arabic-Indic 040
            "0401234567\u{0301}", "040\u{200B}1234567", "040\u{0}1234567",
        ])
    func notDigits(typed: String) {
        #expect(throws: PhoneNumber.Fault.notDigits) { try PhoneNumber(typed: typed) }
    }

    @Test(
        "A number must begin with 0 or a country code, and no country code begins with 0",
        arguments: ["401234567", "358401234567", "112", "+0401234567", "000401234567"])
    func noPrefix(typed: String) {
        #expect(throws: PhoneNumber.Fault.noPrefix) { try PhoneNumber(typed: typed) }
    }

    @Test(
        "A Finnish number has 5 digits after the country code, a foreign one 7 with it",
        arguments: ["+", "00", "0", "01234", "+358 1234", "+358 0 1234", "+358", "+123456", "00123456"])
    func tooShort(typed: String) {
        #expect(throws: PhoneNumber.Fault.tooShort) { try PhoneNumber(typed: typed) }
    }

    @Test(
        "A Finnish number has at most 12 digits after the country code, a foreign one 15 with it",
        arguments: ["01234567890123", "+3581234567890123", "+358 0 1234567890123", "+1234567890123456"])
    func tooLong(typed: String) {
        #expect(throws: PhoneNumber.Fault.tooLong) { try PhoneNumber(typed: typed) }
    }

    @Test(
        "The shortest and the longest numbers are taken",
        arguments: [
            ("012345", "+35812345"), ("0123456789012", "+358123456789012"),
            ("+358 0 123456789012", "+358123456789012"), ("+1234567", "+1234567"),
            ("+123456789012345", "+123456789012345"),
        ])
    func limits(typed: String, international: String) throws {
        #expect(try PhoneNumber(typed: typed).international == international)
    }

    @Test(
        "A number is read aloud in groups of three, and no digit stands alone",
        arguments: [
            ("0401234567", "040 123 4567"), ("040123456", "040 123 456"), ("04012345", "040 123 45"),
            ("04012345678", "040 123 456 78"), ("013330111", "013 330 111"), ("012345", "012 345"),
            ("+46 70 123 45 67", "+46701234567"), ("+372 5123 456", "+3725123456"),
        ])
    func grouped(typed: String, grouped: String) throws {
        #expect(try PhoneNumber(typed: typed).grouped == grouped)
    }

    @Test("What is shown in groups can be typed in again")
    func roundTrip() throws {
        let number = try PhoneNumber(typed: "0401234567")
        #expect(try PhoneNumber(typed: number.grouped) == number)
        let foreign = try PhoneNumber(typed: "+46701234567")
        #expect(try PhoneNumber(typed: foreign.grouped) == foreign)
    }
}
