public import BookingCore
public import Mapper
public import SocialServices

/// Everything that is said in one language, by id.
public struct Words: Sendable {
    public let language: Language
    public internal(set) var questions: [String: QuestionWords] = [:]
    public internal(set) var outcomes: [String: OutcomeWords] = [:]
    public internal(set) var readyAnswers: [String: ReadyAnswerWords] = [:]
    public internal(set) var contacts: [String: ContactWords] = [:]
    public internal(set) var services: [String: ServiceWords] = [:]
    public internal(set) var appointments: [String: AppointmentWords] = [:]
    /// What is told of an office beside its name, by id; of most nothing.
    public internal(set) var offices: [String: OfficeWords] = [:]
    /// Plain names by id: tasks, municipalities (by code), offices.
    public internal(set) var names: [NameKind: [String: String]] = [:]
    public internal(set) var county = CountyWords(name: "", official: "")
    /// The phrases of the desks, by key.
    var phrases: [String: String] = [:]
    /// What people type instead of a number, by meaning.
    var heard: [HeardMeaning: [String]] = [:]
    var isWithoutPhrases: Bool { phrases.isEmpty }
    /// What is said in other words where the matter is not the answerer's own; all that has no such form is left out.
    var forms: [Subject: Words] = [:]
    /// Of a language that is begun: what it has of its own.
    var begun: BegunWords?

    /// What has nothing but a name.
    public enum NameKind: String, CaseIterable, Sendable {
        case task
        case municipality
        case office
    }

    public init(language: Language) { self.language = language }

    /// The name of something, or its id where the content has none.
    public func name(_ kind: NameKind, _ id: String) -> String { names[kind]?[id] ?? id }

    /// Whether the content has the words of a phrase.
    public func has(_ phrase: Phrase) -> Bool { phrases[phrase.key]?.isEmpty == false }

    /// A phrase with its blanks filled in; the key itself where the content lacks it.
    public func callAsFunction(_ phrase: Phrase) -> String {
        let text = phrases[phrase.key] ?? phrase.key
        if phrase.values.isEmpty { return text }
        // Filled in one pass from left to right: braces inside a person's own words stay as they are.
        var filled = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let value = phrase.values[String(rest[rest.index(after: open)..<close])]
            filled += rest[..<open] + (value ?? String(rest[open...close]))
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}

extension Words {
    /// The words about someone: the general ones where there is no form of their own.
    public func said(about subject: Subject) -> Words {
        guard let own = forms[subject] else { return self }
        var words = self
        words.merge(own)
        return words
    }

    /// Takes over what questions, outcomes, ready answers, services, appointments and phrases other words have.
    mutating func merge(_ other: Words) {
        questions.merge(other.questions) { $1 }
        outcomes.merge(other.outcomes) { $1 }
        readyAnswers.merge(other.readyAnswers) { $1 }
        services.merge(other.services) { $1 }
        appointments.merge(other.appointments) { $1 }
        phrases.merge(other.phrases) { $1 }
    }
}

/// What a language that is begun has of the questions and their ends, by id.
struct BegunWords: Sendable, Equatable {
    let questions: Set<String>
    let outcomes: Set<String>
    let readyAnswers: Set<String>
    let contacts: Set<String>
}

/// A question as it is asked.
public struct QuestionWords: Sendable, Equatable {
    public let ask: String
    /// Why it is asked.
    public let why: String
    /// What to say when an answer does not fit, instead of the usual hint.
    public let hint: String?
    /// What only the phone service is shown, for asking it aloud.
    public let staff: String?
    public let options: [String: OptionWords]
}

/// An option as it is offered, and in short for lists of answers.
public struct OptionWords: Sendable, Equatable {
    public let text: String
    public let short: String
}

/// What a person is told at the end of a walk.
public struct OutcomeWords: Sendable, Equatable {
    public let title: String
    /// Paragraphs.
    public let tell: [String]
    /// Guiding questions for the situation description; empty where the appointment type's own are used.
    public let prompts: [String]
    /// What only the phone service is shown.
    public let staff: String?
}

public struct ReadyAnswerWords: Sendable, Equatable {
    public let title: String
    /// Paragraphs.
    public let tell: [String]
}

public struct ContactWords: Sendable, Equatable {
    public let name: String
    /// When to turn there.
    public let tell: String
    public let hours: String?
}

public struct ServiceWords: Sendable, Equatable {
    /// The plain name.
    public let name: String
    /// The official name.
    public let official: String
    public let bring: [String]
    public let prepare: [String]
}

public struct AppointmentWords: Sendable, Equatable {
    public let name: String
    /// What the meeting is like, in paragraphs.
    public let meeting: [String]
    public let bring: [String]
    public let prepare: [String]
    /// Guiding questions for the situation description, where the outcome has none of its own.
    public let prompts: [String]
    /// What must be known for every meeting of the type: asked below the others.
    public let needed: [String]
}

/// What is told of an office beside its name, as far as it is known.
public struct OfficeWords: Sendable, Equatable {
    public let building: String?
    public let floor: String?
    public let room: String?
    /// How to get in: the door, the bell.
    public let enter: String?
    /// When the house is open.
    public let hours: String?

    // What only those are told who stand in the house.

    /// The way to the room where clients are met.
    public let way: String?
    /// The kiosk's own line on its first screen, for example whom to ask or when the house is open.
    public let notice: String?
}

public struct CountyWords: Sendable, Equatable {
    /// As people call it, for example "Siun sote".
    public let name: String
    /// As the law calls it.
    public let official: String
}

extension Words {
    /// An option as it is offered; "I don't know" and, where the content lacks words, the id need no words of their
    /// own.
    public func text(of option: String, in question: String) -> String {
        questions[question]?.options[option]?.text ?? (option == Option.unknown ? self(.shared.unknown) : option)
    }

    /// An answer in a few words, for lists of answers.
    public func short(_ step: Interview.Step) -> String {
        switch step.answer {
        case .words(let text): text
        case .options(let ids):
            ids.map { id in
                questions[step.question.id]?.options[id]?.short
                    ?? (id == Option.unknown ? self(.shared.unknown).lowercased() : id)
            }.joined(separator: ", ")
        }
    }
}

extension Words {
    /// What to have at hand: the service's own list; the appointment type's where the service has none.
    public func bring(service: String?, appointment: String) -> [String] {
        let own = service.flatMap { services[$0] }?.bring ?? []
        return own.isEmpty ? appointments[appointment]?.bring ?? [] : own
    }

    /// What the situation description is asked with, by id.
    public func prompts(outcome: String?, appointment: String) -> [String] {
        let own = outcome.flatMap { outcomes[$0]?.prompts } ?? []
        let type = appointments[appointment]
        return (own.isEmpty ? type?.prompts ?? [] : own) + (type?.needed ?? [])
    }

    /// How to prepare: what the service asks, then what holds for every meeting of the type.
    public func prepare(service: String?, appointment: String) -> [String] {
        (service.flatMap { services[$0] }?.prepare ?? []) + (appointments[appointment]?.prepare ?? [])
    }
}

extension Words {
    /// The office of a municipality by name; one that was made up says so.
    public func place(_ municipality: Municipality, in county: County) -> String {
        place(Place(municipality), in: county)
    }

    /// The name of the office where clients are met, or of the municipality where there is none.
    public func place(_ place: Place, in county: County) -> String {
        guard let office = county.office(at: place) else {
            return name(.municipality, place.municipality.rawValue)
        }
        let name = name(.office, office.id)
        return office.isExample ? self(.booking.example(name)) : name
    }

    /// An office with its address, as far as to the room.
    private func wholePlace(_ place: Place, in county: County) -> String {
        let office = county.office(at: place)
        let inside = office.flatMap { offices[$0.id] }.map { [$0.building, $0.floor, $0.room] } ?? []
        let parts = [self.place(place, in: county), office?.address] + inside
        return parts.compactMap(\.self).joined(separator: ", ")
    }

    /// What helps to get to a meeting at an office and inside, each in a sentence; empty where nothing is known.
    public func arrival(at booking: Booking, in county: County) -> [String] {
        guard booking.method == .office, let office = county.office(at: booking.slot.place) else { return [] }
        let accessible = office.isAccessible.map {
            self($0 ? .booking.officeAccessible : .booking.officeNotAccessible)
        }
        let hours = offices[office.id]?.hours.map { self(.booking.officeHours($0)) }
        let number = county.officeNumbers[office.id].map { self(.booking.officeNumber($0.digits)) }
        return [offices[office.id]?.enter, accessible, hours, number].compactMap(\.self)
    }

    /// How and where the client is met, in one sentence.
    public func meeting(of booking: Booking, in county: County) -> String {
        switch booking.method {
        case .phone: self(.booking.confirmedPhone(phone(booking.client.phone)))
        case .remote: self(.booking.confirmedRemote(booking.client.email?.address ?? phone(booking.client.phone)))
        case .office: self(.booking.confirmedOffice(wholePlace(booking.slot.place, in: county)))
        }
    }
}

extension Words {
    /// A client's phone number for reading, or that there is none.
    public func phone(_ number: PhoneNumber?) -> String { number?.grouped ?? self(.shared.noPhone) }

    /// How this language's people write what is in no list.
    public var heardPhrases: HeardPhrases { HeardPhrases(heard) }

    /// Only how the language itself is called, with what may stand beside it: all others are many.
    public var languageNames: HeardPhrases { HeardPhrases(heard.filter { [.language, .filler].contains($0.key) }) }

    /// How this language is called, in itself and in others.
    public var ownNames: [String] { heard[.language] ?? [] }
}
