/// A command as it was called: what was given for its options, and what it works with.
struct Invocation<Options: CommandOptions> {
    let options: Options
    private let declared: DeclaredOptions
    let given: GivenWords
    let environment: CommandEnvironment

    /// Checks all that can be checked before the content is read.
    ///
    /// - Parameter examples: calls to copy, told where something is missing.
    init(
        _ options: Options, _ given: GivenWords, _ environment: CommandEnvironment, examples: [String]
    ) throws {
        self.init(part: options, given, environment)
        try given.checkCount(of: declared.operands)
        for rule in declared.rules {
            if let fault = rule.fault(given) { throw Failure(.usage, fault) }
        }
        if let fault = UnusedOptions.fault(given) { throw Failure(.usage, fault) }
        try given.checkRequired(of: declared, examples: examples)
        try check(in: nil)
    }

    private init(part options: Options, _ given: GivenWords, _ environment: CommandEnvironment) {
        self.options = options
        declared = options.declared
        self.given = given
        self.environment = environment
    }

    private func check(in county: CountyContext?) throws {
        for option in declared.options { try option.check(given, in: county) }
        for (position, operand) in declared.operands.enumerated() {
            try operand.check(given.operand(position), in: county)
        }
    }

    /// The county as its content tells; every option has been checked then.
    func county() throws -> CountyContext {
        let county = try environment.county()
        try check(in: county)
        return county
    }

    /// The same for a command that uses the tree.
    func wholeCounty() throws -> CountyContext {
        let county = try environment.wholeCounty()
        try check(in: county)
        return county
    }

    subscript<Value>(_ option: KeyPath<Options, Option<Value>>) -> Value {
        get throws { try options[keyPath: option].value(of: given, in: environment.county) }
    }

    subscript(_ flag: KeyPath<Options, Flag>) -> Bool { given.has(options[keyPath: flag]) }

    subscript<Value>(_ operand: KeyPath<Options, Operand<Value>>) -> Value {
        get throws {
            let operand = options[keyPath: operand]
            let position = declared.operands.firstIndex { $0.name == operand.name }
            return try operand.value(of: position.flatMap(given.operand), in: environment.county)
        }
    }

    /// The same call, of which only some of the options are looked at.
    subscript<Part: CommandOptions>(_ part: KeyPath<Options, Part>) -> Invocation<Part> {
        Invocation<Part>(part: options[keyPath: part], given, environment)
    }

    func has<Value>(_ option: KeyPath<Options, Option<Value>>) -> Bool { given.has(options[keyPath: option]) }

    /// The value of an option that is needed because of what else was given.
    func required<Value>(_ option: KeyPath<Options, Option<Value?>>) throws -> Value {
        let name = options[keyPath: option].name
        guard let value = try self[option], given.options[name] != [""] else { throw given.missing(name) }
        return value
    }

    /// Prints a remark on standard error, unless none are wanted.
    func remark(_ text: String) { environment.remark(text) }
}
