/** Writes a contact that stands on no list, once for each form and customer. */
import { openItem } from '#app/desk/open-item.ts'
import type { Events } from '#app/events.ts'
import type { WorkStore } from '#app/ports/work.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import type { Direction } from '#core/work/contact.ts'
import { isSameAttempt } from '#core/work/same-attempt.ts'
import type { Attempted } from '#core/work/work-event.ts'
import { type CallTask, reasonOf } from '#core/work/work-item.ts'

export interface KeepContactPorts {
  readonly work: Pick<WorkStore, 'get' | 'open'>
  readonly companyRules: CompanyRules
  readonly events: Pick<Events, 'workOpened' | 'workClosed'>
}

export interface ContactToKeep {
  readonly item: CallTask
  readonly direction: Direction
  readonly event: Attempted
}

/** `again`: the same form was sent before. Other words than those that are entered are not taken for them. */
export type KeptContact = { readonly entered: string; readonly again: boolean } | { readonly refused: 'sent-already' }

export async function keepContact(ports: KeepContactPorts, contact: ContactToKeep): Promise<KeptContact> {
  const { workId } = contact.item
  if ((await openItem(ports, contact.item)) === 'lost')
    return (await sentBefore(ports, contact)) ?? { entered: workId, again: true }
  ports.events.workClosed({ workId, reason: reasonOf(contact.item) })
  return { entered: workId, again: false }
}

/** Undefined where no such form was sent before. */
export async function sentBefore(
  { work }: Pick<KeepContactPorts, 'work'>,
  { item: { workId }, direction, event }: ContactToKeep,
): Promise<KeptContact | undefined> {
  const item = await work.get(workId)
  const entered = item?.events.find((each) => each.is === 'attempted')
  if (item?.subject.is !== 'contact' || entered?.is !== 'attempted') return undefined
  return item.subject.direction === direction && isSameAttempt(entered, event)
    ? { entered: workId, again: true }
    : { refused: 'sent-already' }
}
