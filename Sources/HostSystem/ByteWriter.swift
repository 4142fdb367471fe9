import Glibc

/// Writes to a descriptor, whole. The first failure (a reader that left, a terminal that hung up) ends it:
/// later writes do nothing.
///
/// A write to a pipe without a reader raises SIGPIPE; the program must have it ignored.
public struct ByteWriter {
    public let descriptor: Int32
    /// The `errno` of the first failure.
    public private(set) var error: Int32?

    public var hasFailed: Bool { error != nil }

    public init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    public mutating func write(_ text: String) {
        guard !hasFailed else { return }
        var text = text
        let done = text.withUTF8 { Self.writeAll(UnsafeRawBufferPointer($0), to: descriptor) }
        if !done { error = errno }
    }

    /// - Returns: false if not all bytes could be written; `errno` says why.
    public static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
    }

    private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(
                descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count < 0, errno == EAGAIN {
                // Another program made the descriptor non-blocking.
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&waiting, 1, -1)
            } else if count == 0 || errno != EINTR {
                return false
            }
        }
        return true
    }
}
