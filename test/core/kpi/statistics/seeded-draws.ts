/** Chance with a fixed seed, so that a simulation is the same on every machine (mulberry32). */
export function seededDraws(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** How often out of `rounds` something held, as a share. */
export function shareOfRounds(rounds: number, holds: () => boolean): number {
  let held = 0
  for (let round = 0; round < rounds; round++) if (holds()) held++
  return held / rounds
}
