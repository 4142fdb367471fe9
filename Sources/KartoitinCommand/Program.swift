import Foundation

/// From a command line to an exit code.
enum Program {
    static func run(_ words: [String]) -> ExitCode {
        let code = answer(words)
        guard let told = RunContext.current.outputFailure.told else { return code }
        Output.error("kartoitin: \(told)")
        // A command that failed has told why.
        return [.done, .faultsFound].contains(code) ? .unreachable : code
    }

    private static func answer(_ words: [String]) -> ExitCode {
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
