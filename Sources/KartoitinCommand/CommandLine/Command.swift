/// One thing the program can do from the command line.
struct Command: Sendable {
    /// For example `["booking", "show"]`.
    let words: [String]
    let summary: String
    /// Made when they are asked for: of all commands one is run.
    private let makeOptions: @Sendable () -> DeclaredOptions
    private let start: @Sendable (GivenWords, CommandEnvironment) throws -> ExitCode
    private let prove: @Sendable (GivenWords, CommandEnvironment) throws -> Void

    /// - Parameters:
    ///   - name: its words, for example `booking show`.
    ///   - options: what it takes beside the options of every command.
    init<Options: CommandOptions>(
        _ name: String, _ summary: String, _ options: @autoclosure @escaping @Sendable () -> Options,
        run: @escaping @Sendable (Invocation<Options>) throws -> ExitCode
    ) {
        words = name.split(separator: " ").map(String.init)
        self.summary = summary
        makeOptions = { options().declared }
        let invocation: @Sendable (GivenWords, CommandEnvironment) throws -> Invocation<Options> = {
            given, environment in
            try Invocation(options(), given, environment, examples: Self.examples[name] ?? [])
        }
        start = { given, environment in try run(try invocation(given, environment)) }
        prove = { given, environment in _ = try invocation(given, environment).county() }
    }

    /// A command without options of its own.
    init(_ name: String, _ summary: String, run: @escaping @Sendable (Invocation<NoOptions>) throws -> ExitCode) {
        self.init(name, summary, NoOptions(), run: run)
    }

    var name: String { words.joined(separator: " ") }

    /// Names of what must follow, in order; one in square brackets may be left out.
    var operands: [String] { makeOptions().operands.map(\.name) }

    /// What it takes beside the options of every command.
    var options: [any AnyOption] { makeOptions().options }

    /// - Parameter arguments: the words after its name.
    func given(_ arguments: some Sequence<String>) throws(Failure) -> GivenWords {
        try GivenWords(arguments, of: name, knowing: options + GlobalOptions().declared.options)
    }

    /// Checks all that was given as a run does first, and does nothing.
    func check(_ given: GivenWords) throws { try prove(given, try CommandEnvironment(given)) }

    func run(_ given: GivenWords) throws -> ExitCode { try start(given, try CommandEnvironment(given)) }
}
