import Foundation

/// Where a gateway takes SMS: encrypted, or on this machine.
struct GatewayAddress {
    let text: String
    /// `https` or `http`.
    let scheme: String

    var isEncrypted: Bool { scheme == "https" }

    private static let thisMachine = ["127.0.0.1", "localhost", "::1", "[::1]"]

    /// - Throws: `Failure` that says what to type instead.
    init(_ text: String) throws(Failure) {
        // Foundation mends some addresses and curl reads them another way: only plain ones are taken.
        let odd = "\"<>\\^`{|}"
        let isPlain =
            text.unicodeScalars.allSatisfy { (0x21..<0x7F).contains($0.value) } && !text.contains(where: odd.contains)
        guard isPlain, let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            ["https", "http"].contains(scheme), let host = parts.host?.lowercased(), !host.isEmpty,
            parts.port.map({ (1...65535).contains($0) }) ?? true
        else {
            throw Failure(.badData, "--sms-gateway is not an address such as https://sms.example.fi/send")
        }
        guard parts.user == nil, parts.password == nil else {
            throw Failure(
                .badData,
                "--sms-gateway has a user or a password in it, which everybody on this machine can see; "
                    + "write a token to a file and give that with --sms-gateway-token")
        }
        guard scheme == "https" || Self.thisMachine.contains(host) else {
            throw Failure(
                .badData,
                "--sms-gateway must begin with https://, SMS hold names; "
                    + "http:// goes only to this machine: 127.0.0.1, [::1] or localhost")
        }
        self.text = text
        self.scheme = scheme
    }
}
