/** Items of work as the stores keep them. */
import type { Assigned, Closed, Noted, Opened, Owner, Reopened } from '#core/work/work-event.ts'
import type { CallTask, Case, CaseSubject, DataRequest, WorkItem } from '#core/work/work-item.ts'
import { AN_INSTANT } from '#test/support/store-builders.ts'

export const openedAt = (at: string): Opened => ({ is: 'opened', at, by: { is: 'system' } })

export const notedBy = (name: string, note: string, at = AN_INSTANT): Noted => ({
  is: 'noted',
  at,
  by: { is: 'staff', name },
  note,
})

export const reopenedBy = (name: string, at: string, because = 'khách gọi lại'): Reopened => ({
  is: 'reopened',
  at,
  by: { is: 'staff', name },
  because,
})

export const aPerson = (name = 'hanh', team = 'Chăm sóc'): Extract<Owner, { is: 'person' }> => ({
  is: 'person',
  address: `${name}@example.com`,
  name,
  team,
})

export const assignedTo = (to: Owner, at = AN_INSTANT): Assigned => ({ is: 'assigned', at, by: { is: 'staff', name: 'Mai' }, to })

export const storedWork = (over: Partial<CallTask> = {}): CallTask => ({
  workId: 'low-score_nps_2027-02-03_c-001',
  kind: 'call-task',
  customerId: 'c-001',
  subject: { is: 'low-score', campaignId: 'nps', occurrenceId: 'nps_2027-02-03', score: 3, replyId: null },
  holds: [],
  events: [openedAt(AN_INSTANT)],
  dueAt: '2027-02-07T02:00:00.000Z',
  version: 0,
  ...over,
})

/** A missed call to the hotline, of a customer, or of a caller with this number who is none. */
export const aMissedCall = (
  whose: { readonly customerId: string } | { readonly phone: string },
  over: Partial<CallTask> = {},
): CallTask =>
  storedWork({
    workId: 'missed-hotline_2027-03-10_n1',
    customerId: 'customerId' in whose ? whose.customerId : null,
    subject: {
      is: 'missed-hotline',
      phone: 'phone' in whose ? whose.phone : null,
      replyId: null,
      campaignId: null,
      occurrenceId: null,
    },
    ...over,
  })

/** A case that a mail has opened. */
export const storedCase = (over: Partial<Case> = {}): Case => ({
  workId: 'complaint_reply-9',
  kind: 'case',
  customerId: 'c-001',
  subject: aMailSubject(),
  holds: [],
  events: [openedAt(AN_INSTANT)],
  dueAt: '2027-02-08T02:00:00.000Z',
  version: 0,
  ...over,
})

export const aMailSubject = (
  is: Exclude<CaseSubject['is'], 'many-replies' | 'told'> = 'complaint',
  over: Partial<Exclude<CaseSubject, { is: 'many-replies' | 'told' }>> = {},
): CaseSubject => ({ replyId: 'reply-9', campaignId: 'nps', occurrenceId: 'nps_2027-02-03', score: null, ...over, is })

/** A request about data that a mail holds. */
export const storedRequest = (over: Partial<DataRequest> = {}): DataRequest => ({
  workId: 'rights_erase_2027-02-06_c-001',
  kind: 'data-request',
  customerId: 'c-001',
  subject: { is: 'right', ask: 'erase', law: { by: 'country', country: 'VN' }, replyId: 'reply-2' },
  holds: [],
  events: [openedAt(AN_INSTANT)],
  dueAt: '2027-02-10T17:00:00.000Z',
  version: 0,
  ...over,
})

export const closingOn = (on = '2027-02-08', over: Partial<Closed> = {}): Closed => ({
  is: 'closed',
  at: `${on}T04:00:00.000Z`,
  on,
  by: { is: 'staff', name: 'hoa@example.com' },
  note: 'đã gọi, chị ấy vui rồi',
  reached: null,
  ...over,
})

/** The same item, closed on a day, as its next version. */
export const closedWork = <Item extends WorkItem>(item: Item, on?: string, over?: Partial<Closed>): Item => ({
  ...item,
  events: [...item.events, closingOn(on, over)],
  version: item.version + 1,
})
