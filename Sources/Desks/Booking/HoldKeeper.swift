import BookingCore
import ContentLibrary
import Foundation

extension BookingDialog {
    /// Begins the hold's time anew. Where somebody else took the slot meanwhile, asks for another time.
    func renewHold() throws(NavigationRequest) {
        guard let hold = draft?.hold else { return }
        switch try attempt({ try desk.renew(hold) }) {
        case .success(let renewed): draft?.hold = renewed
        case .failure: try chooseAnotherTime()
        }
    }

    /// After the time was lost: the same way to meet is offered first, and all that was typed stays.
    func chooseAnotherTime() throws(NavigationRequest) {
        draft?.hold = nil
        talk.say(.booking.taken)
        try lookForAnotherTime()
    }

    /// Until another time is held: the same way to meet is offered first.
    func lookForAnotherTime() throws(NavigationRequest) {
        if try chooseFromTimes() { return }
        while try !chooseTime() {}
    }

    func releaseHold() {
        guard let hold = draft?.hold else { return }
        draft?.hold = nil
        // A hold that cannot be given back runs out by itself.
        try? desk.release(hold)
    }
}
