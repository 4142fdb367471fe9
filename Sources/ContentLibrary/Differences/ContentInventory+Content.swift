import BookingCore
import CivilTime
import Mapper
import OwnWords
import SocialServices

extension ContentInventory {
    init(of content: Content) {
        self.init()
        for language in content.languages { add(subject: "language \(language.rawValue)") }
        add(subject: "tree")
        add(subject: "county")
        add(subject: "desk")
        add(content.tree)
        add(content.situations)
        for id in content.readyAnswers.keys.sorted() {
            add(subject: "ready \(id)")
            values.add(.booking, "ready \(id)", ["contacts": list(content.readyAnswers[id]?.contacts ?? [])])
        }
        add(content.services)
        add(content.county)
        for language in content.languages { add(content.words(in: language), of: content.tree) }
    }

    private mutating func add(_ tree: QuestionTree) {
        values.add(
            .fact, "tree", ["start": tree.start, "human": tree.human, "urgent": tree.urgent])
        for (id, question) in tree.questions.sorted(by: { $0.key < $1.key }) {
            add(subject: "question \(id)")
            values.add(
                .fact, "question \(id)",
                ["kind": question.kind.rawValue, "describes": question.describes ? "yes" : "no"])
            for option in question.options {
                add(subject: "option \(id) \(option.id)", partOf: "question \(id)")
                values.add(.fact, "option \(id) \(option.id)", ["flags": SituationFlagList(option.flags).list])
            }
        }
        for (id, outcome) in tree.outcomes.sorted(by: { $0.key < $1.key }) {
            add(subject: "outcome \(id)")
            values.add(
                .booking, "outcome \(id)",
                [
                    "group": outcome.group.rawValue, "service": outcome.service, "books": outcome.appointmentType,
                    "ready answers": list(outcome.readyAnswers), "contacts": list(outcome.contacts),
                    "quiet": outcome.isQuiet ? "yes" : nil,
                ])
        }
    }

    private mutating func add(_ situations: [Situation]) {
        for situation in situations {
            add(subject: "situation \(situation.id)")
            values.add(
                .fact, "situation \(situation.id)",
                [
                    "group": situation.group?.rawValue ?? "nothing", "answer": situation.option,
                    "beside": situation.beside,
                ])
        }
    }

    private mutating func add(_ services: Services) {
        for task in services.tasks { add(subject: "task \(task.rawValue)") }
        for service in services.services {
            add(subject: "service \(service.id)")
            values.add(
                .booking, "service \(service.id)",
                ["task": service.task.rawValue, "opened": service.openedForClients ? "yes" : "no"])
        }
        for type in services.appointments {
            add(subject: "appointment \(type.id)")
            values.add(
                .booking, "appointment \(type.id)",
                [
                    "task": type.task.rawValue, "minutes": String(type.minutes),
                    "methods": list(type.methods.map(\.rawValue)), "notice": type.rules.notice?.words,
                    "ahead": type.rules.ahead?.words, "change-until": type.rules.changeUntil?.words,
                    "open-per-phone": type.rules.openPerPhone.map { String($0) },
                    "interpreter-length": type.rules.interpreterMinutes.map { "\($0) min" },
                    "interpreter-notice": type.rules.interpreterNotice?.words,
                    "by-right": type.isByRight ? "yes" : "no", "seats": String(type.seats),
                    "opens": type.rules.openings.isEmpty ? nil : list(type.rules.openings.map(\.words)),
                ])
        }
    }

    private mutating func add(_ county: County) {
        values.add(
            .fact, "county",
            [
                "website": county.website, "zone": county.timeZone, "urgent contacts": list(county.urgentContacts),
                "open on eves": county.closedDays.isOpenOnEves ? "yes" : "no",
            ])
        for (day, reason) in county.closedDays.ofCounty.sorted(by: { $0.key < $1.key }) {
            add(subject: "closed \(day)")
            values.add(.fact, "closed \(day)", ["reason": reason])
        }
        for municipality in county.municipalities { add(subject: "municipality \(municipality.rawValue)") }
        for office in county.offices {
            add(subject: "office \(office.id)")
            values.add(
                .fact, "office \(office.id)",
                [
                    "municipality": office.municipality.rawValue, "example": office.isExample ? "yes" : "no",
                    "address": office.address, "accessible": office.isAccessible.map { $0 ? "yes" : "no" },
                    "number": county.officeNumbers[office.id]?.digits,
                ])
        }
        for contact in county.contacts {
            add(subject: "contact \(contact.id)")
            let numbers = contact.numbers.map { number in
                (number.language.map { "\($0.rawValue) " } ?? "") + number.digits
            }
            values.add(
                .fact, "contact \(contact.id)",
                ["number": list(numbers), "website": contact.website, "instead": contact.instead])
        }
    }

    private func list(_ items: [String]) -> String { items.joined(separator: ", ") }
}

extension BookingOpening {
    /// `2027-02-01 office 167`: the day, and of what.
    fileprivate var words: String {
        let parts = methods.sorted().map(\.rawValue) + municipalities.sorted().map(\.rawValue) + services.sorted()
        return ([day.description] + parts).joined(separator: " ")
    }
}

extension ContentInventory {
    /// All that is said in one language, in each form.
    mutating func add(_ words: Words, of tree: QuestionTree) {
        add(words, of: tree, form: nil)
        for subject in Subject.allCases {
            if let own = words.forms[subject] { add(own, of: tree, form: SentenceForms.key(of: subject)) }
        }
    }

    /// - Parameter form: the key of the form that the words are; nil of the general ones.
    private mutating func add(_ words: Words, of tree: QuestionTree, form: String?) {
        func say(_ subject: String, _ parts: KeyValuePairs<String, String?>) {
            guard let form else { return values.add(.words, subject, parts, in: words.language) }
            for (part, text) in parts {
                let general = Name(kind: .words, subject: subject, part: part, language: words.language)
                // What has no form is the general sentence.
                if text == values[general] { continue }
                values.add(.words, subject, ["\(part) \(form)": text], in: words.language)
            }
        }
        for (id, told) in words.questions.sorted(by: { $0.key < $1.key }) {
            say("question \(id)", ["ask": told.ask, "why": told.why, "hint": told.hint, "staff": told.staff])
            for option in tree.questions[id]?.options ?? [] {
                let own = told.options[option.id]
                say("option \(id) \(option.id)", ["text": own?.text, "short": own?.short])
            }
        }
        for (id, told) in words.outcomes.sorted(by: { $0.key < $1.key }) {
            say(
                "outcome \(id)",
                [
                    "title": told.title, "tell": paragraphs(told.tell), "prompt": paragraphs(told.prompts),
                    "staff": told.staff,
                ])
        }
        for (id, told) in words.readyAnswers.sorted(by: { $0.key < $1.key }) {
            say("ready \(id)", ["title": told.title, "tell": paragraphs(told.tell)])
        }
        for (id, told) in words.contacts.sorted(by: { $0.key < $1.key }) {
            say("contact \(id)", ["name": told.name, "tell": told.tell, "hours": told.hours])
        }
        for (id, told) in words.services.sorted(by: { $0.key < $1.key }) {
            say(
                "service \(id)",
                [
                    "name": told.name, "official": told.official, "bring": paragraphs(told.bring),
                    "prepare": paragraphs(told.prepare),
                ])
        }
        for (id, told) in words.appointments.sorted(by: { $0.key < $1.key }) {
            say(
                "appointment \(id)",
                [
                    "name": told.name, "meeting": paragraphs(told.meeting), "bring": paragraphs(told.bring),
                    "prepare": paragraphs(told.prepare), "prompt": paragraphs(told.prompts),
                    "needed": paragraphs(told.needed),
                ])
        }
        for kind in Words.NameKind.allCases {
            for (id, name) in words.names[kind, default: [:]].sorted(by: { $0.key < $1.key }) {
                say("\(kind.rawValue) \(id)", ["name": name])
            }
        }
        if form == nil {
            for (id, told) in words.offices.sorted(by: { $0.key < $1.key }) {
                say(
                    "office \(id)",
                    [
                        "building": told.building, "floor": told.floor, "room": told.room, "enter": told.enter,
                        "hours": told.hours, "way": told.way, "notice": told.notice,
                    ])
            }
            say("county", ["name": words.county.name, "official": words.county.official])
        }
        for phrase in PhraseCatalogue.all.entries { say("desk", [phrase.key: words.phrases[phrase.key]]) }
    }

    private func paragraphs(_ texts: [String]) -> String { texts.joined(separator: " / ") }
}
