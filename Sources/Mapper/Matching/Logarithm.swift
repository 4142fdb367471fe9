import Foundation

extension Float {
    /// The natural logarithm.
    static func logarithm(_ value: Float) -> Float { log(value) }
}
