import Foundation
import Testing

@Suite("The options of an SMS gateway")
struct GatewayOptionTests {
    let fixture: CommandFixture

    init() throws { fixture = try CommandFixture(languages: ["en"]) }

    private func expect(_ words: [String], code: Int32, _ told: String) throws {
        let ended = try fixture.run(["messages", "send"] + words)
        #expect(ended == ProgramResult(code: code, error: "kartoitin: \(told)\n"), "\(words)")
    }

    @Test("A gateway and a spool at once are refused, and a token without a gateway")
    func both() throws {
        try expect(
            ["--sms-gateway", "https://sms.example.fi/send", "--sms-spool", fixture.folder.path], code: 64,
            "--sms-gateway and --sms-spool are two ways for the same SMS; give one of them")
        try expect(
            ["--sms-gateway-token", "token", "--sms-spool", fixture.folder.path], code: 64,
            "--sms-gateway-token needs --sms-gateway URL beside it")
    }

    @Test(
        "Without encryption nothing goes to another machine, however its name is made up",
        arguments: [
            "http://sms.example.fi/send", "http://127.0.0.1.example.fi/", "http://localhost.example.fi/",
            "http://10.0.0.1/",
            "HTTP://SMS.EXAMPLE.FI", "http://[::2]/", "http://0.0.0.0/", "http://sms.example.fi/?127.0.0.1",
            "http://sms.example.fi#127.0.0.1",
        ])
    func otherHost(url: String) throws {
        try expect(
            ["--sms-gateway", url], code: 65,
            "--sms-gateway must begin with https://, SMS hold names; http:// goes only to this machine: 127.0.0.1, [::1] or localhost"
        )
    }

    @Test(
        "What is no address of a gateway is refused",
        arguments: [
            "", "sms.example.fi", "ftp://127.0.0.1/", "file:///etc/passwd", "https://", "https:///send", "https:send",
            "http://127.0.0.1\\@sms.example.fi/", "https://sms.example.fi/a b",
            "https://sms.example.fi/\nproto = \"=http\"",
            "https://sms.example.fi:0/", "https://sms.example.fi:65536/", "https://sms.example.fi:x/",
            "https://sms.exämple.fi/",
        ])
    func noAddress(url: String) throws {
        try expect(
            ["--sms-gateway", url], code: 65, "--sms-gateway is not an address such as https://sms.example.fi/send")
    }

    @Test(
        "A password in the address is refused: everybody could see it", arguments: ["me:secret@", "me@", "@", ":@"])
    func password(user: String) throws {
        try expect(
            ["--sms-gateway", "https://\(user)sms.example.fi/"], code: 65,
            "--sms-gateway has a user or a password in it, which everybody on this machine can see; write a token to a file and give that with --sms-gateway-token"
        )
    }

    @Test(
        "The address of this machine needs no encryption",
        arguments: ["127.0.0.1:1", "[::1]:1", "localhost:1", "LOCALHOST"])
    func thisMachine(host: String) throws {
        let ended = try fixture.run(["messages", "send", "--sms-gateway", "http://\(host)/send"])
        #expect(ended.error.hasPrefix("kartoitin: there is no store at "))
    }

    @Test("A token file that others can read is refused", arguments: [0o640, 0o604, 0o644, 0o620, 0o601])
    func readable(rights: Int) throws {
        let file = try fixture.write("s3cret\n", to: "token", rights: rights)
        try expect(token(file), code: 65, "others can read \(file); take it from them with: chmod 600 \(file)")
    }

    @Test("A token file that is missing, no file or without a token is refused")
    func noToken() throws {
        let nowhere = fixture.path("nowhere")
        try expect(
            token(nowhere), code: 65, "the token file \(nowhere) cannot be read; check its path and its owner")
        try expect(
            token(fixture.folder.path), code: 65,
            "\(fixture.folder.path) is no file; give a file with the token in its first line")
        let pipe = fixture.path("pipe")
        try #require(mkfifo(pipe, 0o600) == 0)
        try expect(token(pipe), code: 65, "\(pipe) is no file; give a file with the token in its first line")
        for text in ["", "\n", "  \r\n", "\nsecond"] {
            let file = try fixture.write(text, to: "token", rights: 0o600)
            try expect(token(file), code: 65, "there is no token in \(file); write it to the first line")
        }
        for text in ["two words", "ääkkönen", "a\rX-Evil: 1", "a\u{0}b"] {
            let file = try fixture.write(text, to: "token", rights: 0o600)
            try expect(
                token(file), code: 65,
                "the first line of \(file) is no token; one is of letters, digits and signs without spaces")
        }
        let long = try fixture.write(String(repeating: "a", count: 9000), to: "token", rights: 0o600)
        try expect(token(long), code: 65, "the first line of \(long) is no token; it is too long or no text")
    }

    private func token(_ file: String) -> [String] {
        ["--sms-gateway", "https://sms.example.fi/send", "--sms-gateway-token", file]
    }
}
