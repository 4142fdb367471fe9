import BookingCore
import Desks
import Dialogue
import Foundation

/// Posts SMS as JSON to a service that sends them, through the program `curl`.
///
/// Not through Foundation's URLSession: that would load TLS and more into every start of the kiosk.
struct SMSGateway: MessageCarrier {
    /// How long the whole exchange may take, in seconds.
    static let patience = 30

    let address: GatewayAddress
    /// What proves to the gateway who we are.
    let token: String?
    let channel = Message.Channel.sms
    private let program: MessageProgram

    /// - Throws: `Failure` where there is no curl.
    init(address: GatewayAddress, token: String?) throws(Failure) {
        guard let curl = Self.curl else { throw Failure(.unreachable, Self.noCurl) }
        self.address = address
        self.token = token
        // curl keeps to its time by itself; this is for one that does not.
        program = MessageProgram(path: curl, name: "curl", patience: Double(Self.patience + 15))
    }

    /// Where the program is; nil where there is none.
    static var curl: String? { ProgramSearch.find("curl", path: ProcessInfo.processInfo.environment["PATH"] ?? "") }

    static let noCurl = "curl is not there, so no SMS goes to a gateway; install it with: apt-get install curl"

    func deliver(_ message: Message, _ text: MessageText) throws(DeliveryFailure) {
        let output = Pipe()
        // --disable: no file of the user's home changes what is sent, or to whom.
        let code = try program.run(["--disable", "--config", "-"], input: try config(message, text), output: output)
        let answer = GatewayAnswer(curl: code, said: output)
        if !answer.isDelivered { throw DeliveryFailure(reason: answer.trouble) }
    }

    private func config(_ message: Message, _ text: MessageText) throws(DeliveryFailure) -> Data {
        let sms = SMS(to: message.recipient, text: text.body, key: message.key)
        guard let body = try? Output.encoded(sms) else {
            throw DeliveryFailure(reason: "the SMS could not be written as JSON", isFinal: true)
        }
        var config = CurlConfig()
        config.set("url", address.text)
        // The URL is one address, whatever brackets are in it.
        config.set("globoff")
        config.set("proto", "=\(address.scheme)")
        // What is not encrypted stays on this machine, whatever proxy the environment names.
        if !address.isEncrypted { config.set("noproxy", "*") }
        config.set("data-raw", String(decoding: body, as: UTF8.self))
        config.set("header", "Content-Type: application/json")
        config.set("header", "Idempotency-Key: \(message.key)")
        if let token { config.set("header", "Authorization: Bearer \(token)") }
        config.set("max-time", "\(Self.patience)")
        config.set("silent")
        // Of the answer only its number is wanted: its body may say the client's words back.
        config.set("output", "/dev/null")
        config.set("write-out", "%{http_code}")
        return Data(config.text.utf8)
    }

    private struct SMS: Encodable {
        let to: String
        let text: String
        let key: String
    }
}
