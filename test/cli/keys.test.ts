import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { readKeyRing } from '#adapters/crypto/key-ring.ts'
import { cryptoSeals } from '#adapters/crypto/seals.ts'
import { readSecret, storeSecret } from '#adapters/secrets-manager/secrets.ts'
import type { PlaceToWork } from '#cli/place-to-work.ts'
import { runCare } from '#test/cli/care-run.ts'
import { theCompanyRules } from '#test/support/builders.ts'
import { secretsAtWork } from '#test/support/secrets-at-work.ts'

const ONE = 'the first key, of at least thirty-two characters'
const nowhere = () => Promise.reject(new Error('keys need nothing else'))

/** `care keys` on a Secrets Manager; `later` lets the clock of the machine go on. */
async function keysAtWork() {
  const { client, arn } = await secretsAtWork({ seal: ONE })
  const secret = { client, secretId: arn('seal') }
  const place: PlaceToWork = {
    isThere: () => true,
    stores: nowhere,
    work: nowhere,
    personal: nowhere,
    provider: nowhere,
    sealSecret: async () => secret,
    suppressions: () => Promise.reject(new Error('no suppression is looked for')),
    finder: () => Promise.reject(new Error('no customer is looked for')),
    workTable: () => Promise.reject(new Error('no stored work here')),
    staffTable: () => Promise.reject(new Error('no stored log here')),
    facts: () => Promise.reject(new Error('no facts here')),
    figures: () => Promise.reject(new Error('no figures here')),
    companyRules: () => theCompanyRules(),
    close: async () => {},
  }
  const text = async () => (await readSecret(secret)).text
  return {
    secret,
    text,
    care: (...args: string[]) => runCare(place, ['keys', ...args]),
    later: (minutes: number) => {
      const now = Date.now() + minutes * 60_000
      vi.spyOn(Date, 'now').mockReturnValue(now)
      onTestFinished(() => void vi.restoreAllMocks())
    },
  }
}

describe('care keys', () => {
  test('rotates: add, wait, use, and the old key opens until it is retired', async () => {
    const { care, text, later } = await keysAtWork()
    expect((await care()).printed.split('\n')).toEqual([
      'key 1: seals and opens; voucher codes are made with it for good',
      'suppressions: a key of its own; it never changes, because no suppressed address or number could be found again under another',
    ])

    const added = await care('add')
    expect(added.printed).toMatch(
      /^key 2: added; from \d{4}-\d\d-\d\d \d\d:\d\d \(Asia\/Ho_Chi_Minh, real time\) on: care keys use 2$/,
    )
    const early = await care('use', '2')
    expect(early).toMatchObject({ exitCode: 1, printed: '' })
    expect(early.refused[0]).toContain('not every function knows the keys')
    expect(readKeyRing(await text()).current).toBe(1)

    const link = { use: 'survey', fields: ['c-001'], expiresAt: '2099-01-01T00:00:00.000Z' } as const
    const old = cryptoSeals({ secret: await text() }).linkToken(link)
    later(10)
    expect(await care('use', '2')).toMatchObject({ exitCode: 0, printed: 'key 2: seals from now on' })
    const listed = (await care('list')).printed.split('\n')
    expect(listed[0]).toMatch(
      /^key 1: opens; sealed until .*, the last of its links ends .* \(Asia\/Ho_Chi_Minh, real time\); voucher codes are made with it/,
    )
    expect(listed[1]).toBe('key 2: seals and opens')
    const seals = cryptoSeals({ secret: await text() })
    expect(seals.linkToken(link)).toMatch(/^2\./)
    expect(await seals.openLink(old, { use: 'survey', now: '2027-01-01T00:00:00.000Z' })).toEqual({ fields: ['c-001'] })

    const asked = await care('retire', '1')
    expect(asked.exitCode).toBe(1)
    expect(asked.refused.join()).toContain('the last of its links ends')
    expect((await care('retire', '1', '--yes')).printed).toBe('key 1: retired; it opens nothing any more')
    const without = cryptoSeals({ secret: await text() })
    expect(await without.openLink(old, { use: 'survey', now: '2027-01-01T00:00:00.000Z' })).toBeUndefined()
    expect(without.voucherCode(VOUCHER)).toBe(cryptoSeals({ secret: ONE }).voucherCode(VOUCHER))
  })

  test('never shows a key, nor makes a short one', async () => {
    const { care, text, later } = await keysAtWork()
    const said = [await care(), await care('add')]
    later(10)
    said.push(await care('use', '2'), await care('use', '2'), await care('retire', '2', '--yes'), await care('list'))
    for (const key of readKeyRing(await text()).keys.values()) {
      expect(key.length).toBeGreaterThanOrEqual(32)
      expect(JSON.stringify(said)).not.toContain(key)
    }
  })

  test.each([
    [['use', '3'], 'there is no key 3'],
    [['use', '1'], 'key 1 is the current one already'],
    [['retire', '1', '--yes'], 'key 1 is the current one: use another first'],
    [['retire', '3'], 'key 3: there is no such key'],
  ])('care keys %j is refused, and nothing changes', async (args, reason) => {
    const { care, text, later } = await keysAtWork()
    later(10)
    const { exitCode, refused } = await care(...args)
    expect([exitCode, refused[0]]).toEqual([1, reason])
    expect(await text()).toBe(ONE)
  })

  test('a number that is none is wrong usage', async () => {
    const { care } = await keysAtWork()
    expect(await care('use', 'two')).toMatchObject({ exitCode: 2, usage: expect.stringContaining('the number of a key') })
  })

  test.each(['use', 'retire'])('the key of suppressions has no number and never changes: care keys %s says so', async (act) => {
    const { care, text } = await keysAtWork()
    const { exitCode, usage } = await care(act, 'suppressions', ...(act === 'retire' ? ['--yes'] : []))
    expect([exitCode, usage]).toEqual([2, expect.stringContaining('The key of suppressions is not numbered: it never changes')])
    expect(await text()).toBe(ONE)
  })

  test('a secret that somebody spoiled is told, and left as it is', async () => {
    const { care, secret, text } = await keysAtWork()
    await storeSecret(secret, '{"current":2}')
    await expect(care('add')).rejects.toThrow('cannot be used')
    expect(await text()).toBe('{"current":2}')
  })
})

const VOUCHER = { campaignId: 'birthday', occasionKey: 'birthday:2027', customerId: 'c-001' }
