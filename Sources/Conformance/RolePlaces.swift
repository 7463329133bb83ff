/// Where the elements of each role are, found in one walk over all of them.
struct RolePlaces: Sendable {
  private var all: [(role: ElementRole, places: [Int])] = []

  init(_ elements: [Element]) {
    var current = 0
    for index in elements.indices {
      let role = elements[index].role
      // Roles come in rows: most elements have that of the one before them.
      if !all.indices.contains(current) || all[current].role != role {
        current = all.firstIndex { $0.role == role } ?? all.count
        if current == all.count { all.append((role, [])) }
      }
      all[current].places.append(index)
    }
  }

  /// The indices of the elements of some roles, in document order.
  subscript(roles: [ElementRole]) -> [Int] {
    let found = all.filter { roles.contains($0.role) }.map(\.places)
    return found.count < 2 ? found.first ?? [] : found.flatMap(\.self).sorted()
  }
}
