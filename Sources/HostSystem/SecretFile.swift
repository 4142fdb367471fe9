public import Foundation

/// A secret, kept in the first line of a file that its owner alone can read.
public enum SecretFile {
    /// Why a secret could not be read.
    public enum Failure: Error, Equatable, Sendable {
        case cannotBeRead(path: String)
        /// It is a folder, a pipe or a device.
        case notAFile(path: String)
        case othersCanRead(path: String)
        /// The first line is too long or not UTF-8. Its place is the file, or standard input.
        case notText(place: String)
        case empty(place: String)
    }

    /// The longest first line, in bytes.
    private static let longest = 8192

    /// The first line of a file without spaces around it.
    public static func firstLine(of path: String) throws(Failure) -> String {
        // A pipe that is taken for a file is not waited for.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw .cannotBeRead(path: path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
        guard status.st_mode & 0o077 == 0 else { throw .othersCanRead(path: path) }
        var bytes = [UInt8](repeating: 0, count: longest)
        let count = max(0, Foundation.read(file, &bytes, bytes.count))
        return try line(bytes.prefix(count), of: path)
    }

    /// The first line of standard input, without spaces around it.
    public static func firstLine(from input: FileHandle) throws(Failure) -> String {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while bytes.count < longest, Foundation.read(input.fileDescriptor, &byte, 1) == 1, byte != UInt8(ascii: "\n")
        {
            bytes.append(byte)
        }
        return try line(bytes[...], of: "standard input")
    }

    private static func line(_ bytes: ArraySlice<UInt8>, of place: String) throws(Failure) -> String {
        let first = bytes.prefix { $0 != UInt8(ascii: "\n") }
        guard first.count < longest, let text = String(validating: first, as: UTF8.self) else {
            throw .notText(place: place)
        }
        let line = text.trimmingCharacters(in: .whitespaces.union(.newlines))
        guard !line.isEmpty else { throw .empty(place: place) }
        return line
    }
}
