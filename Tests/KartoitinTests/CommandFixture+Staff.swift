import Foundation
import TestValues
import Testing

extension CommandFixture {
    /// Everybody's password.
    private static let password = "oikea salasana"
    /// Of that password, by yescrypt at its lowest cost: signing in is quick.
    private static let hash = "$y$j75$NWBwik3sAG16qu5/Fding.$1/XKzyMJYGxURVfoDHaqYsSSwgKlCOmZ.oSomnz2Vt7"

    /// Adds an account of each role; Aino and Eero are professionals. Last of all: from then on the program asks who
    /// somebody is.
    func addStaff() throws {
        for (id, role) in [
            ("puhelin", "phone-service"), ("aino", "professional"), ("eero", "professional"),
            ("johto", "supervisor"), ("paa", "main-user"),
        ] {
            try edit(.account(id, name: "\(id.capitalized) Esimerkki", role: role, hash: Self.hash))
        }
        try write(Self.password + "\n", to: "password", rights: 0o600)
    }

    /// The options with which somebody signs in.
    func signIn(_ id: String) -> [String] { ["--as", id, "--password-file", path("password")] }

    /// Runs a command as somebody who signs in.
    @discardableResult
    func call(as id: String, _ arguments: [String], input: String = "") throws -> ProgramResult {
        try call(arguments + signIn(id), input: input)
    }
}

extension CommandFixture {
    /// Runs what must succeed for the test to begin, as somebody who signs in.
    func prepareAs(_ id: String, _ arguments: [String]) throws {
        let ended = try call(as: id, arguments)
        try #require(ended.code == 0, "\(arguments): \(ended.error)")
    }
}
