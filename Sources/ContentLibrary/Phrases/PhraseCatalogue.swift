/// Every phrase that the desks can say, read from the declarations themselves.
public struct PhraseCatalogue: Sendable {
    /// A phrase as it is declared.
    public struct Entry: Sendable {
        /// Where it is declared, as it is written at its use: `kiosk.welcome`.
        public let path: String
        public let key: String
        /// The names in braces that the words must hold, each exactly as written here.
        public let blanks: Set<String>
    }

    /// In the order of declaration.
    public let entries: [Entry]
    private let byKey: [String: Entry]

    private init(_ lists: KeyValuePairs<String, any Sendable>) {
        entries = lists.flatMap { name, list in
            // A list has nothing but its declarations, so that its stored properties are the catalogue.
            Mirror(reflecting: list).children.compactMap { child in
                guard let label = child.label, let declared = child.value as? any PhraseDeclaration else {
                    return nil
                }
                return Entry(path: "\(name).\(label)", key: declared.key, blanks: Set(declared.blanks))
            }
        }
        byKey = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
    }

    public static let all = PhraseCatalogue([
        "shared": Phrase.shared,
        "kiosk": Phrase.kiosk,
        "outcome": Phrase.outcome,
        "booking": Phrase.booking,
        "change": Phrase.change,
        "message": Phrase.message,
        "store": Phrase.store,
        "document": Phrase.document,
        "professional": Phrase.professional,
        "signIn": Phrase.signIn,
        "phone": Phrase.phone,
        "extract": Phrase.extract,
        "report": Phrase.report,
    ])

    /// The keys of some lists.
    func keys(of lists: Set<Substring>) -> [String] {
        entries.filter { lists.contains($0.path.prefix { $0 != "." }) }.map(\.key)
    }

    subscript(key: String) -> Entry? { byKey[key] }
}

extension Phrase {
    public static let shared = SharedPhrases()
    public static let kiosk = KioskPhrases()
    public static let outcome = OutcomePhrases()
    public static let booking = BookingPhrases()
    public static let change = ChangePhrases()
    public static let message = MessagePhrases()
    public static let store = StorePhrases()
    public static let document = DocumentPhrases()
    public static let professional = ProfessionalPhrases()
    public static let signIn = SignInPhrases()
    public static let phone = PhonePhrases()
    public static let extract = ExtractPhrases()
    public static let report = ReportPhrases()
}
