import Foundation
import Testing

@Suite("SMS by a gateway")
struct GatewayTests {
    let fixture: MessageFixture

    init() throws { fixture = try MessageFixture() }

    @Test("An SMS is posted as JSON with its key and the token, and nothing of it stands in the list of processes")
    func delivered() throws {
        let gateway = try TestGateway()
        let token = try fixture.program.write("s3cret=\"\\/+~\r\nnot this\n", to: "token", rights: 0o600)
        let list = fixture.program.path("arguments")
        try fixture.replaceCurl("{ echo \"$0 $*\"; env; } > \(list)\nexec /usr/bin/curl \"$@\"")
        let reference = try fixture.book(email: nil)
        let key = try #require(try fixture.keys("waiting").first)
        #expect(
            try fixture.send(to: gateway, "--sms-gateway-token", token)
                == ProgramResult(code: 0, output: MessageFixture.count(sent: 1)))
        let request = try #require(gateway.requests.first)
        #expect(gateway.requests.count == 1)
        #expect(request.line == "POST /send HTTP/1.1")
        #expect(request.headers["content-type"] == "application/json")
        #expect(request.headers["idempotency-key"] == key)
        #expect(request.headers["authorization"] == "Bearer s3cret=\"\\/+~")
        let body = """
            Siun sote: your appointment is booked. Tue 1 Dec at 09:00.
            The adviser calls you on 040 123 4567.
            Booking code \(reference). If you cannot come, change or cancel it at the booking terminal. The code and your phone number are enough.
            """
        #expect(try request.json() == ["to": "+358401234567", "text": body, "key": key])
        let seen = try String(contentsOfFile: list, encoding: .utf8)
        #expect(seen.hasPrefix("\(fixture.program.path("bin/curl")) --disable --config -\n"))
        for secret in ["s3cret", "358", "Siun", key, reference] { #expect(!seen.contains(secret)) }
        #expect(try fixture.due().isEmpty)
    }

    @Test("Without a token none is sent")
    func noToken() throws {
        let gateway = try TestGateway(answer: { _ in .status(202) })
        try fixture.book(email: nil)
        #expect(try fixture.send(to: gateway) == ProgramResult(code: 0, output: MessageFixture.count(sent: 1)))
        #expect(try #require(gateway.requests.first).headers["authorization"] == nil)
    }

    @Test(
        "Whatever characters are in it, an SMS arrives as it was written",
        arguments: [
            "\"quotes\" and 'quotes', \\back\\\\slashes\\n, /slashes/", "two\nlines\r\nand\ttabs\u{B}\n",
            "👩‍👩‍👧 Ääkköset – ﷽ \u{202E}turned\u{202C} \u{2028}e\u{301}", "\u{1}\u{7}\u{1B}[2J\u{7F}\u{85}",
            "\"\nurl = \"http://127.0.0.1:1/\"\n# comment", "@/etc/passwd",
            "--data %{http_code} {a,b} [1-9] $HOME `id`",
        ])
    func hostile(text: String) throws {
        let gateway = try TestGateway()
        let reference = try fixture.book(email: nil)
        #expect(try fixture.send(to: gateway).code == 0)
        try fixture.program.prepare(["messages", "write", reference, "--quiet", "--text", text])
        #expect(try fixture.send(to: gateway) == ProgramResult(code: 0, output: MessageFixture.count(sent: 1)))
        let arrived = try #require(try gateway.requests.last?.json()["text"])
        #expect(Array(arrived.utf8) == Array(text.utf8))
    }

    @Test("An SMS that the gateway took is sent, even where the rest of its answer is lost")
    func halfAnswer() throws {
        let gateway = try TestGateway(answer: { _ in .bytes("HTTP/1.1 201 Created\r\nContent-Length: 9\r\n\r\nta") })
        try fixture.book(email: nil)
        #expect(try fixture.send(to: gateway) == ProgramResult(code: 0, output: MessageFixture.count(sent: 1)))
    }

    @Test("An address with brackets in it is one address")
    func brackets() throws {
        let gateway = try TestGateway()
        try fixture.book(email: nil)
        let words = ["messages", "send", "--format", "json", "--sms-gateway", gateway.url + "?to=[1-3]"]
        #expect(try fixture.program.run(words) == ProgramResult(code: 0, output: MessageFixture.count(sent: 1)))
        #expect(gateway.requests.map(\.line) == ["POST /send?to=[1-3] HTTP/1.1"])
    }

    @Test("What is not encrypted goes to no proxy, and a file of curl's in the home folder changes nothing")
    func surroundings() throws {
        let gateway = try TestGateway()
        let proxy = try TestGateway()
        for name in ["http_proxy", "ALL_PROXY"] { fixture.program.environment[name] = proxy.url }
        try fixture.program.write("url = \"\(proxy.url)\"\nproxy = \"\(proxy.url)\"\n", to: ".curlrc", rights: 0o600)
        try fixture.book(email: nil)
        #expect(try fixture.send(to: gateway) == ProgramResult(code: 0, output: MessageFixture.count(sent: 1)))
        #expect(gateway.requests.count == 1 && proxy.requests.isEmpty)
    }
}
