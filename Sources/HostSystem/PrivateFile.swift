import Foundation

/// Why a file was not written.
public enum FileError: Error, Equatable, Sendable {
    /// Something has this name; it is as it was.
    case exists
    case full
    /// There is no such folder, or it may not be written.
    case denied

    /// What `errno` says.
    static var last: FileError {
        switch errno {
        case EEXIST, EISDIR: .exists
        case ENOSPC, EDQUOT, EFBIG: .full
        default: .denied
        }
    }
}

/// A new file that its owner alone can read.
public enum PrivateFile {
    /// Writes all of a text, or leaves no file.
    public static func write(_ text: String, to path: String) throws(FileError) {
        try write(Array(text.utf8), to: path)
    }

    /// Writes all of some bytes, or leaves no file.
    public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw FileError.last }
        // A full disk may be told only by fsync or close.
        guard ByteWriter.writeAll(bytes, to: file), fsync(file) == 0 else {
            let error = FileError.last
            close(file)
            unlink(path)
            throw error
        }
        guard close(file) == 0 else {
            unlink(path)
            throw .full
        }
    }

    /// Why a database file was not made.
    public enum MakingError: Error, Equatable, Sendable {
        case exists(path: String)
        case folderNotMade(String)
        case folderNotWritable(String)
        /// The finished draft could not get its name.
        case notNamed(path: String)
    }

    /// Makes a database file, and the folders above it, under another name: it gets its own only when it is whole. A
    /// file that is there stays as it is.
    ///
    /// - Parameters:
    ///   - convert: makes the caller's error of ours.
    ///   - fill: writes to the file of this path, and closes it.
    public static func make<Value, Failure: Error>(
        _ path: String, convertingErrors convert: (MakingError) -> Failure,
        filling fill: (_ draft: String) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        guard !FileManager.default.fileExists(atPath: path) else { throw convert(.exists(path: path)) }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let draft = "\(path).\(getpid()).new"
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw convert(.folderNotMade(folder))
        }
        removeAbandonedDrafts(of: path, in: folder)
        defer { removeDraft(draft) }
        guard
            FileManager.default.createFile(
                atPath: draft, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw convert(.folderNotWritable(folder)) }
        let value = try fill(draft)
        // link() refuses where another program was faster, which rename() would not.
        guard link(draft, path) == 0 else {
            throw convert(errno == EEXIST ? .exists(path: path) : .notNamed(path: path))
        }
        syncFolder(folder)
        return value
    }

    /// The name is on the disk too before anybody is told that the file is there.
    private static func syncFolder(_ folder: String) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// Of programs that were killed: what they wrote about clients does not stay on the disk.
    private static func removeAbandonedDrafts(of path: String, in folder: String) {
        let start = URL(fileURLWithPath: path).lastPathComponent + "."
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.hasPrefix(start) && name.hasSuffix(".new") {
            guard let maker = pid_t(name.dropFirst(start.count).dropLast(".new".count)), maker > 0,
                kill(maker, 0) != 0, errno == ESRCH
            else { continue }
            removeDraft("\(folder)/\(name)")
        }
    }

    private static func removeDraft(_ draft: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] {
            try? FileManager.default.removeItem(atPath: draft + suffix)
        }
    }
}
