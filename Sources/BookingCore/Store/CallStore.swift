public import Foundation

/// What the phone service types while somebody is on the line: kept until the call ends, so that a crash loses nothing.
public protocol CallStore: AnyObject {
    /// Keeps what is typed now instead of what was kept before.
    func keepDraft(_ draft: String, of staff: String, now: Date) throws(BookingError)
    func draft(of staff: String) throws(BookingError) -> String?
    func dropDraft(of staff: String) throws(BookingError)
}
