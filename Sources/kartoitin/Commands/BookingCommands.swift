import BookingCore
import ContentLibrary
import Foundation
import SocialServices
import Storage

extension Command {
    private static let phoneOption = Option("--phone", "NUMBER", "the phone number given when booking")

    static let bookingShow = Command(
        words: ["booking", "show"], summary: "show a booking to the one who knows its reference and phone number",
        operands: ["REFERENCE"], options: [phoneOption]
    ) { call in
        let clock = try call.wallClock(of: try call.content())
        let format = try call.format()
        let (_, booking) = try found(call)
        try BookingRow.print(booking, on: clock, as: format)
        return .done
    }

    static let bookingCancel = Command(
        words: ["booking", "cancel"], summary: "cancel a booking whose meeting has not begun",
        operands: ["REFERENCE"], options: [phoneOption]
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        let (store, booking) = try found(call)
        let rules = content.services.appointment(booking.slot.appointmentType)?.rules ?? .none
        let cancelled = try store.cancel(booking.reference, rules: rules, now: Date())
        try BookingRow.print(cancelled, on: clock, as: format)
        return .done
    }

    /// The same answer for an unknown reference and for a wrong number.
    private static func found(_ call: Invocation) throws -> (store: any BookingStore, booking: Booking) {
        let phone = try call.phone()
        guard let reference = BookingReference(typed: call.arguments.operands[0]) else {
            throw Failure(.badData, "a reference has eight characters, such as K7PF-3M2R; check it")
        }
        let store = try StoreFile.open(path: call.storePath)
        guard let booking = try store.booking(reference), booking.client.phone == phone else {
            throw BookingError.notFound
        }
        return (store, booking)
    }
}
