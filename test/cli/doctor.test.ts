/** `care doctor`, over made answers of the provider, and against a whole system whose provider is in trouble. */
import { expect, onTestFinished, test } from 'vitest'
import { placeToWork } from '#cli/place-to-work.ts'
import { findingInWords } from '#cli/words-of-findings.ts'
import { careInMemory, careWithoutStores, runCare } from '#test/cli/care-run.ts'
import { smallCompany } from '#test/support/small-company.ts'

test('a sender who is well: quota, nothing planned, exit code 0', async () => {
  const { care, provider } = careInMemory()
  provider.become({
    account: { sendingEnabled: true, production: true, standing: 'healthy', perDay: 50_000, perSecond: 14 },
  })
  const { printed, refused, exitCode } = await care('doctor')
  expect(exitCode).toBe(0)
  expect(refused).toEqual([])
  expect(printed).toContain('quota: 50000 in 24 hours, 14 a second')
  expect(printed).toContain('nothing is planned')
  expect(printed).toContain('all is well')
})

test('what is wrong comes with what it does and how it is mended, the gravest first; exit code 1', async () => {
  const { care, provider } = careInMemory()
  provider.become({
    account: { sendingEnabled: false, production: false, standing: 'healthy', perDay: 200, perSecond: 1 },
    identity: {
      name: 'example.com',
      verified: false,
      signs: false,
      mailFrom: { domain: 'bounce.example.com', verified: false, whenNot: 'sends-anyway' },
    },
  })
  const { printed, refused, exitCode } = await care('doctor')
  expect(exitCode).toBe(1)
  expect(refused).toEqual(['4 to mend'])
  const places = ['sending is paused for the account', 'example.com is not verified', 'sandbox', 'bounce.example.com'].map(
    (word) => printed.indexOf(word),
  )
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(printed.match(/^ {2}mend: .{10}/gm)).toHaveLength(4)
})

test('--json says the same to programs', async () => {
  const { care, provider, stops } = careInMemory()
  provider.become({ configurationSet: null })
  const stop = {
    fault: 'configuration-set-gone' as const,
    since: '2027-03-10T01:00:00.000Z',
    probeAt: '2027-03-10T02:10:00.000Z',
    probes: 4,
    probingSince: null,
    told: true,
  }
  await stops.put({ stop, version: 1 })
  const { printed, exitCode } = await care('doctor', '--json')
  expect(exitCode).toBe(1)
  expect(JSON.parse(printed)).toMatchObject({
    healthy: false,
    findings: [
      {
        kind: 'sending-stopped',
        gravity: 'stops',
        stop: { fault: 'configuration-set-gone', probes: 4 },
        wrong: expect.stringMatching(/since 2027-03-10 08:00, .*the next at 2027-03-10 09:10; times are Asia\/Ho_Chi_Minh\)$/),
      },
      { kind: 'configuration-set-missing', gravity: 'stops', wrong: expect.any(String), mend: 'deploy again' },
    ],
    configurationSet: null,
  })
})

test('without a system that runs there is nobody to ask', async () => {
  const { care } = careInMemory()
  const place = {
    isThere: () => false,
    stores: async () => ({}) as never,
    work: async () => ({ out: '' }),
    personal: () => Promise.reject(new Error('nobody')),
    sealSecret: () => Promise.reject(new Error('nobody')),
    suppressions: () => Promise.reject(new Error('no suppression is looked for')),
    finder: () => Promise.reject(new Error('no customer is looked for')),
    workTable: () => Promise.reject(new Error('no stored work here')),
    staffTable: () => Promise.reject(new Error('no stored log here')),
    facts: () => Promise.reject(new Error('no facts here')),
    figures: () => Promise.reject(new Error('no figures here')),
    provider: async () => ({ out: 'no system is running: start it with npm start' }),
    companyRules: () => {
      throw new Error('no company rules')
    },
    close: async () => {},
  }
  expect(await runCare({ ...place, stores: async () => ({ company: {} }) as never }, ['doctor'])).toMatchObject({
    exitCode: 1,
    refused: ['no system is running: start it with npm start'],
  })
  expect(await careWithoutStores('doctor', '--help')).toMatchObject({ exitCode: 0 })
  expect((await care('doctor')).exitCode).toBe(0)
})

test('every finding says how it is mended', () => {
  const why = { unanswered: 'no-answer', detail: 'AccessDenied' } as const
  const day = { date: '2027-03-10', mails: 9 }
  const stop = {
    fault: 'unreachable',
    since: '2027-03-10T01:00:00.000Z',
    probeAt: '2027-03-10T02:10:00.000Z',
    probes: 1,
    probingSince: null,
    told: true,
  } as const
  const all = [
    { kind: 'sending-stopped', stop },
    { kind: 'account-suspended' },
    { kind: 'account-under-review' },
    { kind: 'sending-disabled' },
    { kind: 'sandbox' },
    { kind: 'identity-missing' },
    { kind: 'identity-not-verified', identity: 'x.vn' },
    { kind: 'not-signed', identity: 'x.vn' },
    { kind: 'mail-from-not-verified', domain: 'b.x.vn', rejects: true },
    { kind: 'configuration-set-missing' },
    { kind: 'configuration-set-paused', name: 'care' },
    { kind: 'quota-short', perDay: 5, day },
    { kind: 'unanswered', about: 'account', why },
  ] as const
  const said = all.map((finding) => findingInWords(finding, { sender: 'care@x.vn', zone: 'Asia/Ho_Chi_Minh' }))
  expect(new Set(said.map(({ wrong }) => wrong)).size).toBe(all.length)
  for (const { wrong, mend } of said) expect([wrong.length > 10, mend.length > 10]).toEqual([true, true])
})

test('asks the provider of the system it works on, which tells the truth', async () => {
  const company = smallCompany({ startOn: '2027-02-03' })
  const system = await company.start()
  const place = placeToWork({ environment: system.stack.environment, warn: () => {} })
  onTestFinished(async () => {
    await place.close()
    await system.stop()
    company.remove()
  })
  expect(await runCare(place, ['doctor'])).toMatchObject({ exitCode: 0, refused: [] })
  const { mailAccount } = system.stack
  mailAccount.unverified.add('chamsoc@trasenviet.example.com')
  mailAccount.productionAccess = false
  const ill = await runCare(place, ['doctor'])
  expect(ill.exitCode).toBe(1)
  expect(ill.printed).toContain('chamsoc@trasenviet.example.com is not verified')
  expect(ill.printed).toContain('sandbox')
})
