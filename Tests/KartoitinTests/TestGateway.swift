import Foundation
import Synchronization
import Testing

/// A gateway for SMS on this machine: an HTTP server that keeps what is posted and answers as a test wants.
final class TestGateway: Sendable {
    enum Answer {
        /// A status line with a body that says back what was posted.
        case status(Int)
        /// These bytes, then the connection is closed.
        case bytes(String)
        /// Nothing, and the connection stays open.
        case silence
    }

    struct Request {
        let line: String
        /// By lower-case name.
        let headers: [String: String]
        let body: Data

        var key: String { headers["idempotency-key"] ?? "" }

        func json() throws -> [String: String] {
            try #require(try JSONSerialization.jsonObject(with: body) as? [String: String])
        }
    }

    private struct State {
        var requests: [Request] = []
        var answer: @Sendable (Request) -> Answer
        var isOver = false
    }

    private final class Shared: Sendable {
        let state: Mutex<State>

        init(_ answer: @escaping @Sendable (Request) -> Answer) { state = Mutex(State(answer: answer)) }
    }

    private let listener: Int32
    private let shared: Shared
    let port: UInt16

    /// - Parameter isListening: false for a port where every connection is refused, and that nobody else takes.
    init(isListening: Bool = true, answer: @escaping @Sendable (Request) -> Answer = { _ in .status(200) }) throws {
        shared = Shared(answer)
        // Not for children: one would keep the port open.
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        try #require(isBound)
        guard isListening else { return }
        try #require(listen(listener, 64) == 0)
        Thread.detachNewThread { [shared] in
            while true {
                let connection = accept(listener, nil, nil)
                if shared.state.withLock(\.isOver) { break }
                if connection >= 0 { Thread.detachNewThread { Self.serve(connection, shared) } }
            }
            close(listener)
        }
    }

    deinit {
        shared.state.withLock { $0.isOver = true }
        // Wakes the thread that accepts; a port without one is closed here.
        if shutdown(listener, Int32(SHUT_RDWR)) != 0 { close(listener) }
    }

    var url: String { "http://127.0.0.1:\(port)/send" }

    var requests: [Request] { shared.state.withLock(\.requests) }

    var keys: [String] { requests.map(\.key) }

    func answer(_ answer: @escaping @Sendable (Request) -> Answer) { shared.state.withLock { $0.answer = answer } }

    /// Waits until so many requests came.
    func wait(for count: Int) throws {
        let deadline = Date().addingTimeInterval(KartoitinProgram.patience)
        while requests.count < count {
            try #require(Date() < deadline, "the gateway was not asked")
            Thread.sleep(forTimeInterval: 0.01)
        }
    }

    private static func serve(_ connection: Int32, _ shared: Shared) {
        defer {
            // A child that was started in between may have it too: closed for everybody.
            shutdown(connection, Int32(SHUT_RDWR))
            close(connection)
        }
        guard let request = read(connection) else { return }
        let answer = shared.state.withLock { state in
            state.requests.append(request)
            return state.answer
        }
        switch answer(request) {
        case .status(let status):
            let head =
                "HTTP/1.1 \(status) Told\r\nContent-Length: \(request.body.count)\r\nLocation: /elsewhere\r\n\r\n"
            send(Data(head.utf8) + request.body, connection)
        case .bytes(let bytes): send(Data(bytes.utf8), connection)
        case .silence:
            // Until the other side gives up, or the test is over.
            var byte: UInt8 = 0
            while !shared.state.withLock(\.isOver), recv(connection, &byte, 1, Int32(MSG_DONTWAIT)) != 0 {
                Thread.sleep(forTimeInterval: 0.02)
            }
        }
    }

    private static func send(_ data: Data, _ connection: Int32) {
        data.withUnsafeBytes {
            _ = Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
    }

    private static func read(_ connection: Int32) -> Request? {
        var data = Data()
        let end = Data("\r\n\r\n".utf8)
        while true {
            if let range = data.range(of: end) {
                let lines = String(decoding: data[..<range.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
                let pairs = lines.dropFirst().map { line in
                    let parts = line.split(separator: ":", maxSplits: 1)
                    return (parts[0].lowercased(), parts[1].trimmingCharacters(in: .whitespaces))
                }
                let headers = Dictionary(pairs) { $0 + ", " + $1 }
                let body = data[range.upperBound...]
                let length = headers["content-length"].flatMap { Int($0) } ?? 0
                if body.count >= length { return Request(line: lines[0], headers: headers, body: Data(body)) }
            }
            var bytes = [UInt8](repeating: 0, count: 4096)
            let count = recv(connection, &bytes, bytes.count, 0)
            guard count > 0 else { return nil }
            data.append(contentsOf: bytes.prefix(count))
        }
    }
}
