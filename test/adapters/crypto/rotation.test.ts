/** What a change of keys does to links, reply addresses and codes that are out. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type KeyRing, LAST_KEY, readKeyRing } from '#adapters/crypto/key-ring.ts'
import { withCurrentKey, withNewKey, withoutKey } from '#adapters/crypto/rotate-keys.ts'
import { cryptoSeals, sealsWith } from '#adapters/crypto/seals.ts'
import { fixedValue, keptValue } from '#adapters/kept-value.ts'
import { stableHash } from '#core/customer/stable-hash.ts'
import { addDays } from '#core/time/local-date.ts'
import { keysUnread } from '#test/support/keys-unread.ts'

const ONE = 'a secret of at least thirty-two characters'
const TWO = 'the second key, of at least thirty-two characters'
const NOW = '2027-02-06T02:00:00.000Z'
const LINK = { use: 'unsubscribe', fields: ['c-001', 'care'], expiresAt: '2028-01-01T00:00:00.000Z' } as const
const MAIL = { use: 'reply', customerId: 'c-001', campaignId: 'csat-after-delivery', date: '2027-03-10' } as const
const VOUCHER = { campaignId: 'birthday', occasionKey: 'birthday:2027', customerId: 'c-001' }

/** Made by the version that had one key without a number, from `ONE`. */
const BEFORE = {
  link: 'MjQ6MjAyOC0wMS0wMVQwMDowMDowMC4wMDBaNTpjLTAwMTQ6Y2FyZQ.Qm7YHOAJw0iYXZLev1cJeM_DM7Y0WkxRdT450DhFEIc',
  code: 'TMAS-CTNM-4SK8',
  reply: 'r+00kcm77c852p6b9g60ryekn44aan7q9a7eh0',
  stop: 's+04kanvpfcd6ky984w17rjgekk86061f85gsg3hs8n4kr6zatpz05a',
  hash: '3b2ce572a30582fccbd236ac18acfb4aab364ca2904717fecfbd146ee0fdcb44',
}

const added = withNewKey(readKeyRing(ONE), TWO).ring
const rotated = withCurrentKey(added, { number: 2, at: NOW })
const retired = withoutKey(rotated, 1)
const sealing = (ring: KeyRing) => sealsWith(fixedValue(ring))
const open = (ring: KeyRing, token: string) => sealing(ring).openLink(token, { use: 'unsubscribe', now: NOW })

describe('what the version before made', () => {
  test.each([
    ['one key', readKeyRing(ONE)],
    ['a second key added', added],
    ['the second key in use', rotated],
  ])('opens with %s, and codes and hashes are the same', async (_when, ring) => {
    const seals = sealing(ring)
    expect(await open(ring, BEFORE.link)).toEqual({ fields: ['c-001', 'care'] })
    expect(await seals.openReplyLocalPart(BEFORE.reply)).toMatchObject({ use: 'reply', customerId: 'c-001', date: '2027-03-10' })
    expect(await seals.openReplyLocalPart(BEFORE.stop)).toMatchObject({
      use: 'stop',
      customerId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
      campaignTag: stableHash('tet-greeting'),
    })
    expect(seals.voucherCode(VOUCHER)).toBe(BEFORE.code)
    expect(seals.addressHash('Anh@Example.com')).toBe(BEFORE.hash)
  })

  test('opens no more once the first key is retired; codes of vouchers stay even then', async () => {
    const seals = sealing(retired)
    expect(await open(retired, BEFORE.link)).toBeUndefined()
    expect(await seals.openReplyLocalPart(BEFORE.reply)).toBeUndefined()
    expect(seals.voucherCode(VOUCHER)).toBe(BEFORE.code)
  })

  test('is what a deployment with one key still makes, letter by letter', () => {
    const seals = cryptoSeals({ secret: ONE })
    expect([seals.linkToken(LINK), seals.replyLocalPart(MAIL)]).toEqual([BEFORE.link, BEFORE.reply])
  })
})

describe('what the second key makes', () => {
  const seals = sealing(rotated)

  test('names its number, opens where that key is known, and nowhere else', async () => {
    const token = seals.linkToken(LINK)
    expect(token).toMatch(/^2\.[\w-]+\.[\w-]{43}$/)
    expect(await open(rotated, token)).toEqual({ fields: ['c-001', 'care'] })
    expect(await open(added, token)).toEqual({ fields: ['c-001', 'care'] })
    expect(await open(retired, token)).toEqual({ fields: ['c-001', 'care'] })
    expect(await open(readKeyRing(ONE), token)).toBeUndefined()
  })

  test.each(['1.', '3.', '02.', '2.2.', '+2.', '2', '129.', '', '.'])('under the number %j it is refused', async (number) => {
    expect(await open(rotated, `${number}${seals.linkToken(LINK).slice(2)}`)).toBeUndefined()
  })

  test('has one spelling: a token of the first key is refused when it names that', async () => {
    expect(await open(rotated, `1.${BEFORE.link}`)).toBeUndefined()
    expect(await open(rotated, `2.${BEFORE.link}`)).toBeUndefined()
  })

  test('a network is told apart anew', () => {
    expect(seals.networkHash('203.0.113.7')).not.toBe(cryptoSeals({ secret: ONE }).networkHash('203.0.113.7'))
    expect(seals.networkHash('203.0.113.7')).toBe(sealing(rotated).networkHash('203.0.113.7'))
  })
})

test('a reply address of any key stays within 64 characters and opens with that key alone, in any case of letters', async () => {
  const id = fc.oneof(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,20}$/), fc.uuid())
  await fc.assert(
    fc.asyncProperty(
      id,
      fc.integer({ min: 1, max: LAST_KEY }),
      fc.constantFrom('reply' as const, 'stop' as const),
      fc.integer({ min: 0, max: 65_535 }),
      async (customerId, number, use, day) => {
        const keys = new Map([[1, ONE]]).set(number, number === 1 ? ONE : `${number} ${TWO}`)
        const ring: KeyRing = { ...readKeyRing(ONE), keys, current: number }
        const date = addDays('2000-01-01', day)
        const localPart = sealing(ring).replyLocalPart({ use, customerId, campaignId: 'tet-greeting', date }) ?? ''
        expect(localPart).toMatch(/^[rs]\+[0-9a-z]+$/)
        expect(localPart.length).toBeLessThanOrEqual(64)
        const opened = { use, customerId, campaignTag: stableHash('tet-greeting'), date }
        expect(await sealing(ring).openReplyLocalPart(localPart.toUpperCase())).toEqual(opened)
        expect(await sealing({ ...ring, current: 1 }).openReplyLocalPart(localPart)).toEqual(opened)
        const others = new Map([[1, `1 ${TWO}`]]).set(number, `other ${TWO}`)
        expect(await sealing({ ...ring, keys: others }).openReplyLocalPart(localPart)).toBeUndefined()
      },
    ),
  )
})

test('a number that is not known yet is asked for at once, and again no sooner than a minute later', async () => {
  let secret = ONE
  let reads = 0
  let ms = 0
  const read = async () => {
    reads++
    return readKeyRing(secret)
  }
  const seals = sealsWith(await keptValue({ read, epochMs: () => ms, failed: () => {} }))
  const token = sealing(rotated).linkToken(LINK)
  const localPart = sealing(rotated).replyLocalPart(MAIL) ?? ''
  ms = 61_000
  expect(await seals.openLink(token, { use: 'unsubscribe', now: NOW })).toBeUndefined()
  expect(reads).toBe(2)
  secret = JSON.stringify({ current: 2, keys: { 1: ONE, 2: TWO } })
  expect(await seals.openReplyLocalPart(localPart)).toBeUndefined()
  expect(reads).toBe(2)
  ms = 122_000
  expect(await seals.openReplyLocalPart(localPart)).toMatchObject({ customerId: 'c-001' })
  expect(await seals.openLink(token, { use: 'unsubscribe', now: NOW })).toEqual({ fields: ['c-001', 'care'] })
  expect(reads).toBe(3)
})

describe('while the secret cannot be read', () => {
  test('a number that is not known yet is no forgery, and opens as soon as the secret can be read again', async () => {
    const { behind, rotated: sealer, comesBack, reads } = await keysUnread(ONE)
    const [token, localPart] = [sealer.linkToken(LINK), sealer.replyLocalPart(MAIL) ?? '']
    const open = () => behind.openLink(token, { use: 'unsubscribe', now: NOW })
    for (let time = 0; time < 3; time++) {
      await expect(open()).rejects.toMatchObject({ name: 'SecretUnreadError' })
      await expect(behind.openReplyLocalPart(localPart)).rejects.toMatchObject({ name: 'SecretUnreadError' })
    }
    expect(reads()).toBe(2)
    comesBack()
    expect(await open()).toEqual({ fields: ['c-001', 'care'] })
    expect(await behind.openReplyLocalPart(localPart)).toMatchObject({ customerId: 'c-001' })
  })

  test('what needs no reading is answered as ever: a known key opens, its forgery is one, a retired number opens nothing', async () => {
    const known = await keysUnread(ONE)
    const token = cryptoSeals({ secret: ONE }).linkToken(LINK)
    expect(await known.behind.openLink(token, { use: 'unsubscribe', now: NOW })).toEqual({ fields: ['c-001', 'care'] })
    expect(await known.behind.openLink(`${token}A`, { use: 'unsubscribe', now: NOW })).toBeUndefined()
    expect(await known.behind.openLink('no token', { use: 'unsubscribe', now: NOW })).toBeUndefined()

    let broken = false
    const read = async () => {
      if (broken) throw new Error('away')
      return { ...rotated, current: 1, retired: new Set([2]) }
    }
    const retired = sealsWith(await keptValue({ read, epochMs: () => (broken ? 600_000 : 0), failed: () => {} }))
    broken = true
    expect(await retired.openLink(sealing(rotated).linkToken(LINK), { use: 'unsubscribe', now: NOW })).toBeUndefined()
  })
})
