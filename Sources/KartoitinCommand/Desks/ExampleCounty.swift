import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices
import Storage

/// Made-up professionals with four weeks of opened times, for trying the program out.
struct ExampleCounty {
    let content: Content
    let wallClock: WallClock

    /// How far ahead times are opened, in days.
    private static let daysAhead = 28

    /// Makes a demonstration's store, or adds what one lacks: run again on a later day it opens the days that have come
    /// near.
    ///
    /// - Returns: the user who answers calls in it.
    /// - Throws: `Failure` if the store at `path` is no demonstration.
    func fill(_ path: String, now: Date) throws -> StaffMember {
        try Self.makeStore(path)
        let store = try Stores.open(path, clock: wallClock, reminders: content.county.reminders)
        guard try store.isDemonstration() else {
            throw Failure(.notPermitted, "\(Stores.shown(path)) is no demonstration; nothing was changed")
        }
        for member in staff {
            do {
                try store.add(member, passwordHash: nil, by: .system, now: now)
            } catch StaffRefusal.staffExists {
                // An earlier start made it.
            }
        }
        let known = Set(try store.professionals().map(\.id))
        for professional in professionals {
            if !known.contains(professional.id) { try store.add(professional, by: .system, now: now) }
            let end = wallClock.day(Self.daysAhead, after: now)
            let opened = try store.timetable(of: professional.id, from: now, until: end, now: now)
            let openedDays = Set(opened.map { wallClock.startOfDay($0.slot.start) })
            let days = (0..<Self.daysAhead).map { wallClock.day($0, after: now) }
            let missing = days.filter { !openedDays.contains($0) && isWorkday($0) }
            do {
                try store.open(
                    missing.flatMap { slots(of: professional, on: $0) }.filter { $0.start > now }, by: .system,
                    now: now)
            } catch StaffRefusal.overlapping {
                // Another start opened the same times at this very moment.
            }
        }
        return try store.staff().first { $0.id == Self.phoneService.id } ?? Self.phoneService
    }

    private static func makeStore(_ path: String) throws {
        if FileManager.default.fileExists(atPath: path) { return }
        do {
            try Stores.create(path, isDemonstration: true)
        } catch StoreFailure.alreadyThere {
            // Another start was faster; its store is as good.
        }
    }

    private static let phoneService = StaffMember(id: "demo-phone", name: "Soile Esimerkki", role: .phoneService)

    /// One account of each role, and the professionals'; without passwords: no user signs in to a demonstration.
    private var staff: [StaffMember] {
        [
            Self.phoneService,
            StaffMember(id: "demo-supervisor", name: "Raija Esimerkki", role: .supervisor),
            StaffMember(id: "demo-main-user", name: "Paavo Esimerkki", role: .mainUser),
        ] + professionals.map { StaffMember(id: $0.id, name: $0.name, role: .professional) }
    }

    private func isWorkday(_ day: Date) -> Bool {
        !wallClock.calendar.isDateInWeekend(day)
            && content.county.closedDays.reason(on: wallClock.calendarDay(of: day)) == nil
    }

    private var professionals: [Professional] {
        let names: [(ServiceTask, [String])] = [
            (.families, ["Aino", "Eero", "Helmi", "Onni"]), (.familyLaw, ["Kerttu", "Martti", "Saimi"]),
            (.workingAge, ["Lempi", "Toivo", "Vilho"]), (.disability, ["Impi", "Urho"]),
        ]
        let places = content.county.municipalities
        let mainLanguage = content.languages.first
        var professionals: [Professional] = []
        for (task, firstNames) in names {
            for name in firstNames where !places.isEmpty {
                // Joensuu, Lieksa and the others in turn: offices stand in many municipalities.
                let place = places[(professionals.count * 5 + 2) % places.count]
                // Everybody serves in the main language, every third one in all of them.
                let languages = professionals.count % 3 == 0 ? content.languages : [mainLanguage].compactMap(\.self)
                professionals.append(
                    Professional(
                        id: "demo-\(name.lowercased())", name: "\(name) Esimerkki", task: task, municipality: place,
                        languages: Set(languages)))
            }
        }
        return professionals
    }

    /// Calls and remote meetings in the morning, calls and meetings at the office in the afternoon.
    private func slots(of professional: Professional, on day: Date) -> [Slot] {
        guard let type = content.services.firstAppointment(of: professional.task) else { return [] }
        let hours: [(from: Int, until: Int, methods: Set<ContactMethod>)] = [
            (9, 11, [.phone, .remote]), (13, 15, [.phone, .office]),
        ]
        return hours.flatMap { hours -> [Slot] in
            let calendar = wallClock.calendar
            guard let start = calendar.date(bySettingHour: hours.from, minute: 0, second: 0, of: day),
                let end = calendar.date(bySettingHour: hours.until, minute: 0, second: 0, of: day)
            else { return [] }
            return Slot.row(
                of: type, for: professional, from: start, until: end,
                methods: hours.methods.intersection(type.methods))
        }
    }
}
