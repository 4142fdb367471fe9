import ContentLibrary
import Foundation
import HostSystem

/// The content that is in force at a path, and what was in force there before.
///
/// The path itself (`Content`) is a link; it leads to one of the releases beside it (`Content.d/20261201T071500Z-3fa9c1d2`),
/// and another content is put in force by leading it elsewhere, which is one step of the file system: who reads the path
/// comes to all of the one content or to all of the other. A folder that stood there before is moved among the releases in
/// that same step.
struct PublishedContent {
    /// How many of those that were in force before are kept.
    static let keptCount = 3

    /// The path that kiosks are told.
    let path: String

    /// - Parameter folder: as it was said; a link that leads elsewhere than to a release stands for where it leads.
    init(at folder: String) {
        var path = Self.absolute(folder)
        for _ in 0..<40 {
            guard let target = Self.target(of: path), !target.hasPrefix("\(path).d/") else { break }
            path = target
        }
        self.path = path
    }

    private static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

    /// Where a link leads; nil if it is none.
    private static func target(of link: String) -> String? {
        guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: link) else { return nil }
        if target.hasPrefix("/") { return absolute(target) }
        return absolute(URL(fileURLWithPath: link).deletingLastPathComponent().path + "/" + target)
    }

    // MARK: What is there

    private var shelf: String { "\(path).d" }

    /// Oldest first.
    private var releases: [Release] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: shelf)) ?? []
        return names.sorted().compactMap { Release(folder: "\(shelf)/\($0)") }.filter { Self.isFolder($0.folder) }
    }

    /// `true` if a folder stands at the path that no release came to yet.
    var isFolder: Bool { Self.isFolder(path) }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The release that the path leads to.
    var current: Release? { Self.target(of: path).flatMap { Release(folder: $0) } }

    /// What was in force before, latest first.
    var earlier: [Release] {
        let current = current
        return releases.reversed().filter { release in current.map { release.folder < $0.folder } ?? true }
    }

    /// What was gone back from, latest first: kept until something else is put in force.
    var withdrawn: [Release] {
        let current = current
        return releases.reversed().filter { release in current.map { release.folder > $0.folder } ?? false }
    }

    /// Since when the path leads where it does; of a folder, when its content was last changed. Nil if nothing is there.
    var since: Date? { Self.isFolder(path) ? Self.lastChange(of: path) : Self.changed(path) }

    private static func changed(_ path: String) -> Date? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        return Date(timeIntervalSince1970: Double(status.st_mtim.tv_sec))
    }

    private static func lastChange(of folder: String) -> Date? {
        (ContentMark.files(of: folder, with: Release.parts) ?? []).compactMap { changed("\(folder)/\($0)") }.max()
            ?? changed(folder)
    }

    // MARK: Changing it

    /// Keeps every other program that would put content in force here away.
    func alone<Value>(_ body: () throws -> Value) throws -> Value {
        func claimed() throws -> Value {
            // What a program that was killed has left.
            try? FileManager.default.removeItem(atPath: draft)
            return try body()
        }
        return try FolderClaim.hold(
            shelf, convertingErrors: { Failure($0, publishingAt: path) }, while: claimed)
    }

    private var draft: String { "\(shelf)/.draft" }

    /// Copies a content beside what is in force, gives the copy to `check`, and puts it in force unless that throws.
    ///
    /// - Throws: `ContentError` if there is no content to copy, `Failure` if it cannot be copied or put in force.
    func use(_ source: String, now: () -> Date, after check: (_ draft: String) throws -> Void) throws {
        defer { try? FileManager.default.removeItem(atPath: draft) }
        guard let files = ContentMark.files(of: source, with: Release.parts) else {
            throw ContentError.missing(folder: source)
        }
        do throws(FolderCopy.Failure) {
            try FolderCopy.write(files, of: source, to: draft, for: .everybody)
        } catch {
            switch error {
            case .unreadable(let file): throw ContentError.unreadable(file: "\(source)/\(file)")
            case .notWritten(let error): throw Failure(error, publishingAt: path)
            }
        }
        try check(draft)
        try writing { () throws(FileError) in try FolderCopy.sync(draft) }
        // Nothing that was gone back from comes to stand before what follows.
        remove(withdrawn)
        let release = try settle(now: now())
        do {
            try lead(to: release)
        } catch {
            try? FileManager.default.removeItem(atPath: release.folder)
            throw error
        }
        remove(Array(earlier.filter { !$0.isFound }.dropFirst(Self.keptCount)))
    }

    /// Leads the path to what was in force before.
    func goBack(to release: Release) throws { try lead(to: release) }

    /// Gives the draft its name among the releases.
    private func settle(now: Date) throws -> Release {
        // Later than all that are there, whatever the clock says, with room for a folder that is found.
        let since = max(now, releases.last.map { $0.since + 2 } ?? now)
        let name = Release.name(since: since, version: Release.version(of: draft) ?? Release.unknown)
        try writing { () throws(FileError) in try FolderCopy.settle(draft, as: "\(shelf)/\(name)") }
        guard let release = Release(folder: "\(shelf)/\(name)") else { throw Failure(.denied, publishingAt: path) }
        return release
    }

    /// Leads the path to a release; a folder that stands there comes among the releases, before that one.
    private func lead(to release: Release) throws {
        let target = relative(release.folder)
        if Self.isFolder(path) {
            guard FolderCopy.replace(folder: path, byLinkTo: target, moving: placeOfFound(before: release)) else {
                throw Failure.cannotExchange(path)
            }
        } else {
            try writing { () throws(FileError) in try FolderCopy.lead(path, to: target, by: "\(shelf)/.link") }
        }
        // It is done: only if the power fails now may it be undone.
        try? FolderCopy.sync(shelf)
    }

    /// A path as it is seen from where the link stands, so that all of it can be moved.
    private func relative(_ folder: String) -> String {
        folder.split(separator: "/").suffix(2).joined(separator: "/")
    }

    /// Where a folder goes that stands at the path.
    private func placeOfFound(before release: Release) -> String {
        let before = releases.last { $0.folder < release.folder }
        let changed = min(Self.lastChange(of: path) ?? release.since, release.since - 1)
        let since = max(changed, before.map { $0.since + 1 } ?? changed)
        let version = Release.version(of: path) ?? Release.unknown
        return "\(shelf)/\(Release.name(since: since, version: version, isFound: true))"
    }

    private func writing(_ body: () throws(FileError) -> Void) throws(Failure) {
        do { try body() } catch { throw Failure(error, publishingAt: path) }
    }

    private func remove(_ releases: [Release]) {
        for release in releases where !release.isFound {
            try? FileManager.default.removeItem(atPath: release.folder)
        }
    }
}
