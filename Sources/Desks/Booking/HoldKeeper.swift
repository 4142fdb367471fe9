import BookingCore

/// The one time that is held in a dialog while details are typed.
final class HoldKeeper {
    private let desk: any BookingDesk
    /// The time that was chosen last; kept after its hold was given back, until another dialog begins.
    private(set) var choice: SlotChoice?
    private(set) var hold: Hold?

    init(desk: any BookingDesk) { self.desk = desk }

    /// Holds a time instead of the one held before.
    ///
    /// - Returns: `false` if it is no longer free.
    func hold(_ choice: SlotChoice, in context: DialogContext) throws(NavigationRequest) -> Bool {
        release()
        // One secret for all tries: a hold whose answer was lost is this one.
        let token = desk.newToken()
        guard case .success(let hold) = try context.attempt({ try desk.hold(choice, token: token) }) else {
            return false
        }
        self.hold = hold
        self.choice = choice
        return true
    }

    /// Holds again what a desk that crashed held: its hold is valid until it runs out, and is no one else's.
    ///
    /// - Returns: `false` if it is no longer free.
    func takeUp(_ old: Hold, of choice: SlotChoice, in context: DialogContext) throws(NavigationRequest) -> Bool {
        guard case .success(let hold) = try context.attempt({ try desk.renew(old) }) else { return false }
        self.hold = hold
        self.choice = choice
        return true
    }

    /// Begins the hold's time anew.
    ///
    /// - Returns: `false` if another person took the slot meanwhile.
    func renew(in context: DialogContext) throws(NavigationRequest) -> Bool {
        guard let old = hold else { return true }
        switch try context.attempt({ try desk.renew(old) }) {
        case .success(let renewed):
            hold = renewed
            return true
        case .failure:
            hold = nil
            return false
        }
    }

    /// Gives the held time back.
    func release() {
        guard let hold else { return }
        self.hold = nil
        // A hold that cannot be given back runs out by itself.
        try? desk.release(hold)
    }

    /// Forgets a hold that was booked or lost.
    func forgetHold() { hold = nil }

    /// Gives the held time back and forgets which it was.
    func reset() {
        release()
        choice = nil
    }
}
