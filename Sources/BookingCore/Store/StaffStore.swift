public import Foundation

/// Accounts of those who work for the county. Passwords come and go as hashes alone.
public protocol StaffStore: AnyObject {
    /// Throws `staffExists` where the id is taken.
    func add(_ member: StaffMember, passwordHash: String?, now: Date) throws(BookingError)
    /// In order of id.
    func staff() throws(BookingError) -> [StaffMember]
    /// Nil for an unknown id and where no password is set.
    func passwordHash(of id: String) throws(BookingError) -> String?
    /// Throws `noSuchStaff`.
    func setPassword(of id: String, hash: String, now: Date) throws(BookingError)
    /// Unlocking forgets the wrong passwords. Throws `noSuchStaff`.
    func setLocked(_ isLocked: Bool, _ id: String) throws(BookingError)
    /// Counts a failed try, and locks the account at the `limit`-th in a row. An unknown id changes nothing, and costs
    /// the same.
    func countWrongPassword(of id: String, limit: Int) throws(BookingError)
    /// A right password: the wrong ones before it are forgotten.
    func forgetWrongPasswords(of id: String) throws(BookingError)
}
