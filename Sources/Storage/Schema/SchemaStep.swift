/// One numbered step of the store's tables on one engine. A step that has been released is never changed.
struct SchemaStep: Sendable {
    let number: Int
    let sql: String
}
