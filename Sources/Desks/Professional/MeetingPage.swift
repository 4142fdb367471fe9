import BookingCore
import CivilTime
import ContentLibrary
import Dialogue

/// A booking with its description, and what can be done about it.
struct MeetingPage {
    /// What can be done, by its id in the menu.
    private enum Act: String {
        case more, met, advice, right, move, cancel, message, paper, list
        case noShow = "no-show"
        case `guard` = "guard"
    }

    /// Lines that every terminal has.
    private static let screenLines = 24

    let desk: ProfessionalContext

    private var words: Words { desk.words }

    /// Shows a booking and does what is chosen until the way back.
    ///
    /// - Parameter drafts: what was written about the booking and not saved yet.
    func open(_ found: Booking, drafts: inout MeetingDrafts) throws(NavigationRequest) {
        guard let purpose = try purpose(of: found), let description = try description(of: found, purpose) else {
            return
        }
        var booking = found
        let blocks = DescriptionPage(tools: desk.tools, words: words, dates: desk.dates).blocks(booking, description)
        let lines = blocks.flatMap { block in
            TextLayout.wrap(block, columns: desk.talk.console.columns).map { TextBlock($0) }
        }
        let isKept = description != nil
        let actions = MeetingActions(desk: desk)
        var unread = showPage(of: lines[...], beside: menu(of: booking, isKept: isKept, unread: lines.count))
        while true {
            let menu = menu(of: booking, isKept: isKept, unread: unread.count)
            guard let chosen = try desk.talk.choose(menu)?.item, let act = Act(rawValue: chosen) else { return }
            switch act {
            case .more: unread = showPage(of: unread, beside: menu)
            case .met: booking = try actions.record(.met, of: booking)
            case .noShow: booking = try actions.record(.noShow, of: booking)
            case .advice: try AdviceDialog(desk: desk).record(for: booking, purpose: purpose, drafts: &drafts)
            case .right: try RightsDialog(desk: desk).offer(after: booking)
            case .move: if try MeetingMoveDialog(desk: desk).move(booking) { return }
            case .cancel: if try actions.cancel(booking) { return }
            case .message: try actions.write(to: booking, drafts: &drafts)
            case .guard: booking = try actions.askForGuard(for: booking)
            case .paper: try DescriptionExport(desk: desk).export(booking)
            case .list: return
            }
        }
    }

    /// The description.
    ///
    /// - Returns: nil if it could not be read, which was told; inside it nil if it is no longer kept.
    private func description(of booking: Booking, _ purpose: String) throws(NavigationRequest)
        -> SituationDescription??
    {
        try desk.perform { () -> SituationDescription? in
            do {
                return try desk.session.meetings.description(of: booking, purpose: purpose)
            } catch BookingRefusal.notFound {
                return nil
            }
        }
    }

    /// The purpose of reading the description, for the access log: the meeting for one's own booking, for a colleague's
    /// what is typed.
    ///
    /// - Returns: nil for the way back.
    private func purpose(of booking: Booking) throws(NavigationRequest) -> String? {
        if isOwn(booking) { return "meeting" }
        return try desk.askText(words(.professional.colleague(booking.professionalName)), longest: 200)
    }

    private func isOwn(_ booking: Booking) -> Bool { booking.slot.professional == desk.professional.id }

    /// Shows as many lines as one screen holds beside the menu; on a pipe all of them.
    ///
    /// - Returns: the lines that are left.
    private func showPage(of lines: ArraySlice<TextBlock>, beside menu: Menu) -> ArraySlice<TextBlock> {
        let console = desk.talk.console
        let acts = menu.actLines(columns: console.columns)
        // Beside the acts there are an empty line and the prompt.
        let room = max(8, Self.screenLines - acts.count - 2)
        let shown = console.isInteractive ? lines.prefix(room) : lines
        // The acts bring an empty line of their own.
        desk.talk.show(shown.last == .blank ? shown.dropLast() : Array(shown))
        return lines.dropFirst(shown.count)
    }

    private func menu(of booking: Booking, isKept: Bool, unread: Int) -> Menu {
        var menu = Menu(title: "", items: [])
        let now = desk.tools.now()
        if unread > 0 { menu.acts.append(act(.more, words(.professional.actReadOn(unread)))) }
        if isOwn(booking), booking.status == .booked {
            // From the day of the meeting on: a call may begin a little early.
            if desk.tools.wallClock.calendarDay(of: booking.slot.start) <= desk.today {
                menu.acts += [act(.met, words(.professional.actMet)), act(.noShow, words(.professional.actNoShow))]
            }
            menu.acts += [act(.advice, words(.professional.actAdvice)), act(.right, words(.professional.actRight))]
            if booking.slot.start > now {
                menu.acts += [act(.move, words(.professional.actMove)), act(.cancel, words(.professional.actCancel))]
            }
            menu.acts.append(act(.message, words(.professional.actMessage)))
            if booking.slot.end > now { menu.acts.append(act(.guard, words(.professional.actGuard))) }
        }
        if isKept { menu.acts.append(act(.paper, words(.professional.actPaper))) }
        if unread == 0 { menu.acts.append(act(.list, words(.professional.actList))) }
        menu.empty = unread > 0 ? Act.more.rawValue : Act.list.rawValue
        menu.hint = words(.professional.actHint)
        menu.help = [words(.professional.actHint)]
        return menu
    }

    /// - Parameter text: begins with the key.
    private func act(_ act: Act, _ text: String) -> Menu.Item { Menu.Item(id: act.rawValue, keyed: text) }
}
