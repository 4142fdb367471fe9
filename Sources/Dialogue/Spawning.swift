import Glibc

/// Starting another program, the one way both kinds of child are started.
enum Spawning {
    /// POSIX_SPAWN_SETSID of glibc, which Swift does not import.
    static let newSession: Int16 = 0x80

    /// Starts a program in which no signal is blocked or ignored, whatever this one has done with them.
    ///
    /// - Parameters:
    ///   - flags: more of `posix_spawnattr_setflags`.
    ///   - actions: what becomes of the three streams; nil leaves them as they are.
    /// - Returns: its process, to be waited for; nil if it could not be started.
    static func start(
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
}
