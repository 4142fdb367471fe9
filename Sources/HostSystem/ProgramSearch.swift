import Foundation

/// Finding another program where a shell would.
public enum ProgramSearch {
    /// The first file of this name that may be run, with its folder; nil if there is none.
    ///
    /// - Parameter path: folders with `:` between them, as in `PATH`. Relative ones are passed over: they mean
    ///   another place each time.
    public static func find(_ name: String, path: String) -> String? {
        path.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
