import SocialServices

/// Everything that people meet in the content, by name, so that two states compare value by value.
struct ContentInventory {
    struct Name: Hashable {
        let kind: ContentChange.Kind
        let subject: String
        let part: String
        let language: Language?
    }

    /// Values by name, in the order in which they were added; empty values are left out.
    struct Values {
        private(set) var names: [Name] = []
        private var values: [Name: String] = [:]

        subscript(name: Name) -> String? { values[name] }

        mutating func add(_ kind: ContentChange.Kind, _ subject: String, _ parts: KeyValuePairs<String, String?>) {
            add(kind, subject, parts, in: nil)
        }

        mutating func add(
            _ kind: ContentChange.Kind, _ subject: String, _ parts: KeyValuePairs<String, String?>,
            in language: Language?
        ) {
            for (part, value) in parts {
                guard let value, !value.isEmpty else { continue }
                let name = Name(kind: kind, subject: subject, part: part, language: language)
                if values.updateValue(value, forKey: name) == nil { names.append(name) }
            }
        }
    }

    var values = Values()
    private(set) var subjects: [String] = []
    private var known: Set<String> = []
    /// The subject that another one is part of: an option's question.
    private var owners: [String: String] = [:]

    mutating func add(subject: String, partOf owner: String? = nil) {
        subjects.append(subject)
        known.insert(subject)
        owners[subject] = owner
    }

    /// Those of its subjects that another inventory lacks; not the parts of one that is told already.
    func subjects(missingIn other: Self) -> [String] {
        subjects.filter { subject in
            !other.known.contains(subject) && owners[subject].map(other.known.contains) ?? true
        }
    }

    /// `true` if the subject and the language of a value are known, whatever the value.
    func has(_ name: Name) -> Bool {
        known.contains(name.subject) && name.language.map { known.contains("language \($0.rawValue)") } ?? true
    }
}
