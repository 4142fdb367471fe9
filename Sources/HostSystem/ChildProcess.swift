public import Glibc

/// Another program, started by `posix_spawn`: the one way in which this program starts one.
public enum ChildProcess {
    /// Why a program gave no exit code.
    public enum Failure: Error, Equatable, Sendable {
        case notStarted
        /// It was stopped because it did not end within so many seconds.
        case timedOut(seconds: Int)
        /// A signal ended it.
        case killed
    }

    /// What a program that ended by itself leaves.
    public struct Result: Equatable, Sendable {
        public let exitCode: Int32
        /// What it printed on standard output; empty unless it was asked for.
        public let output: [UInt8]
    }

    /// POSIX_SPAWN_SETSID of glibc, which Swift does not import.
    package static let newSession: Int16 = 0x80

    /// Runs a program to its end, with the input on its standard input: never in its arguments or its environment,
    /// which everybody on the machine can read in the list of processes.
    ///
    /// - Parameters:
    ///   - input: shorter than a pipe holds (64 kB on Linux); what does not fit is cut.
    ///   - outputLimit: how many bytes of its standard output are kept; the rest is read and thrown away. With 0 it
    ///     writes to `/dev/null`.
    ///   - timeout: seconds after which it is killed.
    public static func run(
        _ program: String, _ arguments: [String], input: [UInt8], environment: [String: String],
        outputLimit: Int = 0, timeout: Double
    ) throws(Failure) -> Result {
        guard let (reading, writing) = outputLimit > 0 ? pipe() : (-1, -1) else { throw .notStarted }
        defer { if reading >= 0 { close(reading) } }
        let process = start(
            program, arguments, input: input, output: outputLimit > 0 ? writing : nil, environment: environment)
        if writing >= 0 { close(writing) }
        guard let process else { throw .notStarted }
        let deadline = monotonicSeconds() + timeout
        var output: [UInt8] = []
        if reading >= 0 { read(reading, into: &output, limit: outputLimit, until: deadline) }
        guard let status = wait(for: process, until: deadline) else {
            kill(process, SIGKILL)
            waitForEnd(of: process)
            throw .timedOut(seconds: Int(timeout))
        }
        guard status & 0x7F == 0 else { throw .killed }
        return Result(exitCode: (status >> 8) & 0xFF, output: output)
    }

    /// Starts a program that has nothing to do with the terminal: it reads the input and then the end of it, what it
    /// prints is thrown away, and it has a session of its own, so that no key signals it.
    ///
    /// - Returns: its process, to be waited for; nil if it could not be started.
    public static func startDetached(
        _ program: String, _ arguments: [String], input: String, environment: [String: String]
    ) -> pid_t? {
        start(
            program, arguments, input: Array(input.utf8), output: nil, environment: environment, flags: newSession)
    }

    /// Starts a program in which no signal is blocked or ignored, whatever this one has done with them.
    ///
    /// - Parameters:
    ///   - flags: more of `posix_spawnattr_setflags`.
    ///   - actions: what becomes of the three streams; nil leaves them as they are.
    /// - Returns: its process, to be waited for; nil if it could not be started.
    package static func start(
        _ program: String, _ arguments: [String], environment: [String: String], flags: Int16 = 0,
        actions: UnsafePointer<posix_spawn_file_actions_t>? = nil
    ) -> pid_t? {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, flags | Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)

        var words = ([program] + arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for copy in words + variables { free(copy) } }
        var process = pid_t()
        let failure = posix_spawn(&process, program, actions, &attributes, &words, &variables)
        return failure == 0 ? process : nil
    }

    private static func start(
        _ program: String, _ arguments: [String], input: [UInt8], output: Int32?, environment: [String: String],
        flags: Int16 = 0
    ) -> pid_t? {
        guard let reading = pipe(holding: input) else { return nil }
        defer { close(reading) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, reading, STDIN_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output ?? STDERR_FILENO, STDOUT_FILENO)
        return start(program, arguments, environment: environment, flags: flags, actions: &actions)
    }

    /// The reading end of a pipe that holds the bytes and is closed at its other end already, so that no reader has to
    /// be waited for. What is too long for it (64 kB on Linux) is cut.
    private static func pipe(holding bytes: [UInt8]) -> Int32? {
        guard let (reading, writing) = pipe() else { return nil }
        defer { close(writing) }
        _ = fcntl(writing, F_SETFL, O_NONBLOCK)
        _ = bytes.withUnsafeBytes { write(writing, $0.baseAddress, $0.count) }
        return reading
    }

    /// A pipe whose ends a program that is started does not inherit.
    static func pipe() -> (reading: Int32, writing: Int32)? {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    /// Reads until the program closes its output or the time is over.
    private static func read(_ descriptor: Int32, into output: inout [UInt8], limit: Int, until deadline: Double) {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let left = deadline - monotonicSeconds()
            guard left > 0 else { return }
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, Int32(min(left * 1000 + 1, 60_000))) > 0 else { continue }
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            output += buffer.prefix(min(count, max(0, limit - output.count)))
        }
    }

    /// The status of a program that ends before the deadline (on the monotonic clock); nil if it does not.
    private static func wait(for process: pid_t, until deadline: Double) -> Int32? {
        var pause = 1
        while true {
            var status: Int32 = 0
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { return status }
            if ended < 0, errno != EINTR { return nil }
            let left = deadline - monotonicSeconds()
            guard left > 0 else { return nil }
            _ = poll(nil, 0, Int32(min(Double(pause), left * 1000 + 1)))
            pause = min(pause * 2, 50)
        }
    }

    /// Waits for the end of a program, however long it takes, also when signals come meanwhile.
    private static func waitForEnd(of process: pid_t) {
        while waitpid(process, nil, 0) < 0, errno == EINTR {}
    }

    private static func monotonicSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
