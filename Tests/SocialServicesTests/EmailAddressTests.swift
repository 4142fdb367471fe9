import SocialServices
import Testing

@Suite("An e-mail address as people type it")
struct EmailAddressTests {
    @Test(
        "An ordinary address is kept as typed",
        arguments: [
            "aino@example.fi", "Aino.Esimerkki+sote@mail.example.org", "a@b.c", "päivi@esimerkki.fi",
            "aino@älä.example",
        ])
    func accepted(typed: String) {
        #expect(EmailAddress(typed: typed)?.address == typed)
    }

    @Test(
        "A slip of the finger is caught",
        arguments: [
            "", "aino", "aino.example.fi", "@example.fi", "aino@", "aino@example", "aino@@example.fi",
            "aino@example@fi.fi", "aino@.fi", "aino@example.", "aino@example..fi",
        ])
    func refused(typed: String) {
        #expect(EmailAddress(typed: typed) == nil)
    }

    @Test(
        "A space or a control character anywhere is refused",
        arguments: [
            " aino@example.fi", "aino@example.fi ", "ai no@example.fi", "aino@exa\u{A0}mple.fi",
            "aino@example.fi\n", "aino\t@example.fi", "\u{1B}[31maino@example.fi", "aino\u{0}@example.fi",
            "aino\u{7F}@example.fi", "aino\u{9B}31m@example.fi", "aino@example.\u{81}fi",
        ])
    func invisible(typed: String) {
        #expect(EmailAddress(typed: typed) == nil)
    }

    @Test("254 bytes are taken, 255 are not; a letter with dots is two bytes")
    func longest() {
        let domain = "@example.fi"
        #expect(EmailAddress(typed: String(repeating: "a", count: 254 - 11) + domain) != nil)
        #expect(EmailAddress(typed: String(repeating: "a", count: 255 - 11) + domain) == nil)
        #expect(EmailAddress(typed: String(repeating: "ä", count: 122) + domain) == nil)
    }
}
