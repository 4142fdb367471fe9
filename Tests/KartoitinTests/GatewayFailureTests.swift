import Foundation
import Testing

@Suite("SMS that a gateway does not take, and senders that are killed")
struct GatewayFailureTests {
    let fixture: MessageFixture

    init() throws { fixture = try MessageFixture() }

    @Test("What the gateway refuses is tried again later with the same key, and nothing of its answer is kept")
    func refused() throws {
        let gateway = try TestGateway(answer: { _ in .status(503) })
        try fixture.book(email: nil)
        #expect(try fixture.send(to: gateway) == ProgramResult(code: 1, output: MessageFixture.count(failed: 1)))
        #expect(try fixture.due().isEmpty)
        #expect(try fixture.send(to: gateway) == ProgramResult(code: 0, output: MessageFixture.count()))
        try fixture.makeDue()
        #expect(try fixture.due().map { $0["failure"] as? String } == ["the gateway answered 503"])
        gateway.answer { _ in .status(200) }
        #expect(try fixture.send(to: gateway) == ProgramResult(code: 0, output: MessageFixture.count(sent: 1)))
        #expect(gateway.keys.count == 2 && Set(gateway.keys).count == 1)
        #expect(try fixture.due().isEmpty)
    }

    @Test(
        "Each other end of an exchange is a failure that says which, and an address elsewhere is not followed",
        arguments: [
            (TestGateway.Answer.status(302), "the gateway answered 302"), (.status(401), "the gateway answered 401"),
            (.status(422), "the gateway answered 422"),
            (.bytes(""), "the gateway closed the connection without an answer"),
            (.bytes("Maija\r\n"), "the gateway does not speak HTTP"),
            (.bytes("HTTP/1.1 500 Maija\r\nContent-Length: 9\r\n\r\n"), "the gateway answered 500"),
        ])
    func failures(answer: TestGateway.Answer, told: String) throws {
        let gateway = try TestGateway(answer: { _ in answer })
        try fixture.book(email: nil)
        #expect(try fixture.send(to: gateway) == ProgramResult(code: 1, output: MessageFixture.count(failed: 1)))
        try fixture.makeDue()
        #expect(try fixture.due().map { $0["failure"] as? String } == [told])
        #expect(gateway.requests.count == 1)
    }

    @Test("Where nobody listens it is told that no connection was made")
    func nobody() throws {
        let gateway = try TestGateway(isListening: false)
        try fixture.book(email: nil)
        #expect(try fixture.send(to: gateway) == ProgramResult(code: 1, output: MessageFixture.count(failed: 1)))
        try fixture.makeDue()
        #expect(try fixture.due().map { $0["failure"] as? String } == ["could not connect to the gateway"])
    }

    @Test("A gateway without encryption where it must have it gets nothing")
    func notEncrypted() throws {
        let gateway = try TestGateway(answer: { _ in .status(200) })
        try fixture.book(email: nil)
        let url = "https://127.0.0.1:\(gateway.port)/send"
        let words = ["messages", "send", "--format", "json", "--sms-gateway", url]
        // The server waits for the end of a line that never comes.
        try fixture.replaceCurl("sed 's/^max-time = .*/max-time = 1/' | /usr/bin/curl \"$@\"")
        #expect(try fixture.program.run(words) == ProgramResult(code: 1, output: MessageFixture.count(failed: 1)))
        #expect(gateway.requests.isEmpty)
    }

    @Test("A gateway that never answers is given up for now")
    func silent() throws {
        let gateway = try TestGateway(answer: { _ in .silence })
        try fixture.book(email: nil)
        // The same exchange with less patience: nobody wants to wait half a minute for a test.
        try fixture.replaceCurl(
            "sed 's/^max-time = \"30\"$/max-time = 1/' | /usr/bin/curl \"$@\"; code=$?; echo $code > code; exit $code"
        )
        #expect(try fixture.send(to: gateway) == ProgramResult(code: 1, output: MessageFixture.count(failed: 1)))
        #expect(try String(contentsOfFile: fixture.program.path("code"), encoding: .utf8) == "28\n")
        try fixture.makeDue()
        #expect(
            try fixture.due().map { $0["failure"] as? String } == ["the gateway did not answer within 30 seconds"])
    }

    @Test(
        "However curl ends, it is told in words and the SMS waits",
        arguments: [
            ("exit 5", "the proxy's name could not be found"), ("exit 6", "the gateway's name could not be found"),
            ("exit 35", "no encrypted connection (TLS) with the gateway"),
            ("exit 55", "the connection to the gateway broke"),
            ("printf 100; exit 56", "the connection to the gateway broke"),
            ("exit 60", "the gateway's certificate (TLS) is not trusted"),
            ("exit 99", "curl ended with the code 99"), ("echo Maija; exit 99", "curl ended with the code 99"),
            ("kill -9 $$", "curl was killed"),
        ])
    func curlEnds(script: String, told: String) throws {
        let gateway = try TestGateway()
        try fixture.book(email: nil)
        try fixture.replaceCurl(script)
        #expect(try fixture.send(to: gateway) == ProgramResult(code: 1, output: MessageFixture.count(failed: 1)))
        try fixture.makeDue()
        #expect(try fixture.due().map { $0["failure"] as? String } == [told])
    }

    @Test("Without curl it is told how to get it, and nothing is tried; curl that cannot be run is a failure")
    func noCurl() throws {
        let gateway = try TestGateway()
        try fixture.book(email: nil)
        let path = fixture.program.environment["PATH"]
        fixture.program.environment["PATH"] = fixture.program.path("nowhere")
        let told =
            "kartoitin: curl is not there, so no SMS goes to a gateway; install it with: apt-get install curl\n"
        #expect(try fixture.send(to: gateway) == ProgramResult(code: 69, error: told))
        fixture.program.environment["PATH"] = path
        #expect(try fixture.due().map { $0["attempts"] as? Int } == [0])
        try fixture.program.write("#!/nowhere\n", to: "broken/curl", rights: 0o700)
        fixture.program.environment["PATH"] = fixture.program.path("broken")
        #expect(try fixture.send(to: gateway) == ProgramResult(code: 1, output: MessageFixture.count(failed: 1)))
        try fixture.makeDue()
        #expect(try fixture.due().map { $0["failure"] as? String } == ["curl could not be started"])
        #expect(gateway.requests.isEmpty)
    }

    @Test("A killed sender loses no SMS and repeats with the same key")
    func killed() throws {
        let gateway = try TestGateway(answer: { _ in .silence })
        try fixture.book(email: nil)
        let all = try fixture.keys("waiting")
        let sender = try fixture.program.start(fixture.words(to: gateway))
        try gateway.wait(for: 1)
        sender.kill()
        #expect(try sender.wait().code == -SIGKILL)
        gateway.answer { _ in .status(200) }
        // Nobody else gets it while the lease runs.
        #expect(try fixture.send(to: gateway) == ProgramResult(code: 0, output: MessageFixture.count()))
        try fixture.makeDue()
        #expect(try fixture.send(to: gateway) == ProgramResult(code: 0, output: MessageFixture.count(sent: 1)))
        #expect(gateway.keys == all + all)
    }

    @Test("Killed at any moment, again and again, senders bring every SMS to the gateway")
    func killedAgainAndAgain() throws {
        let gateway = try TestGateway(answer: { _ in
            Thread.sleep(forTimeInterval: 0.1)
            return .status(200)
        })
        for number in 0..<6 { try fixture.book(number, email: nil) }
        let all = try fixture.keys("waiting")
        #expect(all.count == 6)
        var kills = 0
        var rounds = 0
        while try !fixture.keys("waiting").isEmpty {
            try #require(rounds < 100)
            let before = gateway.requests.count
            let sender = try fixture.program.start(fixture.words(to: gateway))
            // Now at its beginning, now while the gateway thinks, now after its answer.
            if rounds % 3 > 0 {
                while sender.isRunning && gateway.requests.count == before { Thread.sleep(forTimeInterval: 0.005) }
            }
            Thread.sleep(forTimeInterval: [0.01, 0.05, 0.2][rounds % 3])
            sender.kill()
            if try sender.wait().code == -SIGKILL { kills += 1 }
            rounds += 1
            try fixture.makeDue()
        }
        #expect(kills > 0)
        #expect(Set(gateway.keys) == Set(all))
        #expect(try fixture.program.run(["store", "check"]).code == 0)
    }
}
