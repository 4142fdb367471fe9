import BookingCore
import Mapper
import SocialServices

/// Finds what one content file mentions and no other defines or opens to all, and what a language lacks the words for.
struct ReferenceCheck {
    let content: Content
    let references: [Reference]

    var faults: [ContentFault] {
        dangling + content.languages.flatMap { missingWords(in: $0) } + noWords
    }

    /// The references to what nothing defines, and the bookings that not everybody may make.
    var dangling: [ContentFault] { references.compactMap { dangling($0) } }

    private var noWords: [ContentFault] {
        content.languages.isEmpty
            ? [ContentFault(file: "words", line: 0, message: "no language has a folder here, for example words/fi")]
            : []
    }

    private func dangling(_ reference: Reference) -> ContentFault? {
        func fault(_ message: String) -> ContentFault {
            ContentFault(file: reference.file, line: reference.line, message: message)
        }
        func fault(_ kind: String, _ id: String, _ known: some Collection<String>) -> ContentFault? {
            if known.contains(id) { return nil }
            return fault("no \(kind) is called \"\(id)\"" + DidYouMean.hint(for: id, among: known))
        }
        switch reference.target {
        case .service(let id): return fault("service", id, content.services.services.map(\.id))
        case .appointment(let id): return fault("appointment", id, content.services.appointments.map(\.id))
        case .booked(let id):
            guard let type = content.services.appointment(id) else {
                let open = content.services.appointments.filter { !$0.isByRight }
                return fault("appointment", id, open.map(\.id))
            }
            guard type.isByRight else { return nil }
            return fault(
                "the appointment \"\(id)\" is by right: a client gets it from a professional; "
                    + "name one that is open to all")
        case .contact(let id): return fault("contact", id, content.county.contacts.map(\.id))
        case .ready(let id): return fault("ready answer", id, Array(content.readyAnswers.keys))
        case .outcome(let id): return fault("outcome", id, Array(content.tree.outcomes.keys))
        case .named(.task, let id): return fault("task", id, content.services.tasks.map(\.rawValue))
        case .named(.municipality, let id):
            return fault("municipality", id, content.county.municipalities.map(\.rawValue))
        case .named(.office, let id): return fault("office", id, content.county.offices.map(\.id))
        case .answer(let question, let options):
            guard let asked = content.tree.questions[question] else {
                return fault("question", question, Array(content.tree.questions.keys))
            }
            let known = asked.options.map(\.id)
            return options.first { !known.contains($0) }
                .flatMap { fault("option of \"\(question)\"", $0, known) }
        }
    }

    /// What a language lacks the words for.
    func missingWords(in language: Language) -> [ContentFault] {
        let words = content.words(in: language)
        let folder = "words/\(language.rawValue)"
        var faults: [ContentFault] = []
        for (id, place) in content.places {
            let found =
                switch place.kind {
                case .question: words.questions[id] != nil
                case .outcome: words.outcomes[id] != nil
                case .ready: words.readyAnswers[id] != nil
                }
            guard !found else { continue }
            let name = place.file.split(separator: "/").last ?? ""
            faults.append(
                ContentFault(
                    file: place.file, line: place.line,
                    message: "no words for \"\(id)\" in \(language.rawValue); add them to \(folder)/\(name)"))
        }
        func require(_ kind: String, _ ids: [String], _ known: some Collection<String>, _ file: String) {
            for id in ids where !known.contains(id) {
                faults.append(
                    ContentFault(
                        file: "\(folder)/\(file)", line: 0, message: "the words of \"\(kind) \(id)\" are missing"))
            }
        }
        let names = words.names
        require("task", content.services.tasks.map(\.rawValue), names[.task, default: [:]].keys, "services.txt")
        require("service", content.services.services.map(\.id), words.services.keys, "services.txt")
        require(
            "appointment", content.services.appointments.map(\.id), words.appointments.keys, "services.txt")
        require(
            "municipality", content.county.municipalities.map(\.rawValue),
            names[.municipality, default: [:]].keys, "county.txt")
        require("office", content.county.offices.map(\.id), names[.office, default: [:]].keys, "county.txt")
        require("contact", content.county.contacts.map(\.id), words.contacts.keys, "county.txt")
        if words.county.name.isEmpty { require("county", [content.county.id], [], "county.txt") }
        if words.isWithoutPhrases {
            require("every", ["phrase"], [], "desk.txt")
        } else {
            for phrase in PhraseCatalogue.all.entries where words.phrases[phrase.key]?.isEmpty != false {
                let told = "the words of \"\(phrase.key)\" are missing"
                faults.append(ContentFault(file: "\(folder)/desk.txt", line: 0, message: told))
            }
        }
        // Once visitors are heard in one language, they are in each.
        if words.heard.isEmpty, content.languages.contains(where: { !content.words(in: $0).heard.isEmpty }) {
            require("every", ["meaning"], [], "heard.txt")
        }
        return faults
    }
}

/// A mention of something that another file defines; linking tells the ones that dangle.
struct Reference {
    enum Target: Equatable {
        case service(String)
        case appointment(String)
        /// An appointment that an outcome books, so that it must be open to all.
        case booked(String)
        case contact(String)
        case ready(String)
        case outcome(String)
        case named(Words.NameKind, String)
        case answer(question: String, options: [String])
    }

    let target: Target
    let file: String
    let line: Int

    init(to target: Target, file: String, line: Int) {
        self.target = target
        self.file = file
        self.line = line
    }
}
