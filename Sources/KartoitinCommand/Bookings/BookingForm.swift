import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices

/// What the options of `book` say, each checked.
struct BookingForm {
    /// The most times of one series; a year of weeks.
    private static let longestSeries = 52

    let choice: SlotChoice
    private let call: Invocation
    private let content: Content
    private let clock: WallClock
    private let type: AppointmentType

    init(_ call: Invocation, _ content: Content, _ clock: WallClock, _ visitor: VisitorSession) throws {
        self.call = call
        self.content = content
        self.clock = clock
        if !call.has("--right"), !call.has("--appointment-type") { _ = try call.required("--service-task") }
        _ = try call.required("--at")
        _ = try call.required("--method")
        let task = try call.choice("--service-task", ServiceTask.self)
        guard let start = try call.moment("--at", on: clock),
            let method = try call.choice("--method", ContactMethod.self)
        else { throw Failure(.usage, "book needs --at and --method") }
        let municipality = try call.municipality(in: content)
        let named = try call.appointmentType(in: content)
        let (leave, right) = try call.leave(of: visitor)
        type = try Self.type(named, task, right, content, isStaff: call.has("--professional"))
        choice = SlotChoice(
            task: type.task, start: start, method: method, municipality: municipality, appointmentType: type.id,
            leave: leave)
    }

    /// What is booked: as the right says or the option names, else the advice time of the service task.
    private static func type(
        _ named: AppointmentType?, _ task: ServiceTask?, _ right: BookingRight?, _ content: Content, isStaff: Bool
    ) throws -> AppointmentType {
        let rights = right.flatMap { content.services.appointment($0.grant.appointmentType) }
        if let named, let rights, named.id != rights.id {
            throw Failure(.notPermitted, "this booking right is for \(rights.id), not for \(named.id)")
        }
        if right != nil, rights == nil {
            throw Failure(
                .notPermitted, "this booking right is for something that is no longer booked; ask the professional")
        }
        guard let type = rights ?? named ?? task.flatMap(content.services.firstAppointment) else {
            throw Failure(.notPermitted, "\(task?.rawValue ?? "") has no times that anybody may book")
        }
        if let task, type.task != task {
            throw Failure(.usage, "\(type.id) belongs to \(type.task.rawValue), not to --service-task")
        }
        if type.isByRight, right == nil, !isStaff {
            throw Failure(
                .notPermitted, "\(type.id) is booked by right: add --right CODE or, as staff, --professional ID")
        }
        return type
    }

    /// When the later times of a series begin, at the same local time; nil where one time is wanted.
    func laterStarts() throws -> [Date]? {
        guard let times = try call.count("--times"), times > 1 else {
            if call.has("--weeks-apart") { throw Failure(.usage, "--weeks-apart needs --times, 2 or more") }
            return nil
        }
        guard times <= Self.longestSeries else {
            throw Failure(.usage, "--times is 1 to \(Self.longestSeries), not \(times)")
        }
        let weeks = try call.count("--weeks-apart") ?? 1
        return try (1..<times).map { number in
            guard let start = clock.moment(choice.start, movedByDays: 7 * weeks * number) else {
                throw Failure(
                    .badData,
                    "time \(number + 1) of the series does not exist: the clock skips it when summer time begins")
            }
            return start
        }
    }

    /// What is free instead.
    func alternatives(at desk: any BookingDesk) throws -> [AvailableSlot] {
        try desk.bookableSlots(
            of: type, method: choice.method, municipality: choice.municipality, leave: choice.leave, limit: 10)
    }

    /// - Parameter usual: who makes it where `--by` does not say.
    func request(by usual: Booking.BookedBy) throws -> BookingRequest {
        let language = try call.language(in: content) ?? content.languages.first ?? .finnish
        var needs = SpecialNeeds(meetingLanguage: language)
        if let meeting = call.value("--meeting-language") {
            guard let known = Language(rawValue: meeting), content.languages.contains(known) else {
                let codes = content.languages.map(\.rawValue).joined(separator: ", ")
                throw Failure(.usage, "--meeting-language knows no \"\(meeting)\"; use one of: \(codes)")
            }
            needs.meetingLanguage = known
        }
        needs.interpreter = try text("--interpreter", longest: SpecialNeeds.longestText)
        needs.signLanguage = call.has("--sign-language")
        needs.accessibility = try text("--accessibility", longest: SpecialNeeds.longestText)
        if let service = call.value("--service"), content.services.service(service) == nil {
            let known = content.services.services.map(\.id)
            throw Failure(
                .usage, "--service knows no \"\(service)\"" + DidYouMean.hint(for: service, among: known))
        }
        if let id = call.value("--service"), let service = content.services.service(id),
            service.task != type.task
        {
            throw Failure(
                .usage, "the service \(id) belongs to \(service.task.rawValue), not to \(type.task.rawValue)")
        }
        return BookingRequest(
            method: choice.method, service: call.value("--service"),
            client: try client(language), needs: needs,
            description: SituationDescription(
                ownWords: try ownWords(),
                hope: try text("--hope", longest: SituationDescription.longestHope) ?? ""),
            maker: try call.choice("--by", Booking.BookedBy.self) ?? usual)
    }

    private func client(_ language: Language) throws -> Client {
        _ = try call.required("--name")
        let name = try text("--name", longest: Client.longestName) ?? ""
        guard name.contains(where: \.isLetter) else { throw Failure(.badData, "--name needs letters") }
        let phone = try call.phone()
        let email = call.value("--email")
        guard email == nil || email.flatMap({ EmailAddress(typed: $0) }) != nil else {
            throw Failure(.badData, "--email is not an address such as name@example.fi")
        }
        return Client(name: name, phone: phone, email: email.flatMap { EmailAddress(typed: $0) }, language: language)
    }

    private func ownWords() throws -> String {
        guard try call.required("--description") == "-" else {
            return try text("--description", longest: SituationDescription.longestOwnWords) ?? ""
        }
        let bytes = RunContext.current.input.readDataToEndOfFile()
        guard let typed = String(validating: bytes, as: UTF8.self) else {
            throw Failure(.badData, "the description holds bytes that are not UTF-8; nothing was booked")
        }
        let text = typed.hasSuffix("\n") ? String(typed.dropLast()) : typed
        return try checked(text, "--description", longest: SituationDescription.longestOwnWords)
    }

    private func text(_ option: String, longest: Int) throws -> String? {
        try call.value(option).map { try checked($0, option, longest: longest) }
    }

    private func checked(_ text: String, _ option: String, longest: Int) throws -> String {
        if text.count <= longest { return text }
        throw Failure(
            .badData, "\(option) has \(text.count) characters, at most \(longest) are kept; nothing was booked")
    }
}
