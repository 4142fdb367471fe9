import Glibc

/// A line that is never shown. It is kept here and not by readline, so that nothing of it reaches the screen, the
/// history, what was cut, or the undo list.
struct SecretLine {
    /// Bytes that are set aside at once: an array that grows would leave a copy behind.
    private static let room = 4096

    private var bytes: [UInt8] = []
    private var wasCut = false

    init() {
        bytes.reserveCapacity(Self.room)
    }

    var isEmpty: Bool { bytes.isEmpty }

    /// Text, a paste, Backspace, and the cut of the whole line, which is kept nowhere. All other keys do nothing.
    mutating func press(_ key: KeyDecoder.Key) {
        switch key {
        case .text(let typed): add(typed[...])
        case .paste(let pasted):
            // What was copied often ends with the newline after it.
            let isNewline = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
            add(pasted.prefix((pasted.lastIndex { !isNewline($0) } ?? -1) + 1))
        case .backspace: removeLast()
        case .interrupt, .command(.cutToStart): wipe()
        default: break
        }
    }

    /// The reply, after which nothing of the line is left here.
    mutating func accept(longest: Int) -> Reply {
        defer { wipe() }
        return Reply(bytes: bytes, wasCut: wasCut, longest: longest)
    }

    mutating func wipe() {
        bytes.withUnsafeMutableBytes { bytes in
            if let start = bytes.baseAddress { explicit_bzero(start, bytes.count) }
        }
        bytes.removeAll(keepingCapacity: true)
        wasCut = false
    }

    private mutating func add(_ typed: ArraySlice<UInt8>) {
        let free = Self.room - bytes.count
        if typed.count > free { wasCut = true }
        bytes += typed.prefix(free)
    }

    /// A whole letter, of however many bytes.
    private mutating func removeLast() {
        while let byte = bytes.popLast(), byte & 0xC0 == 0x80 {}
    }
}
