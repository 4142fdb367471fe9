/// The texts of `--help`.
enum Help {
    static func text(_ command: Command?) -> String {
        guard let command else { return overview }
        var lines = ["kartoitin \(([command.name] + command.operands).joined(separator: " ")) [options]", ""]
        lines += [command.summary, ""]
        lines += options(command.options + Command.globalOptions)
        return lines.joined(separator: "\n")
    }

    private static var overview: String {
        let names = Command.all.map { ([$0.name] + $0.operands).joined(separator: " ") }
        let width = names.map(\.count).max() ?? 0
        let commands = zip(names, Command.all).map { name, command in
            "  " + name.padding(to: width) + "  " + command.summary
        }
        return """
            kartoitin: finds the right social service and books a 15-minute advice time

            \(commands.joined(separator: "\n"))

            \(options(Command.globalOptions).joined(separator: "\n"))

            kartoitin COMMAND --help says more of a command.
            """
    }

    private static func options(_ options: [Command.Option]) -> [String] {
        let names = options.map { option in option.name + (option.value.map { " \($0)" } ?? "") }
        let width = names.map(\.count).max() ?? 0
        return zip(names, options).map { name, option in "  " + name.padding(to: width) + "  " + option.help }
    }
}

extension String {
    /// With spaces after it up to `width` characters.
    func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
