import Foundation
import HostSystem

/// Where a gateway takes SMS: encrypted, or on this machine.
public struct GatewayAddress: Sendable {
    let text: String
    /// `https` or `http`.
    let scheme: String

    var isEncrypted: Bool { scheme == "https" }

    private static let thisMachine = ["127.0.0.1", "localhost", "::1", "[::1]"]

    /// - Throws: `notAnAddress`, `addressHoldsSecret` or `notEncrypted`.
    public init(_ text: String) throws(TransportError) {
        // Foundation mends some addresses and curl reads them another way: only plain ones are taken.
        let odd = "\"<>\\^`{|}"
        let isPlain =
            text.unicodeScalars.allSatisfy { (0x21..<0x7F).contains($0.value) } && !text.contains(where: odd.contains)
        guard isPlain, let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            ["https", "http"].contains(scheme), let host = parts.host?.lowercased(), !host.isEmpty,
            parts.port.map({ (1...65535).contains($0) }) ?? true
        else { throw .notAnAddress }
        guard parts.user == nil, parts.password == nil else { throw .addressHoldsSecret }
        guard scheme == "https" || Self.thisMachine.contains(host) else { throw .notEncrypted }
        self.text = text
        self.scheme = scheme
    }
}

/// The token of a gateway, kept in the first line of a file that its owner alone can read.
public enum GatewayToken {
    /// - Throws: `token` where the file cannot be read or others can read it, `notAToken`.
    public static func read(_ path: String) throws(TransportError) -> String {
        let token: String
        do { token = try SecretFile.firstLine(of: path) } catch { throw .token(error) }
        // It becomes a header: anything else could end it and begin another.
        guard token.unicodeScalars.allSatisfy({ (0x21..<0x7F).contains($0.value) }) else {
            throw .notAToken(path: path)
        }
        return token
    }
}
