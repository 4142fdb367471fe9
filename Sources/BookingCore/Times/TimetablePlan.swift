public import CivilTime
public import Foundation
public import SocialServices

/// What a change of a timetable does, as it is shown before it is done: times that clients have, or are typing for, are
/// never touched.
public struct TimetablePlan: Sendable, Hashable {
    /// Free times that are taken away.
    public internal(set) var closing: [Slot] = []
    /// Times that are opened.
    public internal(set) var opening: [Slot] = []
    /// Times that stay as they are: booked ones, those that are held, and those that are as they are to be.
    public internal(set) var kept: [TimetableRow] = []
    /// Times that cannot be opened, because another one is there.
    public internal(set) var inTheWay: [Slot] = []
    /// Times that are not opened: closed days and what has begun.
    public internal(set) var skipped: [TemplateExpansion.Skipped] = []

    public init() {}

    /// Adds what another plan does.
    public mutating func add(_ other: TimetablePlan) {
        closing += other.closing
        opening += other.opening
        kept += other.kept
        inTheWay += other.inTheWay
        skipped += other.skipped
    }

    /// `true` of a time that nobody has and nobody is typing for.
    private static func isFree(_ row: TimetableRow) -> Bool {
        row.booked == 0 && row.held == 0 && (row.state == .free || row.state == .absent)
    }

    /// Closes what is free.
    ///
    /// - Parameter withPurpose: `true` if times that are for no client are closed too.
    public static func closing(_ rows: [TimetableRow], withPurpose: Bool = false) -> TimetablePlan {
        var plan = TimetablePlan()
        for row in rows {
            if isFree(row) || (withPurpose && row.state == .other) {
                plan.closing.append(row.slot)
            } else {
                plan.kept.append(row)
            }
        }
        return plan
    }

    /// Opens free times anew as another type, by other ways or at another place; what is nil stays. Free times one after
    /// another are cut anew where the type has another length.
    public static func retyping(
        _ rows: [TimetableRow], to type: AppointmentType?, methods: Set<ContactMethod>?, place: Place?
    ) -> TimetablePlan {
        var plan = closing(rows)
        var runs: [[Slot]] = []
        for slot in plan.closing.sorted(by: { $0.start < $1.start }) {
            if type != nil, let last = runs.last?.last, last.end == slot.start, last.isLike(slot) {
                runs[runs.count - 1].append(slot)
            } else {
                runs.append([slot])
            }
        }
        for run in runs {
            guard let first = run.first, let last = run.last else { continue }
            let length = Double(type?.minutes ?? first.minutes) * 60
            for start in stride(from: first.start, through: last.end.addingTimeInterval(-length), by: length) {
                plan.opening.append(first.changed(start: start, to: type, methods: methods, place: place))
            }
        }
        // What is as it is to be stays.
        let same = Set(plan.closing).intersection(plan.opening)
        plan.closing.removeAll(where: same.contains)
        plan.opening.removeAll(where: same.contains)
        plan.kept += rows.filter { same.contains($0.slot) }
        return plan.withoutOverlaps(with: plan.kept)
    }

    /// Moves free times, so that the first of them begins at a moment.
    public static func shifting(_ rows: [TimetableRow], to start: Date) -> TimetablePlan {
        var plan = closing(rows)
        guard let first = plan.closing.map(\.start).min() else { return plan }
        let seconds = start.timeIntervalSince(first)
        plan.opening = plan.closing.map { $0.changed(start: $0.start.addingTimeInterval(seconds)) }
        return plan
    }

    /// Puts what a template holds in the place of the free times that it does not hold.
    public static func replacing(_ rows: [TimetableRow], by template: TemplateExpansion) -> TimetablePlan {
        var plan = closing(rows, withPurpose: true)
        let wanted = Set(template.slots)
        let same = wanted.intersection(rows.map(\.slot))
        plan.closing.removeAll(where: same.contains)
        plan.kept += rows.filter { row in same.contains(row.slot) && !plan.kept.contains(row) }
        plan.opening = template.slots.filter { !same.contains($0) }
        plan.skipped = template.skipped
        return plan.withoutOverlaps(with: plan.kept)
    }

    /// Opens the times of one week in another, at the same local times.
    ///
    /// - Parameters:
    ///   - source: the times of the week that is copied.
    ///   - rows: what is there in the other week.
    ///   - days: how many days later that is.
    public static func copying(
        _ source: [Slot], byDays days: Int, onto rows: [TimetableRow], closed: ClosedDays, on clock: WallClock,
        now: Date
    ) -> TimetablePlan {
        var plan = TimetablePlan()
        for slot in source.sorted(by: { $0.start < $1.start }) {
            let day = clock.calendarDay(of: slot.start).adding(days: days)
            let time = clock.localTime(of: slot.start)
            func skip(_ reason: TemplateExpansion.Skipped.Reason) {
                plan.skipped.append(
                    TemplateExpansion.Skipped(day: day, from: time, minutes: slot.minutes, reason: reason))
            }
            if let reason = closed.reason(on: day) {
                skip(.closed(reason))
            } else if let start = clock.firstMoment(of: day, at: time),
                !clock.skipsTime(from: start, lasting: slot.minutes)
            {
                if start > now { plan.opening.append(slot.changed(start: start)) } else { skip(.past) }
            } else {
                skip(.doesNotExist)
            }
        }
        let there = Set(rows.map(\.slot))
        plan.opening.removeAll(where: there.contains)
        plan.kept = rows
        return plan.withoutOverlaps(with: rows)
    }

    /// Without the times that would overlap with what stays.
    private func withoutOverlaps(with rows: [TimetableRow]) -> TimetablePlan {
        var plan = self
        plan.inTheWay = opening.filter { slot in
            rows.contains { $0.slot.start < slot.end && $0.slot.end > slot.start }
        }
        plan.opening.removeAll(where: plan.inTheWay.contains)
        return plan
    }
}
