import Foundation

@main
enum Kartoitin {
    static func main() {
        ignoreFatalSignals()
        exit(Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }

    /// A reader that went away and a file that may not grow are told as errors, not by killing the program.
    static func ignoreFatalSignals() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }
}
