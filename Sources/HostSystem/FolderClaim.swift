import Foundation

/// A folder that one program at a time may change.
public enum FolderClaim {
    /// Why a folder was not claimed.
    public enum Failure: Error, Equatable, Sendable {
        /// Another program has it.
        case taken
        case notMade(FileError)
        /// Its file system knows no claims.
        case unsupported
    }

    /// Claims a folder until `body` ends; the kernel gives it back if this program is killed. It is made if it is not
    /// there, and removed again if nothing came into it.
    public static func hold<Value>(
        _ folder: String, convertingErrors convert: (Failure) -> any Error, while body: () throws -> Value
    ) throws -> Value {
        let descriptor: Int32
        do throws(Failure) {
            descriptor = try claim(folder)
        } catch {
            throw convert(error)
        }
        defer {
            rmdir(folder)
            close(descriptor)
        }
        return try body()
    }

    private static func claim(_ folder: String) throws(Failure) -> Int32 {
        while true {
            if mkdir(folder, 0o755) == 0 { chmod(folder, 0o755) } else if errno != EEXIST { throw .notMade(.last) }
            let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else {
                // The program that had it has just removed it.
                if errno == ENOENT { continue }
                throw .notMade(errno == ENOTDIR ? .exists : .last)
            }
            guard access(folder, W_OK | X_OK) == 0 else {
                close(descriptor)
                throw .notMade(.denied)
            }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let failure: Failure = errno == EWOULDBLOCK ? .taken : .unsupported
                close(descriptor)
                throw failure
            }
            var held = stat()
            var named = stat()
            if fstat(descriptor, &held) == 0, stat(folder, &named) == 0, held.st_ino == named.st_ino {
                return descriptor
            }
            close(descriptor)
        }
    }
}
