/// Parts of a graph in which each node can be reached from each other one: a node on no circle is a part of its own.
///
/// Tarjan's algorithm, with its stack in the open: a chain of questions may be longer than the program's stack.
struct StronglyConnectedComponents {
    /// The part of each node. A part has a smaller number than those that lead to it.
    private(set) var part: [Int]
    /// The nodes of each part.
    private(set) var members: [[Int]] = []

    init(_ next: [[Int]]) {
        part = Array(repeating: -1, count: next.count)
        var order = Array(repeating: -1, count: next.count)
        var low = order
        var open: [Int] = []
        var found = 0
        for root in next.indices where order[root] < 0 {
            var trail = [(node: root, branch: 0)]
            while let (node, branch) = trail.last {
                if branch == 0 {
                    order[node] = found
                    low[node] = found
                    found += 1
                    open.append(node)
                }
                if branch < next[node].count {
                    trail[trail.count - 1].branch += 1
                    let target = next[node][branch]
                    if order[target] < 0 {
                        trail.append((target, 0))
                    } else if part[target] < 0 {
                        low[node] = min(low[node], order[target])
                    }
                    continue
                }
                trail.removeLast()
                if let above = trail.last?.node { low[above] = min(low[above], low[node]) }
                if low[node] == order[node] { close(node, &open) }
            }
        }
    }

    private mutating func close(_ node: Int, _ open: inout [Int]) {
        let start = open.lastIndex(of: node) ?? open.endIndex
        for member in open[start...] { part[member] = members.count }
        members.append(Array(open[start...]))
        open.removeSubrange(start...)
    }
}
