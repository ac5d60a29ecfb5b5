/** Who may come in: from the roster's publication to a request, on the memory adapters. */

import { expect, test } from 'vitest'
import { memoryAuditLog, memoryRosterStore, memorySessionStore, memorySubjectStore } from '#adapters/memory/staff-stores.ts'
import type { Identity } from '#app/ports/staff.ts'
import { publishRoster } from '#app/staff/publish-roster.ts'
import { signIn } from '#app/staff/sign-in.ts'
import { visitorOf } from '#app/staff/visitor.ts'
import { NO_PLAN } from '#core/duty/team.ts'
import { actsInLog } from '#core/staff/acts-in-log.ts'
import type { StaffMember } from '#core/staff/roster.ts'
import { readLines } from '#test/support/audit-lines.ts'

const AT = '2027-03-10T02:00:00.000Z'
const MAI: StaffMember = { name: 'Lê Ngọc Mai', address: 'mai@trasen.example.com', team: 'Chăm sóc', role: 'lead' }
const BAO: StaffMember = { name: 'Trần Bảo', address: 'bao@trasen.example.com', team: 'Chăm sóc', role: 'agent' }
const identity = (over: Partial<Identity> = {}): Identity => ({
  issuer: 'https://id.example.com',
  subject: 's-mai',
  address: 'Mai@trasen.example.com',
  isVerified: true,
  ...over,
})

async function company(...people: readonly StaffMember[]) {
  const kept: string[][] = []
  const accounts = {
    keepOnly: async (all: readonly { readonly address: string }[]) => {
      kept.push(all.map(({ address }) => address))
      return { created: 0, renewed: 0, disabled: 0, failed: [] }
    },
  }
  const ports = {
    roster: memoryRosterStore(),
    sessions: memorySessionStore(),
    subjects: memorySubjectStore(),
    auditLog: memoryAuditLog(),
    events: { staffActUnclosed: () => {} },
    accounts,
  }
  const publish = (...of: readonly StaffMember[]) =>
    publishRoster(ports, { roster: { people: of, plan: NO_PLAN }, by: 'huy', at: AT })
  await publish(...people)
  return { ...ports, kept, publish }
}

test('a person on the roster comes in with the verified address, and is who the roster says', async () => {
  const ports = await company(MAI, BAO)
  const signed = await signIn(ports, { identity: identity(), sessionId: 'one', realNow: AT })
  expect(signed).toMatchObject({ member: MAI, session: { expiresAt: '2027-03-10T14:00:00.000Z' } })
  const key = { address: MAI.address, sessionId: 'one' }
  expect(await visitorOf(ports, { key, realNow: '2027-03-10T13:59:59.999Z' })).toEqual(MAI)
  expect(await visitorOf(ports, { key, realNow: '2027-03-10T14:00:00.000Z' })).toEqual({ refused: 'session-expired' })
})

test.each([
  ['no address', { address: null }, 'no-address'],
  ['an address that nobody verified', { isVerified: false }, 'unverified'],
  ['an address that is not on the roster', { address: 'khac@trasen.example.com' }, 'not-on-roster'],
] as const)('with %s nobody comes in, and nothing is bound', async (_what, over, refused) => {
  const ports = await company(MAI)
  expect(await signIn(ports, { identity: identity(over), sessionId: 'one', realNow: AT })).toEqual({ refused })
  expect(await signIn(ports, { identity: identity(), sessionId: 'two', realNow: AT })).toMatchObject({ member: MAI })
})

test('another mailbox, whose address Unicode folds onto that of a colleague, lets nobody in', async () => {
  const khanh = { ...BAO, address: 'khanh@trasen.example.com' }
  const ports = await company(MAI, khanh)
  for (const address of ['\u212Ahanh@trasen.example.com', '\uFF4Bhanh@trasen.example.com']) {
    const other = identity({ subject: 's-other', address })
    expect(await signIn(ports, { identity: other, sessionId: 'one', realNow: AT })).toEqual({ refused: 'not-on-roster' })
  }
  const own = identity({ subject: 's-khanh', address: ' KHANH@TRASEN.example.com ' })
  expect(await signIn(ports, { identity: own, sessionId: 'two', realNow: AT })).toMatchObject({ member: khanh })
})

test('another account at the issuer with the same address is refused, until the roster lets the address go', async () => {
  const ports = await company(MAI, BAO)
  await signIn(ports, { identity: identity(), sessionId: 'one', realNow: AT })
  const other = identity({ subject: 's-other' })
  expect(await signIn(ports, { identity: other, sessionId: 'two', realNow: AT })).toEqual({ refused: 'bound-to-another' })
  await ports.publish(BAO)
  await ports.publish(BAO, MAI)
  expect(await signIn(ports, { identity: other, sessionId: 'three', realNow: AT })).toMatchObject({ member: MAI })
})

test('whoever leaves the roster is out at the next request and told that they left it, and their session does not come back with them', async () => {
  const ports = await company(MAI, BAO)
  await signIn(ports, { identity: identity(), sessionId: 'one', realNow: AT })
  const visit = () => visitorOf(ports, { key: { address: MAI.address, sessionId: 'one' }, realNow: AT })
  await ports.publish(BAO)
  expect(await visit()).toEqual({ refused: 'not-on-roster' })
  await ports.publish(BAO, MAI)
  expect(await visit()).toEqual({ refused: 'session-ended' })
})

test('a new role holds at the next request', async () => {
  const ports = await company(MAI, BAO)
  await signIn(ports, { identity: identity(), sessionId: 'one', realNow: AT })
  await ports.publish({ ...MAI, role: 'agent' }, BAO)
  expect(await visitorOf(ports, { key: { address: MAI.address, sessionId: 'one' }, realNow: AT })).toMatchObject({
    role: 'agent',
  })
})

/** The call with this number throws, before or after it has worked; counted over everything that a publication reads, writes and removes. */
function breakingAt<Ports extends object>(
  ports: Ports,
  { at, when }: { readonly at: number; readonly when: 'before' | 'after' },
): { readonly ports: Ports; readonly broke: () => boolean } {
  let calls = 0
  const counted = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (of, name) => {
        const method: unknown = Reflect.get(of, name)
        return async (...args: readonly unknown[]) => {
          const breaks = ++calls === at
          const worked =
            breaks && when === 'before' ? undefined : await (typeof method === 'function' && Reflect.apply(method, of, args))
          if (breaks) throw new Error(`call ${at}: ${String(name)}`)
          return worked
        }
      },
    })
  const entries = Object.entries(ports).map(([name, port]) => [name, counted(port)])
  return { ports: Object.fromEntries(entries) as Ports, broke: () => calls >= at }
}

test.each(['before', 'after'] as const)(
  'a publication that breaks off %s any of its steps is finished by the next, and the address is free for the next person',
  async (when) => {
    let broken = 0
    for (let at = 1; ; at++) {
      const { kept, publish, ...ports } = await company(MAI, BAO)
      await signIn(ports, { identity: identity(), sessionId: 'one', realNow: AT })
      const breaking = breakingAt({ ...ports }, { at, when })
      await publishRoster(breaking.ports, { roster: { people: [BAO], plan: NO_PLAN }, by: 'huy', at: AT }).catch(() => {})
      if (!breaking.broke()) break
      broken++
      await publish(BAO)
      expect(await ports.sessions.get({ address: MAI.address, sessionId: 'one' })).toBeUndefined()
      expect(kept.at(-1)).toEqual([BAO.address])
      await publish(BAO, MAI)
      const other = identity({ subject: 's-other' })
      expect(await signIn(ports, { identity: other, sessionId: 'two', realNow: AT })).toMatchObject({ member: MAI })
    }
    expect(broken).toBeGreaterThanOrEqual(7)
  },
)

test('who signs in once more while their leaving is published does not keep the address from the next person', async () => {
  const { publish, ...ports } = await company(MAI, BAO)
  const roster = {
    ...ports.roster,
    publish: async (next: Parameters<typeof ports.roster.publish>[0]) => {
      await signIn(ports, { identity: identity(), sessionId: 'late', realNow: AT })
      return ports.roster.publish(next)
    },
  }
  await publishRoster({ ...ports, roster }, { roster: { people: [BAO], plan: NO_PLAN }, by: 'huy', at: AT })
  await publish(BAO, MAI)
  expect(await visitorOf(ports, { key: { address: MAI.address, sessionId: 'late' }, realNow: AT })).toEqual({
    refused: 'session-ended',
  })
  const other = identity({ subject: 's-other' })
  expect(await signIn(ports, { identity: other, sessionId: 'two', realNow: AT })).toMatchObject({ member: MAI })
})

test('the same roster again is no new version, and the accounts are put in step once more', async () => {
  const ports = await company(MAI)
  expect(await ports.publish(MAI)).toMatchObject({ version: 1, result: 'unchanged', changes: { joined: [], left: [] } })
  expect(await ports.publish(MAI, BAO)).toMatchObject({ version: 2, result: 'published', changes: { joined: [BAO] } })
  expect(ports.kept).toEqual([[MAI.address], [MAI.address], [MAI.address, BAO.address]])
  const log = await ports.auditLog.page({ month: '2027-03', limit: 9 })
  expect(
    readLines(actsInLog(log))
      .map(({ act, on, by, result }) => `${act} ${on?.id} ${by} ${result}`)
      .toSorted(),
  ).toEqual(['publish-roster roster-1 huy done', 'publish-roster roster-2 huy done'])
})

const SINCE = '2027-03-10'
const LAN = { ...MAI, name: 'Vũ Thị Lan', addressSince: SINCE } satisfies StaffMember

test('an address that is given to another person lets go of the one before: their session and account are of no use, and the next comes in', async () => {
  const ports = await company(MAI, BAO)
  await signIn(ports, { identity: identity(), sessionId: 'one', realNow: AT })
  await signIn(ports, { identity: identity({ subject: 's-bao', address: BAO.address }), sessionId: 'bao', realNow: AT })
  expect(await ports.publish(LAN, BAO)).toMatchObject({ result: 'published', changes: { givenOn: [LAN], joined: [], left: [] } })
  const key = { address: MAI.address, sessionId: 'one' }
  expect(await visitorOf(ports, { key, realNow: AT })).toEqual({ refused: 'session-ended' })
  expect(await visitorOf(ports, { key: { address: BAO.address, sessionId: 'bao' }, realNow: AT })).toMatchObject(BAO)
  const next = identity({ subject: 's-lan' })
  expect(await signIn(ports, { identity: next, sessionId: 'two', realNow: AT })).toMatchObject({ member: LAN })
  expect(await signIn(ports, { identity: identity(), sessionId: 'three', realNow: AT })).toEqual({ refused: 'bound-to-another' })
})

test('a corrected spelling of a name locks nobody out', async () => {
  const ports = await company(MAI)
  await signIn(ports, { identity: identity(), sessionId: 'one', realNow: AT })
  await ports.publish({ ...MAI, name: 'Lê Ngọc Mây' })
  expect(await visitorOf(ports, { key: { address: MAI.address, sessionId: 'one' }, realNow: AT })).toMatchObject({
    name: 'Lê Ngọc Mây',
  })
  expect(await signIn(ports, { identity: identity(), sessionId: 'two', realNow: AT })).toMatchObject({ session: {} })
})

test('who signs in once more while their address is given on keeps nobody out and is out themselves', async () => {
  const { publish: _, ...ports } = await company(MAI, BAO)
  const roster = {
    ...ports.roster,
    publish: async (next: Parameters<typeof ports.roster.publish>[0]) => {
      await signIn(ports, { identity: identity(), sessionId: 'late', realNow: AT })
      return ports.roster.publish(next)
    },
  }
  await publishRoster({ ...ports, roster }, { roster: { people: [LAN, BAO], plan: NO_PLAN }, by: 'huy', at: AT })
  expect(await visitorOf(ports, { key: { address: MAI.address, sessionId: 'late' }, realNow: AT })).toEqual({
    refused: 'session-ended',
  })
  expect(await signIn(ports, { identity: identity({ subject: 's-lan' }), sessionId: 'two', realNow: AT })).toMatchObject({
    member: LAN,
  })
})

test('before an account is made anew its address is let go: the person of the new account is not refused', async () => {
  const ports = await company(MAI)
  await signIn(ports, { identity: identity(), sessionId: 'one', realNow: AT })
  const accounts = {
    keepOnly: async (_people: unknown, { beforeMaking }: { readonly beforeMaking: (address: string) => Promise<void> }) => {
      await beforeMaking(MAI.address)
      return { created: 1, renewed: 0, disabled: 0, failed: [] }
    },
  }
  const publishing = { roster: { people: [MAI], plan: NO_PLAN }, by: 'huy', at: AT }
  expect(await publishRoster({ ...ports, accounts }, publishing)).toMatchObject({ result: 'unchanged' })
  expect(await visitorOf(ports, { key: { address: MAI.address, sessionId: 'one' }, realNow: AT })).toEqual({
    refused: 'session-ended',
  })
  expect(await signIn(ports, { identity: identity({ subject: 's-new' }), sessionId: 'two', realNow: AT })).toMatchObject({
    member: MAI,
  })
})
