/** In how many parts a base is rehearsed: one for each processor, unless it is so small that beginning threads would take longer than the work. */
import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'

const SMALL_BYTES = 1_000_000
const SMALL_BASE = 5_000
/** Each part plans every slice, its own and empty ones: beyond this, more of them gain nothing. */
const MOST_PARTS = 8

export const partsForFiles = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0) < SMALL_BYTES ? 1 : partsHere()

export const partsForBase = (customers: number): number => (customers < SMALL_BASE ? 1 : partsHere())

const partsHere = (): number => 2 ** Math.floor(Math.log2(Math.min(MOST_PARTS, availableParallelism())))
