public import BookingCore
public import ContentLibrary
import Foundation
import HostSystem

/// Posts SMS as JSON to a service that sends them, through the program `curl`.
///
/// Not through Foundation's URLSession: that would load TLS and more into every start of the kiosk.
public struct SMSGateway: MessageTransport {
    /// How long the whole exchange may take, in seconds.
    static let timeout = 30

    private let address: GatewayAddress
    private let token: String?
    public let channel = Message.Channel.sms
    private let program: MessageProgram

    /// - Parameter token: what proves to the gateway who we are.
    /// - Throws: `noCurl`.
    public init(address: GatewayAddress, token: String?) throws(TransportError) {
        guard let curl = Self.curl else { throw .noCurl }
        self.address = address
        self.token = token
        // curl keeps to its time by itself; this is for one that does not.
        program = MessageProgram(path: curl, name: "curl", timeout: Double(Self.timeout + 15))
    }

    /// The path of the program; nil if it is not installed.
    public static var curl: String? {
        ProgramSearch.find("curl", path: ProcessInfo.processInfo.environment["PATH"] ?? "")
    }

    public func deliver(_ message: Message, _ text: MessageText) throws(DeliveryError) {
        // --disable: no file of the user's home changes what is sent, or to whom.
        let result = try program.run(
            ["--disable", "--config", "-"], input: try config(message, text), outputLimit: 8)
        let answer = GatewayAnswer(result)
        if !answer.isDelivered { throw DeliveryError(reason: answer.trouble) }
    }

    private func config(_ message: Message, _ text: MessageText) throws(DeliveryError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let body = try? encoder.encode(SMS(to: message.recipient, text: text.body, key: message.key)) else {
            throw DeliveryError(reason: "the SMS could not be written as JSON", isFinal: true)
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
        config.set("max-time", "\(Self.timeout)")
        config.set("silent")
        // Of the answer only its number is wanted: its body may say the client's words back.
        config.set("output", "/dev/null")
        config.set("write-out", "%{http_code}")
        return config.text
    }

    private struct SMS: Encodable {
        let to: String
        let text: String
        let key: String
    }
}

/// How the exchange with a gateway ended.
struct GatewayAnswer {
    /// What curl ended with; 0 where it has the whole answer.
    let curl: Int32
    /// The status of HTTP; 0 where none came.
    let status: Int

    init(_ result: ChildProcess.Result) {
        curl = result.exitCode
        status = Int(String(decoding: result.output, as: UTF8.self)) ?? 0
    }

    /// With the status the gateway has decided; how its answer goes on changes nothing.
    var isDelivered: Bool { (200..<300).contains(status) }

    /// Why it was not delivered: never a word of the answer, which may hold the client's.
    var trouble: String {
        // A status below 200 is a word in between.
        if status >= 200 || curl == 0 { return "the gateway answered \(status)" }
        return switch curl {
        case 1: "the gateway does not speak HTTP"
        case 5: "the proxy's name could not be found"
        case 6: "the gateway's name could not be found"
        case 7: "could not connect to the gateway"
        case 28: "the gateway did not answer within \(SMSGateway.timeout) seconds"
        case 35: "no encrypted connection (TLS) with the gateway"
        case 52: "the gateway closed the connection without an answer"
        case 55, 56: "the connection to the gateway broke"
        case 60: "the gateway's certificate (TLS) is not trusted"
        default: "curl ended with the code \(curl)"
        }
    }
}

/// What curl is told on its standard input (`--config -`) instead of by arguments.
struct CurlConfig {
    private(set) var text = ""

    mutating func set(_ option: String) { text += "\(option)\n" }

    /// A value in quotes as curl reads them: only these characters mean something there.
    mutating func set(_ option: String, _ value: String) {
        var quoted = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": quoted += #"\\"#
            case "\"": quoted += #"\""#
            case "\n": quoted += #"\n"#
            case "\r": quoted += #"\r"#
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        text += "\(option) = \"\(quoted)\"\n"
    }
}
