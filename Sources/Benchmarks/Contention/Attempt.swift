import BookingCore
import Foundation
import SocialServices

/// One thing that a process tried, as it saw it. Moments are nanoseconds of a clock that all processes share.
struct Attempt {
    enum Kind: String, CaseIterable {
        case book
        case holdAndBook = "hold-and-book"
        case holdAndLetGo = "hold-and-let-go"
        case cancel
    }

    enum Result: String {
        case done
        /// The time was said to be taken.
        case refused
        /// Held, and then refused all the same.
        case lost
        /// The store was busy for too long.
        case locked
        case failed
    }

    let kind: Kind
    let place: Place
    let began: UInt64
    let ended: UInt64
    let result: Result
    /// Of what was booked or cancelled.
    var reference: BookingReference?
    /// Whoever was promised, by id.
    var worker: String?

    /// Of one service task at one time: what a client chooses.
    struct Place: Hashable {
        let task: ServiceTask
        let start: Date
    }

    /// What keeps a seat when it is done.
    var isBooking: Bool { kind == .book || kind == .holdAndBook }

    var milliseconds: Double { Double(ended - began) / 1_000_000 }
}

extension Attempt {
    private static let none = "-"

    /// As a process tells it to the one that started it.
    var line: String {
        let moments = "\(Int(place.start.timeIntervalSince1970)) \(began) \(ended)"
        let names = "\(reference?.characters ?? Self.none) \(worker ?? Self.none)"
        return "\(kind.rawValue) \(place.task.rawValue) \(moments) \(result.rawValue) \(names)"
    }

    init?(line: Substring) {
        let words = line.split(separator: " ").map(String.init)
        guard words.count == 8, let kind = Kind(rawValue: words[0]), let task = ServiceTask(rawValue: words[1]),
            let start = Double(words[2]), let began = UInt64(words[3]), let ended = UInt64(words[4]),
            let result = Result(rawValue: words[5])
        else { return nil }
        self.init(
            kind: kind, place: Place(task: task, start: Date(timeIntervalSince1970: start)), began: began,
            ended: ended, result: result, reference: BookingReference(typed: words[6]),
            worker: words[7] == Self.none ? nil : words[7])
    }
}
