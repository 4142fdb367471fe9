import ContentLibrary
import Foundation
import HostSystem

private struct UseOptions: CommandOptions {
    let folder: Operand<String?> = Operand(optional: "DIR", .text)
    let back = Flag("--back", "instead of DIR: what was in force before")
    let strict = Flag.strict

    func missing(in given: GivenWords) -> [String] {
        given.operand(0) == nil && !given.has(back) ? ["DIR after it, or --back"] : []
    }
}

extension Command {
    static let contentUse = Command(
        "content use", "check a content folder and put it in force; kiosks take it at the next visit", UseOptions()
    ) { call in
        let publishing = Publishing(call.environment)
        guard let folder = try call[\.folder] else {
            if call[\.strict] {
                throw Failure(.usage, "--strict is for a DIR that is checked; leave it out with --back")
            }
            try publishing.goBack()
            return .done
        }
        if call[\.back] { throw Failure(.usage, "DIR and --back do not go together; give one") }
        try publishing.use(folder, strictly: call[\.strict])
        return .done
    }
}

/// Puts content in force: all of it is proved on the copy that will be read, and nothing changes unless it holds.
private struct Publishing {
    private let environment: CommandEnvironment
    private let published: PublishedContent

    init(_ environment: CommandEnvironment) {
        self.environment = environment
        published = PublishedContent(at: environment.contentFolder)
    }

    func use(_ folder: String, strictly: Bool) throws {
        let new = URL(fileURLWithPath: folder).standardizedFileURL.path
        let present = FolderCopy.followed(published.path)
        if FolderCopy.followed(new) == present, published.since != nil {
            throw Failure(
                .badData,
                "\(folder) is what is in force; nothing was changed, change a copy of it and name that: cp -rL \(folder) COPY"
            )
        }
        try published.alone {
            let old = ContentInForce(environment)
            do {
                if old.error == nil, let number = Release.fullNumber(of: new),
                    number == Release.fullNumber(of: present)
                {
                    try tell(strictly ? try proved(new, from: folder, strictly: true) : old.content, old, at: present)
                    environment.remark("this content is in force already; nothing was changed")
                    return
                }
                try published.use(new, now: { Date() }) { draft in
                    try tell(try proved(draft, from: folder, strictly: strictly), old, at: draft)
                }
            } catch let error as ContentError {
                throw Failure(error, using: folder, strictly: strictly)
            }
            tellInForce()
        }
    }

    func goBack() throws {
        try published.alone {
            guard let release = published.earlier.first, published.current != nil || !published.isFolder else {
                throw Failure(
                    .badData, "nothing that was in force before is kept beside \(published.path); nothing was changed"
                )
            }
            do {
                try tell(try KeptContent.read(release.folder), ContentInForce(environment), at: release.folder)
            } catch let error as ContentError {
                throw Failure(error, using: release.folder)
            }
            try published.goBack(to: release)
            tellInForce()
        }
    }

    /// The content of the draft.
    ///
    /// - Throws: `ContentError` if anything is wrong with it, `Failure` if a story does not hold.
    private func proved(_ draft: String, from folder: String, strictly: Bool) throws -> Content {
        do {
            let county = { try CountyContext(folder: draft, format: environment.format) }
            let faults = try ContentCheck(all: draft, strictly: strictly, county: county).faults
            if !faults.isEmpty { throw ContentError.faults(faults) }
            let whole = try county()
            let told = try StoryReader.read(folder: draft, content: whole.content)
            let own = environment.learnedWords(of: whole.content, in: draft)
            let failures = try WalkedStories(told.stories, told.visits, in: whole, own).failures
            guard failures.isEmpty else {
                throw Failure(
                    .faultsFound,
                    "stories of \(folder) do not hold (\(failures.count)); nothing was changed, see: kartoitin content stories "
                        + "--content \(folder)\n" + failures.prefix(5).map(\.description).joined(separator: "\n"))
            }
            return whole.content
        } catch ContentError.unreadable(let file) {
            throw ContentError.unreadable(file: file.replacing(draft, with: folder))
        } catch ContentError.missing {
            throw ContentError.missing(folder: folder)
        }
    }

    /// Shows what changes for people.
    ///
    /// - Parameters:
    ///   - old: what kiosks show.
    ///   - folder: of the new content.
    private func tell(_ new: Content?, _ old: ContentInForce, at folder: String) throws {
        let version = ["version": JSON.text(Release.version(of: folder) ?? Release.unknown)]
        if let new, let old = old.content {
            try DifferencePage(ContentDifference(from: old, to: new)).print(as: environment.format, with: version)
        } else {
            environment.remark("no whole content is in force, so there is nothing to compare with")
            if environment.format == .json { try Output.json(JSON.fields(version)) }
        }
    }

    private func tellInForce() {
        let version = published.current?.version ?? Release.unknown
        let back = published.earlier.isEmpty ? "" : "; to go back: kartoitin content use --back"
        environment.remark("content \(version) is in force; kiosks take it at the next visit\(back)")
    }
}
