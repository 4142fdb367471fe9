import Foundation
public import HostSystem

/// The files that a desk reads and writes for the person at it.
public struct DeskFiles {
    /// The bytes of a file; nil if it cannot be read.
    public let read: (String) -> [UInt8]?
    /// Writes a new file, or throws why not and leaves none.
    public let write: (_ text: String, _ path: String) throws(FileError) -> Void

    public init(
        read: @escaping (String) -> [UInt8]?,
        write: @escaping (_ text: String, _ path: String) throws(FileError) -> Void
    ) {
        self.read = read
        self.write = write
    }

    /// The files of this machine.
    public static var disk: DeskFiles {
        DeskFiles(
            read: { FileManager.default.contents(atPath: $0).map { [UInt8]($0) } },
            write: { (text, path) throws(FileError) in try PrivateFile.write(text, to: path) })
    }
}
