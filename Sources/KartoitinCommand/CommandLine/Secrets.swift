public import BookingCore
import HostSystem

/// Passwords as commands take them.
enum Secrets {
    /// The first line of a file, or of standard input for `-`.
    ///
    /// - Parameter what: what it holds, for messages.
    static func firstLine(of file: String, holding what: String) throws(Failure) -> String {
        do throws(SecretFile.Failure) {
            return file == "-"
                ? try SecretFile.firstLine(from: RunContext.current.input) : try SecretFile.firstLine(of: file)
        } catch {
            throw Failure(error, reading: what)
        }
    }

    static func hasher() throws(Failure) -> Yescrypt {
        if let hasher = Yescrypt() { return hasher }
        throw Failure(.unreachable, Failure.noYescrypt)
    }

    /// A hash of a new password.
    static func hash(_ password: Password, for id: String, named name: String) throws(Failure) -> String {
        let hasher = try hasher()
        do {
            return try password.hash(for: id, named: name, by: hasher)
        } catch {
            throw Failure(.badData, error.explanation)
        }
    }
}

extension Yescrypt: PasswordHasher, WordHasher {}
