import Foundation

@main
enum Kartoitin {
    static func main() {
        fillClosedStreams()
        ignoreFatalSignals()
        exit(Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }

    /// Puts something in the place of each standard stream that is closed: else the next file that is opened, such as
    /// the store, would take its number, and what is printed would go there. Standard output stays one that cannot be
    /// written.
    private static func fillClosedStreams() {
        for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) == -1 {
            _ = open("/dev/null", stream == STDERR_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    /// A reader that went away and a file that may not grow are told as errors, not by killing the program.
    static func ignoreFatalSignals() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }
}
