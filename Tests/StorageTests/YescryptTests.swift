import HostSystem
import Storage
import Testing

@Suite("Password hashes")
struct YescryptTests {
    @Test("A password is right for its own hash alone, and no two hashes are alike")
    func right() throws {
        let hasher = try #require(Yescrypt())
        let hash = try #require(hasher.hash("sala sana 123"))
        #expect(hash.hasPrefix("$y$"))
        #expect(hasher.isRight("sala sana 123", for: hash))
        for wrong in ["sala sana 124", "", "sala sana 12", "sala sana 1234", "SALA SANA 123"] {
            #expect(!hasher.isRight(wrong, for: hash))
        }
        #expect(hasher.hash("sala sana 123") != hash)
    }

    @Test("Nothing is right for a hash of another kind, or for the hash of a password that nobody has")
    func nobody() throws {
        let hasher = try #require(Yescrypt())
        for hash in ["", "*0", "$6$abc$def", "sala", hasher.nobodys] { #expect(!hasher.isRight("sala", for: hash)) }
    }
}
