import Foundation

/// The token of a gateway, kept in the first line of a file that is its owner's alone.
enum GatewayToken {
    /// - Throws: `Failure` where the file cannot be read, others can read it, or there is no token in it.
    static func read(_ path: String) throws(Failure) -> String {
        // Nobody writes to a pipe that is taken for a file: it is not waited for.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else {
            throw Failure(.badData, "the token file \(path) cannot be read; check its path and its owner")
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Failure(.badData, "\(path) is no file; give a file with the token in its first line")
        }
        guard status.st_mode & 0o077 == 0 else { throw Failure.othersCanRead(path, .badData) }
        return try token(in: file, path)
    }

    private static func token(in file: Int32, _ path: String) throws(Failure) -> String {
        var bytes = [UInt8](repeating: 0, count: 8192)
        let count = max(0, Foundation.read(file, &bytes, bytes.count))
        let line = bytes.prefix(count).prefix { $0 != UInt8(ascii: "\n") }
        let token = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespaces.union(.newlines))
        guard !token.isEmpty else {
            throw Failure(.badData, "there is no token in \(path); write it to the first line")
        }
        // It becomes a header: anything else could end it and begin another.
        guard line.count < bytes.count, token.unicodeScalars.allSatisfy({ (0x21..<0x7F).contains($0.value) }) else {
            throw Failure(
                .badData, "the first line of \(path) is no token; one is of letters, digits and signs without spaces")
        }
        return token
    }
}
