import BookingCore
import ContentLibrary
import Foundation
import SocialServices

extension Command {
    static let book = Command(
        words: ["book"], summary: "book a time without a conversation",
        options: [
            Option("--service-task", "TASK", "families, family-law, working-age or disability"),
            Option("--at", "TIME", "local time such as 2026-12-01T09:00, or one with an offset"),
            Option("--method", "METHOD", "phone, remote or office"),
            Option("--municipality", "CODE", "where the office is; anywhere when left out"),
            Option("--service", "ID", "the service it concerns"),
            Option("--name", "NAME", "the client's name"),
            Option("--phone", "NUMBER", "the client's phone number"),
            Option("--email", "ADDRESS", "the client's e-mail address"),
            Option("--meeting-language", "CODE", "the language of the meeting"),
            Option("--interpreter", "LANGUAGE", "an interpreter for this language"),
            Option("--sign-language", nil, "a sign language interpreter"),
            Option("--accessibility", "TEXT", "what else must be arranged"),
            Option("--description", "TEXT|-", "the situation in the client's own words; - reads standard input"),
            Option("--hope", "TEXT", "what the client hopes for"),
            Option("--consent", nil, "the client has agreed that this is kept and shown to the professional"),
        ]
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        guard call.has("--consent") else {
            throw Failure(
                .usage, "nothing is kept without the client's consent; add --consent when the client has agreed")
        }
        let choice = try BookingForm.choice(call, content, clock)
        let request = try BookingForm.request(call, content, for: choice)
        let store = try call.store(of: content)
        let now = Date()
        do {
            let booking = try store.book(choice, request, now: now, drawing: Invocation.drawReference)
            try BookingRow.print(booking, on: clock, as: format)
            return .done
        } catch BookingError.noLongerFree {
            guard let type = choice.appointmentType.flatMap(content.services.appointment) else {
                throw BookingError.noLongerFree
            }
            let query = SlotQuery(
                type, method: choice.method, municipality: choice.municipality, from: now, now: now, limit: 10)
            try SlotRow.print(try store.freeSlots(query, now: now), on: clock, as: format)
            throw BookingError.noLongerFree
        }
    }
}

/// What the options of `book` say, each checked.
private enum BookingForm {
    static func choice(_ call: Invocation, _ content: Content, _ clock: WallClock) throws -> SlotChoice {
        _ = try call.required("--service-task")
        _ = try call.required("--at")
        _ = try call.required("--method")
        guard let task = try call.choice("--service-task", ServiceTask.self),
            let start = try call.moment("--at", on: clock),
            let method = try call.choice("--method", ContactMethod.self)
        else { throw Failure(.usage, "book needs --service-task, --at and --method") }
        guard let type = content.services.firstAppointment(of: task) else {
            throw Failure(.notPermitted, "\(task.rawValue) has no times that anybody may book")
        }
        return SlotChoice(
            task: task, start: start, method: method, municipality: try call.municipality(in: content),
            appointmentType: type.id)
    }

    static func request(_ call: Invocation, _ content: Content, for choice: SlotChoice) throws -> BookingRequest {
        let language = try call.language(in: content) ?? content.languages.first ?? .finnish
        var needs = SpecialNeeds(meetingLanguage: language)
        if let meeting = call.value("--meeting-language") {
            guard let known = Language(rawValue: meeting), content.languages.contains(known) else {
                let codes = content.languages.map(\.rawValue).joined(separator: ", ")
                throw Failure(.usage, "--meeting-language knows no \"\(meeting)\"; use one of: \(codes)")
            }
            needs.meetingLanguage = known
        }
        needs.interpreter = try text(call, "--interpreter", longest: SpecialNeeds.longestText)
        needs.signLanguage = call.has("--sign-language")
        needs.accessibility = try text(call, "--accessibility", longest: SpecialNeeds.longestText)
        if let service = call.value("--service"), content.services.service(service) == nil {
            let known = content.services.services.map(\.id)
            throw Failure(
                .usage, "--service knows no \"\(service)\"" + Suggestion.question(for: service, among: known))
        }
        if let id = call.value("--service"), let service = content.services.service(id),
            service.task.rawValue != call.value("--service-task")
        {
            throw Failure(.usage, "the service \(id) belongs to \(service.task.rawValue), not to --service-task")
        }
        return BookingRequest(
            method: try call.choice("--method", ContactMethod.self) ?? .phone, service: call.value("--service"),
            client: try client(call, language), needs: needs,
            description: SituationDescription(
                ownWords: try ownWords(call),
                hope: try text(call, "--hope", longest: SituationDescription.longestHope) ?? ""),
            maker: .phoneService, rules: content.services.rules(of: choice.appointmentType))
    }

    private static func client(_ call: Invocation, _ language: Language) throws -> Client {
        _ = try call.required("--name")
        let name = try text(call, "--name", longest: Client.longestName) ?? ""
        guard name.contains(where: \.isLetter) else { throw Failure(.badData, "--name needs letters") }
        let phone = try call.phone()
        let email = call.value("--email")
        guard email == nil || email.flatMap({ EmailAddress(typed: $0) }) != nil else {
            throw Failure(.badData, "--email is not an address such as name@example.fi")
        }
        return Client(name: name, phone: phone, email: email.flatMap { EmailAddress(typed: $0) }, language: language)
    }

    private static func ownWords(_ call: Invocation) throws -> String {
        guard try call.required("--description") == "-" else {
            return try text(call, "--description", longest: SituationDescription.longestOwnWords) ?? ""
        }
        let bytes = FileHandle.standardInput.readDataToEndOfFile()
        guard let typed = String(validating: bytes, as: UTF8.self) else {
            throw Failure(.badData, "the description holds bytes that are not UTF-8; nothing was booked")
        }
        let text = typed.hasSuffix("\n") ? String(typed.dropLast()) : typed
        return try checked(text, "--description", longest: SituationDescription.longestOwnWords)
    }

    private static func text(_ call: Invocation, _ option: String, longest: Int) throws -> String? {
        try call.value(option).map { try checked($0, option, longest: longest) }
    }

    private static func checked(_ text: String, _ option: String, longest: Int) throws -> String {
        if text.count <= longest { return text }
        throw Failure(
            .badData, "\(option) has \(text.count) characters, at most \(longest) are kept; nothing was booked")
    }
}
