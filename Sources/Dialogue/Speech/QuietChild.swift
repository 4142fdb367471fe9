import Glibc

/// Starts a program that has nothing to do with the terminal.
enum QuietChild {
    /// The program reads the input and then the end of it; what it prints is thrown away. It has a session of
    /// its own, so that no key signals it.
    ///
    /// - Returns: its process, to be waited for; nil if it could not be started.
    static func start(
        _ program: String, _ arguments: [String], input: String, environment: [String: String]
    ) -> pid_t? {
        guard let reading = pipe(holding: input) else { return nil }
        defer { close(reading) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, reading, STDIN_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        return Spawning.start(
            program, arguments, environment: environment, flags: Spawning.newSession, actions: &actions)
    }

    /// The reading end of a pipe that holds the text and is closed at its other end already. A text that is
    /// too long for it (64 kB on Linux) is cut rather than waited with.
    private static func pipe(holding text: String) -> Int32? {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { return nil }
        let (reading, writing) = (ends[0], ends[1])
        defer { close(writing) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(writing, F_SETFL, O_NONBLOCK)
        var text = text
        _ = text.withUTF8 { write(writing, $0.baseAddress, $0.count) }
        return reading
    }
}
