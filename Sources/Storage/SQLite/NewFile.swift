import BookingCore
import Foundation

/// A database file that is made under another name, and gets its own only when it is whole.
enum NewFile {
    /// Makes the folders above it too. All of it is readable by its owner alone; a file that is there stays as it is.
    ///
    /// - Parameter fill: writes to the file of this path, and lets go of it.
    static func make<Value>(
        _ path: String, filling fill: (String) throws(BookingError) -> Value
    ) throws(BookingError) -> Value {
        guard !FileManager.default.fileExists(atPath: path) else { throw .store(.alreadyThere(path: path)) }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let draft = "\(path).\(getpid()).new"
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .store(.other("the folder \(folder) cannot be made"))
        }
        removeAbandonedDrafts(of: path, in: folder)
        defer { removeDraft(draft) }
        guard
            FileManager.default.createFile(
                atPath: draft, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw .store(.other("nothing can be written to the folder \(folder)")) }
        let value = try fill(draft)
        // link() refuses where another program was faster, which rename() would not.
        guard link(draft, path) == 0 else {
            throw .store(errno == EEXIST ? .alreadyThere(path: path) : .other("\(path) cannot be made"))
        }
        keepName(in: folder)
        return value
    }

    /// The name is on the disk too before anybody is told that the file is there.
    private static func keepName(in folder: String) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// Of those who were killed: what they wrote about clients is not left lying about.
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
