public import Foundation
public import SocialServices

/// The first time that a client may book at some moment, of one service task and by one way to meet.
public struct FirstFree: Sendable, Hashable {
    public let task: ServiceTask
    public let method: ContactMethod
    /// Nil where nothing is free.
    public let start: Date?

    public init(task: ServiceTask, method: ContactMethod, start: Date?) {
        self.task = task
        self.method = method
        self.start = start
    }

    /// Whole hours from a moment until it begins, from 0; nil where nothing is free.
    public func hours(from moment: Date) -> Int? {
        start.map { max(0, Int($0.timeIntervalSince(moment) / 3600)) }
    }
}

extension FreeTimeStore {
    /// When the first time of an appointment type begins that its rules let a client book now; nil where nothing is
    /// free.
    public func firstFree(
        of type: AppointmentType, by method: ContactMethod? = nil, now: Date
    ) throws(BookingError) -> Date? {
        try freeSlots(SlotQuery(type, method: method, from: now, now: now, limit: 1), now: now).first?.start
    }
}
