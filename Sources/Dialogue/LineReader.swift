import Glibc

/// Reads lines as raw bytes from a descriptor.
struct LineReader {
    struct Line: Equatable {
        /// Without the newline and one carriage return before it; at most `Reply.mostBytes`.
        var bytes: [UInt8]
        /// Whether the line went on beyond that.
        var wasCut: Bool
    }

    let descriptor: Int32
    private var chunk = [UInt8](repeating: 0, count: 65_536)
    private var unread = 0..<0
    private var hasEnded = false

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// The next line, or nil at the end of input and ever after. A last line needs no newline.
    mutating func next() -> Line? {
        var bytes: [UInt8] = []
        var length = 0
        while let (piece, isLast) = nextPiece() {
            length += piece.count
            // One byte over: it may be the carriage return.
            bytes += chunk[piece].prefix(Reply.mostBytes + 1 - bytes.count)
            if isLast { return finished(bytes, length: length) }
        }
        return length > 0 ? finished(bytes, length: length) : nil
    }

    private func finished(_ bytes: [UInt8], length: Int) -> Line {
        var bytes = bytes
        if length == bytes.count, bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        let wasCut = bytes.count > Reply.mostBytes
        return Line(bytes: wasCut ? Array(bytes.prefix(Reply.mostBytes)) : bytes, wasCut: wasCut)
    }

    /// Some bytes of the present line, and whether its newline followed (it is not among them).
    private mutating func nextPiece() -> (piece: Range<Int>, isLast: Bool)? {
        if unread.isEmpty { fill() }
        guard !unread.isEmpty else { return nil }
        let piece = unread
        guard let newline = newline(in: piece) else {
            unread = piece.upperBound..<piece.upperBound
            return (piece, false)
        }
        unread = newline + 1..<piece.upperBound
        return (piece.lowerBound..<newline, true)
    }

    private func newline(in piece: Range<Int>) -> Int? {
        chunk.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress,
                let found = memchr(start + piece.lowerBound, Int32(UInt8(ascii: "\n")), piece.count)
            else { return nil }
            return UnsafeRawPointer(found) - start
        }
    }

    /// Takes what is there; waits only when there is nothing. (`FileHandle.read(upToCount:)` waits until the
    /// whole count has come, which a conversation never sends.)
    private mutating func fill() {
        while !hasEnded {
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                unread = 0..<count
                return
            }
            if count == 0 || (errno != EINTR && errno != EAGAIN) {
                hasEnded = true
            } else if errno == EAGAIN {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                _ = poll(&waiting, 1, -1)
            }
        }
    }
}
