import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices

extension Command {
    static let book = Command(
        words: ["book"], summary: "book a time without a conversation",
        options: [
            Option("--service-task", "TASK", "families, family-law, working-age or disability"),
            Option("--appointment-type", "ID", "what is booked; the advice time of the task when left out"),
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
            Option(
                "--by", "WHO",
                "client, phone-service or professional, for the statistics; phone-service when left out, or a professional's own"
            ),
            Option("--times", "N", "a series of so many times with the same worker; 1 when left out"),
            Option("--weeks-apart", "N", "weeks between the times of a series; 1 when left out"),
        ] + leaveOptions + signInOptions
    ) { call in
        let content = try call.content()
        let clock = try call.wallClock(of: content)
        let format = try call.format()
        guard call.has("--consent") else {
            throw Failure(
                .usage, "nothing is kept without the client's consent; add --consent when the client has agreed")
        }
        let store = try call.store(of: content)
        let session = call.has("--professional") ? try call.staff(content, store) : nil
        let visitor = try call.sessions(content, store).visitor
        let desk: any BookingDesk = session ?? visitor
        let form = try BookingForm(call, content, clock, visitor)
        let request = try form.request(by: session?.member.role == .professional ? .professional : .phoneService)
        do {
            if let starts = try form.laterStarts() {
                let bookings = try desk.book(series: form.choice, andAt: starts, request)
                try BookingRow.print(bookings, on: clock, as: format)
            } else {
                let booking = try desk.book(form.choice, request)
                try BookingRow.print(booking, on: clock, as: format)
            }
            return .done
        } catch BookingRefusal.noLongerFree {
            try SlotRow.print(try form.alternatives(at: desk), on: clock, as: format)
            throw BookingRefusal.noLongerFree
        } catch BookingRefusal.notFreeThen(let start) {
            throw Failure(
                .noLongerFree,
                "the series has no free time at \(clock.iso8601(start)); nothing was booked, choose other times")
        }
    }
}
