/// The options and operands that a command takes: a structure with a constant of type `Option`, `Flag` or `Operand` for
/// each, in the order of the help, and with other such structures in it.
///
/// A command reads a value through the constant's key path, so it can read nothing that it did not declare.
protocol CommandOptions: Sendable {
    /// What must hold between options.
    var rules: [OptionRule] { get }

    /// What is missing because of what else was given, for example `--reason`.
    func missing(in given: GivenWords) -> [String]
}

extension CommandOptions {
    var rules: [OptionRule] { [] }

    func missing(in given: GivenWords) -> [String] { [] }

    /// All that is declared here and in the structures within.
    var declared: DeclaredOptions {
        var declared = DeclaredOptions(rules: rules, conditions: [{ given in missing(in: given) }])
        for child in Mirror(reflecting: self).children {
            // The commonest first: finding out at run time that a value is not of a type takes longest.
            if let option = child.value as? any AnyOption {
                declared.options.append(option)
            } else if let part = child.value as? any CommandOptions {
                declared.append(part.declared)
            } else if let operand = child.value as? any AnyOperand {
                declared.operands.append(operand)
            }
        }
        return declared
    }
}

/// What a structure of options declares, in order.
struct DeclaredOptions: Sendable {
    var options: [any AnyOption] = []
    var operands: [any AnyOperand] = []
    var rules: [OptionRule]
    /// What each structure finds missing in what was given.
    var conditions: [@Sendable (GivenWords) -> [String]]

    mutating func append(_ part: DeclaredOptions) {
        options += part.options
        operands += part.operands
        rules += part.rules
        conditions += part.conditions
    }
}

/// What a command takes that has no options of its own.
struct NoOptions: CommandOptions {}

/// Something that must hold between options.
struct OptionRule: Sendable {
    /// What is wrong with what was given; nil if nothing is.
    let fault: @Sendable (GivenWords) -> String?

    /// Two options of which only one may be given.
    ///
    /// - Parameter told: what is said if both are.
    static func notBoth(_ first: any AnyOption, _ second: any AnyOption, _ told: String? = nil) -> OptionRule {
        OptionRule { given in
            guard given.has(first), given.has(second) else { return nil }
            return told ?? "\(first.name) and \(second.name) do not go together; give one"
        }
    }

    /// An option that may be given only beside another one.
    static func needs(_ option: any AnyOption, _ other: any AnyOption) -> OptionRule {
        OptionRule { given in
            guard given.has(option), !given.has(other) else { return nil }
            return "\(option.name) needs \(other.name) \(other.placeholder ?? "") beside it"
        }
    }
}
