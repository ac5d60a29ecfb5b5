/** Which of the provider's events about a touch stands when they come twice or out of order: the graver one. */
import type { Delivery } from '#core/planning/touch.ts'

export const DELIVERY_RANK: Readonly<Record<Delivery['state'], number>> = {
  delayed: 1,
  delivered: 2,
  rejected: 3,
  bounced: 4,
  complained: 5,
}
