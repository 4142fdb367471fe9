/// Reads aloud. Nothing here waits: speech goes on while the conversation does.
public protocol Speaker: Sendable {
    /// Whether there is reason to believe that a listener hears it.
    var isAvailable: Bool { get }
    /// Says the texts one after another, with a pause between, instead of whatever is being said.
    ///
    /// - Parameter language: its code, as in `fi`, `sv` or `en` (BCP 47).
    func say(_ texts: [String], language: String)
    /// Falls silent.
    func stop()
}
