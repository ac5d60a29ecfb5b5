/** Whose address it is, by the hash of the address. Nearly every address has one owner, and a set for each would take more memory than the rest. */

export interface AddressIndex {
  move(customerId: string, from: string | null | undefined, to: string | null): void
  ownersOf(address: string): Iterable<string>
}

export function addressIndex(hashOf: (address: string) => string): AddressIndex {
  const owners = new Map<string, string | Set<string>>()
  const ownersAt = (hash: string): Set<string> => {
    const known = owners.get(hash) ?? []
    return new Set(typeof known === 'string' ? [known] : known)
  }
  const keep = (hash: string, ids: Set<string>) => {
    const [first, ...others] = ids
    if (first === undefined) owners.delete(hash)
    else owners.set(hash, others.length === 0 ? first : ids)
  }
  return {
    move: (customerId, from, to) => {
      if (from === to) return
      if (from) {
        const hash = hashOf(from)
        const left = ownersAt(hash)
        left.delete(customerId)
        keep(hash, left)
      }
      if (to !== null) {
        const hash = hashOf(to)
        const known = owners.get(hash)
        if (known instanceof Set) known.add(customerId)
        else keep(hash, ownersAt(hash).add(customerId))
      }
    },
    ownersOf: (address) => ownersAt(hashOf(address)),
  }
}
