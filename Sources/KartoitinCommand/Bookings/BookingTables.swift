import BookingCore
import ContentLibrary
import Foundation
import SocialServices

/// How free times, bookings and booking rights are printed.
enum BookingTables {
    /// Free times, in the fixed shape that other programs read.
    static let freeTimes = Table<AvailableSlot>(
        "slots",
        [
            Column("start") { $0.start },
            Column("minutes") { $0.minutes },
            Column("appointmentType") { $0.appointmentType },
            Column("serviceTask") { $0.task },
            Column("methods") { $0.methods },
            Column("municipality") { $0.municipality },
            Column("professionals") { $0.professionals },
            // Only where a municipality has more than one.
            Column("office", in: .json) { $0.office },
        ])

    /// Bookings, in the fixed shape that other programs read. Holds nothing that the client wrote.
    static let bookings = Table<Booking>(
        "bookings",
        [
            Column("reference") { $0.reference },
            Column("start") { $0.slot.start },
            Column("minutes") { $0.slot.minutes },
            Column("method") { $0.method },
            Column("professional") { $0.slot.professional },
            Column("professionalName") { $0.professionalName },
            Column("status") { $0.status },
            Column("serviceTask") { $0.slot.task },
            Column("municipality") { $0.slot.municipality },
        ])

    /// A professional's meetings, with who comes.
    static let meetings = Table<Booking>(
        "bookings",
        [
            Column("reference") { $0.reference },
            Column("start") { $0.slot.start },
            Column("minutes") { $0.slot.minutes },
            Column("method") { $0.method },
            Column("status") { $0.status },
            Column("client") { $0.client.name },
            Column("phone") { $0.client.phone?.international },
            Column("onBehalfOf") { $0.onBehalf?.name },
            Column("attendance") { $0.attendance?.rawValue },
            Column("note") { $0.note?.text },
            Column("noteBy") { $0.note?.author },
        ])

    /// Others who come to a meeting.
    static let parties = Table<MeetingParty>(
        "parties",
        [
            Column("code") { $0.code },
            Column("name") { $0.client.name },
            Column("phone") { $0.client.phone?.international },
            Column("messages") { $0.client.messages.rawValue },
        ])

    /// Bookings that an absence hits: never who booked.
    static let hitBookings = Table<Booking>(
        "bookings",
        [
            Column("reference") { $0.reference },
            Column("start") { $0.slot.start },
            Column("minutes") { $0.slot.minutes },
            Column("method") { $0.method },
            Column("municipality") { $0.slot.municipality },
        ])

    /// Meetings for which something must be arranged, for the staff who arrange it.
    ///
    /// - Parameter words: name the places.
    static func arrangements(_ words: Words, in county: County) -> Table<Booking> {
        Table(
            "arrangements",
            [
                Column("start") { $0.slot.start },
                Column("minutes") { $0.slot.minutes },
                Column("method") { $0.method },
                Column("place") { $0.method == .office ? words.place($0.slot.place, in: county) : nil },
                Column("professional") { $0.slot.professional },
                Column("professionalName") { $0.professionalName },
                Column("meetingLanguage") { $0.needs.meetingLanguage },
                Column("interpreter") { $0.needs.interpreter },
                Column("signLanguage") { CellAndJSON.mark($0.needs.signLanguage, "yes") },
                Column("accessibility") { $0.needs.accessibility },
                Column("guardReason") { $0.guardReason },
                Column("client") { $0.client.name },
                Column("phone") { $0.client.phone?.international },
                Column("reference") { $0.reference },
            ])
    }

    /// Booking rights, in the fixed shape that other programs read.
    ///
    /// - Parameter now: when they are looked at; tells which of them are still valid.
    static func rights(at now: Date) -> Table<BookingRight> {
        Table(
            "rights",
            [
                Column("code") { $0.code },
                Column("appointmentType") { $0.grant.appointmentType },
                // Workers by id, or a team.
                Column("with") { $0.grant.grantee.team.map { ["team \($0)"] } ?? $0.grant.grantee.workers },
                Column("uses") { $0.grant.uses },
                Column("used") { $0.used },
                Column("expires") { $0.grant.expires },
                // `valid`, or why nothing can be booked with it.
                Column("state") { $0.trouble(at: now)?.rawValue ?? "valid" },
                Column("grantedBy") { $0.grant.grantedBy },
            ])
    }
}
