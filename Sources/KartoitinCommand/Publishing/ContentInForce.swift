import ContentLibrary
import Foundation
import HostSystem

/// Which content kiosks of this machine and this user show now: what is in the folder if that is whole, else the copy of
/// what was whole there last.
struct ContentInForce {
    /// Where it is; nil if kiosks have none.
    let folder: String?
    let content: Content?
    /// What keeps the folder's own content from being in force.
    let error: ContentError?
    /// Since when the copy is kept; nil unless that is in force.
    let keptSince: Date?

    init(_ environment: CommandEnvironment) {
        let named = environment.contentFolder
        let present = FolderCopy.followed(named)
        do throws(ContentError) {
            content = try KeptContent.read(present)
            (folder, error, keptSince) = (present, nil, nil)
        } catch {
            let kept = KeptContent(of: named, in: environment.stateFolder).keptFolder
            content = kept.flatMap { try? ContentReader.read(folder: $0.path) }
            folder = content == nil ? nil : kept?.path
            let attributes = kept.flatMap { try? FileManager.default.attributesOfItem(atPath: $0.path) }
            keptSince = content == nil ? nil : attributes?[.modificationDate] as? Date
            self.error = error
        }
    }
}

extension CountyContext {
    /// The county of a folder that is not yet in force, in its first language.
    init(folder: String, format: Format) throws {
        try self.init(try ContentReader.read(folder: folder), language: nil, format: format)
    }
}
