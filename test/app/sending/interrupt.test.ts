/** A complaint interrupts at once: the right person by mail, once, and the company's webhook, whatever the clock, the provider and the run do. */
import { describe, expect, test } from 'vitest'
import type { UrgentHook, UrgentPost } from '#app/ports/urgent-hook.ts'
import { type BeginTeamDaysPorts, beginTeamDays } from '#app/sending/begin-team-days.ts'
import { noteUrgent } from '#app/sending/note-urgent.ts'
import type { Case } from '#core/work/work-item.ts'
import { at, BAO, DATE, HANH, MAI, someone, TEAM, teamDays } from '#test/app/sending/team-days.ts'
import { aCustomer } from '#test/support/builders.ts'
import { storedReply } from '#test/support/store-builders.ts'
import { aMailSubject, assignedTo, closedWork, closingOn, openedAt, storedCase } from '#test/support/work-builders.ts'

const WORK = 'complaint_r-1'
const NIGHT = {
  onCall: [
    {
      people: [BAO, HANH],
      hours: [
        { from: '00:00', to: '08:00' },
        { from: '17:00', to: '24:00' },
      ],
    },
  ],
}
const LAN = { customerId: 'lan', fullName: 'Nguyễn Thị Lan', honorific: 'chi', phone: '+84912345678', email: null } as const

/** A complaint that came in at that time of the day. */
async function desk(time: string, desk: Parameters<typeof teamDays>[0] = {}) {
  const made = await teamDays({ plan: NIGHT, ...desk })
  const { ports } = made
  const text = 'Chào shop.\nHộp trà bị vỡ, tôi rất thất vọng! Mong shop gọi lại.'
  const subject = aMailSubject('complaint', { replyId: 'r-1' })
  await ports.work.open(storedCase({ workId: WORK, customerId: 'lan', subject, events: [openedAt(at(time))] }))
  await ports.customers.put([aCustomer(LAN)])
  const reply = storedReply({ customerId: 'lan', replyId: 'r-1' })
  await ports.replies.add({ ...reply, reading: { ...reply.reading, text } })
  const complains = (now = time, over: Partial<BeginTeamDaysPorts> = {}) =>
    beginTeamDays({ ...ports, ...over }, { urgent: { at: at(time), workId: WORK }, clock: () => at(now) })
  const urgentTo = () => made.mailer.staffMails.filter(({ subject: said }) => said.startsWith('Khẩn')).map(({ to }) => to)
  return { ...made, complains, urgentTo }
}

describe('who hears of a complaint', () => {
  test('at night, the first on call, with what the customer said, a link and when the team is back', async () => {
    const { complains, urgentTo, mailer, said } = await desk('22:30')
    await complains()
    expect(urgentTo()).toEqual([BAO])
    const [mail] = mailer.staffMails
    expect(mail?.subject).toBe('Khẩn: khiếu nại lúc 22:30 02/03/2027, nhóm Chăm sóc')
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain('Hộp trà bị vỡ, tôi rất thất vọng!')
      expect(part).not.toContain('Mong shop gọi lại')
      expect(part).toContain(`https://staff.example.com/work/${WORK}`)
      expect(part).toContain('Nhóm làm việc lại lúc 08:00 03/03/2027.')
      expect(part).toContain('Nguyễn Thị Lan')
      expect(part).toContain('0912 345 678')
    }
    expect(said).toContain('urgent.mailed')
    expect(said).not.toContain('urgent.noOneOnCall')
  })

  test('of a customer whose number is suppressed: it is said, and no link', async () => {
    const { ports, complains, mailer } = await desk('22:30')
    const contactKey = ports.seals.contactKey({ kind: 'phone', value: LAN.phone })
    await ports.suppressions.add({ contactKey, kind: 'phone', reason: 'opt-out', at: at('08:00'), evidence: 'x' })
    await complains()
    expect(mailer.staffMails[0]?.text).toContain('0912 345 678 (số bị chặn: không gọi)')
    expect(mailer.staffMails[0]?.html).not.toContain('tel:')
  })

  test('in English where the company is', async () => {
    const { complains, mailer } = await desk('22:30', { locale: 'en' })
    await complains()
    expect(mailer.staffMails[0]?.subject).toBe('Urgent: complaint at 22:30 2 March 2027, team Chăm sóc')
    expect(mailer.staffMails[0]?.text).toContain('The team is back at 08:00 3 March 2027.')
  })

  test('who is away is passed over; with nobody on call the lead hears of it, and an alarm says so', async () => {
    const { complains, urgentTo, isAway } = await desk('22:30')
    await isAway('bao', '08:00')
    await complains()
    expect(urgentTo()).toEqual([HANH])
    const empty = await desk('22:30', { plan: { onCall: [] } })
    await empty.complains()
    expect(empty.urgentTo()).toEqual([MAI])
    expect(empty.said).toContain('urgent.noOneOnCall')
    expect(empty.mailer.staffMails[0]?.text).toContain('Lúc này không ai trực')
  })

  test('a team without a lead: the head of care', async () => {
    const people = [someone('hanh'), someone('chau', { role: 'head', team: 'Ban' })]
    const { complains, urgentTo } = await desk('22:30', { people, plan: { onCall: [] } })
    await complains()
    expect(urgentTo()).toEqual(['chau@example.com'])
  })

  test('by day, the one on whose list it stands now; in the break at noon the lead, without an alarm', async () => {
    const { complains, urgentTo, rings, due, ports } = await desk('10:00')
    await due('an', 'bao')
    const item = await ports.work.get(WORK)
    const hers = { is: 'person', address: HANH, name: 'Hanh', team: TEAM } as const
    if (item?.kind === 'case') await ports.work.update({ ...item, version: 1, events: [openedAt(at('10:00')), assignedTo(hers)] })
    await rings('07:30')
    await complains()
    expect(urgentTo()).toEqual([HANH])
    const noon = await desk('12:30')
    await noon.complains()
    expect(noon.urgentTo()).toEqual([MAI])
    expect(noon.said).not.toContain('urgent.noOneOnCall')
    expect(noon.mailer.staffMails.find(({ subject }) => subject.startsWith('Khẩn'))?.text).toContain('13:00 02/03/2027')
  })

  describe('which was told before', () => {
    const WORDS = 'Con tôi uống xong bị ngộ độc.'
    const wrote = { is: 'customer-wrote', at: at('22:30'), by: { is: 'system' }, note: WORDS, replyId: 'r-2' } as const
    const system = { is: 'system' } as const
    const raised = {
      is: 'severity-set',
      at: at('22:30'),
      by: system,
      severity: 's1',
      because: { is: 'rule', rule: 'words' },
    } as const
    const said = { is: 'customer-said', at: at('22:30'), by: system, solved: false, note: WORDS, mailId: 'm-1' } as const
    const again = { is: 'reopened', at: at('22:30'), by: system, because: '' } as const
    const over = closingOn('2027-03-02', { at: at('21:40') })
    test.each([
      ['and is graver by what the customer writes now', [], [wrote, raised]],
      ['and is open again', [over], [again, wrote]],
      ['and is not solved', [over], [again, said]],
      ['on a day before, and is open again', [over], [again, wrote], '2027-02-20T02:00:00.000Z' as string],
    ] as const)(
      '%s: is told once more, with the words of now, once however often it is ordered',
      async (_what, before, since, opened: string = at('21:30')) => {
        const { complains, urgentTo, mailer, ports } = await desk('21:30')
        await complains()
        const told = urgentTo().length
        const item = await ports.work.get(WORK)
        if (item?.kind !== 'case') throw new Error('no case')
        const events: Case['events'] = [openedAt(opened), ...before, ...since]
        await ports.work.update({ ...item, version: 1, events })
        const order = { urgent: { at: at('22:30'), workId: WORK }, clock: () => at('22:31') }
        for (let n = 0; n < 3; n++) await beginTeamDays(ports, order)
        await beginTeamDays(ports, { urgent: { at: at('22:45'), workId: WORK }, clock: () => at('22:46') })
        expect([told, urgentTo()]).toEqual([1, [BAO, BAO]])
        const mail = mailer.staffMails.findLast(({ subject }) => subject.startsWith('Khẩn'))
        expect(mail?.subject).toContain('22:30 02/03/2027')
        expect(mail?.text).toContain(WORDS)
      },
    )
  })

  test('what was done, or whose customer was erased, before the run interrupts no one', async () => {
    const { complains, urgentTo, ports } = await desk('22:30')
    const item = await ports.work.get(WORK)
    if (item) await ports.work.update(closedWork(item, DATE))
    await complains()
    expect(urgentTo()).toEqual([])
    const erased = await desk('22:30')
    await erased.ports.work.remove(WORK)
    await erased.complains()
    expect(erased.urgentTo()).toEqual([])
  })
})

describe('once', () => {
  test('however often it is ordered, by however many runs, and also when the person on call changes', async () => {
    const { complains, rings, urgentTo, ports } = await desk('22:30')
    await Promise.all([complains(), complains(), complains()])
    await complains('22:40')
    await rings('23:00')
    await complains('23:30')
    expect(urgentTo()).toEqual([BAO])
    // An erased customer is named nowhere any more.
    expect(await ports.interruptions.since(at('22:30'))).toMatchObject([{ workId: null, isMailed: true, isPosted: true }])
  })

  test('a mail that surely did not leave comes again with the next run', async () => {
    const { complains, rings, urgentTo, mailer, said } = await desk('22:30')
    mailer.answer(BAO, { busy: 'daily-quota', detail: 'full' })
    await complains()
    expect(urgentTo()).toEqual([])
    expect(said).toContain('urgent.mailWaits')
    await rings('23:00')
    await rings('23:30')
    expect(urgentTo()).toEqual([BAO])
  })

  test('a mail that is refused, or may never have left, goes to the next person instead', async () => {
    for (const answer of [{ refused: 'no such mailbox' }, { unknown: 'no answer' }] as const) {
      const { complains, rings, urgentTo, mailer } = await desk('22:30')
      mailer.answer(BAO, answer)
      await complains()
      await rings('23:00')
      expect(urgentTo().filter((to) => to === HANH)).toEqual([HANH])
    }
  })

  test('with no person left to write to, an alarm rings', async () => {
    const { complains, rings, mailer, said } = await desk('22:30')
    for (const address of [BAO, HANH, MAI]) mailer.answer(address, { refused: 'no such mailbox' })
    await complains()
    await rings('23:00')
    expect(said.filter((name) => name === 'urgent.untold')).toHaveLength(1)
  })

  test.each(['before', 'after'] as const)(
    'a run that dies %s the claim was stored tells every person once at most, and one for sure',
    async (when) => {
      const { complains, rings, urgentTo, ports } = await desk('22:30')
      const dies: typeof ports.staffMails = {
        ...ports.staffMails,
        claim: async (mark) => {
          if (when === 'after') await ports.staffMails.claim(mark)
          throw new Error('the run died')
        },
      }
      await expect(complains('22:30', { staffMails: dies })).rejects.toThrow('lists of calls')
      expect(urgentTo()).toEqual([])
      await rings('22:35')
      expect(urgentTo()).toEqual(when === 'before' ? [BAO] : [])
      await rings('23:00')
      await rings('23:30')
      expect(urgentTo()).toEqual([when === 'before' ? BAO : HANH])
    },
  )

  test('a run that dies after the mail left sends no second one', async () => {
    const { complains, rings, urgentTo, ports } = await desk('22:30')
    const dies: typeof ports.interruptions = {
      ...ports.interruptions,
      put: async (row) => (row.version === 1 ? ports.interruptions.put(row) : Promise.reject(new Error('the run died'))),
    }
    await expect(complains('22:30', { interruptions: dies })).rejects.toThrow()
    await rings('23:00')
    expect(urgentTo()).toEqual([BAO])
  })

  test('after a day without a way to any person an alarm rings, and no old mail goes out', async () => {
    const { complains, urgentTo, mailer, said, ports } = await desk('22:30')
    mailer.answer(BAO, { busy: 'daily-quota', detail: 'full' })
    await complains()
    const later = '2027-03-03T16:00:00.000Z'
    for (let run = 0; run < 2; run++) await beginTeamDays(ports, { urgent: null, clock: () => later })
    expect(urgentTo()).toEqual([])
    expect(said.filter((name) => name === 'urgent.untold')).toHaveLength(1)
    await beginTeamDays(ports, { urgent: null, clock: () => '2027-03-12T00:00:00.000Z' })
    expect(await ports.interruptions.since('2027-01-01T00:00:00.000Z')).toEqual([])
  })
})

describe('the webhook', () => {
  const hooked = (answers: readonly ('taken' | 'failed')[]) => {
    const posts: UrgentPost[] = []
    const hook: UrgentHook = {
      post: async (post) => {
        posts.push(post)
        return answers[posts.length - 1] === 'failed' ? { failed: 'status 503' } : { taken: true }
      },
    }
    return { posts, hook }
  }

  test.each(['22:30', '10:00'])('hears of it at %s, once, without any word about the customer', async (time) => {
    const { complains, rings, ports } = await desk(time)
    const { posts, hook } = hooked([])
    await complains(time, { hook })
    await complains(time, { hook })
    await rings('23:00', { hook })
    const [id] = await ports.interruptions.since(at(time))
    expect(posts).toEqual([
      {
        id: `${at(time)} ${id?.mark}`,
        workId: WORK,
        team: TEAM,
        kind: 'complaint',
        at: at(time),
        link: `https://staff.example.com/work/${WORK}`,
      },
    ])
  })

  test('that fails holds up no mail, and is tried again under the same id', async () => {
    const { complains, rings, urgentTo, said } = await desk('22:30')
    const { posts, hook } = hooked(['failed', 'failed'])
    await complains('22:30', { hook })
    expect(urgentTo()).toEqual([BAO])
    for (const time of ['23:00', '23:30', '23:59']) await rings(time, { hook })
    expect(posts).toHaveLength(3)
    expect(new Set(posts.map(({ id }) => id)).size).toBe(1)
    expect(urgentTo()).toEqual([BAO])
    expect(said.filter((name) => name.startsWith('urgent.post'))).toEqual([
      'urgent.postFailed',
      'urgent.postFailed',
      'urgent.posted',
    ])
  })

  test('that fails is not tried again by other urgent orders of the same minutes', async () => {
    const { complains, rings, ports, said } = await desk('18:00')
    const { posts, hook } = hooked(Array(20).fill('failed'))
    await complains('18:00', { hook })
    const order = { urgent: { at: at('18:01'), workId: null }, clock: () => at('18:24') }
    for (let other = 0; other < 6; other++) await beginTeamDays({ ...ports, hook }, order)
    expect(posts).toHaveLength(1)
    expect(said).not.toContain('urgent.postGivenUp')
    await rings('18:25', { hook })
    expect(posts).toHaveLength(2)
  })

  test('waits until every person was written to, also about other work', async () => {
    const { complains, ports, urgentTo } = await desk('22:30')
    const subject = aMailSubject('complaint', { replyId: 'r-2' })
    const other = storedCase({ workId: 'complaint_r-2', customerId: 'lan', subject, events: [openedAt(at('22:31'))] })
    await ports.work.open(other)
    await noteUrgent(ports, { workId: other.workId, at: at('22:31') })
    const mailsBefore: number[] = []
    const hook: UrgentHook = {
      post: async () => {
        mailsBefore.push(urgentTo().length)
        return { taken: true }
      },
    }
    await complains('22:32', { hook })
    expect(mailsBefore).toEqual([2, 2])
  })

  test('that keeps failing is given up after six tries, with an alarm', async () => {
    const { complains, rings, said } = await desk('18:00')
    const { posts, hook } = hooked(Array(20).fill('failed'))
    await complains('18:00', { hook })
    for (const time of ['18:30', '19:00', '19:30', '20:00', '20:30', '21:00', '21:30']) await rings(time, { hook })
    expect(posts).toHaveLength(6)
    expect(said.filter((name) => name === 'urgent.postGivenUp')).toHaveLength(1)
  })
})
