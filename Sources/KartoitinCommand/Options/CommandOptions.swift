/// The options and operands that a command takes: a structure with a constant of type `Option`, `Flag` or `Operand` for
/// each, in the order of the help, and with other such structures in it.
///
/// A command reads a value through the constant's key path, so it can read nothing that it did not declare.
protocol CommandOptions: Sendable {
    /// What must hold between options.
    var rules: [OptionRule] { get }
}

extension CommandOptions {
    var rules: [OptionRule] { [] }

    /// All options, with those of the structures within.
    var options: [any AnyOption] {
        members {
            $0 as? any AnyOption
        } within: {
            $0.options
        }
    }

    var operands: [any AnyOperand] {
        members {
            $0 as? any AnyOperand
        } within: {
            $0.operands
        }
    }

    /// All rules, with those of the structures within.
    var allRules: [OptionRule] {
        rules
            + members { _ in
                nil
            } within: {
                $0.allRules
            }
    }

    private func members<Member>(
        _ own: (Any) -> Member?, within: (any CommandOptions) -> [Member]
    ) -> [Member] {
        Mirror(reflecting: self).children.flatMap { child -> [Member] in
            if let part = child.value as? any CommandOptions { return within(part) }
            return own(child.value).map { [$0] } ?? []
        }
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
