/**
 * Numbers of ids in facts: under the key that never changes (docs/adr/019), because the same order must have the same number in ten years. Every use of
 * that key puts its purpose first, so no number tells anything of a suppression.
 */
import { createHmac } from 'node:crypto'
import { packed } from '#adapters/crypto/packed-fields.ts'
import type { NumberOf } from '#core/facts/who.ts'

/** Of 63 bits, never negative. */
export const factNumbers =
  ({ secret }: { readonly secret: string }): NumberOf =>
  (id) =>
    createHmac('sha256', secret)
      .update(packed(['fact', 'number', id]))
      .digest()
      .readBigUInt64BE() >> 1n
