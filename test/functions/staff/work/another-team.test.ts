/** An agent logs, holds and closes the work of their own team; what they typed about another team's comes back, and the try stands in the log. */
import { expect, test } from 'vitest'
import { MOST_EVENTS } from '#core/work/history.ts'
import type { Owner } from '#core/work/work-event.ts'
import { CARE, office } from '#test/functions/staff/work/work-office.ts'
import { assignedTo, notedBy, openedAt, storedCase, storedWork } from '#test/support/work-builders.ts'

const WORK = storedWork({ workId: 'w-1', events: [openedAt('2027-03-09T04:00:00.000Z'), assignedTo({ is: 'team', team: CARE })] })
const LOGGED = { round: '0', seen: '0', disposition: 'no-answer', note: 'chuông <reo> mãi', attempt: 'a'.repeat(36) }

test.each([
  ['call', LOGGED],
  ['close', { round: '0', note: 'chuông <reo> mãi', reached: 'yes' }],
  ['hold', {}],
])('%s: an agent of another team is refused in words, and nothing is written', async (action, form) => {
  const { as, work, audit } = await office(WORK)
  const { status, page } = await as('Vy').send(`/work/w-1/${action}`, form as Record<string, string>)
  expect([status, page]).toEqual([409, expect.stringContaining('Việc này của nhóm khác')])
  if ('note' in form) expect(page).toContain('chuông &lt;reo&gt; mãi')
  expect((await work.get('w-1'))?.events).toEqual(WORK.events)
  expect(await audit()).toEqual([expect.stringMatching(/^(log-call|close-work|hold-call) w-1 1 refused: vy@example.com$/)])
})

test('a colleague of the team, its lead and the head may; so may everybody where no team has it', async () => {
  for (const who of ['Hanh', 'Mai', 'Chau'] as const) {
    const { as } = await office(WORK)
    expect((await as(who).send('/work/w-1/call', LOGGED)).status).toBe(303)
  }
  const { as } = await office(storedWork({ workId: 'w-1' }))
  expect((await as('Vy').send('/work/w-1/call', LOGGED)).status).toBe(303)
})

test('the screen says so before anything is typed, and offers no hold; a note is taken from every colleague', async () => {
  const { as, work } = await office(WORK)
  const page = await as('Vy').page('/work/w-1')
  expect(page).toMatch(/data-act="call".*<fieldset[^>]* disabled.*Việc này của nhóm khác/s)
  expect(page).not.toContain('data-lease')
  expect((await as('Vy').send('/work/w-1/note', { round: '0', note: 'khách ghé cửa hàng' })).status).toBe(303)
  expect((await work.get('w-1'))?.events.at(-1)).toMatchObject({ is: 'noted', note: 'khách ghé cửa hàng' })
  expect(await as('Hanh').page('/work/w-1')).toContain('data-lease="free"')
})

const CARE_TEAM = { is: 'team', team: CARE } as const
const HANH = { is: 'person', address: 'hanh@example.com', name: 'Hanh', team: CARE } as const
const STORE = { is: 'team', team: 'Cửa hàng' } as const
const VY = { is: 'person', address: 'vy@example.com', name: 'Vy', team: 'Cửa hàng' } as const
const OPENED = openedAt('2027-03-09T04:00:00.000Z')
const owned = (owner: Owner) => storedWork({ workId: 'w-1', events: [OPENED, assignedTo(owner)] })

test.each([
  ['the team next door', CARE_TEAM, undefined],
  ['a colleague next door', HANH, undefined],
  ['everybody', { is: 'everybody' } as const, 'Vy'],
  ['the own team', STORE, 'Vy'],
  ['oneself', VY, 'Vy'],
])('typing keeps the words, and holds the work of %s for the own team alone', async (_whose, owner, holder) => {
  for (const way of ['type', 'send'] as const) {
    const { as, work } = await office(owned(owner))
    const { status } = await as('Vy')[way]('/work/w-1/draft', { note: 'khách ghé', 'typed-seen': '0' })
    expect(status).toBe(way === 'type' ? 200 : 303)
    expect((await work.draftsOf('w-1')).notes).toMatchObject([{ text: 'khách ghé' }])
    expect((await work.get('w-1'))?.lease?.name).toBe(holder)
  }
})

test('a full case of another team goes on in no new one, and no new one is opened', async () => {
  const notes = Array.from({ length: MOST_EVENTS - 2 }, () => notedBy('Hanh', 'gọi lại', '2027-03-09T05:00:00.000Z'))
  const full = storedCase({ workId: 'w-1', events: [OPENED, assignedTo(CARE_TEAM), ...notes] })
  const { as, work } = await office(full)
  expect(await as('Vy').page('/work/w-1')).toMatch(/data-act="go-on".*<fieldset[^>]* disabled/s)
  const { status, page } = await as('Vy').send('/work/w-1/go-on', { text: 'chờ đổi <hộp>' })
  expect([status, page]).toEqual([409, expect.stringContaining('Việc này của nhóm khác')])
  expect(await work.ofCustomer(full.customerId ?? '')).toEqual([full])
})

test('a call that a lead hands to another team while it is held is let go by whom it is held by, and not renewed', async () => {
  const { as, work, clock } = await office(owned({ is: 'everybody' }))
  await as('Vy').send('/work/w-1/hold', {})
  const until = (await work.get('w-1'))?.lease?.until
  await as('Mai').send('/work/w-1/assign', { to: `team:${CARE}`, from: 'everybody' })
  clock.at = '2027-03-10T02:10:00.000Z'
  await as('Vy').type('/work/w-1/draft', { note: 'khách ghé', 'typed-seen': '0' })
  expect((await work.get('w-1'))?.lease).toMatchObject({ name: 'Vy', until })
  expect(await as('Vy').page('/work/w-1')).toContain('data-lease="own"')
  expect((await as('Vy').send('/work/w-1/let-go', {})).status).toBe(303)
  expect((await work.get('w-1'))?.lease).toBeUndefined()
  expect(await as('Vy').page('/work/w-1')).not.toContain('data-lease')
})

const TO_VY = 'person:vy@example.com'
const ON_DESKS = [
  ['the team next door', CARE_TEAM, `team:${CARE}`, false],
  ['a colleague next door', HANH, 'person:hanh@example.com', false],
  ['the own team', STORE, 'team:Cửa hàng', true],
  ['everybody', { is: 'everybody' } as const, 'everybody', true],
] as const

test.each(ON_DESKS)(
  'the work of %s: an agent takes and hands over what is their own team’s alone',
  async (_whose, owner, from, isTheirs) => {
    for (const [to, act] of [
      [TO_VY, 'take-work'],
      ['person:bao@example.com', 'hand-over-work'],
    ] as const) {
      const { as, work, audit } = await office(owned(owner))
      const { status, page } = await as('Vy').send('/work/w-1/assign', { to, from, note: 'khách <quen> tôi' })
      expect(status).toBe(isTheirs ? 303 : 409)
      expect(await audit()).toEqual([`${act} w-1 1 ${isTheirs ? 'done' : 'refused'}: vy@example.com`])
      if (isTheirs) continue
      expect(page).toContain('Việc này của nhóm khác')
      expect(page).toContain('khách &lt;quen&gt; tôi')
      expect((await work.get('w-1'))?.events).toHaveLength(2)
    }
  },
)

test.each(ON_DESKS)(
  'the screen of the work of %s offers to take it only where it may be taken',
  async (_whose, owner, from, isTheirs) => {
    const { as } = await office(owned(owner))
    const page = await as('Vy').page('/work/w-1')
    expect(page.includes('class="take"><input')).toBe(isTheirs)
    expect(/data-act="assign".*?<fieldset[^>]* disabled.*?Việc này của nhóm khác/s.test(page)).toBe(!isTheirs)
    // A lead hands it over first.
    expect(await as('Mai').page('/work/w-1')).toContain('class="take"><input')
    expect((await as('Mai').send('/work/w-1/assign', { to: TO_VY, from })).status).toBe(303)
    expect((await as('Vy').send('/work/w-1/call', LOGGED)).status).toBe(303)
  },
)

test('an agent hands the work of their team to another, once though the form is sent twice', async () => {
  const { as, work } = await office(owned(CARE_TEAM))
  const form = { to: TO_VY, from: `team:${CARE}`, note: 'khách ghé cửa hàng' }
  for (const _time of [1, 2]) expect((await as('Hanh').send('/work/w-1/assign', form)).status).toBe(303)
  expect((await work.get('w-1'))?.events).toHaveLength(3)
})
