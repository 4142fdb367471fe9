import Foundation

/// Something secret, kept in the first line of a file that is its owner's alone.
enum SecretFile {
    /// The longest first line, in bytes.
    private static let longest = 8192

    /// The first line of a file without spaces around it.
    ///
    /// - Parameter what: what it is called, for example `token`.
    /// - Throws: `Failure` where the file cannot be read, others can read it, or its first line is empty or too long.
    static func firstLine(of path: String, holding what: String) throws(Failure) -> String {
        // Nobody writes to a pipe that is taken for a file: it is not waited for.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            throw Failure(.badData, "the \(what) file \(path) cannot be read; check its path and its owner")
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Failure(.badData, "\(path) is no file; give a file with the \(what) in its first line")
        }
        guard status.st_mode & 0o077 == 0 else { throw Failure.othersCanRead(path, .badData) }
        var bytes = [UInt8](repeating: 0, count: longest)
        let count = max(0, Foundation.read(file, &bytes, bytes.count))
        return try line(bytes.prefix(count), of: path, holding: what)
    }

    /// The first line of standard input.
    static func firstLineOfInput(holding what: String) throws(Failure) -> String {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while bytes.count < longest, Foundation.read(STDIN_FILENO, &byte, 1) == 1, byte != UInt8(ascii: "\n") {
            bytes.append(byte)
        }
        return try line(bytes[...], of: "standard input", holding: what)
    }

    private static func line(
        _ bytes: ArraySlice<UInt8>, of place: String, holding what: String
    ) throws(Failure) -> String {
        let first = bytes.prefix { $0 != UInt8(ascii: "\n") }
        guard first.count < longest, let text = String(validating: first, as: UTF8.self) else {
            throw Failure(.badData, "the first line of \(place) is no \(what); it is too long or no text")
        }
        let line = text.trimmingCharacters(in: .whitespaces.union(.newlines))
        guard !line.isEmpty else {
            throw Failure(.badData, "there is no \(what) in \(place); write it to the first line")
        }
        return line
    }
}
