import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices

struct BookOptions: StaffCommandOptions {
    let task: Option<ServiceTask?> = Option(
        "--service-task", "TASK", "families, family-law, working-age or disability", .choice)
    let appointmentType = Option(
        "--appointment-type", "ID", "what is booked; the advice time of the task when left out", .appointmentType)
    let at = Option(
        required: "--at", "TIME", "local time such as \"1.12. 9.00\" or 2026-12-01T09:00, or one with an offset",
        .start)
    let method: Option<ContactMethod> = Option(
        required: "--method", "METHOD", ContactMethod.alternatives, .choice)
    let municipality = Option(
        "--municipality", "NAME|CODE", "where the office is; anywhere when left out", .municipality)
    let service = Option("--service", "ID", "the service it concerns", .service)
    let client = Option(
        "--client", "ID", "staff only: a client who is known, by the number of their record or a reference",
        ClientName.parser)
    let name = Option("--name", "NAME", "the client's name", BookingText.name.parser)
    let phone = Option("--phone", "NUMBER", "the client's phone number", .phone)
    let email = Option("--email", "ADDRESS", "the client's e-mail address", .email)
    let meetingLanguage = Option(
        "--meeting-language", "CODE", "the language of the meeting", .language)
    let interpreter = Option("--interpreter", "LANGUAGE", "an interpreter for this language", BookingText.need.parser)
    let signLanguage = Flag("--sign-language", "a sign language interpreter")
    let ordinaryTime = Flag(
        "--ordinary-time", "with an interpreter, a time like everybody's: the worker calls the client")
    let accessibility = Option("--accessibility", "TEXT", "what else must be arranged", BookingText.need.parser)
    let description = Option(
        "--description", "TEXT|-",
        "the situation in the client's own words; - reads standard input; staff may leave it out",
        BookingText.ownWords.parser)
    let hope = Option("--hope", "TEXT", "what the client hopes for", BookingText.hope.parser)
    let consent = Flag(
        required: "--consent", "the client has agreed that this is kept and shown to the professional",
        ifMissing: "nothing is kept without the client's consent; add --consent when the client has agreed")
    let by: Option<Booking.BookedBy?> = Option(
        "--by", "WHO",
        "client, phone-service or professional, for the statistics; phone-service when left out, or a professional's own",
        .choice)
    let times = Option(
        "--times", "N", "a series of so many times with the same worker; 1 when left out",
        .count(upTo: BookingForm.longestSeries), default: 1)
    let atOnceToo = Flag.atOnceToo
    let onBehalf = Option(
        "--on-behalf", "NAME", "whom the meeting is for, if not for the one who books",
        .name(upTo: Client.longestName))
    let born = Option("--born", "YEAR", "when they were born, with --on-behalf", .count)
    let note = Option("--note", "TEXT", "your own remark for the professional; staff only", BookingText.note.parser)
    let weeksApart = Option("--weeks-apart", "N", "weeks between the times of a series; 1 when left out", .count)
    let leave = LeaveOptions()
    let signIn = SignInOptions()

    func missing(in given: GivenWords) -> [String] {
        let isStaff = given.has(signIn.account) || given.has(leave.professionals)
        let what = [task, appointmentType, leave.right].contains(where: given.has) ? [] : [task.name]
        var whom: [String] = []
        if !given.has(client) {
            if !given.has(name) { whom.append(name.name) }
            if !given.has(phone) { whom.append(phone.name) }
        }
        return what + whom + (isStaff || given.has(description) ? [] : [description.name])
    }

    var rules: [OptionRule] {
        [
            .needs(born, onBehalf), .notBoth(client, name), .notBoth(client, phone), .notBoth(client, email),
            OptionRule { given in
                guard given.has(ordinaryTime), !given.has(interpreter), !given.has(signLanguage) else { return nil }
                return "--ordinary-time needs --interpreter LANGUAGE or --sign-language beside it"
            },
        ]
    }
}

/// What the options of `book` say together.
struct BookingForm {
    /// The most times of one series; a year of weeks.
    static let longestSeries = 52

    let choice: SlotChoice
    private let call: Invocation<BookOptions>
    private let county: CountyContext
    private let type: AppointmentType
    private let needs: SpecialNeeds
    /// `true` if it must be a time to which an interpreter can come.
    private let isForInterpreter: Bool
    /// The client whom `--client` names.
    private let known: KnownClient?

    /// - Parameters:
    ///   - desk: where it is booked.
    ///   - known: the client whom `--client` names.
    init(
        _ call: Invocation<BookOptions>, _ county: CountyContext, _ visitor: VisitorSession, at desk: any BookingDesk,
        for known: KnownClient?
    ) throws {
        self.call = call
        self.known = known
        self.county = county
        let named = try call[\.appointmentType]
        let leave = try Leave(call[\.leave], of: try call.required(\.phone), at: visitor)
        let task = named == nil && leave.right == nil ? try call.required(\.task) : try call[\.task]
        type = try Self.type(
            named, task, leave.right, county.content, isStaff: call[\.leave].has(\.professionals))
        needs = try Self.needs(call, county, known)
        isForInterpreter = needs.isInterpreted && !call[\.ordinaryTime]
        choice = SlotChoice(
            task: type.task, start: try call[\.at], method: try call[\.method],
            municipality: try call[\.municipality], appointmentType: type.id, leave: leave.authority,
            // Of those who are free one who serves in the client's language is chosen first.
            language: needs.spokenLanguage,
            minutes: isForInterpreter ? desk.rules(of: type.id).interpreterMinutes : nil)
    }

    private static func needs(
        _ call: Invocation<BookOptions>, _ county: CountyContext, _ known: KnownClient?
    ) throws -> SpecialNeeds {
        let usual = known?.needs
        return SpecialNeeds(
            meetingLanguage: try call[\.meetingLanguage] ?? usual?.meetingLanguage ?? county.language,
            interpreter: try call[\.interpreter] ?? usual?.interpreter,
            signLanguage: call[\.signLanguage] || usual?.signLanguage == true,
            accessibility: try call[\.accessibility] ?? usual?.accessibility)
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

    /// When the later times of a series begin, at the same local time; nil if one time is wanted.
    func laterStarts() throws -> [Date]? {
        let times = try call[\.times]
        guard times > 1 else {
            if call.has(\.weeksApart) { throw Failure(.usage, "--weeks-apart needs --times, 2 or more") }
            return nil
        }
        let weeks = try call[\.weeksApart] ?? 1
        return try (1..<times).map { number in
            guard let start = county.clock.moment(choice.start, movedByDays: 7 * weeks * number) else {
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
            of: type, method: choice.method, municipality: choice.municipality, leave: choice.leave, limit: 10,
            isInterpreted: isForInterpreter)
    }

    /// - Parameter usual: who makes it if `--by` does not say.
    func request(consent: Consent, by usual: Booking.BookedBy) throws -> BookingRequest {
        let service = try call[\.service]
        if let service, let task = county.content.services.service(service)?.task, task != type.task {
            throw Failure(
                .usage, "the service \(service) belongs to \(task.rawValue), not to \(type.task.rawValue)")
        }
        let client =
            try known?.client
            ?? Client(
                name: try call.required(\.name), phone: try call.required(\.phone), email: try call[\.email],
                language: county.language)
        var request = BookingRequest(
            method: choice.method, service: service, client: client, needs: needs,
            description: SituationDescription(ownWords: try ownWords(), hope: try call[\.hope] ?? ""),
            consent: consent, maker: try call[\.by] ?? usual)
        request.takesOrdinaryTime = call[\.ordinaryTime]
        request.isAtOnceToo = call[\.atOnceToo]
        request.onBehalf = try call[\.onBehalf].map { Beneficiary(name: $0, birthYear: try call[\.born]) }
        request.note = try call[\.note]
        return request
    }

    private func ownWords() throws -> String {
        guard let text = try call[\.description] else { return "" }
        guard text == "-" else { return text }
        let bytes = RunContext.current.input.readDataToEndOfFile()
        guard let typed = String(validating: bytes, as: UTF8.self) else {
            throw Failure(.badData, "the description holds bytes that are not UTF-8; nothing was booked")
        }
        return try BookingText.ownWords.checked(
            typed.hasSuffix("\n") ? String(typed.dropLast()) : typed, "--description")
    }
}

/// A text that is kept with a booking, up to a length.
enum BookingText {
    case name
    case need
    case ownWords
    case hope
    case note

    private var longest: Int {
        switch self {
        case .name: Client.longestName
        case .need: SpecialNeeds.longestText
        case .ownWords: SituationDescription.longestOwnWords
        case .hope: SituationDescription.longestHope
        case .note: StaffNote.longest
        }
    }

    var parser: ValueParser<String> { ValueParser { text, name in try checked(text, name) } }

    func checked(_ text: String, _ option: String) throws(Failure) -> String {
        guard text.count <= longest else {
            throw Failure(
                .badData, "\(option) has \(text.count) characters, at most \(longest) are kept; nothing was booked")
        }
        if self == .name, !text.contains(where: \.isLetter) { throw Failure(.badData, "\(option) needs letters") }
        return text
    }
}

extension Flag {
    /// Of a new booking and of a move.
    static let atOnceToo = Flag("--at-once-too", "also where the client has another meeting at the same time")
}
