/// One numbered step of the store's tables. A step that has been released is never changed.
struct SchemaStep: Sendable {
    let number: Int
    let sqlite: String
    /// Empty up to step 3, with whose tables the first store on a server was made (`PostgreSQLSchema.tables`).
    let postgreSQL: String
}
