import BookingCore
import ContentLibrary
import Dialogue
import Foundation
import SocialServices

/// How bookings and times look in a list.
extension ProfessionalDesk {
    func title(of day: CalendarDay, _ lines: [DayLine]) -> String {
        let name = dates.day(start(of: day)) + (day == today ? " · " + words(.dayToday) : "")
        return [name, me.name, counts(lines)].joined(separator: " · ")
    }

    func heading(of day: CalendarDay, _ lines: [DayLine]) -> String {
        let isAway = lines.contains { if case .times(.absent, _, _) = $0.content { true } else { false } }
        let parts = [dates.day(start(of: day)), counts(lines), isAway ? words(.timeAbsent) : nil]
        return parts.compactMap(\.self).joined(separator: " · ")
    }

    private func counts(_ lines: [DayLine]) -> String {
        let free = lines.reduce(0) { sum, line in
            if case .times(.free, let count, _) = line.content { sum + count } else { sum }
        }
        let booked = lines.count { $0.booking != nil }
        return words(.dayCounts, ["booked": String(booked), "free": String(free)])
    }

    func add(_ line: DayLine, to menu: inout Menu, _ body: inout [TextBlock]) {
        switch line.content {
        case .booking(let booking): add(booking, at: dates.time(line.start), to: &menu, &body)
        case .times(let state, let count, let purpose):
            let what =
                switch state {
                case .free: words(.timeFree)
                case .held: words(.timeHeld)
                case .absent: words(.timeAbsent)
                case .booked, .other: purpose ?? ""
                }
            let time = "\(dates.time(line.start))–\(dates.time(line.end))"
            let text = "\(time)  \(what)" + (count > 1 ? " (\(count))" : "")
            body.append(TextBlock(TerminalText(text).styled(.quiet), indent: 5, hanging: 7))
        }
    }

    func add(_ booking: Booking, at time: String, to menu: inout Menu, _ body: inout [TextBlock]) {
        let text = row(booking, at: time)
        menu.items.append(Menu.Item(id: booking.reference.grouped, text: text))
        body.append(.option(number: menu.items.count, TerminalText(text)))
    }

    /// `9.00  puhelin · Maija Meikäläinen · Apua kotiin · ! tulkki`
    func row(_ booking: Booking, at time: String) -> String {
        let signs = signs(of: booking)
        let parts = [
            words(booking.method.name), booking.client.name, words.what(booking),
            // The sign stays with its word at the end of a line.
            signs.isEmpty ? nil : "!\u{A0}" + signs.joined(separator: ", "),
            booking.attendance.map { words($0.phrase) },
        ]
        return time + "  " + parts.compactMap(\.self).joined(separator: " · ")
    }

    /// What must be arranged, in a word each.
    private func signs(of booking: Booking) -> [String] {
        let needs = booking.needs
        let signs: [(Bool, Phrase)] = [
            (needs.interpreter != nil, .signInterpreter), (needs.signLanguage, .signSignLanguage),
            (needs.accessibility != nil, .signAccess), (booking.guardReason != nil, .signGuard),
        ]
        return signs.filter(\.0).map { words($0.1) }
    }
}

extension Words {
    /// The service of a booking, or its service task where it was booked by that alone.
    func what(_ booking: Booking) -> String {
        booking.service.flatMap { services[$0]?.name } ?? name(.task, booking.slot.task.rawValue)
    }
}

extension Attendance {
    var phrase: Phrase {
        switch self {
        case .met: .statusMet
        case .noShow: .statusNoShow
        }
    }
}
