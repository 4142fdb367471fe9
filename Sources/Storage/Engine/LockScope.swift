/// What a transaction keeps for itself until it ends. An engine with one writer at a time keeps everything.
package enum LockScope {
    /// Every other writer waits.
    case store
    /// Others write other things meanwhile; a transaction that locks the store, or one of these, waits.
    case only([Resource])

    /// A thing that can be locked by itself, as two numbers. Of two things with the same numbers one waits for the
    /// other in vain.
    package struct Resource {
        let kind: Int32
        let key: Int32
    }
}
