import BookingCore
import SocialServices

/// Under whose authority free times are looked for and booked.
struct LeaveOptions: CommandOptions {
    let right = Option(
        "--right", "CODE", "by the booking right with this code, of the client with --phone", .rightCode)
    let professionals = Option(
        repeatable: "--professional", "ID",
        "staff only: with this worker, also at times opened for booking rights; a work pair when given twice", .text)

    var rules: [OptionRule] {
        [
            .notBoth(
                right, professionals,
                "--right and --professional do not go together: the right says with whom; give one"),
            .eachOnce(professionals),
        ]
    }
}

extension OptionRule {
    /// Workers of a pair, of whom none may be named twice.
    static func eachOnce(_ option: any AnyOption) -> OptionRule {
        OptionRule { given in
            let names = given.options[option.name] ?? []
            return Set(names).count == names.count
                ? nil : "\(option.name) names one worker twice; name each once"
        }
    }
}

/// The authority that the options name: the right's with the client's phone number, the staff's, or none.
struct Leave {
    let authority: BookingAuthority
    let right: BookingRight?

    /// - Parameter phone: the client's number; needed with a right only.
    init(
        _ call: Invocation<LeaveOptions>, of phone: @autoclosure () throws -> PhoneNumber,
        at visitor: VisitorSession
    ) throws {
        if let code = try call[\.right] {
            guard let right = try visitor.right(code, of: phone()) else { throw RightRefusal.unknown }
            authority = .right(code)
            self.right = right
            return
        }
        let workers = try call[\.professionals]
        let known = try visitor.professionals().map(\.id)
        if let stranger = workers.first(where: { !known.contains($0) }) {
            throw StaffRefusal.noSuchProfessional(stranger)
        }
        authority = workers.isEmpty ? .open : .staff(workers: workers)
        right = nil
    }
}
