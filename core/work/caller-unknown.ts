/** A number that several customers have was answered: that staff spoke with someone is known, and with which of them is not. */
import type { Closed } from '#core/work/work-event.ts'
import { isMissedHotline, type WorkItem } from '#core/work/work-item.ts'

/**
 * Whether a closing is no contact of the item's customer for that reason: the telephone system told of an answered call, and the call-back stands with
 * the first of those who share the number. Staff who ring back ask who answers; what they close tells of the customer.
 */
export const isCallerUnknown = (item: WorkItem, { by }: Pick<Closed, 'by'>): boolean =>
  isMissedHotline(item) && (item.subject.sharedBy ?? 1) > 1 && by.is === 'system'
