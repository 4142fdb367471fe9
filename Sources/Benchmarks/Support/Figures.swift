import Foundation

/// Measured durations and how they are printed.
struct Figures {
    private var milliseconds: [Double] = []

    mutating func add(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        milliseconds.append(Double(seconds) * 1000 + Double(attoseconds) / 1e15)
    }

    mutating func add(_ other: Figures) { milliseconds += other.milliseconds }

    mutating func measure<Value>(_ work: () throws -> Value) rethrows -> Value {
        let start = ContinuousClock.now
        defer { add(ContinuousClock.now - start) }
        return try work()
    }

    var count: Int { milliseconds.count }

    var sum: Double { milliseconds.reduce(0, +) }

    /// The value that `share` of all measurements stay under, in milliseconds.
    func quantile(_ share: Double) -> Double {
        let sorted = milliseconds.sorted()
        return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
    }

    /// - Parameter base: what was measured beside it, and what that is called.
    func print(_ name: String, over base: (figures: Figures, name: String)? = nil, aim: String? = nil) {
        let values = [("median", 0.5), ("p95", 0.95), ("slowest", 1.0)]
            .map { "\($0) \(quantile($1).rounded(to: 2)) ms" }.joined(separator: ", ")
        let ratio = base.map { base in
            let times = (quantile(0.5) / base.figures.quantile(0.5)).rounded(to: 1)
            return "; median \(times) times that of \(base.name)"
        }
        Swift.print(
            "\(name): \(values), n = \(milliseconds.count)" + (ratio ?? "") + (aim.map { "; aim: \($0)" } ?? ""))
    }
}

extension Double {
    func rounded(to places: Int) -> String {
        let factor = (0..<places).reduce(1.0) { value, _ in value * 10 }
        return "\((self * factor).rounded() / factor)"
    }
}

/// How long something took.
enum ElapsedTime {
    /// - Returns: in words: `1.5 s`.
    static func of(_ work: () throws -> Void) rethrows -> String {
        let begun = ContinuousClock.now
        try work()
        return "\(((ContinuousClock.now - begun) / .seconds(1)).rounded(to: 1)) s"
    }
}

/// What this process has in use, as the kernel counts it.
enum Memory {
    /// In kibibytes; 0 where the kernel does not tell.
    static var resident: Int { field("VmRSS:", of: "self") }

    /// The most a process has had in use so far, in kibibytes.
    static func peak(of process: Int32) -> Int { field("VmHWM:", of: String(process)) }

    private static func field(_ name: String, of process: String) -> Int {
        let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix(name) }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}
