import Foundation

/// The files that a desk reads and writes for whoever sits at it.
public struct DeskFiles {
    /// The bytes of a file; nil where it cannot be read.
    public let read: (String) -> [UInt8]?
    /// Writes a new file. Throws why it did not; there is no such file then.
    public let write: (_ text: String, _ path: String) throws(FileTrouble) -> Void

    public init(
        read: @escaping (String) -> [UInt8]?,
        write: @escaping (_ text: String, _ path: String) throws(FileTrouble) -> Void
    ) {
        self.read = read
        self.write = write
    }

    /// This machine's.
    public static var disk: DeskFiles {
        DeskFiles(
            read: { FileManager.default.contents(atPath: $0).map { [UInt8]($0) } },
            write: { (text, path) throws(FileTrouble) in try NewFile.write(text, to: path) })
    }
}

/// Why a file was not written.
public enum FileTrouble: Error, Equatable, Sendable {
    /// Something has this name; it is as it was.
    case exists
    case full
    /// There is no such folder, or it may not be written.
    case denied
}

/// A file of its owner alone, that was not there before.
public enum NewFile {
    /// Writes all of a text, or leaves no file.
    public static func write(_ text: String, to path: String) throws(FileTrouble) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw trouble() }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw undone(file, path) }
            rest = rest.dropFirst(count)
        }
        // A full disk may be told only now.
        guard fsync(file) == 0 else { throw undone(file, path) }
        guard close(file) == 0 else {
            unlink(path)
            throw .full
        }
    }

    private static func undone(_ file: Int32, _ path: String) -> FileTrouble {
        let trouble = trouble()
        close(file)
        unlink(path)
        return trouble
    }

    private static func trouble() -> FileTrouble {
        switch errno {
        case EEXIST, EISDIR: .exists
        case ENOSPC, EDQUOT, EFBIG: .full
        default: .denied
        }
    }
}
