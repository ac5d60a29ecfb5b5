import { expect, test } from 'vitest'
import { inNetworks } from '#functions/customer/company-networks.ts'

test.each([
  ['203.0.113.0', true],
  ['203.0.113.255', true],
  ['203.0.114.0', false],
  ['::ffff:203.0.113.7', true],
  ['198.51.100.7', true],
  ['198.51.100.8', false],
  ['2001:db8:1:ffff::1', true],
  ['2001:db8:2::1', false],
  ['2001:DB8:1::1%eth0', true],
  ['', false],
  ['unknown', false],
  ['203.0.113.7.evil.example', false],
])('%s is the company’s own: %s', (address, own) => {
  expect(inNetworks(['203.0.113.0/24', '198.51.100.7/32', '2001:db8:1::/48'])(address)).toBe(own)
})

test('a company without networks owns none', () => {
  expect(inNetworks([])('203.0.113.7')).toBe(false)
})
