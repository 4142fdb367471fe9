import BookingCore
import CivilTime
import ContentLibrary
import Foundation
import SocialServices
import Testing

/// A content folder of a test's own: sound until the test changes it, and gone when the test is.
final class ContentFolder {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("kartoitin-content-\(UUID().uuidString)", isDirectory: true)
        for (name, text) in SoundContent.files { try write(text, to: name) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var path: String { folder.path }

    func path(of name: String) -> String { folder.appendingPathComponent(name).path }

    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    func write(_ bytes: [UInt8], to name: String) throws {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }

    func copy(_ name: String, to copy: String) throws {
        try FileManager.default.copyItem(
            at: folder.appendingPathComponent(name), to: folder.appendingPathComponent(copy))
    }

    /// Changes the one place where `old` stands in a file.
    func replace(_ old: String, with new: String, in name: String) throws {
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        let pieces = text.components(separatedBy: old)
        try #require(pieces.count == 2, "\"\(old)\" stands \(pieces.count - 1) times in \(name)")
        try write(pieces.joined(separator: new), to: name)
    }

    /// Writes lines below the first line that is `line`, and says which it is.
    @discardableResult
    func insert(_ lines: String, below line: String, in file: String) throws -> Int {
        var all = try String(contentsOfFile: path(of: file), encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false
        ).map(String.init)
        let index = try #require(all.firstIndex { $0.split(separator: "#").first.map { $0.hasPrefix(line) } == true })
        all[index] += lines
        try write(all.joined(separator: "\n"), to: file)
        return index + 1
    }

    /// Adds lines at the end of a file, where they move no line number.
    func append(_ lines: String, to name: String) throws {
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        try write(text + lines + "\n", to: name)
    }

    /// Adds one more appointment type with its words, `follow-up` of working age. Its lines begin at 14 of
    /// `services.txt`, the given ones at 18.
    func addFollowUp(_ lines: String) throws {
        try append(
            "appointment follow-up\n  task working-age\n  minutes 60\n  method office\n" + lines, to: "services.txt")
        try append(
            "appointment follow-up\n  name  Once more\n  meeting  We talk.\n  prompt  How is it?",
            to: "words/en/services.txt")
    }

    /// All faults that `content check` tells, one a line as it prints them.
    func faults() throws -> String {
        try check().faults.map(\.description).joined(separator: "\n")
    }

    /// What `content check` remarks on, without hints for plain language, one a line as it prints them.
    func remarks() throws -> String {
        try check().remarks.filter { $0.kind != .plainLanguage(.english) }.map(\.description).joined(separator: "\n")
    }

    /// What a county must mend before it opens, one a line.
    func openingFaults() throws -> String {
        try check().openingFaults.map(\.description).joined(separator: "\n")
    }

    /// The day on which all content is checked here.
    static var today: CalendarDay { get throws { try #require(CalendarDay("2026-11-21")) } }

    func check() throws -> ContentCheck { try ContentCheck(folder: path, today: Self.today) }

    /// Compares all faults of the folder word for word.
    func expectFaults(_ expected: String, at place: SourceLocation = #_sourceLocation) throws {
        let found = try faults()
        #expect(found == expected, sourceLocation: place)
    }
}

/// Compares the faults of a folder in which one place was changed.
func expectFaults(
    in file: String, replacing old: String, with new: String, are expected: String,
    at place: SourceLocation = #_sourceLocation
) throws {
    let folder = try ContentFolder()
    try folder.replace(old, with: new, in: file)
    try folder.expectFaults(expected, at: place)
}

/// Compares the faults of a folder in which one file has more lines at its end.
func expectFaults(
    in file: String, adding lines: String, are expected: String, at place: SourceLocation = #_sourceLocation
) throws {
    let folder = try ContentFolder()
    try folder.append(lines, to: file)
    try folder.expectFaults(expected, at: place)
}
