import BookingCore
import CivilTime
import ContentLibrary
import Dialogue
import HostSystem

extension ProfessionalDesk {
    /// Every terminal has so many lines.
    private static let screenLines = 24

    /// A booking with its description, and what is done about it until the way back.
    func open(_ found: Booking) throws(NavigationRequest) {
        guard let purpose = try purpose(of: found), let description = try description(of: found, purpose) else {
            return
        }
        let isKept = description != nil
        var booking = found
        let page = DescriptionPage(tools: tools, words: words, dates: dates)
        let lines = page.blocks(booking, description).flatMap { block in
            TextLayout.wrap(block, columns: talk.console.columns).map { TextBlock($0) }
        }
        var unread = showPage(of: lines[...], beside: menu(of: booking, isKept: isKept, unread: lines.count))
        while true {
            let menu = menu(of: booking, isKept: isKept, unread: unread.count)
            guard let act = try talk.choose(menu)?.item else { return }
            switch act {
            case "more": unread = showPage(of: unread, beside: menu)
            case "met": booking = try record(.met, of: booking)
            case "no-show": booking = try record(.noShow, of: booking)
            case "advice": try recordAdvice(of: booking, purpose)
            case "right": try giveRight(after: booking)
            case "move": if try move(booking) { return }
            case "cancel": if try cancel(booking) { return }
            case "message": try write(to: booking)
            case "guard": booking = try askForGuard(for: booking)
            case "paper": try exportDescription(booking)
            default: return
            }
        }
    }

    /// The description, which is nil where it is no longer kept. Nothing where it could not be read; that has been told.
    private func description(of booking: Booking, _ purpose: String) throws(NavigationRequest)
        -> SituationDescription??
    {
        try done { () throws -> SituationDescription? in
            do {
                return try session.meetings.description(of: booking, purpose: purpose)
            } catch BookingRefusal.notFound {
                return nil
            }
        }
    }

    /// Why it is read: one's own for the meeting, a colleague's for what is typed.
    private func purpose(of booking: Booking) throws(NavigationRequest) -> String? {
        if booking.slot.professional == me.id { return "meeting" }
        return try askText(words(.professional.colleague(booking.professionalName)), longest: 200)
    }

    /// As many lines as one screen holds beside what can be done; on a pipe all of them.
    ///
    /// - Returns: those that are left.
    private func showPage(of lines: ArraySlice<TextBlock>, beside menu: Menu) -> ArraySlice<TextBlock> {
        let acts = menu.actLines(columns: talk.console.columns)
        // An empty line and the prompt stand beside the acts.
        let room = max(8, Self.screenLines - acts.count - 2)
        let shown = talk.console.isInteractive ? lines.prefix(room) : lines
        // The acts bring an empty line of their own.
        talk.show(shown.last == .blank ? shown.dropLast() : Array(shown))
        return lines.dropFirst(shown.count)
    }

    private func menu(of booking: Booking, isKept: Bool, unread: Int) -> Menu {
        var menu = Menu(title: "", items: [])
        let isMine = booking.slot.professional == me.id
        let now = tools.now()
        if unread > 0 { menu.acts.append(act("more", .professional.actReadOn(unread))) }
        if isMine, booking.status == .booked {
            // From the day of the meeting on: a call may begin a little early.
            if tools.wallClock.calendarDay(of: booking.slot.start) <= today {
                menu.acts += [act("met", .professional.actMet), act("no-show", .professional.actNoShow)]
            }
            menu.acts += [act("advice", .professional.actAdvice), act("right", .professional.actRight)]
            if booking.slot.start > now {
                menu.acts += [act("move", .professional.actMove), act("cancel", .professional.actCancel)]
            }
            menu.acts.append(act("message", .professional.actMessage))
            if booking.slot.end > now { menu.acts.append(act("guard", .professional.actGuard)) }
        }
        if isKept { menu.acts.append(act("paper", .professional.actPaper)) }
        if unread == 0 { menu.acts.append(act("list", .professional.actList)) }
        menu.empty = unread > 0 ? "more" : "list"
        menu.hint = words(.professional.actHint)
        menu.help = [words(.professional.actHint)]
        return menu
    }

    /// The booking as it is now; as it was where that cannot be told.
    func current(_ booking: Booking) throws(NavigationRequest) -> Booking {
        let found = try done {
            try session.booking(booking.reference, purpose: "meeting")
        }
        return found.flatMap(\.self) ?? booking
    }
}

extension ProfessionalDesk {
    /// Saves the description to a file, or shows the text; each is a reading of its own in the log.
    func exportDescription(_ booking: Booking) throws(NavigationRequest) {
        var path = ""
        while true {
            guard let typed = try askText(words(.professional.paperQuestion), longest: 1000, already: path),
                let paper = try paper(of: booking)
            else { return }
            path = typed
            if path == "-" {
                let lines = paper.text.split(separator: "\n", omittingEmptySubsequences: false)
                return talk.show([.blank] + lines.dropLast().map { .paragraph(TerminalText(String($0))) })
            }
            do {
                try files.write(path.lowercased().hasSuffix(".html") ? paper.html : paper.text, path)
                return talk.say(.professional.paperKept(path))
            } catch {
                switch error {
                case .exists: talk.say(.professional.paperExists(path))
                case .full: talk.say(.professional.paperFull)
                case .denied: talk.say(.professional.paperDenied(path))
                }
            }
        }
    }

    private func paper(of booking: Booking) throws(NavigationRequest) -> DescriptionDocument? {
        try done {
            try DescriptionDocument.reading(
                booking, purpose: "print", session: session, tools: tools, language: words.language)
        }
    }
}
