import Foundation

/// A password as it is hashed: without the white space around it, which a line of a file cannot be trusted to keep,
/// and with its accents composed, which keyboards do differently.
public struct Password: Sendable {
    /// Why something cannot be a new password.
    public enum Fault: Error, Equatable, Sendable {
        case tooShort
        case tooLong
        /// It is the account's id or the person's name.
        case isName
        /// It holds control characters, which not every keyboard can type.
        case hasControls
        /// The machine made no hash of it.
        case noHash
    }

    /// In characters. Length is what counts: no other rules, which only make passwords alike.
    public static let shortest = 12
    public static let longest = 200
    /// In bytes: more than that crypt(3) takes from no one.
    private static let mostBytes = 511

    public let text: String

    public init(_ typed: String) {
        text = typed.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
    }

    /// Why it cannot be an account's new password; nil if it can.
    public func fault(for id: String, named name: String) -> Fault? {
        if text.count < Self.shortest { return .tooShort }
        if text.count > Self.longest || text.utf8.count > Self.mostBytes { return .tooLong }
        if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) { return .hasControls }
        let names = [id, name].map { Password($0).text.lowercased() }
        return names.contains(text.lowercased()) ? .isName : nil
    }

    /// The hash to keep of a new password.
    public func hash(for id: String, named name: String, by hasher: any PasswordHasher) throws(Fault) -> String {
        if let fault = fault(for: id, named: name) { throw fault }
        guard let hash = hasher.hash(text) else { throw .noHash }
        return hash
    }
}

/// Makes and checks password hashes. Slow on purpose.
public protocol PasswordHasher: Sendable {
    /// A new hash with a salt of its own; nil if the library cannot make one.
    func hash(_ password: String) -> String?
    func isRight(_ password: String, for hash: String) -> Bool
    /// The hash of a password that is no one's, as costly to check as a real one.
    var nobodys: String { get }
}
