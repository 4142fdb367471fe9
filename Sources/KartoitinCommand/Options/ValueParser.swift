import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import Mapper
import SocialServices

/// How the text of an option or of an operand becomes a value.
struct ValueParser<Value>: Sendable {
    /// Only the county's content tells which values there are.
    let needsCounty: Bool
    /// - Parameter name: the option or what the operand is, for messages.
    let parse: @Sendable (_ text: String, _ name: String, _ county: () throws -> CountyContext) throws -> Value

    /// A value that the text alone tells.
    init(_ parse: @escaping @Sendable (_ text: String, _ name: String) throws -> Value) {
        needsCounty = false
        self.parse = { text, name, _ in try parse(text, name) }
    }

    /// A value that is one of the county's.
    init(in county: @escaping @Sendable (_ text: String, _ name: String, CountyContext) throws -> Value) {
        needsCounty = true
        parse = { text, name, context in try county(text, name, try context()) }
    }
}

extension ValueParser where Value == String {
    static var text: Self { Self { text, _ in text } }
}

extension ValueParser where Value == Int {
    /// A whole number of at least 1.
    static var count: Self {
        Self { text, name in
            guard let number = Int(text), number > 0 else {
                throw Failure(.usage, "\(name) needs a number from 1 up, not \"\(text)\"")
            }
            return number
        }
    }

    /// A whole number from 1 to a greatest one.
    static func count(upTo most: Int) -> Self {
        Self { text, name in
            let number = try count.parse(text, name) { throw Failure(.usage, name) }
            guard number <= most else { throw Failure(.usage, "\(name) is 1 to \(most), not \(number)") }
            return number
        }
    }
}

extension CaseIterable where Self: RawRepresentable, RawValue == String {
    /// All ids as a sentence tells them, such as `phone, remote or office`.
    static var alternatives: String {
        let ids = allCases.map(\.rawValue)
        return ids.dropLast().joined(separator: ", ") + " or " + (ids.last ?? "")
    }
}

extension ValueParser where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    /// One of a few things.
    static var choice: Self {
        Self { text, name in
            if let value = Value(rawValue: text) { return value }
            throw Failure.unknown(text, of: name, among: Value.allCases.map(\.rawValue))
        }
    }
}

extension ValueParser where Value == PhoneNumber {
    static var phone: Self {
        Self { text, name in
            do throws(PhoneNumber.Fault) {
                return try PhoneNumber(typed: text)
            } catch {
                throw Failure(.badData, "\(name): " + error.explanation)
            }
        }
    }
}

extension ValueParser where Value == EmailAddress {
    static var email: Self {
        Self { text, name in
            if let address = EmailAddress(typed: text) { return address }
            throw Failure(.badData, "\(name) is not an address such as name@example.fi")
        }
    }
}

extension ValueParser where Value == BookingReference {
    static var reference: Self {
        Self { text, _ in
            if let reference = BookingReference(typed: text) { return reference }
            throw Failure(.badData, "a reference has eight characters, such as K7PF-3M2R; check it")
        }
    }
}

extension ValueParser where Value == RightCode {
    static var rightCode: Self {
        Self { text, _ in
            if let code = RightCode(typed: text) { return code }
            throw Failure(.badData, "the code of a booking right has eight characters, such as K7PF-3M2R; check it")
        }
    }
}

extension ValueParser where Value == String {
    /// What a new account may be called.
    static var newAccount: Self {
        Self { text, _ in
            if StaffMember.isID(text) { return text }
            throw Failure(
                .badData,
                "an account's id has a-z, 0-9, - and ., \(StaffMember.idLength.words) of them; \"\(text)\" has something else"
            )
        }
    }

    /// A person's name.
    static func name(upTo longest: Int) -> Self {
        Self { text, name in
            guard text.contains(where: \.isLetter), text.count <= longest else {
                throw Failure(.badData, "\(name) needs letters, and at most \(longest) characters")
            }
            return text
        }
    }

    /// One of the services' ids.
    static var service: Self {
        Self(in: { text, name, county in
            if county.content.services.service(text) != nil { return text }
            throw Failure.unknown(text, of: name, among: county.content.services.services.map(\.id))
        })
    }

    /// One of the questions' ids.
    static var question: Self {
        Self(in: { text, name, county in
            let questions = county.content.tree.questions
            if questions[text] != nil { return text }
            let hint = DidYouMean.hint(for: text, among: questions.keys)
            throw Failure.unknown(
                text, of: name, hint.isEmpty ? "; see them all with: kartoitin content tree" : hint)
        })
    }
}

extension ValueParser where Value == Language {
    /// One of the content's languages.
    static var language: Self {
        Self(in: { text, name, county in try county.content.language(text, of: name) })
    }
}

extension Content {
    /// The language with a code.
    func language(_ code: String, of name: String) throws(Failure) -> Language {
        let known = languages + openingLanguages
        if let language = Language(rawValue: code), known.contains(language) { return language }
        throw Failure.unknown(code, of: name, "; use one of: \(known.map(\.rawValue).joined(separator: ", "))")
    }
}

extension ValueParser where Value == AppointmentType {
    static var appointmentType: Self {
        Self(in: { text, name, county in
            let services = county.content.services
            if let type = services.appointment(text) { return type }
            throw Failure.unknown(text, of: name, among: services.appointments.map(\.id))
        })
    }
}
