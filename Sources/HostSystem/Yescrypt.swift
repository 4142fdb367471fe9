import CCrypt
import Foundation

/// Password hashes by the C library's own yescrypt.
public struct Yescrypt: Sendable {
    /// Beginning of a yescrypt hash.
    private static let prefix = "$y$"
    /// Of a password that no account has: made once for each process, so that checking it costs what a real one costs.
    public let nobodys: String

    /// `nil` if the machine's libcrypt does not know yescrypt.
    public init?() {
        guard let hash = Self.hash(UUID().uuidString) else { return nil }
        nobodys = hash
    }

    public func hash(_ password: String) -> String? { Self.hash(password) }

    public func isRight(_ password: String, for hash: String) -> Bool {
        guard let made = Self.crypt(password, hash) else { return false }
        // All bytes are compared, whatever the first difference is.
        var difference = made.utf8.count ^ hash.utf8.count
        for (one, other) in zip(made.utf8, hash.utf8) { difference |= Int(one ^ other) }
        return difference == 0
    }

    /// A salt for a hash, with what the hash costs.
    public func newSalt() -> String? { Self.newSalt() }

    /// The hash with a salt of `newSalt`, the same each time.
    public func hash(_ word: String, salt: String) -> String? { Self.crypt(word, salt) }

    private static func hash(_ password: String) -> String? { newSalt().flatMap { crypt(password, $0) } }

    private static func newSalt() -> String? {
        var setting = [CChar](repeating: 0, count: Int(CRYPT_GENSALT_OUTPUT_SIZE))
        // Cost 0 is the library's usual one, and without random bytes of ours it takes the kernel's.
        guard crypt_gensalt_rn(prefix, 0, nil, 0, &setting, CRYPT_GENSALT_OUTPUT_SIZE) != nil else { return nil }
        return String(decoding: setting.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func crypt(_ password: String, _ setting: String) -> String? {
        let data = UnsafeMutablePointer<crypt_data>.allocate(capacity: 1)
        data.initialize(to: crypt_data())
        defer {
            // No trace of a password stays in memory that another process is given.
            explicit_bzero(data, MemoryLayout<crypt_data>.size)
            data.deallocate()
        }
        guard
            let hash = crypt_rn(password, setting, data, Int32(MemoryLayout<crypt_data>.size)).map({
                String(cString: $0)
            }), hash.hasPrefix(prefix)
        else { return nil }
        return hash
    }
}
