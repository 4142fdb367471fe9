/// One numbered step of the store's tables. A step that has been released is never changed.
struct SchemaStep: Sendable {
    let number: Int
    let sqlite: String
    /// Empty up to step 3, with whose tables the first store on a server was made (`PostgreSQLSchema.tables`).
    let postgreSQL: String
    /// What the rows that are there need beside it, in the same transaction.
    let completion: @Sendable (any SQLConnection) throws -> Void

    init(
        number: Int, sqlite: String, postgreSQL: String,
        completion: @escaping @Sendable (any SQLConnection) throws -> Void = { _ in }
    ) {
        self.number = number
        self.sqlite = sqlite
        self.postgreSQL = postgreSQL
        self.completion = completion
    }
}
