import { describe, expect, test } from 'vitest'
import { readKeyRing, writtenKeyRing } from '#adapters/crypto/key-ring.ts'
import { withCurrentKey, withNewKey } from '#adapters/crypto/rotate-keys.ts'
import { storeSecret } from '#adapters/secrets-manager/secrets.ts'
import { sealsFromEnv, tillKeyFromEnv } from '#functions/wiring/seals-from-env.ts'
import { secretsAtWork } from '#test/support/secrets-at-work.ts'

const ONE = 'the first key, of at least thirty-two characters'
const TWO = 'the second key, of at least thirty-two characters'
const NOW = '2027-02-06T02:00:00.000Z'
const LINK = { use: 'survey', fields: ['c-001', 'nps_2027-02-06'], expiresAt: '2028-01-01T00:00:00.000Z' } as const
const MINUTE = 60_000

/** Two functions that run all the time, each with the keys as it read them, and a real clock that is moved by hand. */
async function twoFunctions() {
  const { client, arn, stop } = await secretsAtWork({ seal: ONE })
  const clock = { ms: 0 }
  const unread: unknown[] = []
  const reading = { secrets: client, secretUnread: (error: unknown) => unread.push(error), epochMs: () => clock.ms }
  const env = { SEAL_SECRET_ARN: arn('seal') }
  const start = () => sealsFromEnv(env, reading)
  const store = (text: string) => storeSecret({ client, secretId: arn('seal') }, text)
  return { sender: await start(), pages: await start(), start, store, clock, unread, stop }
}

describe('the keys of seals', () => {
  test('change in two steps without a moment in which a link does not open', async () => {
    const { sender, pages, start, store, clock } = await twoFunctions()
    const open = (token: string) => pages.openLink(token, { use: 'survey', now: NOW })
    const old = sender.linkToken(LINK)
    const added = withNewKey(readKeyRing(ONE), TWO).ring

    await store(writtenKeyRing(added))
    clock.ms += 10 * MINUTE
    expect(await open(old)).toEqual({ fields: LINK.fields })
    await store(writtenKeyRing(withCurrentKey(added, { number: 2, at: NOW })))
    const started = await start()
    const fresh = started.linkToken(LINK)
    expect(fresh).toMatch(/^2\./)
    expect(await open(fresh)).toEqual({ fields: LINK.fields })
    expect(await open(old)).toEqual({ fields: LINK.fields })

    // The sender has not started anew: it learns of the key while it works.
    clock.ms += 6 * MINUTE
    sender.linkToken(LINK)
    await sender.openLink(old, { use: 'survey', now: NOW })
    expect(sender.linkToken(LINK)).toBe(fresh)
    expect(sender.voucherCode(VOUCHER)).toBe(started.voucherCode(VOUCHER))
  })

  test('that were put to use without waiting are found when a link names them', async () => {
    const { pages, start, store, clock } = await twoFunctions()
    await store(writtenKeyRing(withCurrentKey(withNewKey(readKeyRing(ONE), TWO).ring, { number: 2, at: NOW })))
    const token = (await start()).linkToken(LINK)
    clock.ms += MINUTE
    expect(await pages.openLink(token, { use: 'survey', now: NOW })).toEqual({ fields: LINK.fields })
  })

  test('a retired key opens nothing within five minutes', async () => {
    const { sender, pages, store, clock } = await twoFunctions()
    const old = sender.linkToken(LINK)
    const rotated = withCurrentKey(withNewKey(readKeyRing(ONE), TWO).ring, { number: 2, at: NOW })
    await store(writtenKeyRing({ ...rotated, retired: new Set([1]) }))
    clock.ms += 5 * MINUTE
    expect(await pages.openLink(old, { use: 'survey', now: NOW })).toBeUndefined()
  })

  test('that were spoiled or cannot be reached go on as they were in what runs, are told, and start nothing new', async () => {
    const { sender, pages, start, store, clock, unread, stop } = await twoFunctions()
    const old = sender.linkToken(LINK)
    await store('{"current":2}')
    clock.ms += 5 * MINUTE
    expect(await pages.openLink(old, { use: 'survey', now: NOW })).toEqual({ fields: LINK.fields })
    expect(unread.map(String)).toEqual([expect.stringContaining('cannot be used')])
    await expect(start()).rejects.toThrow('cannot be used')
    await stop()
    clock.ms += 5 * MINUTE
    expect(await pages.openLink(old, { use: 'survey', now: NOW })).toEqual({ fields: LINK.fields })
    expect(unread).toHaveLength(2)
  })
})

describe('the till key', () => {
  async function atTheTill(key: string) {
    const { client, arn, stop } = await secretsAtWork({ till: key })
    const clock = { ms: 0 }
    const reading = { secrets: client, secretUnread: () => {}, epochMs: () => clock.ms }
    const till = tillKeyFromEnv({ TILL_SECRET_ARN: arn('till') }, reading)
    return { till, clock, stop, change: (text: string) => storeSecret({ client, secretId: arn('till') }, text) }
  }

  test('is the secret’s text, whole and exact; a line end that a file brought does not count', async () => {
    const { till } = await atTheTill('quầy số 1\n')
    expect(await till.isRight('quầy số 1')).toBe(true)
    for (const wrong of ['', 'quầy số', 'quầy số 1 ', 'Quầy số 1', undefined, new File(['quầy số 1'], 'key.txt')])
      expect(await till.isRight(wrong)).toBe(false)
  })

  test('changes without a deployment: the new one holds within a minute, the old one no longer than five', async () => {
    const { till, clock, change } = await atTheTill('quay-1234')
    expect(await till.isRight('quay-1234')).toBe(true)
    await change('quay-5678')
    clock.ms = MINUTE
    expect(await till.isRight('quay-5678')).toBe(true)
    expect(await till.isRight('quay-1234')).toBe(false)
    await change('quay-9999')
    clock.ms += 5 * MINUTE
    expect(await till.isRight('quay-5678')).toBe(false)
  })

  test('that cannot be read just now: the one known before redeems, and of another it is not said that it is wrong', async () => {
    const { till, clock, change, stop } = await atTheTill('quay-1234')
    expect(await till.isRight('quay-1234')).toBe(true)
    await change('quay-5678')
    await stop()
    clock.ms = MINUTE
    expect(await till.isRight('quay-1234')).toBe(true)
    await expect(till.isRight('quay-5678')).rejects.toMatchObject({ name: 'SecretUnreadError' })
  })

  test('that is too short to be one redeems nothing, and a right one that follows does', async () => {
    const { till, change } = await atTheTill('1234')
    await expect(till.isRight('1234')).rejects.toThrow('at least 8 characters')
    await change('quay-1234')
    expect(await till.isRight('quay-1234')).toBe(true)
  })
})

const VOUCHER = { campaignId: 'birthday', occasionKey: 'birthday:2027', customerId: 'c-001' }
