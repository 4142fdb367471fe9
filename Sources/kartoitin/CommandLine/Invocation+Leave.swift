import BookingCore
import ContentLibrary
import Foundation
import SocialServices

extension Command {
    /// What `Invocation.leave` reads.
    static let leaveOptions = [
        Option("--right", "CODE", "by the booking right with this code, of the client with --phone"),
        Option(
            "--professional", "ID",
            "staff only: with this worker, also at times opened for booking rights; a work pair when given twice",
            isRepeatable: true),
    ]
}

extension Invocation {
    /// On whose leave times are looked for and booked: the right's with the client's phone number, the staff's, or
    /// anybody's.
    ///
    /// - Returns: the leave, and the right where there is one.
    func leave(
        in store: any BookingStore, now: Date
    ) throws -> (leave: BookingLeave, right: BookingRight?) {
        let workers = values("--professional")
        guard let text = value("--right") else {
            let known = try store.professionals().map(\.id)
            if let stranger = workers.first(where: { !known.contains($0) }) {
                throw BookingError.noSuchProfessional(stranger)
            }
            try Self.checkNamedOnce(workers)
            return (workers.isEmpty ? .open : .staff(workers: workers), nil)
        }
        guard workers.isEmpty else {
            throw Failure(.usage, "--right and --professional do not go together: the right says with whom; give one")
        }
        let code = try Self.rightCode(text)
        let phone = try phone()
        guard let right = try store.right(code, of: phone, now: now) else {
            throw BookingError.right(.unknown)
        }
        return (.right(code), right)
    }

    /// Throws where a worker of a pair is named twice.
    static func checkNamedOnce(_ workers: [String]) throws(Failure) {
        if Set(workers).count == workers.count { return }
        throw Failure(.usage, "--professional names one worker twice; name each once")
    }

    static func rightCode(_ text: String) throws(Failure) -> RightCode {
        if let code = RightCode(typed: text) { return code }
        throw Failure(.badData, "the code of a booking right has eight characters, such as K7PF-3M2R; check it")
    }

    /// The appointment type that an option names; nil where it is left out.
    func appointmentType(in content: Content) throws(Failure) -> AppointmentType? {
        let known = content.services.appointments.map(\.id)
        return try ids("--appointment-type", among: known).last.flatMap(content.services.appointment)
    }

    /// Draws a code for a new booking right.
    static func drawCode() -> RightCode {
        var generator = SystemRandomNumberGenerator()
        return RightCode.random(using: &generator)
    }
}
