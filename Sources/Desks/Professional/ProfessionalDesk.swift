public import BookingCore
import ContentLibrary
public import Dialogue
import Foundation
public import SocialServices

/// A professional's reading: today's and coming bookings, and the description of each.
///
/// Until staff accounts exist this desk opens on the demonstration's store only, and says so.
public final class ProfessionalDesk {
    private let tools: DeskTools
    private let talk: Talk
    private let words: Words
    private let dates: DateWords
    private let wanted: String?

    /// - Parameter professional: whose bookings, by id; nil asks.
    public init(
        tools: DeskTools, console: any Console, language: Language, professional: String? = nil,
        settings: StaffSettings = StaffSettings()
    ) {
        self.tools = tools
        wanted = professional
        words = tools.content.words(in: language)
        dates = DateWords(words: words, wallClock: tools.wallClock)
        talk = Talk(staffAt: console, words: words, settings: settings)
    }

    /// Reads until the professional leaves or nobody answers any more.
    ///
    /// - Throws: `noSuchProfessional` for an id the store does not know, or what is wrong with the store.
    public func run() throws(BookingError) -> Ending? {
        let all = try tools.store.professionals()
        do {
            if let wanted {
                guard let professional = all.first(where: { $0.id == wanted }) else {
                    throw BookingError.noSuchProfessional(wanted)
                }
                try read(as: professional)
            } else {
                while let professional = try chooseProfessional(among: all) { try read(as: professional) }
            }
        } catch let error as BookingError {
            throw error
        } catch {
            if case Departure.ended(let ending) = error { return ending }
        }
        talk.say(.deskGoodbye)
        return nil
    }

    private func chooseProfessional(among all: [Professional]) throws -> Professional? {
        let items = all.map { professional in
            let task = words.name(.task, professional.task.rawValue)
            return Menu.Item(id: professional.id, text: "\(professional.name), \(task)")
        }
        let menu = Menu(
            title: words(.deskWho, ["county": words.county.name]), items: items, help: [words(.deskDemoOnly)])
        let chosen = try talk.choose(menu)?.item
        return all.first { $0.id == chosen }
    }

    /// The list of bookings, and each description as it is chosen, until the way back.
    private func read(as professional: Professional) throws {
        while true {
            let now = tools.now()
            let bookings = try tools.store.bookings(of: professional.id, from: now)
            talk.show([.blank, .paragraph(TerminalText(professional.name).styled(.strong))])
            if bookings.isEmpty {
                talk.say(.deskNothing)
                try talk.pause(.pressEnter)
                return
            }
            let tomorrow = tools.wallClock.day(1, after: now)
            let today = bookings.filter { $0.slot.start < tomorrow }.count
            let counts = [
                words(.deskToday, ["count": String(today)]),
                words(.deskComing, ["count": String(bookings.count - today)]),
            ]
            let menu = Menu(
                title: counts.joined(separator: "   "),
                items: bookings.map { Menu.Item(id: $0.reference.grouped, text: row($0)) },
                help: [words(.deskChoose)], above: words(.deskChoose))
            guard let chosen = try talk.choose(menu)?.item else { return }
            guard let booking = bookings.first(where: { $0.reference.grouped == chosen }) else { continue }
            try open(booking, as: professional)
        }
    }

    private func row(_ booking: Booking) -> String {
        let service = booking.service.flatMap { words.services[$0]?.name }
        let task = words.name(.task, booking.slot.task.rawValue)
        let parts = [
            dates.short(booking.slot.start), words(booking.method.name), booking.client.name, service ?? task,
        ]
        return parts.joined(separator: " · ")
    }

    private func open(_ booking: Booking, as professional: Professional) throws {
        let reading = Reading(
            userID: professional.id, userName: professional.name, purpose: "meeting", at: tools.now())
        let description = try tools.store.readDescription(of: booking.reference, by: reading)
        let page = DescriptionPage(tools: tools, words: words, dates: dates)
        talk.show(page.blocks(booking, description))
        try talk.pause(.deskBack)
    }
}
