/** The number that stands for a customer in facts: nothing about the customer goes into it, so nothing leads back. */
import { randomBytes } from 'node:crypto'

/** Positive, of 62 bits: it fits the signed integers of every engine, and two of ten million customers share one with a chance of 1 in 90,000. */
export const randomPseudonym = (): bigint => randomBytes(8).readBigUInt64BE() >> 2n || 1n
