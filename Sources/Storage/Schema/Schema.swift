/// The store's schema as numbered steps. A step that has been released is never changed; a new one is added.
enum Schema {
    struct Migration {
        let number: Int
        let sql: String
    }

    /// What `PRAGMA application_id` says of a store of ours: "Kart" in ASCII.
    static let applicationID = 0x4B61_7274

    static let migrations = [
        Migration(number: 1, sql: first), Migration(number: 2, sql: second), Migration(number: 3, sql: third),
    ]

    /// The newest step this program knows.
    static var version: Int { migrations.last?.number ?? 0 }
}
