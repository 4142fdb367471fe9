#if PostgreSQL
import CPostgreSQL
import Glibc

/// The way to a server: how it is opened, and how long the program waits for what comes along it.
enum PostgreSQLLink {
    /// How long an answer may take: longer than the server itself gives a statement.
    static let patience = Duration.seconds(25)

    /// What libpq is told where the address says nothing of it. Without these a person would wait for ever, or for
    /// the two hours of the kernel, on a network that swallows everything. In seconds; the last one in
    /// milliseconds.
    private static let usual = [
        ("connect_timeout", "5"), ("keepalives_idle", "10"), ("keepalives_interval", "5"),
        ("keepalives_count", "3"), ("tcp_user_timeout", "15000"),
    ]

    /// - Returns: nil if libpq has no memory; otherwise to be closed with `PQfinish`, however it went.
    static func open(_ address: String) -> OpaquePointer? {
        // libpq takes the last of what is said twice, and an environment's word only where nothing is said.
        let usual = usual.filter { $0.0 != "connect_timeout" || getenv("PGCONNECT_TIMEOUT") == nil }
        let names = (usual.map(\.0) + ["dbname"]).map { strdup($0) }
        let values = (usual.map(\.1) + [address]).map { strdup($0) }
        defer { for text in names + values { free(text) } }
        let pointers = { (texts: [UnsafeMutablePointer<CChar>?]) in texts.map { UnsafePointer($0) } + [nil] }
        guard let handle = PQconnectdbParams(pointers(names), pointers(values), 1) else { return nil }
        // libpq would write the server's notices on standard error, which may be a visitor's screen.
        PQsetNoticeReceiver(handle, { _, _ in }, nil)
        return handle
    }

    /// Why no connection was made. libpq does not say; where that took no time, the server is asked whether it is
    /// there.
    static func failure(since begun: ContinuousClock.Instant, _ address: String) -> SQLError {
        ContinuousClock.now - begun < .seconds(1) && PQping(address) == PQPING_OK ? .turnedAway : .unreachable
    }

    /// Begins a new session in place of one that was lost; the handle's status says whether there is one now.
    ///
    /// - Parameter deadline: nil waits as long as the address says.
    static func reset(_ handle: OpaquePointer, before deadline: ContinuousClock.Instant?) {
        guard let deadline else { return PQreset(handle) }
        guard PQresetStart(handle) == 1 else { return }
        var event = POLLOUT
        while waits(for: event, on: handle, before: deadline) {
            switch PQresetPoll(handle) {
            case PGRES_POLLING_READING: event = POLLIN
            case PGRES_POLLING_WRITING: event = POLLOUT
            default: return
            }
        }
    }

    /// Finds out about a server that went away while it was asked nothing: it has sent a last word, and then the end.
    static func listen(on handle: OpaquePointer) {
        for _ in 0..<2 where PQstatus(handle) == CONNECTION_OK { PQconsumeInput(handle) }
    }

    /// Sends something and gives what the server answers last, as `PQexec` does. A link that brings nothing for too
    /// long is cut: whether it was done is not known then.
    ///
    /// - Parameter patience: nil waits for as long as it takes.
    static func answer(
        on handle: OpaquePointer, within patience: Duration?, _ send: () -> Int32
    ) -> PostgreSQLResult {
        var last = PostgreSQLResult(nil)
        guard send() == 1 else { return last }
        let deadline = patience.map { ContinuousClock.now + $0 }
        while true {
            while PQisBusy(handle) == 1, PQstatus(handle) == CONNECTION_OK {
                if !waits(for: POLLIN, on: handle, before: deadline) { shutdown(PQsocket(handle), Int32(SHUT_RDWR)) }
                PQconsumeInput(handle)
            }
            guard let next = PQgetResult(handle) else { return last }
            last = PostgreSQLResult(next)
        }
    }

    /// - Returns: `false` if the deadline came first; nil never comes.
    private static func waits(
        for event: Int32, on handle: OpaquePointer, before deadline: ContinuousClock.Instant?
    ) -> Bool {
        var waiting = pollfd(fd: PQsocket(handle), events: Int16(event), revents: 0)
        while true {
            let left = deadline.map { ($0 - .now) / .milliseconds(1) }
            if let left, left <= 0 { return false }
            let count = poll(&waiting, 1, left.map { Int32($0) + 1 } ?? -1)
            if count > 0 { return true }
            if count < 0, errno != EINTR { return false }
        }
    }
}
#endif
