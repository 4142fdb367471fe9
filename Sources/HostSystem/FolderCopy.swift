import CHost
import Foundation

/// A copy of a folder's files, and a link that leads to one of several such copies.
public enum FolderCopy {
    /// Why files were not copied.
    public enum Failure: Error, Equatable, Sendable {
        case unreadable(file: String)
        case notWritten(FileError)
    }

    /// Who may read a copy.
    public enum Readers: Sendable {
        case owner
        case everybody

        fileprivate var rights: (folder: mode_t, file: mode_t) {
            switch self {
            case .owner: (0o700, 0o600)
            case .everybody: (0o755, 0o644)
            }
        }
    }

    /// Copies files, by their paths in a folder, to another folder, which is made. What was copied before a failure stays:
    /// the copy is a draft until its maker renames it.
    public static func write(
        _ files: [String], of source: String, to draft: String, for readers: Readers
    ) throws(Failure) {
        try makeFolder(draft, readers)
        var made: Set<String> = []
        for file in files {
            // The folders in between, from the outermost on.
            let parts = file.split(separator: "/").dropLast()
            for count in parts.indices {
                let folder = parts[...count].joined(separator: "/")
                if made.insert(folder).inserted { try makeFolder("\(draft)/\(folder)", readers) }
            }
            guard let data = FileManager.default.contents(atPath: "\(source)/\(file)") else {
                throw .unreadable(file: file)
            }
            try write(Array(data), to: "\(draft)/\(file)", readers)
        }
    }

    private static func makeFolder(_ path: String, _ readers: Readers) throws(Failure) {
        // The rights are those whatever this process takes away from new files.
        guard mkdir(path, 0o700) == 0 || errno == EEXIST, chmod(path, readers.rights.folder) == 0 else {
            throw .notWritten(.last)
        }
    }

    private static func write(_ bytes: [UInt8], to path: String, _ readers: Readers) throws(Failure) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw .notWritten(.last) }
        let isWritten = ByteWriter.writeAll(bytes, to: file) && fchmod(file, readers.rights.file) == 0
        let error = FileError.last
        // A full disk may be told only by close.
        guard close(file) == 0, isWritten else { throw .notWritten(isWritten ? .full : error) }
    }

    /// Gives a finished draft its name, which nothing has yet.
    public static func settle(_ draft: String, as path: String) throws(FileError) {
        guard rename(draft, path) == 0 else { throw .last }
    }

    /// Lets a link lead to a target: a reader that follows it comes to the old one or to the new one.
    ///
    /// - Parameters:
    ///   - link: a link, or nothing yet.
    ///   - temporary: beside it, a name for the new link until it is there.
    public static func lead(_ link: String, to target: String, by temporary: String) throws(FileError) {
        unlink(temporary)
        guard symlink(target, temporary) == 0, rename(temporary, link) == 0 else {
            let error = FileError.last
            unlink(temporary)
            throw error
        }
    }

    /// Puts a link in the place of a folder, and the folder where it is told to, in one step.
    ///
    /// - Returns: `false` if this file system cannot do that, and nothing was changed.
    public static func replace(folder: String, byLinkTo target: String, moving moved: String) -> Bool {
        guard symlink(target, moved) == 0 else { return false }
        if exchange_names(folder, moved) == 0 { return true }
        unlink(moved)
        return false
    }

    /// Waits until all that was written below a folder is on the disk.
    public static func sync(_ folder: String) throws(FileError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last }
        defer { close(descriptor) }
        guard sync_file_system(descriptor) == 0 else { throw .last }
    }

    /// Where a link leads to now; the path itself if it is none, or leads nowhere.
    public static func followed(_ path: String) -> String {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK, let real = realpath(path, nil) else {
            return path
        }
        defer { free(real) }
        return String(cString: real)
    }
}
