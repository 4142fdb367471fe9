import Foundation

/// From a command line to an exit code.
enum Program {
    static func run(_ words: [String]) -> ExitCode {
        do {
            switch try Request(words) {
            case .version: Output.data("kartoitin \(Version.text)")
            case .help(let help): Output.data(help.text)
            case .nothing:
                Output.error(Help.overview.text)
                return .usage
            case .run(let command, let given): return try command.run(given)
            }
            return .done
        } catch {
            let failure = Failure(error)
            Output.error("kartoitin: \(failure.message)")
            return failure.code
        }
    }
}
