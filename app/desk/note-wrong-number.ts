/** What an attempt tells of the number that was rung: it is another person's, or the customer's after all. Harmless when repeated. */
import type { CustomerStore } from '#app/ports/customers.ts'
import { isWrongPhone } from '#core/customer/wrong-phone.ts'
import { CONSEQUENCES, type ContactWay } from '#core/work/disposition.ts'
import type { Attempted } from '#core/work/work-event.ts'
import type { CallTask } from '#core/work/work-item.ts'

export interface NoteWrongNumberPorts {
  readonly customers: Pick<CustomerStore, 'get' | 'setWrongPhone'>
}

/** A person who is met, or writes elsewhere, says nothing of the number. */
const BY_NUMBER: readonly ContactWay[] = ['phone', 'zalo-call', 'zalo']

export async function noteWrongNumber(
  { customers }: NoteWrongNumberPorts,
  { item: { customerId }, event: { disposition, way } }: { readonly item: CallTask; readonly event: Attempted },
): Promise<void> {
  const { ends } = CONSEQUENCES[disposition]
  if (customerId === null || (ends !== 'wrong-number' && ends !== 'reached') || !BY_NUMBER.includes(way)) return
  const person = await customers.get(customerId)
  if (!person || person.customer.phone === null || isWrongPhone(person.customer) === (ends === 'wrong-number')) return
  await customers.setWrongPhone({ customerId, phone: ends === 'wrong-number' ? person.customer.phone : null })
}
