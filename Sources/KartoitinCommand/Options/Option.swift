/// An option with a value, declared once: its name, what the help tells of it, and how its text becomes a value.
struct Option<Value>: AnyOption {
    let name: String
    let placeholder: String?
    let help: String
    let isRepeatable: Bool
    let isRequired: Bool
    /// The county's content tells which values there are.
    private let needsCounty: Bool
    private let read: @Sendable (GivenWords, () throws -> CountyContext) throws -> Value

    /// An option that may be left out; its value is nil then.
    init<Parsed>(_ name: String, _ placeholder: String, _ help: String, _ parser: ValueParser<Parsed>)
    where Value == Parsed? {
        self.init(name, placeholder, help, parser, isRepeatable: false) { values, _ in values.last }
    }

    /// An option that may be left out.
    ///
    /// - Parameter standard: its value then.
    init(
        _ name: String, _ placeholder: String, _ help: String, _ parser: ValueParser<Value>, default standard: Value
    ) where Value: Sendable {
        self.init(name, placeholder, help, parser, isRepeatable: false) { values, _ in values.last ?? standard }
    }

    /// An option that must be given, and not empty.
    init(required name: String, _ placeholder: String, _ help: String, _ parser: ValueParser<Value>) {
        self.init(name, placeholder, help, parser, isRepeatable: false, isRequired: true) { values, given in
            guard let value = values.last else { throw given.missing(name) }
            return value
        }
    }

    /// An option that may be given more than once.
    init<Parsed>(repeatable name: String, _ placeholder: String, _ help: String, _ parser: ValueParser<Parsed>)
    where Value == [Parsed] {
        self.init(name, placeholder, help, parser, isRepeatable: true) { values, _ in values }
    }

    private init<Parsed>(
        _ name: String, _ placeholder: String, _ help: String, _ parser: ValueParser<Parsed>, isRepeatable: Bool,
        isRequired: Bool = false,
        _ combine: @escaping @Sendable ([Parsed], GivenWords) throws -> Value
    ) {
        self.name = name
        self.placeholder = placeholder
        self.help = help
        self.isRepeatable = isRepeatable
        self.isRequired = isRequired
        needsCounty = parser.needsCounty
        read = { given, county in
            let texts = given.options[name] ?? []
            if isRequired, texts.allSatisfy(\.isEmpty) { throw given.missing(name) }
            return try combine(try texts.map { try parser.parse($0, name, county) }, given)
        }
    }

    var whyRequired: String? { nil }

    func value(of given: GivenWords, in county: () throws -> CountyContext) throws -> Value {
        try read(given, county)
    }

    func check(_ given: GivenWords, in county: CountyContext?) throws {
        if let county {
            _ = try read(given) { county }
        } else if !needsCounty || !given.has(self) {
            // Without a text nothing is parsed: what is left is whether it must be given.
            _ = try read(given) { throw given.missing(name) }
        }
    }
}

/// An option without a value.
struct Flag: AnyOption {
    let name: String
    let help: String
    let whyRequired: String?

    init(_ name: String, _ help: String) {
        self.name = name
        self.help = help
        whyRequired = nil
    }

    /// A flag without which the command does nothing.
    ///
    /// - Parameter told: what is said if it alone is missing.
    init(required name: String, _ help: String, ifMissing told: String) {
        self.name = name
        self.help = help
        whyRequired = told
    }

    var isRequired: Bool { whyRequired != nil }
    var placeholder: String? { nil }
    var isRepeatable: Bool { false }
    func check(_ given: GivenWords, in county: CountyContext?) {}
}

/// A word that follows a command without an option's name before it.
struct Operand<Value>: AnyOperand {
    let name: String
    private let needsCounty: Bool
    private let read: @Sendable (_ text: String?, () throws -> CountyContext) throws -> Value

    /// An operand that must be there.
    ///
    /// - Parameter subject: what it is called in messages, for example `service`.
    init(_ name: String, as subject: String = "", _ parser: ValueParser<Value>) {
        self.name = name
        needsCounty = parser.needsCounty
        read = { text, county in
            guard let text else { throw Failure(.usage, "\(name) is missing") }
            return try parser.parse(text, subject, county)
        }
    }

    /// An operand that may be left out, shown in square brackets; its value is nil then.
    init<Parsed>(optional name: String, as subject: String = "", _ parser: ValueParser<Parsed>)
    where Value == Parsed? {
        self.name = "[\(name)]"
        needsCounty = parser.needsCounty
        read = { text, county in try text.map { try parser.parse($0, subject, county) } }
    }

    func value(of text: String?, in county: () throws -> CountyContext) throws -> Value { try read(text, county) }

    func check(_ text: String?, in county: CountyContext?) throws {
        if let county {
            _ = try read(text) { county }
        } else if !needsCounty {
            _ = try read(text) { throw Failure(.usage, "\(name) is missing") }
        }
    }
}
