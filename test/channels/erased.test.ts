/** Erasing a customer closes the contact point of a channel that the product does not know, as it closes the address. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { erasePerson } from '#app/person/erase-person.ts'
import { exportPerson } from '#app/person/export-person.ts'
import { standingRefusal } from '#core/audience/eligibility.ts'
import { touchRules } from '#core/campaign/company-rules.ts'
import { channelOf, contactPointOf } from '#core/channel/channel.ts'
import { AT, heldPerson, LAN } from '#test/app/person/held-person.ts'
import { CHANNELS, pigeonRules } from '#test/channels/pigeon.ts'
import { type Engine, startDynalite } from '#test/support/dynamo-engines.ts'

let engine: Engine
beforeAll(async () => {
  engine = await startDynalite()
})
afterAll(() => engine.stop())

test('an erased customer who is imported again is reached by no channel, not even at the loft they had', async () => {
  const companyRules = pigeonRules()
  const ports = { ...(await heldPerson(engine)), companyRules }
  const before = await ports.customers.get(LAN)
  if (!before) throw new Error('no customer')
  const customer = { ...before.customer, tags: ['loft:oak'] }
  await ports.customers.put([customer])

  expect(await erasePerson(ports, { customerId: LAN, as: 'erased-1', at: AT })).toMatchObject({ left: [] })
  await ports.customers.put([customer])
  const refused = await Promise.all(
    ['email', 'call', 'pigeon'].map(async (id) => {
      const channel = channelOf(CHANNELS, id)
      const point = contactPointOf(channel, customer)
      const key = point ? ports.seals.contactKey(point) : ''
      const suppression = (await ports.suppressions.among([key])).get(key)
      const asked = { country: 'VN', contentClass: 'transactional', date: '2027-04-01' } as const
      const rules = touchRules(companyRules, { ...asked, channel: id === 'call' ? 'email' : id })
      if (!rules) throw new Error('no rules')
      return standingRefusal({
        customer,
        consents: {},
        suppression,
        doNotCall: undefined,
        rules,
        channel,
        campaign: { contentClass: 'transactional' },
      })
    }),
  )
  const legal = { reason: 'suppressed', because: 'legal' }
  expect(refused).toEqual([legal, legal, legal])
  const held = await exportPerson(ports, { customerId: LAN, at: AT })
  expect(held?.suppressions.map(({ kind }) => kind).sort()).toEqual(['email', 'loft', 'phone'])
})
