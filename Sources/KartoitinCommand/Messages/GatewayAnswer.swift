import Foundation

/// How the exchange with a gateway ended.
struct GatewayAnswer {
    /// What curl ended with; 0 where it has the whole answer.
    let curl: Int32
    /// The status of HTTP; 0 where none came.
    let status: Int

    /// - Parameter said: where curl, which has ended, wrote the status.
    init(curl: Int32, said: Pipe) {
        self.curl = curl
        let file = said.fileHandleForReading.fileDescriptor
        // Waits for nobody: what curl had to say is there.
        _ = fcntl(file, F_SETFL, O_NONBLOCK)
        var bytes = [UInt8](repeating: 0, count: 8)
        let count = max(0, read(file, &bytes, bytes.count))
        status = Int(String(decoding: bytes.prefix(count), as: UTF8.self)) ?? 0
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
        case 28: "the gateway did not answer within \(SMSGateway.patience) seconds"
        case 35: "no encrypted connection (TLS) with the gateway"
        case 52: "the gateway closed the connection without an answer"
        case 55, 56: "the connection to the gateway broke"
        case 60: "the gateway's certificate (TLS) is not trusted"
        default: "curl ended with the code \(curl)"
        }
    }
}
