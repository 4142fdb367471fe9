/// What of a client's is used, as the access log names it. A refused try has an operation's raw value instead.
public enum AccessedData: String, CaseIterable, Sendable {
    /// Who comes, when and how; never what they wrote.
    case booking
    /// What must be arranged for the meeting.
    case arrangements
    case description
    /// The record of the advice.
    case advice
    /// The booking rights that were granted.
    case rights
    /// Everything that is kept with a booking, for the client.
    case all
    /// The lines of the access log about the client, or those of a user.
    case accessLog = "access-log"
    /// The client said aloud that they agree to what is kept.
    case consent
    /// What tells who the client is was removed.
    case erasure
    /// What was written was removed when its time was over.
    case purge
}
