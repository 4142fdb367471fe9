/// The store's schema as numbered steps. A step that has been released is never changed; a new one is added.
package enum Schema {
    /// What `PRAGMA application_id` says of a store of ours: "Kart" in ASCII.
    static let applicationID = 0x4B61_7274

    static let steps = [
        Schema1.step, Schema2.step, Schema3.step, Schema4.step, Schema5.step, Schema6.step, Schema7.step,
    ]

    /// The newest step this program knows.
    package static var version: Int { steps.last?.number ?? 0 }
}
