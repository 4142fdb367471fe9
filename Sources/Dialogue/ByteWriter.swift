import Glibc

/// Writes to a descriptor, whole. The first failure (a reader that left, a terminal that hung up) ends it:
/// later writes do nothing.
///
/// A write to a pipe without a reader raises SIGPIPE; the program must have it ignored.
struct ByteWriter {
    let descriptor: Int32
    private(set) var hasFailed = false

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    mutating func write(_ text: String) {
        guard !hasFailed else { return }
        var text = text
        let done = text.withUTF8 { Self.writeAll(UnsafeRawBufferPointer($0), to: descriptor) }
        if !done { hasFailed = true }
    }

    private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(
                descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count < 0, errno == EAGAIN {
                // Somebody else made the descriptor non-blocking.
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&waiting, 1, -1)
            } else if count == 0 || errno != EINTR {
                return false
            }
        }
        return true
    }
}
