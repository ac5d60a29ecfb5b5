/** Choosing which of the customers who share an address gets the mail that is the same for all of them. */
import { writeToThisOne } from '#app/consent/mark-shared-address.ts'
import type { CustomerStore } from '#app/ports/customers.ts'
import { CustomerIdSchema } from '#core/customer/customer.ts'
import type { StaffAct } from '#functions/staff/acts/act-flow.ts'
import type { StaffSystem } from '#functions/staff/staff-system.ts'
import { refusedSharedAddress, WRITTEN_TO, writtenToActView } from '#web/staff/acts/shared-address-act.ts'
import { customerPath, pathWith } from '#web/staff/paths.ts'

interface SharedAddressSystem extends Pick<StaffSystem, 'companyRules'> {
  readonly stores: { readonly customers: Pick<CustomerStore, 'get' | 'getMany' | 'sharing' | 'setSharedAddress'> }
}

export function sharedAddressAct({ stores: { customers }, companyRules }: SharedAddressSystem): StaffAct {
  const personOf = async (id: string) => {
    const known = CustomerIdSchema.safeParse(id)
    return known.success ? customers.get(known.data) : undefined
  }
  return {
    act: 'write-to-this-one',
    path: `/customers/:id/${WRITTEN_TO}`,
    needs: 'correct-person',
    missing: 'customer',
    look: async ({ frame, part }) => {
      const person = await personOf(part('id'))
      if (!person) return null
      const { customer, sharedAddress } = person
      const on = { kind: 'customer', id: customer.customerId } as const
      return { view: writtenToActView(frame, { customer, sharedAddress }), on, people: sharedAddress?.customers.length ?? 0 }
    },
    carryOut: async ({ frame, part }, { by }) => {
      const person = await personOf(part('id'))
      const done = person ? await writeToThisOne({ customers, companyRules }, { person, by }) : 'not-shared'
      if (done === 'not-shared') return { refused: refusedSharedAddress('not-shared', frame.locale) }
      return { goTo: pathWith(customerPath(part('id')), { done: 'write-to-this-one' }) }
    },
  }
}
