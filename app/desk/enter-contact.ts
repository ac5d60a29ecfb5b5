/** Staff enter a contact that stands on no list: most often one that the customer began. What was said in it holds as if it had been a call. */
import { type AgreedCall, type FollowFromPorts, followFromAttempt } from '#app/desk/follow-from-attempt.ts'
import { keepContact, sentBefore } from '#app/desk/keep-contact.ts'
import { type NoteWrongNumberPorts, noteWrongNumber } from '#app/desk/note-wrong-number.ts'
import type { CallStop } from '#app/desk/stop-calls.ts'
import { staffText, type TooLong, tooLong } from '#core/campaign/staff-text.ts'
import type { Instant } from '#core/time/instant.ts'
import { isFollowUp } from '#core/work/agreed-follow-up.ts'
import { CONTACT_OUTCOMES, contactItem, type Direction } from '#core/work/contact.ts'
import { CONSEQUENCES, type ContactWay, type Disposition } from '#core/work/disposition.ts'
import { eventStaff } from '#core/work/event-staff.ts'
import type { Attempted } from '#core/work/work-event.ts'

export interface Contacted {
  /** Of the form: the same one sent again is the same contact. */
  readonly contactId: string
  readonly customerId: string
  readonly direction: Direction
  readonly way: ContactWay
  readonly disposition: Disposition
  readonly note: string
  /** Of a `do-not-call`: who is not to be rung any more. */
  readonly stop: CallStop
  /** In how many working days the customer is rung, as it was agreed with them; left out where nothing was. */
  readonly followUpDays?: number
  /** The customer asked for the guide by mail. */
  readonly guide?: boolean
  /** Where something was solved: whether at the first contact. */
  readonly atFirst?: boolean
  readonly by: string
  readonly address: string
  readonly team: string
  readonly at: Instant
}

export type EnteredContact =
  | { readonly entered: string; readonly again: boolean }
  | {
      readonly refused:
        | 'no-such-customer'
        | 'which-outcome'
        | 'needs-note'
        | 'follow-up-days'
        | 'guide-unspoken'
        | 'at-first-unspoken'
        | 'at-first-in-case'
        | 'sent-already'
    }
  | TooLong

interface EnterContactPorts extends FollowFromPorts {
  readonly customers: FollowFromPorts['customers'] & NoteWrongNumberPorts['customers']
}

export async function enterContact(ports: EnterContactPorts, contact: Contacted): Promise<EnteredContact> {
  const note = staffText(contact.note)
  const refused = tooLong({ note }) ?? refusalOf({ ...contact, note })
  if (refused) return refused
  const { contactId, customerId, direction, way, disposition, stop, at } = contact
  if (!(await ports.customers.get(customerId))) return { refused: 'no-such-customer' }
  const event: Attempted = {
    is: 'attempted',
    attemptId: contactId,
    at,
    by: eventStaff(contact),
    disposition,
    way,
    note: note === '' ? null : note,
    callBackAt: null,
    ...(contact.guide && { guide: true as const }),
    ...(contact.atFirst !== undefined && { atFirst: contact.atFirst }),
    ...(contact.followUpDays !== undefined && { followUpDays: contact.followUpDays }),
    ...(stop === 'number' && CONSEQUENCES[disposition].ends === 'stopped' && { stop }),
  }
  const item = contactItem({ contactId, customerId, direction, event }, ports.companyRules)
  const sent = await sentBefore(ports, { item, direction, event })
  // Before the contact is written: when this breaks off, the same form does it again, and nothing twice.
  if (!sent) await followFromAttempt(ports, { item, attemptId: contactId, event, stop, followUp: agreedCall(contact) })
  const kept = sent ?? (await keepContact(ports, { item, direction, event }))
  // Also for a form that was sent before: that time it may have broken off behind its write.
  if ('entered' in kept) await noteWrongNumber(ports, { item, event })
  return kept
}

function refusalOf({ disposition, note, followUpDays, guide, atFirst }: Contacted): EnteredContact | undefined {
  const { asks, ends, opens } = CONSEQUENCES[disposition]
  if (!CONTACT_OUTCOMES.includes(disposition)) return { refused: 'which-outcome' }
  if (asks === 'note' && note === '') return { refused: 'needs-note' }
  if (followUpDays !== undefined && (ends !== 'reached' || !isFollowUp(followUpDays))) return { refused: 'follow-up-days' }
  if (guide && ends !== 'reached') return { refused: 'guide-unspoken' }
  if (atFirst !== undefined && ends !== 'reached') return { refused: 'at-first-unspoken' }
  // The case that it opens is what has to be solved, and says it when it is closed: one matter is counted once.
  if (atFirst !== undefined && opens !== null) return { refused: 'at-first-in-case' }
  return undefined
}

const agreedCall = ({ followUpDays, address, by, team }: Contacted): AgreedCall | null =>
  followUpDays === undefined ? null : { workingDays: followUpDays, to: { is: 'person', address, name: by, team } }
