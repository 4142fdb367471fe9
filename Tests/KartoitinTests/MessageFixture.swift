import Foundation
import TestValues
import Testing

/// A program with somewhere to send to: a spool folder, and a program that takes e-mail as `sendmail` does.
final class MessageFixture {
    let program: CommandFixture
    let spool: String
    let sendmail: String
    private let letters: String

    /// - Parameter acting: what `sendmail` does beside taking letters, in the shell; `$letter` is its letter.
    init(acting: String = "") throws {
        program = try CommandFixture(languages: ["en"])
        spool = program.path("spool")
        sendmail = program.path("sendmail")
        letters = program.path("letters")
        for folder in [spool, letters] {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        }
        try makeSendmail(acting: acting)
        try program.makeStore()
        try program.open("aino", at: "2099-12-01T09:00", "--until", "2099-12-01T19:00")
    }

    func makeSendmail(acting: String) throws {
        let script = """
            #!/bin/sh
            [ "$*" = "-t -i" ] || exit 64
            letter=$(mktemp \(letters)/XXXXXXXX)
            cat > "$letter"
            \(acting)
            """
        try program.write(script, to: "sendmail", rights: 0o700)
    }

    /// Books the quarter of an hour with this number, from 09:00 on.
    @discardableResult
    func book(_ number: Int = 0, email: String? = "maija@example.fi") throws -> String {
        let minutes = 540 + number * 15
        let time = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return try program.book(at: "2099-12-01T\(time)", ["--email": email, "--description": "SALAISUUS"])
    }

    var words: [String] {
        ["messages", "send", "--format", "json", "--sendmail", sendmail, "--sms-spool", spool]
    }

    /// For SMS alone.
    func words(to gateway: TestGateway) -> [String] {
        ["messages", "send", "--format", "json", "--sms-gateway", gateway.url]
    }

    func send(_ more: String...) throws -> ProgramResult { try program.run(words + more) }

    /// Sends SMS alone.
    func send(to gateway: TestGateway, _ more: String...) throws -> ProgramResult {
        // A gateway that no later line needs must not go away by now.
        try withExtendedLifetime(gateway) { try program.run(words(to: gateway) + more) }
    }

    /// A program in the place of curl, first in the path.
    func replaceCurl(_ script: String) throws {
        try program.write("#!/bin/sh\n\(script)\n", to: "bin/curl", rights: 0o700)
        program.environment["PATH"] = program.path("bin") + ":/usr/bin:/bin"
    }

    /// What a sender says it did, as JSON.
    static func count(sent: Int = 0, failed: Int = 0, gaveUp: Int = 0) -> String {
        "{\"failed\":\(failed),\"gaveUp\":\(gaveUp),\"sent\":\(sent)}\n"
    }

    /// The keys of the letters that arrived, one for each.
    func mailed() throws -> [String] { try keys(in: letters) }

    func spooled() throws -> [String] { try keys(in: spool) }

    func texts(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
            String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/\($0)")), as: UTF8.self)
        }
    }

    func letter() throws -> String { try #require(try texts(in: letters).first) }

    private func keys(in folder: String) throws -> [String] {
        try texts(in: folder).flatMap { $0.split(separator: "\n") }
            .filter { $0.hasPrefix("X-Kartoitin-Key: ") }.map { String($0.dropFirst(17)) }.sorted()
    }

    /// Messages in a state, by their key.
    func keys(_ state: String) throws -> [String] {
        try due().filter { $0["state"] as? String == state }.compactMap { $0["key"] as? String }.sorted()
    }

    func due() throws -> [[String: Any]] {
        let list = try program.prepare(["messages", "due", "--format", "json"]).json()
        return try #require(list["messages"] as? [[String: Any]])
    }

    /// Whatever waits is due now, as if time had passed.
    func makeDue() throws { try program.edit(.messagesDue) }
}
