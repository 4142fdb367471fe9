import SocialServices

/// A sentence in up to three forms: the general one, and below it what is said instead where the matter is a child's of
/// the one who answers, or another person's.
///
/// ```
/// ask  How old are you?
///   for-child  How old is your child?
///   for-other  How old is the person who needs help?
/// ```
struct SentenceForms {
    private static let prefix = "for-"
    /// What may stand below a sentence as a form of it.
    static let keys = Subject.allCases.compactMap(key)

    /// The key of the form that is said about someone; nil of the general sentence.
    static func key(of subject: Subject) -> String? { subject == .me ? nil : prefix + subject.rawValue }

    /// `true` of a line that is meant to be a form, known or not.
    static func isForm(_ node: OutlineNode) -> Bool { node.key.hasPrefix(prefix) }
}

extension OutlineNode {
    /// The forms of this sentence, as they stand below it.
    var forms: [OutlineNode] { children.filter(SentenceForms.isForm) }

    /// Whether a line of this entry has a form.
    var hasForms: Bool { children.contains { $0.children.contains(where: SentenceForms.isForm) } }

    /// The form of this sentence that is said about someone; nil if the general one is.
    func form(for subject: Subject) -> OutlineNode? {
        guard let key = SentenceForms.key(of: subject) else { return nil }
        return children.first { $0.key == key }
    }

    /// The sentence as it is said about someone: that form, or the general sentence.
    ///
    /// - Parameter kept: keys of lines below it that a form without such a line takes from the general sentence.
    func said(about subject: Subject, keeping kept: [String] = []) -> OutlineNode {
        if children.isEmpty { return self }
        var node = self
        node.children.removeAll(where: SentenceForms.isForm)
        guard let form = form(for: subject) else { return node }
        let own = Set(form.children.map(\.key))
        let general = node.children.filter { kept.contains($0.key) && !own.contains($0.key) }
        return OutlineNode(key: key, text: form.text, line: form.line, children: form.children + general)
    }

    /// An entry of words as it is said about someone.
    ///
    /// - Parameter options: keys of lines that are options, whose short words a form need not repeat.
    func entry(about subject: Subject, options: Set<String>) -> OutlineNode {
        var node = self
        node.children = children.map { $0.said(about: subject, keeping: options.contains($0.key) ? ["short"] : []) }
        return node
    }
}

extension OutlineFile {
    /// Tells forms of a sentence that are unknown, double or empty.
    mutating func expectForms(of sentence: OutlineNode) {
        let forms = sentence.forms
        if forms.isEmpty { return }
        expect(SentenceForms.keys, in: forms)
        for key in SentenceForms.keys {
            guard let form = one(key, in: forms) else { continue }
            if form.prose.isEmpty { fault(form.line, "\"\(key)\" is empty") }
        }
    }
}
