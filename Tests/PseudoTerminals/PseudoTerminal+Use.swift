public import CReadline  // owner of termios, as Swift sees it
import Foundation

extension PseudoTerminal {
    // MARK: - Typing

    /// Types bytes, and tells whether the program accepted them all.
    ///
    /// - Parameter seconds: how long it may take to accept them.
    @discardableResult
    public func type(_ bytes: [UInt8], within seconds: Double = 30) -> Bool {
        var rest = bytes[...]
        let deadline = ContinuousClock.now + .seconds(seconds)
        while !rest.isEmpty, ContinuousClock.now < deadline {
            wait(for: POLLIN | POLLOUT, milliseconds: 100)
            receive()
            let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) }
        }
        return rest.isEmpty
    }

    @discardableResult
    public func type(_ text: String) -> Bool { type(Array(text.utf8)) }

    public func resize(rows: Int = 50, columns: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    /// Closes the terminal under the program.
    public func hangUp() {
        close(master)
        master = -1
    }

    public func signal(_ number: Int32) {
        kill(process, number)
    }

    // MARK: - Reading

    /// All that the program has written so far and that was not taken.
    public var output: String { String(decoding: received, as: UTF8.self) }

    /// The same as it came.
    public var outputBytes: [UInt8] { Array(received) }

    /// What it has written since the text last waited for.
    public var unexpected: String { String(decoding: received.dropFirst(consumed), as: UTF8.self) }

    /// Waits until the text comes after the one last waited for. False if it does not.
    @discardableResult
    public func waitFor(_ text: String, within seconds: Double = 20) -> Bool {
        let wanted = Data(text.utf8)
        let deadline = ContinuousClock.now + .seconds(seconds)
        while true {
            if let found = received.range(of: wanted, in: consumed..<received.count) {
                consumed = found.upperBound
                return true
            }
            guard ContinuousClock.now < deadline else { return false }
            let before = received.count
            wait(for: POLLIN, milliseconds: 100)
            // What came last may be the text itself.
            if !receive(), received.count == before { return false }
        }
    }

    /// Collects what comes for a while: for tests that something does not happen.
    public func collect(seconds: Double) {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < deadline {
            wait(for: POLLIN, milliseconds: 20)
            receive()
        }
    }

    /// Takes what has come, after waiting a moment for more; none of it is kept. For long runs.
    public func takeOutput(waiting milliseconds: Int32) -> [UInt8] {
        wait(for: POLLIN, milliseconds: milliseconds)
        receive()
        defer {
            received = Data()
            consumed = 0
        }
        return Array(received)
    }

    /// The program's exit status, 128 and up for a signal; nil if it is still running after the time.
    public func exitStatus(within seconds: Double = 20) -> Int32? {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while statusNow == nil, ContinuousClock.now < deadline {
            if master >= 0 {
                wait(for: POLLIN, milliseconds: 20)
                receive()
            } else {
                usleep(20_000)
            }
        }
        // What it wrote last may have come after the last look.
        if statusNow != nil, master >= 0 { receive() }
        return statusNow
    }

    /// The exit status, nil while the program runs.
    public var statusNow: Int32? {
        var raw: Int32 = 0
        if status == nil, waitpid(process, &raw, WNOHANG) == process {
            status = raw & 0x7F == 0 ? raw >> 8 & 0xFF : 128 + raw & 0x7F
        }
        return status
    }

    /// The terminal's modes now.
    public var modes: termios {
        var modes = termios()
        tcgetattr(master, &modes)
        return modes
    }

    /// Whether the modes are those before the program started.
    public var isAsBefore: Bool {
        // Their descriptions: the bytes have gaps between them that hold anything.
        String(describing: modes) == String(describing: originalModes)
    }

    /// False once the program has closed its end.
    @discardableResult
    private func receive() -> Bool {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(master, &chunk, chunk.count)
            if count <= 0 { return count < 0 && errno == EAGAIN }
            received.append(contentsOf: chunk.prefix(count))
        }
    }

    private func wait(for events: Int32, milliseconds: Int32) {
        var waiting = pollfd(fd: master, events: Int16(events), revents: 0)
        _ = poll(&waiting, 1, milliseconds)
    }
}
