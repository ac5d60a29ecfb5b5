/** Sets of persons that stay small: a year of a million customers has a set for each campaign and segment. */

/** Gives each person the next free place, the same one each time. */
export interface PersonIndex {
  readonly placeOf: (person: bigint) => number
}

export function personIndex(): PersonIndex {
  const places = new Map<bigint, number>()
  const placeOf = (person: bigint): number => {
    const known = places.get(person)
    if (known !== undefined) return known
    places.set(person, places.size)
    return places.size - 1
  }
  return { placeOf }
}

/** One bit for each place. */
export interface PersonSet {
  readonly add: (place: number) => void
  readonly has: (place: number) => boolean
  readonly size: () => number
  readonly places: () => Iterable<number>
}

const BITS = 8
const FIRST_BYTES = 64

export function personSet(): PersonSet {
  let bits = new Uint8Array(FIRST_BYTES)
  let size = 0
  const has = (place: number): boolean => (((bits[place >> 3] ?? 0) >> (place & 7)) & 1) === 1
  const add = (place: number): void => {
    if (has(place)) return
    if (place >> 3 >= bits.length) bits = grown(bits, place)
    bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7))
    size++
  }
  function* places(): Generator<number, void> {
    for (let place = 0; place < bits.length * BITS; place++) if (has(place)) yield place
  }
  return { add, has, size: () => size, places }
}

function grown(bits: Uint8Array<ArrayBuffer>, place: number): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(Math.max(2 * bits.length, (place >> 3) + 1))
  next.set(bits)
  return next
}

export function unionOf(...sets: readonly PersonSet[]): PersonSet {
  const union = personSet()
  for (const set of sets) for (const place of set.places()) union.add(place)
  return union
}

export function those(set: PersonSet, isOne: (place: number) => boolean): PersonSet {
  const some = personSet()
  for (const place of set.places()) if (isOne(place)) some.add(place)
  return some
}

/** How many are in both. */
export function sizeOfBoth(a: PersonSet, b: PersonSet): number {
  let both = 0
  for (const place of a.places()) if (b.has(place)) both++
  return both
}
