import Testing

@testable import KartoitinCommand

@Suite("Examples of the help")
struct ExampleTests {
    private let fixture: CommandFixture

    init() throws { fixture = try CommandFixture() }

    /// The words of a line as a shell takes it apart, without what it redirects.
    private func words(_ line: String) -> [String] {
        let line = line.prefix { $0 != "<" }
        var words: [String] = []
        for (number, part) in line.split(separator: "'", omittingEmptySubsequences: false).enumerated() {
            if number.isMultiple(of: 2) {
                words += part.split(separator: " ").map(String.init)
            } else {
                words.append(String(part))
            }
        }
        return words
    }

    @Test("Every command has one, in its help")
    func everyCommand() {
        #expect(Set(Command.examples.keys) == Set(Command.all.map(\.name)))
        for command in Command.all {
            let examples = Command.examples[command.name] ?? []
            #expect(!examples.isEmpty, "\(command.name)")
            #expect(
                Help.command(command).text.hasSuffix(
                    "\n\nFor example:\n\n" + examples.map { "  \($0)" }.joined(separator: "\n")))
        }
    }

    @Test("Each is understood by its command as it stands", arguments: Command.all.map(\.name))
    func understood(name: String) throws {
        let context = RunContext(environment: fixture.environment)
        for example in Command.examples[name] ?? [] {
            let words = words(example)
            #expect(words.first == "kartoitin")
            try RunContext.$current.withValue(context) {
                guard case .run(let command, let given) = try Request(Array(words.dropFirst())) else {
                    Issue.record("\(example)")
                    return
                }
                #expect(command.name == name)
                do {
                    try command.check(given)
                } catch {
                    Issue.record("\(example): \(Failure(error).message)")
                }
            }
        }
    }
}

/// What follows an error that asks for what is missing: the first call to copy, or another one by its number.
func example(of command: String, _ number: Int = 0) -> String {
    "; for example: " + (Command.examples[command]?.dropFirst(number).first ?? "none")
}
