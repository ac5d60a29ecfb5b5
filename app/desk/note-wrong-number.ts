/** What an attempt or a contact tells of the number that was rung: it is another person's, or the customer's after all. Harmless when repeated. */
import type { CustomerStore } from '#app/ports/customers.ts'
import { isWrongPhone } from '#core/customer/wrong-phone.ts'
import { CONSEQUENCES, type ContactWay } from '#core/work/disposition.ts'
import type { Attempted } from '#core/work/work-event.ts'
import type { CallTask } from '#core/work/work-item.ts'

export interface NoteWrongNumberPorts {
  readonly customers: Pick<CustomerStore, 'get' | 'setWrongPhone'>
}

export async function noteWrongNumber(
  { customers }: NoteWrongNumberPorts,
  { item, event: { disposition, way } }: { readonly item: CallTask; readonly event: Attempted },
): Promise<void> {
  const { customerId } = item
  const { ends } = CONSEQUENCES[disposition]
  if (customerId === null || (ends !== 'wrong-number' && ends !== 'reached') || !isByNumber(item, way)) return
  const person = await customers.get(customerId)
  if (!person || person.customer.phone === null || isWrongPhone(person.customer) === (ends === 'wrong-number')) return
  await customers.setWrongPhone({ customerId, phone: ends === 'wrong-number' ? person.customer.phone : null })
}

const BY_NUMBER: readonly ContactWay[] = ['phone', 'zalo-call', 'zalo']

/** A customer who is met, or writes elsewhere, says nothing of the number; nor one who rings: they may do so from another telephone. */
const isByNumber = ({ subject }: CallTask, way: ContactWay): boolean =>
  BY_NUMBER.includes(way) && !(subject.is === 'contact' && subject.direction === 'in')
