/// The texts of `--help`.
enum Help {
    case overview
    /// The commands that begin with the same word.
    case family([Command])
    case command(Command)

    var text: String {
        switch self {
        case .overview:
            """
            kartoitin: finds the right social service and books a 15-minute advice time

            \(Self.list(Command.all))

            \(Self.list(GlobalOptions().declared.options))

            kartoitin COMMAND --help says more of a command.
            """
        case .family(let commands):
            """
            \(Self.list(commands))

            kartoitin COMMAND --help says more of a command.
            """
        case .command(let command):
            """
            kartoitin \(Self.usage(command)) [options]

            \(command.summary)

            \(Self.list(command.options + GlobalOptions().declared.options))
            """ + Self.times(of: command) + Self.examples(of: command)
        }
    }

    /// How days and times are written, of a command that takes some.
    private static func times(of command: Command) -> String {
        guard command.options.contains(where: { ["DAY", "TIME"].contains($0.placeholder) }) else { return "" }
        return "\n\nDAY is such as 2026-12-01, 1.12.2026, 1.12., tomorrow or friday; TIME a day as well, or such as "
            + "\"1.12. 9.15\", \"tomorrow 9.15\" or 2026-12-01T09:15."
    }

    private static func examples(of command: Command) -> String {
        let examples = Command.examples[command.name] ?? []
        return examples.isEmpty ? "" : "\n\nFor example:\n\n" + examples.map { "  " + $0 }.joined(separator: "\n")
    }

    private static func usage(_ command: Command) -> String {
        ([command.name] + command.operands).joined(separator: " ")
    }

    private static func list(_ commands: [Command]) -> String {
        list(commands.map { (usage($0), $0.summary) })
    }

    private static func list(_ options: [any AnyOption]) -> String {
        list(
            options.map { option in
                (
                    option.name + (option.placeholder.map { " \($0)" } ?? ""),
                    option.help + (option.isRequired ? " (required)" : "")
                )
            })
    }

    private static func list(_ entries: [(name: String, text: String)]) -> String {
        let width = entries.map(\.name.count).max() ?? 0
        return entries.map { "  " + $0.name.padding(to: width) + "  " + $0.text }.joined(separator: "\n")
    }
}

extension String {
    /// With spaces after it up to `width` characters.
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
