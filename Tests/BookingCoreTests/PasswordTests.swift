import BookingCore
import Testing

@Suite("New passwords")
struct PasswordTests {
    private func fault(_ typed: String, id: String = "maija.mallikas", name: String = "Maija Mallikas-Öhman")
        -> Password.Fault?
    {
        Password(typed).fault(for: id, named: name)
    }

    @Test("Length is the one rule: 12 to 200 characters, and not what everybody knows of the account")
    func length() {
        #expect(fault("kaksitoista!") == nil)
        #expect(fault("yksitoista!") == .tooShort)
        #expect(fault("") == .tooShort)
        #expect(fault(String(repeating: "a", count: 200)) == nil)
        #expect(fault(String(repeating: "a", count: 201)) == .tooLong)
        #expect(fault("aaaaaaaaaaaa") == nil)
        #expect(fault("neljä sanaa peräkkäin on") == nil)
    }

    @Test("The id and the name are no passwords, however they are written")
    func names() {
        #expect(fault("maija.mallikas") == .isName)
        #expect(fault(" MAIJA.Mallikas ") == .isName)
        #expect(fault("maija mallikas-öhman") == .isName)
        #expect(fault("maija mallikas-o\u{308}hman") == .isName)
        #expect(fault("maija.mallikas1") == nil)
    }

    @Test("What crypt(3) would cut short is refused: a control character, or more bytes than it takes")
    func bytes() {
        #expect(fault("salainen\0sana123") == .hasControls)
        #expect(fault("salainen\u{1B}sana123") == .hasControls)
        #expect(fault(String(repeating: "中", count: 170)) == nil)
        #expect(fault(String(repeating: "中", count: 171)) == .tooLong)
    }

    @Test("A password is one however its accents are typed, and without the white space around it")
    func canonical() {
        #expect(Password("  päivää\n").text == Password("pa\u{308}iva\u{308}a\u{308}").text)
        #expect(Password("kaksi  sanaa").text == "kaksi  sanaa")
    }

    @Test("Nothing but a good password is hashed")
    func hash() throws {
        let hasher = Hasher()
        #expect(throws: Password.Fault.tooShort) { try Password("x").hash(for: "a", named: "A", by: hasher) }
        #expect(throws: Password.Fault.noHash) {
            try Password("kaksitoista!").hash(for: "a", named: "A", by: Hasher(works: false))
        }
        #expect(try Password("kaksitoista!").hash(for: "a", named: "A", by: hasher) == "hash of kaksitoista!")
    }

    private struct Hasher: PasswordHasher {
        var works = true
        let nobodys = ""

        func hash(_ password: String) -> String? { works ? "hash of \(password)" : nil }
        func isRight(_ password: String, for hash: String) -> Bool { false }
    }
}
