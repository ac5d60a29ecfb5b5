import { describe, expect, test } from 'vitest'
import { resend } from '#app/operating/resend.ts'
import { settleUnknown } from '#app/operating/settle-unknown.ts'
import { plusMs } from '#core/time/instant.ts'
import { interruptedPorts } from '#test/support/interrupted-ports.ts'
import {
  CLOSED,
  companyWithUnknown,
  HALF_PAST_NINE,
  LATER,
  mailsToHer,
  NO_ANSWER,
  OCCURRENCE,
  REFUSED,
  type UnknownCompany,
  word,
} from '#test/support/unknown-mail.ts'

type Act = 'settle-sent' | 'settle-not-sent' | 'resend'
type Ports = UnknownCompany['stores']

const act = (ports: Ports, what: Act, { by, at }: { by: string; at: string }) => {
  const said = word({ by, because: `said by ${by}`, at })
  return what === 'resend'
    ? resend(ports, said)
    : settleUnknown(ports, { ...said, as: what === 'settle-sent' ? 'sent' : 'not-sent' })
}
type Answer = Awaited<ReturnType<typeof act>>
const accepted = (answer: Answer) => !('refused' in answer)

/** What is left of it all, long after. */
async function ending(company: UnknownCompany) {
  await company.until(LATER)
  const { occurrences, touches, ledgers } = company.stores
  const [touch] = (await touches.ofCustomer('c-001')).map(({ result, reason }) => ({ result, reason }))
  const { balance, mismatch, state } = (await occurrences.get(OCCURRENCE))!
  const decisions = (await occurrences.decisions(OCCURRENCE)).map(({ decision, by }) => `${decision} ${by}`)
  const contacts = (await ledgers.getMany(['c-001']))[0]?.contacts.length
  return { mails: mailsToHer(company), touch, decisions: decisions.toSorted(), contacts, balance, mismatch, state }
}

const PAIRS: readonly (readonly [Act, Act])[] = [
  ['settle-sent', 'resend'],
  ['settle-not-sent', 'resend'],
  ['resend', 'settle-sent'],
  ['resend', 'settle-not-sent'],
  ['resend', 'resend'],
  ['settle-sent', 'settle-not-sent'],
  ['settle-not-sent', 'settle-sent'],
  ['settle-sent', 'settle-sent'],
]

describe.each([
  ['while the occurrence is open', HALF_PAST_NINE],
  ['after it has closed', CLOSED],
])('%s', (_, at) => {
  test.each(PAIRS)('%s, and %s in between at any moment: it ends as if one had come after the other', async (one, other) => {
    const serial = async (order: readonly (readonly [Act, string])[]) => {
      const company = await companyWithUnknown({ until: at })
      const answers: Record<string, boolean> = {}
      for (const [what, by] of order) answers[by] = accepted(await act(company.stores, what, { by, at }))
      return { answers, ...(await ending(company)) }
    }
    const orders = [
      await serial([
        [one, 'Hoa'],
        [other, 'Minh'],
      ]),
      await serial([
        [other, 'Minh'],
        [one, 'Hoa'],
      ]),
    ]
    let places = 0
    for (let call = 1; ; call++) {
      const company = await companyWithUnknown({ until: at })
      const answers: Record<string, boolean> = {}
      const meanwhile = async () => {
        answers.Minh = accepted(await act(company.stores, other, { by: 'Minh', at }))
      }
      const { ports, happened } = interruptedPorts(company.stores, { call, meanwhile, breaksOff: null })
      answers.Hoa = accepted(await act(ports, one, { by: 'Hoa', at }))
      if (!happened()) break
      expect(orders).toContainEqual({ answers, ...(await ending(company)) })
      places++
    }
    expect(places).toBeGreaterThan(7)
  })

  test.each(PAIRS)(
    '%s breaks off anywhere, %s comes, and the first is said again: what was refused has no effect',
    async (one, other) => {
      let places = 0
      for (let call = 1; ; call++) {
        for (const breaksOff of ['before', 'after'] as const) {
          const company = await companyWithUnknown({ until: at })
          const answers: Record<string, Answer> = {}
          const meanwhile = () => Promise.resolve()
          const { ports, happened } = interruptedPorts(company.stores, { call, meanwhile, breaksOff })
          await act(ports, one, { by: 'Hoa', at }).catch(() => {})
          if (!happened()) return expect(places).toBeGreaterThan(14)
          places++
          answers.Minh = await act(company.stores, other, { by: 'Minh', at })
          answers.Hoa = await act(company.stores, one, { by: 'Hoa', at })
          const end = await ending(company)
          const isResent = (one === 'resend' && accepted(answers.Hoa)) || (other === 'resend' && accepted(answers.Minh))
          expect(end).toMatchObject({ mails: isResent ? 2 : 1, contacts: 1, mismatch: false, state: 'closed' })
          expect(end.balance).toMatchObject({ audience: 2, unknown: 0, deferred: 0 })
          if (!accepted(answers.Minh)) expect(JSON.stringify([end.touch, end.decisions])).not.toContain('Minh')
          expect(accepted(answers.Minh) || accepted(answers.Hoa)).toBe(true)
        }
      }
    },
  )
})

describe.each(['settle-sent', 'settle-not-sent', 'resend'] as const)(
  '%s that won its row right before a sender takes it',
  (what) => {
    async function takenMeanwhile() {
      const company = await companyWithUnknown()
      const { occurrences } = company.stores
      let puts = 0
      const putBatch: typeof occurrences.putBatch = async (batch) => {
        const written = await occurrences.putBatch(batch)
        if (++puts === 1) await occurrences.putBatch({ ...batch, state: 'sending', version: batch.version + 1 })
        return written
      }
      const answer = await act({ ...company.stores, occurrences: { ...occurrences, putBatch } }, what, {
        by: 'Hoa',
        at: HALF_PAST_NINE,
      })
      const givenBack = async () => {
        const [batch] = await occurrences.batches(OCCURRENCE)
        await occurrences.putBatch({ ...batch!, state: 'done', version: batch!.version + 1 })
      }
      return { company, answer, givenBack }
    }

    test('is answered as recorded, and carried out when it is said again', async () => {
      const { company, answer, givenBack } = await takenMeanwhile()
      expect(answer).toEqual({ recorded: HALF_PAST_NINE })
      await givenBack()
      expect(accepted(await act(company.stores, what, { by: 'Hoa', at: plusMs(HALF_PAST_NINE, 1) }))).toBe(true)
      const { decisions, mails, mismatch } = await ending(company)
      expect(decisions).toHaveLength(1)
      expect([mails, mismatch]).toEqual([what === 'resend' ? 2 : 1, false])
    })

    test('another who decides meanwhile has recorded nothing, and is told so', async () => {
      const { company } = await takenMeanwhile()
      expect(await act(company.stores, what, { by: 'Minh', at: HALF_PAST_NINE })).toEqual({ refused: 'being-sent' })
      expect(await act(company.stores, what, { by: 'Hoa', at: HALF_PAST_NINE })).toEqual({ recorded: HALF_PAST_NINE })
    })
  },
)

test.each([
  ['resend', REFUSED],
  ['resend', NO_ANSWER],
  ['settle-not-sent', NO_ANSWER],
] as const)(
  '%s that stalls before it wins the row is not taken for a word on the second mail, which another sent meanwhile',
  async (what, answer) => {
    const company = await companyWithUnknown({ answer })
    const { stores } = company
    let puts = 0
    const putBatch: typeof stores.occurrences.putBatch = async (batch) => {
      if (++puts === 1) {
        await act(stores, 'resend', { by: 'Minh', at: HALF_PAST_NINE })
        stores.mailer.answer('c-001@example.com', answer)
        await company.until('2027-03-10T02:40:00.000Z')
      }
      return stores.occurrences.putBatch(batch)
    }
    let reads = 0
    const batches: typeof stores.occurrences.batches = (occurrenceId) => {
      reads++
      return stores.occurrences.batches(occurrenceId)
    }
    const stalling = { ...stores, occurrences: { ...stores.occurrences, putBatch, batches } }
    reads = 0
    expect(await act(stalling, what, { by: 'Hoa', at: HALF_PAST_NINE })).toEqual({ refused: 'mailed-again' })
    // It looks twice, to be sure, and then no more: nothing changes by itself.
    expect(reads).toBeLessThan(5)
    expect((await stores.occurrences.decisions(OCCURRENCE)).map(({ by }) => by)).toEqual(['Minh'])
    expect((await company.outcomes(OCCURRENCE))['c-001']).not.toHaveProperty('decided')
  },
)
