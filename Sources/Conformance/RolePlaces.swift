/// Where the elements of each role are, and how sure the least sure of them is: one walk over all of them.
struct RolePlaces: Sendable {
  private var all: [(role: ElementRole, places: [Int], certainty: Double)] = []

  init(_ elements: [Element]) {
    var current = 0
    for index in elements.indices {
      let role = elements[index].role
      // Roles come in rows: most elements have that of the one before them.
      if !all.indices.contains(current) || all[current].role != role {
        current = all.firstIndex { $0.role == role } ?? all.count
        if current == all.count { all.append((role, [], .infinity)) }
      }
      all[current].places.append(index)
      all[current].certainty = min(all[current].certainty, elements[index].certainty)
    }
  }

  /// The indices of the elements of some roles, in document order, and their lowest certainty.
  subscript(roles: [ElementRole]) -> (places: [Int], certainty: Double) {
    let found = all.filter { roles.contains($0.role) }
    guard found.count != 1, !found.isEmpty else {
      return found.first.map { ($0.places, $0.certainty) } ?? ([], 0)
    }
    return (found.flatMap(\.places).sorted(), found.reduce(.infinity) { min($0, $1.certainty) })
  }
}
