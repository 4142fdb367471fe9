import Foundation

/// From a command line to an exit code.
enum Program {
    static let version = "0.1.0"

    static func run(_ words: [String]) -> ExitCode {
        do {
            let arguments = try Arguments(words)
            if arguments.values["--version"] != nil {
                Output.data("kartoitin \(version)")
                return .done
            }
            guard let command = arguments.command, arguments.values["--help"] == nil else {
                return help(arguments.command, isAskedFor: arguments.values["--help"] != nil)
            }
            return try command.run(Invocation(command: command, arguments: arguments))
        } catch {
            let failure = Failure(error)
            Output.error("kartoitin: \(failure.message)")
            return failure.code
        }
    }

    private static func help(_ command: Command?, isAskedFor: Bool) -> ExitCode {
        if isAskedFor {
            Output.data(Help.text(command))
            return .done
        }
        Output.error(Help.text(command))
        return .usage
    }
}
