import Foundation

/// The address of a store: the path of a file or, of a server, `postgresql://…`.
enum StoreAddress {
    /// `true` if it is the address of a server.
    static func isServer(_ address: String) -> Bool {
        ["postgresql://", "postgres://"].contains(where: address.hasPrefix)
    }

    /// The address as it may be printed: a server's without its password, a path as it is.
    ///
    /// It hides too much rather than too little: libpq takes passwords that are no proper part of an address.
    static func shown(_ address: String) -> String {
        guard isServer(address), let scheme = address.range(of: "://") else { return address }
        let rest = address[scheme.upperBound...]
        let (account, place) = rest.lastIndex(of: "@").map { (rest[..<$0], rest[$0...]) } ?? ("", rest)
        let user = account.prefix { $0 != ":" }
        let parts = place.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let options = (parts.count > 1 ? parts[1] : "").split(separator: "&").filter { !isSecret($0) }
        return address[..<scheme.upperBound] + user + (parts.first ?? "")
            + (options.isEmpty ? "" : "?" + options.joined(separator: "&"))
    }

    /// `true` of `password=…` and `sslpassword=…`, in whatever way they are written.
    private static func isSecret(_ option: Substring) -> Bool {
        let name = String(option.prefix { $0 != "=" })
        return name.removingPercentEncoding?.contains("password") ?? true
    }
}
