import Foundation
import Synchronization

/// Passes on what comes and goes between programs and a server on this machine, as badly as it is told to.
final class FaultProxy: Sendable {
    enum Weather: Sendable, Equatable {
        case good
        /// Everything takes so many seconds more, each way.
        case slow(Double)
        /// Nothing comes through; what was sent comes when the weather changes.
        case silent
        /// Breaks when a commit is sent, before it comes to the server.
        case losesCommit
        /// Breaks when the server answers a commit.
        case losesAnswer
    }

    let port: UInt16
    private let server: UInt16
    private let listener: Int32
    private let weather = Mutex(Weather.good)

    init(to server: UInt16) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Self.loopback(port: 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 20) == 0
                    && getsockname(listener, $0, &length) == 0
            }
        }
        guard bound else { throw DrillFailure("no port is free for the bad network") }
        self.listener = listener
        self.server = server
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { self.accept() }
    }

    func turn(_ new: Weather) { weather.withLock { $0 = new } }

    private var now: Weather { weather.withLock { $0 } }

    /// For as long as this program runs.
    private func accept() {
        while true {
            let client = Glibc.accept(listener, nil, nil)
            guard client >= 0 else { continue }
            let link = Link(client: client, server: connected())
            Thread.detachNewThread { self.pass(link, isQuestion: true) }
            Thread.detachNewThread { self.pass(link, isQuestion: false) }
        }
    }

    /// The two ends of one connection.
    private final class Link: Sendable {
        let client: Int32
        let server: Int32
        /// Whether a commit is on its way to the server.
        let commits = Mutex(false)

        init(client: Int32, server: Int32) { (self.client, self.server) = (client, server) }

        deinit {
            close(client)
            close(server)
        }

        func cut() {
            shutdown(client, Int32(SHUT_RDWR))
            shutdown(server, Int32(SHUT_RDWR))
        }
    }

    private func pass(_ link: Link, isQuestion: Bool) {
        defer { link.cut() }
        let (from, to) = isQuestion ? (link.client, link.server) : (link.server, link.client)
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(from, &bytes, bytes.count)
            guard count > 0 else { return }
            if case .slow(let seconds) = now { Thread.sleep(forTimeInterval: seconds) }
            while now == .silent { Thread.sleep(forTimeInterval: 0.05) }
            if isQuestion {
                let commits = Data(bytes.prefix(count)).range(of: Data("COMMIT".utf8)) != nil
                if commits, now == .losesCommit { return }
                link.commits.withLock { $0 = commits }
            } else if now == .losesAnswer, link.commits.withLock({ $0 }) {
                return
            }
            var rest = bytes.prefix(count)
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { send(to, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                guard written > 0 else { return }
                rest = rest.dropFirst(written)
            }
        }
    }

    private func connected() -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Self.loopback(port: server)
        // Where the server is not there, the first read says so.
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return descriptor
    }

    private static func loopback(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return address
    }
}
