import BookingCore
import CivilTime
import Foundation
import SocialServices
import TestValues
import Testing

@testable import Storage

/// Rights, templates, handover and coming back in a random history.
extension History {
    mutating func comeBack(_ worker: String, at time: Int) throws {
        let (store, moment, from, until) = (place.store, now, after(time), after(time + 15))
        if model.comeBack(worker, at: time) {
            try store.takeBackAbsence(of: worker, from: from, until: until, now: moment)
        } else {
            #expect(throws: StaffRefusal.notAbsent) {
                try store.takeBackAbsence(of: worker, from: from, until: until, now: moment)
            }
        }
    }

    /// The four local times of the day, of which a clock change takes or moves some.
    mutating func openTemplate(of worker: String) throws {
        let professional = try #require(try place.store.professionals().first { $0.id == worker })
        let type = AppointmentType(id: "advice-families", task: .families, minutes: 15, methods: [.phone])
        let date = try #require(CalendarDay(day.date))
        let lines = try ["02:30", "03:00", "03:30", "04:00"].map { text in
            let from = try #require(LocalTime(text))
            return WeeklyTemplate.Line(
                weekday: .sunday, from: from, until: try #require(LocalTime(minutes: from.minutes + 15)),
                use: .appointments(type, [.phone]))
        }
        let opening = try WeeklyTemplate(lines: lines).opening(
            for: professional, from: date, until: date.adding(days: 1),
            closed: ClosedDays(), on: .helsinki, now: after(-1))
        #expect(opening.slots.map(\.start) == day.times.map(after))
        let store = place.store
        var opened = model
        if day.times.allSatisfy({ opened.open(worker, at: $0) }) {
            model = opened
            try store.open(opening.slots)
        } else {
            #expect(throws: StaffRefusal.self) { try store.open(opening.slots) }
        }
    }

    /// Who holds what only the store knows: a handover comes when nobody holds a time.
    mutating func handOver(_ worker: String) throws {
        guard model.activeHolds.isEmpty else { return }
        let cancels = Bool.random(using: &numbers)
        let placeable = model.placeable(of: worker)
        let theirs = model.bookings.filter { $0.value.worker == worker }
        let handover = try place.store.handOver(
            HandoverOrder(
                professional: worker, from: after(0), until: after(600), rest: cancels ? [.cancel] : []),
            now: now, drawing: references.draw)
        #expect(handover.steps.count == theirs.count)
        #expect(handover.isComplete == (cancels || placeable.count == theirs.count))
        for step in handover.steps {
            let name = step.booking.reference.characters
            let before = try #require(theirs[name])
            guard case .handedOver(let new) = step.outcome else {
                #expect(!placeable.contains(name))
                if cancels { model.cancel(name) }
                continue
            }
            #expect(placeable.contains(name))
            #expect(new.reference == step.booking.reference)
            #expect(model.colleagues(for: before).contains(new.slot.professional))
            if handover.isComplete {
                model.book(name, with: new.slot.professional, at: before.time, right: before.right)
            }
        }
    }

    mutating func grant(to worker: String) throws {
        let uses = Int.random(in: 1...2, using: &numbers)
        let until = model.now + Int.random(in: 1...8, using: &numbers)
        let grant = RightGrant(
            appointmentType: "advice-families", grantee: .workers([worker]), clientName: "Maija Meikäläinen",
            clientPhone: try PhoneNumber(typed: "040 123 4567"), uses: uses, expires: after(until),
            grantedBy: worker)
        let right = try place.store.grant(grant, now: now, drawing: codes.draw)
        model.grant(right.code.characters, CountyModel.Right(worker: worker, uses: uses, until: until))
    }

    mutating func bookByRight(at time: Int) throws {
        guard model.activeHolds.isEmpty, let (name, code, right) = try anyRight() else { return }
        let (store, moment, request, draw) = (place.store, now, try place.request(), references.draw)
        let wanted = choice(at: time, leave: .right(code))
        let refusal: RightRefusal? =
            if right.isWithdrawn { .withdrawn } else if model.now >= right.until {
                .expired
            } else if model.used(name)
                >= right.uses
            { .usedUp } else { nil }
        if let refusal {
            #expect(throws: refusal) {
                try store.book(wanted, request, now: moment, drawing: draw)
            }
        } else if model.isFree(right.worker, at: time) {
            let booking = try store.book(wanted, request, now: moment, drawing: draw)
            #expect(booking.slot.professional == right.worker)
            model.book(booking.reference.characters, with: right.worker, at: time, right: name)
        } else {
            #expect(throws: BookingRefusal.noLongerFree) {
                try store.book(wanted, request, now: moment, drawing: draw)
            }
        }
    }

    mutating func withdraw() throws {
        guard let (name, code, right) = try anyRight(), !right.isWithdrawn else { return }
        #expect(try place.store.withdraw(code, now: now).used == model.used(name))
        model.withdraw(name)
    }

    private mutating func anyRight() throws -> (String, RightCode, CountyModel.Right)? {
        guard let name = model.rights.keys.sorted().randomElement(using: &numbers), let right = model.rights[name]
        else { return nil }
        return (name, try #require(RightCode(typed: name)), right)
    }
}
