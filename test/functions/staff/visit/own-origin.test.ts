import { expect, test } from 'vitest'
import { isOwnOrigin } from '#functions/staff/visit/own-origin.ts'

const STAFF = 'https://staff.example.com'
const LOCAL = 'http://127.0.0.1:8420'

test.each([
  [STAFF, STAFF],
  [LOCAL, LOCAL],
  ['http://localhost:8420', LOCAL],
  ['http://[::1]:8420', LOCAL],
])('a form of %s is our own at %s', (origin, appUrl) => {
  expect(isOwnOrigin(origin, appUrl)).toBe(true)
})

test.each([
  ['https://evil.example', STAFF],
  [`${STAFF}:8443`, STAFF],
  ['http://staff.example.com', STAFF],
  ['https://localhost', STAFF],
  ['http://localhost:8421', LOCAL],
  ['https://localhost:8420', LOCAL],
  ['http://localhost.evil.example:8420', LOCAL],
  ['http://localhost:8420/', LOCAL],
  ['null', LOCAL],
  ['', LOCAL],
])('a form of "%s" is not our own at %s', (origin, appUrl) => {
  expect(isOwnOrigin(origin, appUrl)).toBe(false)
})
