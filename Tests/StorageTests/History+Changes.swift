import BookingCore
import CivilTime
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

/// What corrects: calendars, clients, workers, and the undoing of what staff did.
extension History {
    private static let doer = Doer(id: "puhelin", name: "Paula Puhelin")
    /// How long a time that staff give up is kept, in minutes.
    private static let pause = 5

    /// Who holds what only the store knows: times are closed when nobody holds one.
    mutating func close(_ worker: String, at time: Int) throws {
        guard model.activeHolds.isEmpty, time > model.now else { return }
        let plan = try rearrange(worker, at: time, as: .closed) { TimetablePlan.closing($0) }
        let isClosed = model.close(worker, at: time)
        #expect(plan.closing.count == (isClosed ? 1 : 0))
        #expect(plan.kept.allSatisfy { $0.booked > 0 })
    }

    /// Another place for what is free: nothing is free that was not, and nothing less.
    mutating func retype(_ worker: String, at time: Int) throws {
        guard model.activeHolds.isEmpty, time > model.now else { return }
        let place = Place(Bool.random(using: &numbers) ? self.place.joensuu : self.place.lieksa)
        let plan = try rearrange(worker, at: time, as: .retyped) {
            TimetablePlan.retyping($0, to: nil, methods: nil, place: place)
        }
        #expect(plan.opening.allSatisfy { $0.municipality == place.municipality })
        #expect(plan.opening.count == plan.closing.count && plan.inTheWay.isEmpty)
    }

    /// A template of some of the day's times in the place of what is free.
    mutating func replace(of worker: String) throws {
        guard model.activeHolds.isEmpty, model.now < (day.times.first ?? 0) else { return }
        let professional = try #require(try place.store.professionals().first { $0.id == worker })
        let type = AppointmentType(id: "advice-families", task: .families, minutes: 15, methods: [.phone])
        let date = try #require(CalendarDay(day.date))
        let some = ["02:30", "03:00", "03:30", "04:00"].filter { _ in Bool.random(using: &numbers) }
        let lines = try some.map { text in
            let from = try #require(LocalTime(text))
            return WeeklyTemplate.Line(
                weekday: .sunday, from: from, until: try #require(LocalTime(minutes: from.minutes + 15)),
                use: .appointments(type, [.phone]))
        }
        let clock = try WallClock.helsinki
        let template = WeeklyTemplate(lines: lines).opening(
            for: professional, from: date, until: date.adding(days: 1), closed: ClosedDays(), on: clock,
            now: after(-1))
        let wanted = Set(template.slots.map { Int($0.start.timeIntervalSince(after(0)) / 60) })
        let plan = try place.store.rearrange(
            worker, from: after(0), until: after(24 * 60), as: .template, isDryRun: false, by: Self.doer, now: now
        ) { TimetablePlan.replacing($0, by: template) }
        model.replace(worker, by: wanted)
        #expect(plan.closing.allSatisfy { !template.slots.contains($0) })
    }

    /// The client of a booking gets another name, with all their coming bookings.
    mutating func correct() throws {
        guard let name = model.references.randomElement(using: &numbers),
            let reference = BookingReference(typed: name),
            let known = try place.store.client(of: reference)
        else { return }
        var correction = ClientCorrection()
        correction.name = "Testi \(["Yksi", "Kaksi", "Kolme"].randomElement(using: &numbers) ?? "Yksi")"
        correction.email = .some(EmailAddress(typed: "testi@example.fi"))
        let (store, moment) = (place.store, now)
        if correction.changes(of: known).isEmpty {
            #expect(throws: ClientRefusal.unchanged) {
                try store.correct(
                    known.id, at: known.version, correction, pause: nil, isDryRun: false, by: Self.doer, now: moment)
            }
            return
        }
        let effect = try store.correct(
            known.id, at: known.version, correction, pause: nil, isDryRun: false, by: Self.doer, now: now)
        let coming = try place.store.bookings(ofClient: known.id, from: after(model.now + 1))
            .filter { $0.status == .booked }
        #expect(coming.allSatisfy { $0.client.name == correction.name })
        #expect(effect.bookings.map(\.reference) == coming.map(\.reference))
    }

    /// Two of the clients that there are become one.
    mutating func join() throws {
        let clients = try model.references.compactMap { name in
            try BookingReference(typed: name).flatMap { try place.store.client(of: $0)?.id }
        }
        guard let one = clients.first, let other = clients.first(where: { $0 != one }) else { return }
        let store = place.store
        let count =
            try store.bookings(ofClient: one, from: .distantPast).count
            + store.bookings(ofClient: other, from: .distantPast).count
        try store.join(other, to: one, by: Self.doer, now: now)
        #expect(try store.bookings(ofClient: one, from: .distantPast).count == count)
        #expect(try store.client(other)?.id == one)
    }

    mutating func editWorker(_ worker: String) throws {
        let team = ["pohjoinen", "etelä"].randomElement(using: &numbers)
        let known = try #require(try place.store.professionals().first { $0.id == worker })
        let changed = Professional(
            id: worker, name: known.name, task: known.task, municipality: known.municipality,
            languages: known.languages, team: team, otherTasks: [.familyLaw],
            placesByWeekday: [.friday: Place(place.lieksa)])
        try place.store.add(changed, by: Self.doer, now: now)
        #expect(try place.store.professionals().first { $0.id == worker } == changed)
    }

    /// Staff cancel, and take it back at once or never; the time is kept for them meanwhile.
    mutating func cancelAndUndo() throws {
        guard let name = model.references.randomElement(using: &numbers), let booking = model.bookings[name],
            let reference = BookingReference(typed: name)
        else { return }
        let isKept = !model.isAbsent(booking.worker, at: booking.time)
        _ = try place.store.cancel(
            reference,
            as: Cancellation(by: .phoneService, reason: "virhe").done(by: Self.doer, pausing: .minutes(Self.pause)),
            now: now)
        model.cancel(name)
        let token = "undo \(name) \(model.now)"
        // Only what is open to all is counted as free: a time by right is not missed there.
        if isKept, model.isOpenToAll(booking.worker, at: booking.time) {
            model.hold(token, at: booking.time, until: model.now + Self.pause)
        } else if isKept {
            // Who holds a time by right only the store knows: it is given back.
            try undo(reference)
            model.book(name, with: booking.worker, at: booking.time, right: booking.right)
            return
        }
        guard isKept, Bool.random(using: &numbers) else { return }
        try undo(reference)
        model.release(token)
        model.book(name, with: booking.worker, at: booking.time, right: booking.right)
    }

    private func undo(_ reference: BookingReference) throws {
        let deed = try #require(try place.store.changes(ChangeQuery(booking: reference)).last)
        let back = try place.store.undo(deed.id, pause: nil, by: Self.doer, now: now, drawing: references.draw)
        #expect(back?.status == .booked && back?.reference == reference)
    }

    private func rearrange(
        _ worker: String, at time: Int, as deed: Deed, _ plan: ([TimetableRow]) throws -> TimetablePlan
    ) throws -> TimetablePlan {
        try place.store.rearrange(
            worker, from: after(time), until: after(time + 1), as: deed, isDryRun: false, by: Self.doer, now: now,
            planning: plan)
    }
}
