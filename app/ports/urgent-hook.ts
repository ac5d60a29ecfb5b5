/** An address of the company's own choice, such as a chat group, that hears of each urgent piece of work and of the clocks of cases. */
import type { Instant } from '#core/time/instant.ts'

export const POST_KINDS = ['complaint', 'reminder', 'escalation'] as const

/** No name, no address, no word of the customer: it leaves the company's own systems. */
export interface UrgentPost {
  /** The same for every try: the receiver drops what it has already. */
  readonly id: string
  readonly workId: string
  readonly team: string | null
  /** complaint: one came in. reminder: a clock of a case asks for its owner. escalation: a case went up. */
  readonly kind: (typeof POST_KINDS)[number]
  /** When the work was opened or became urgent again, or the clock was to ring. */
  readonly at: Instant
  /** To the work in the staff app; null where that has no address. */
  readonly link: string | null
}

export interface UrgentHook {
  /** One try, of a few seconds at most. `failed`: why, without the address, which may hold a key. */
  post(post: UrgentPost): Promise<{ readonly taken: true } | { readonly failed: string }>
}
