/// How far a copy has come.
public enum CopyProgress: Equatable, Sendable {
    /// An earlier try was cut after so many rows of a table; nothing of it is written again.
    case goesOn(table: String, rows: Int)
    /// A table of the store is no longer as it was in an earlier try: all is written again.
    case startsOver(changed: String)
    /// So many rows of a table are written, of so many.
    case copied(table: String, rows: Int, of: Int)
    /// What was written is read again and compared.
    case compared(table: String, rows: Int)
    /// An index or a rule of a table is made, by its name.
    case completed(table: String, piece: String)
}
