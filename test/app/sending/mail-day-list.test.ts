/** The list of calls by mail: each mail once, whatever the schedule, the provider and the run do. */
import { describe, expect, test, vi } from 'vitest'
import { SenderFaultError } from '#app/ports/sending.ts'
import { beginTeamDays } from '#app/sending/begin-team-days.ts'
import { ListMailWaitsError } from '#app/sending/send-list-mail.ts'
import { BAO, DATE, HANH, MAI, someone, TEAM, teamDays } from '#test/app/sending/team-days.ts'
import { closedWork } from '#test/support/work-builders.ts'

describe('the list of a day', () => {
  test('goes to each who has lines and as a whole to the lead, when it is made, and once', async () => {
    const { due, rings, mailer, mailsTo, outcomes, said } = await teamDays()
    await due('an', 'hanh', { fullName: 'Lê Văn An', givenName: 'An', addressName: 'An', honorific: 'anh' })
    await rings('07:00')
    expect(mailer.staffMails).toEqual([])
    await rings('07:30')
    expect(mailer.staffMails.map(({ to }) => to).toSorted()).toEqual([HANH, MAI])
    expect(mailsTo(HANH)).toMatchObject([
      {
        subject: 'Danh sách gọi của bạn, 02/03/2027: 1 cuộc',
        replyTo: 'care@trasen.example.com',
        headers: { 'Auto-Submitted': 'auto-generated' },
      },
    ])
    expect(mailsTo(MAI)).toMatchObject([{ subject: 'Danh sách gọi của nhóm Chăm sóc, 02/03/2027: 1 cuộc' }])
    for (const time of ['07:30', '08:00', '12:00']) await rings(time)
    expect(mailer.staffMails).toHaveLength(2)
    expect(mailer.mails).toEqual([])
    expect(await outcomes()).toEqual(['hanh 1 sent', 'mai 1 sent'])
    expect(said.filter((name) => name === 'calls.mailed')).toHaveLength(2)
  })

  test('late, it goes out late; two runs at one moment send it once', async () => {
    const { due, rings, mailer } = await teamDays()
    await due('an', 'hanh')
    await Promise.all([rings('10:00'), rings('10:00'), rings('10:00')])
    expect(mailer.staffMails.map(({ to }) => to).toSorted()).toEqual([HANH, MAI])
  })

  test('without lines, and on a day without a list, no mail goes out', async () => {
    const { rings, mailer, ports, due } = await teamDays()
    await rings('07:30')
    expect(mailer.staffMails).toEqual([])
    await due('an')
    await beginTeamDays(ports, { urgent: null, clock: () => '2027-03-06T03:00:00.000Z' })
    expect(mailer.staffMails).toEqual([])
  })

  test('of a team with nobody on shift goes to the lead, and says so', async () => {
    const { due, isAway, rings, mailer, mailsTo } = await teamDays()
    for (const name of ['mai', 'hanh', 'bao']) await isAway(name, '00:00')
    await due('an')
    await rings('07:30')
    expect(mailer.staffMails).toHaveLength(1)
    expect(mailsTo(MAI)[0]?.text).toContain('Hôm nay không ai trong nhóm có ca làm')
  })

  test.each([
    { case: 'of another team', team: 'Điều hành' },
    { case: 'of the team itself', team: TEAM },
  ])('of a team without a lead it goes to the head of care $case, each day, and when nobody is on shift', async ({ team }) => {
    const CHAU = 'chau@example.com'
    const people = [someone('hanh'), someone('bao'), someone('chau', { team, role: 'head' })]
    const usual = await teamDays({ people })
    await usual.due('an', 'hanh')
    await usual.rings('07:30')
    expect(usual.mailer.staffMails.map(({ to }) => to).toSorted()).toEqual([CHAU, HANH])
    expect(usual.mailsTo(CHAU)[0]?.subject).toContain('nhóm Chăm sóc')
    const { due, isAway, rings, mailer, mailsTo, ports } = await teamDays({ people })
    for (const name of ['hanh', 'bao', 'chau']) await isAway(name, '00:00')
    for (const customerId of ['an', 'binh']) await due(customerId)
    await rings('07:30')
    const list = await ports.lists.get({ team: TEAM, date: DATE })
    expect(list?.lines.map(({ agent }) => agent)).toEqual([CHAU, CHAU])
    expect(mailer.staffMails).toHaveLength(1)
    expect(mailsTo(CHAU)[0]?.text).toContain('Hôm nay không ai trong nhóm có ca làm')
  })

  test('of a team for which neither a lead nor a head answers is given to nobody, and says so', async () => {
    const { due, isAway, rings, mailer, ports } = await teamDays({ people: [someone('hanh')] })
    await isAway('hanh', '00:00')
    await due('an')
    await rings('07:30')
    const list = await ports.lists.get({ team: TEAM, date: DATE })
    expect(list?.lines.map(({ agent, why }) => [agent, why.at(-1)])).toEqual([[null, { is: 'not-given', because: 'no-lead' }]])
    expect(mailer.staffMails).toEqual([])
  })

  test('a call that was done, and a customer who was erased since, stand in no mail that goes out later', async () => {
    const { due, rings, mailsTo, ports, mailer } = await teamDays()
    await due('an', 'hanh')
    await due('binh', 'hanh', { fullName: 'Bùi Thị Bình' })
    mailer.answer(HANH, { busy: 'daily-quota', detail: 'full' })
    await rings('07:30')
    expect(mailsTo(HANH)).toEqual([])
    const item = await ports.work.get('call-an')
    if (item) await ports.work.update(closedWork(item, '2027-03-02'))
    await rings('08:00')
    expect(mailsTo(HANH)).toMatchObject([{ subject: 'Danh sách gọi của bạn, 02/03/2027: 1 cuộc' }])
  })
})

describe('made again', () => {
  test('it sends no second list; who gets many new lines is told of these in one short mail', async () => {
    const { due, isAway, rings, mailsTo, outcomes } = await teamDays()
    for (let n = 0; n < 48; n++) await due(`kh${String(n).padStart(2, '0')}`)
    await due('own', 'bao', { fullName: 'Khách Riêng' })
    await rings('07:30')
    const before = mailsTo(BAO).length + mailsTo(HANH).length
    expect(before).toBe(2)
    await isAway('hanh', '10:00')
    await rings('10:00')
    await rings('10:30')
    const [, ...more] = mailsTo(BAO)
    expect(more).toHaveLength(1)
    expect(more[0]?.subject).toMatch(/^Thêm \d+ cuộc gọi cho bạn, 02\/03\/2027$/)
    expect(more[0]?.text).not.toContain('Khách Riêng')
    expect(mailsTo(HANH)).toHaveLength(1)
    expect(mailsTo(MAI).filter(({ subject }) => subject.startsWith('Danh sách'))).toHaveLength(1)
    expect(await outcomes()).toContain('bao 2 sent')
  })

  test('when the last one on shift falls ill, the lead is told so with what is theirs now', async () => {
    const { due, isAway, rings, mailsTo } = await teamDays()
    for (const name of ['mai', 'bao']) await isAway(name, '00:00')
    for (let n = 0; n < 8; n++) await due(`kh${n}`)
    await rings('07:30')
    await isAway('hanh', '10:00')
    await rings('10:00')
    const [, more] = mailsTo(MAI)
    expect(more?.subject).toBe('Thêm 8 cuộc gọi cho bạn, 02/03/2027')
    expect(more?.text).toContain('Hôm nay không ai trong nhóm có ca làm')
  })

  test('a few new lines are not worth a mail', async () => {
    const { due, isAway, rings, mailer } = await teamDays()
    for (const id of ['an', 'binh', 'chi', 'dung']) await due(id)
    await rings('07:30')
    const before = mailer.staffMails.length
    await isAway('hanh', '10:00')
    await rings('10:00')
    expect(mailer.staffMails).toHaveLength(before)
  })
})

describe('when something goes wrong', () => {
  test.each(['before', 'after'] as const)('a run that dies %s the claim was stored sends nothing twice', async (when) => {
    const { due, rings, mailer, ports, outcomes, mailsTo, said } = await teamDays()
    await due('an', 'hanh')
    const dies: typeof ports.lists = {
      ...ports.lists,
      claimMail: async (mail) => {
        if (mail.address === HANH && when === 'after') await ports.lists.claimMail(mail)
        if (mail.address === HANH) throw new Error('the run died')
        return ports.lists.claimMail(mail)
      },
    }
    await expect(rings('07:30', { lists: dies })).rejects.toThrow('lists of calls')
    expect(mailsTo(HANH)).toEqual([])
    expect(mailsTo(MAI)).toHaveLength(1)
    await rings('08:00')
    await rings('08:30')
    // Claimed and not known to be sent: it may have gone. The page shows the list as well.
    expect(mailsTo(HANH)).toHaveLength(when === 'before' ? 1 : 0)
    expect(await outcomes()).toEqual([when === 'before' ? 'hanh 1 sent' : 'hanh 1 unknown', 'mai 1 sent'])
    expect(said.filter((name) => name === 'calls.mailUnknown')).toHaveLength(when === 'before' ? 0 : 1)
    expect(mailer.staffMails).toHaveLength(when === 'before' ? 2 : 1)
  })

  test('a mail that left before the run died is not sent again', async () => {
    const { due, rings, mailsTo, ports, outcomes } = await teamDays()
    await due('an', 'hanh')
    const settleMail = () => Promise.reject(new Error('the run died'))
    await expect(rings('07:30', { lists: { ...ports.lists, settleMail } })).rejects.toThrow()
    expect(await outcomes()).toEqual(['hanh 1 sending', 'mai 1 sending'])
    await rings('07:35')
    await rings('08:00')
    expect([mailsTo(HANH).length, mailsTo(MAI).length]).toEqual([1, 1])
    expect(await outcomes()).toEqual(['hanh 1 unknown', 'mai 1 unknown'])
  })

  test('a throttled mail is tried within the run, then given back for the next; the others go out', async () => {
    const { due, rings, mailer, mailsTo, outcomes } = await teamDays()
    await due('an', 'hanh')
    const slow = { busy: 'throttled', detail: 'too fast' } as const
    mailer.answer(HANH, slow, slow, slow, slow)
    await expect(rings('07:30')).rejects.toThrow(ListMailWaitsError)
    expect(await outcomes()).toEqual(['mai 1 sent'])
    await rings('07:30')
    expect(await outcomes()).toEqual(['hanh 1 sent', 'mai 1 sent'])
    expect([mailsTo(HANH).length, mailsTo(MAI).length]).toEqual([1, 1])
  })

  test('without an answer of the provider it is unknown, and not sent again; refused, neither', async () => {
    const { due, rings, mailer, mailsTo, outcomes } = await teamDays()
    await due('an', 'hanh')
    mailer.answer(HANH, { unknown: 'no answer' })
    mailer.answer(MAI, { refused: 'no such address' })
    for (const time of ['07:30', '08:00', '08:30']) await rings(time)
    expect(await outcomes()).toEqual(['hanh 1 unknown', 'mai 1 refused'])
    expect([mailsTo(HANH).length, mailsTo(MAI).length]).toEqual([1, 0])
  })

  test('each takes a place in the rate; without one, and while the sender is stopped, it waits', async () => {
    const { due, rings, mailer, said, ports, outcomes } = await teamDays()
    await due('an', 'hanh')
    let places = 0
    const take = async () => void places++
    const none = () => Promise.reject(new SenderFaultError('account-suspended', 'suspended'))
    await rings('07:30', { pace: { ...ports.pace, take: none } })
    expect(mailer.staffMails).toEqual([])
    expect(await outcomes()).toEqual([])
    expect(said).toContain('sender.stopped')
    await rings('07:31', { pace: { ...ports.pace, take } })
    expect(places).toBe(0)
    await rings('08:30', { pace: { ...ports.pace, take } })
    expect(places).toBe(2)
    expect(mailer.staffMails).toHaveLength(2)
    expect(said).toContain('sender.resumed')
  })

  test('a run that ends while its mails wait for a place leaves no claim behind', async () => {
    const { due, rings, mailer, ports, outcomes } = await teamDays()
    await due('an', 'hanh')
    let waiting = 0
    const take = () => {
      waiting++
      return new Promise<void>(() => {})
    }
    void rings('07:30', { pace: { ...ports.pace, take } })
    await vi.waitFor(() => expect(waiting).toBe(2), { timeout: 60_000 })
    expect(await outcomes()).toEqual([])
    await rings('08:00')
    expect(mailer.staffMails).toHaveLength(2)
  })

  test('words that cannot be written leave no claim behind', async () => {
    const { due, rings, ports, outcomes, mailer } = await teamDays()
    await due('an', 'hanh')
    const write = () => Promise.reject(new Error('no words'))
    await expect(rings('07:30', { letters: { write } })).rejects.toThrow()
    expect(await outcomes()).toEqual([])
    await rings('08:00', { letters: ports.letters })
    expect(mailer.staffMails).toHaveLength(2)
  })
})
