import { expect, test } from 'vitest'
import { channelOf, contactPointOf, contactPointsOf, offered } from '#core/channel/channel.ts'
import { OUR_CHANNELS } from '#core/channel/our-channels.ts'
import { aCustomer } from '#test/support/builders.ts'

const [email] = OUR_CHANNELS

test('each channel reaches a customer by its own kind of contact point', () => {
  const customer = aCustomer({ email: 'lan@example.com', phone: '+84912345678' })
  expect(contactPointsOf(OUR_CHANNELS, customer)).toEqual([
    { kind: 'email', value: 'lan@example.com' },
    { kind: 'phone', value: '+84912345678' },
  ])
})

test('a customer without an address or a number has no contact point of that kind', () => {
  const customer = aCustomer({ email: null, phone: null })
  expect(contactPointsOf(OUR_CHANNELS, customer)).toEqual([])
  expect(email && contactPointOf(email, customer)).toBeUndefined()
})

test('two channels over one number give one contact point', () => {
  const call = channelOf(OUR_CHANNELS, 'call')
  const customer = aCustomer({ email: null, phone: '+84912345678' })
  expect(contactPointsOf([call, { ...call, id: 'text' }], customer)).toEqual([{ kind: 'phone', value: '+84912345678' }])
})

test.each([
  ['email', 'lan@example.com', true],
  ['email', 'lan@', false],
  ['call', '+84912345678', true],
  ['call', '0912345678', false],
])('%s: can %s be used? %s', (id, value, usable) => {
  expect(channelOf(OUR_CHANNELS, id).contactPoint.isUsable(value, aCustomer())).toBe(usable)
})

test('customers choose among the channels that campaigns use', () => {
  expect(offered(OUR_CHANNELS, new Set(['email'])).map(({ id }) => id)).toEqual(['email'])
  expect(offered(OUR_CHANNELS, new Set(['email', 'call'])).map(({ id }) => id)).toEqual(['email', 'call'])
  // Confirmations of stops go by letter, also where no campaign does.
  expect(offered(OUR_CHANNELS, new Set()).map(({ id }) => id)).toEqual(['email'])
})

test('a channel that the table does not hold is a fault', () => {
  expect(() => channelOf(OUR_CHANNELS, 'pigeon')).toThrow('no channel pigeon')
})
