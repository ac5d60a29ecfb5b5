/** The same small run with a desk in which everything was right: Dũng asked for a call-back and got it, and Em wants no more calls. */
import type { CallForm, FormAnswer } from '#local/torture/desk/acts.ts'
import type { AgentsLog, Ring, Sent } from '#local/torture/desk/agents-log.ts'
import type { DeskEvidence, TaskEvent, TaskFacts } from '#local/torture/desk/desk-evidence.ts'
import type { Evidence, OccurrenceFacts } from '#local/torture/evidence.ts'
import { evidence, occurrence, person, sent } from '#test/local/torture/made-evidence.ts'

export const CALLS = 'calls_2027-03-26'
/** Half past ten on the Monday in Hồ Chí Minh City. */
export const PROMISED = '2027-03-29T03:30:00.000Z'
const [FRIDAY, MONDAY] = ['2027-03-26T02:00:00.000Z', '2027-03-29T03:31:00.000Z']

export const idOf = (customerId: string) => `check-in_${CALLS}_${customerId}`

export const form = (over: Partial<CallForm> = {}): CallForm => ({
  attemptId: 'dung-friday',
  workId: idOf('dung'),
  disposition: 'call-back',
  note: '',
  callBackAt: PROMISED,
  stop: 'person',
  seen: 0,
  round: 0,
  ...over,
})

const LOGGED: FormAnswer = { is: 'logged', again: false }

export const said = (given: CallForm, over: Partial<Sent> = {}): Sent => ({
  form: given,
  agent: 'an@torture.example.com',
  customerId: 'dung',
  phone: '+84900000001',
  at: FRIDAY,
  answers: [{ at: FRIDAY, answer: LOGGED }],
  ...over,
})

export const sentForms = (...all: readonly Sent[]): AgentsLog['sent'] => new Map(all.map((one) => [one.form.attemptId, one]))

export const ring = (over: Partial<Ring> = {}): Ring => ({
  at: FRIDAY,
  date: '2027-03-26',
  agent: 'an@torture.example.com',
  workId: idOf('dung'),
  customerId: 'dung',
  phone: '+84900000001',
  promisedAt: null,
  ...over,
})

export const DUNG_SAID = [
  said(form()),
  said(form({ attemptId: 'dung-monday', disposition: 'satisfied', callBackAt: null, seen: 1 }), {
    at: MONDAY,
    answers: [{ at: MONDAY, answer: LOGGED }],
  }),
]
export const EM_SAID = said(form({ attemptId: 'em', workId: idOf('em'), disposition: 'do-not-call', callBackAt: null }), {
  customerId: 'em',
  phone: '+84900000002',
})

export const task = (customerId: string, events: readonly TaskEvent[]): TaskFacts => ({
  workId: idOf(customerId),
  subject: 'check-in',
  customerId,
  occurrenceId: CALLS,
  events: [{ is: 'opened', at: FRIDAY }, ...events],
  notRung: [],
})

/** Em complained as well, and the lead was reminded of it. */
export const CASE: TaskFacts = {
  ...task('em', [{ is: 'reminded', at: MONDAY, rings: [`remind acknowledge ${FRIDAY} 50`], told: ['chi@torture.example.com'] }]),
  workId: 'told_em',
  subject: 'told',
}
export const CLOCK_MAIL = { to: 'chi@torture.example.com', subject: 'Reminder: begin', text: 'Em' }

export const PROMISE: TaskEvent = {
  is: 'attempted',
  at: FRIDAY,
  attemptId: 'dung-friday',
  disposition: 'call-back',
  callBackAt: PROMISED,
}
export const KEPT: readonly TaskEvent[] = [
  { is: 'attempted', at: MONDAY, attemptId: 'dung-monday', disposition: 'satisfied', callBackAt: null },
  { is: 'closed', at: MONDAY, as: 'reached' },
]
export const EMS_TASK = task('em', [
  { is: 'attempted', at: FRIDAY, attemptId: 'em', disposition: 'do-not-call', callBackAt: null },
  { is: 'closed', at: FRIDAY, as: 'stopped' },
])
export const DUNGS_TASK = task('dung', [PROMISE, ...KEPT])

export const dungs = (...events: readonly TaskEvent[]) => ({ tasks: [task('dung', events), EMS_TASK] })

const line = (customerId: string, why: readonly string[] = ['due']) => ({
  workIds: [idOf(customerId)],
  customerIds: [customerId],
  why,
})
export const LISTS: DeskEvidence['lists'] = [
  { date: '2027-03-26', lines: [line('dung'), line('em')] },
  { date: '2027-03-29', lines: [line('dung', ['promise'])] },
]

export const desk = (over: Partial<DeskEvidence> = {}): DeskEvidence => ({
  log: log(),
  tasks: [DUNGS_TASK, EMS_TASK, CASE],
  clockMails: [CLOCK_MAIL],
  lists: LISTS,
  equations: [{ occurrenceId: CALLS, handed: 2, lines: { reached: 1, stopped: 1, open: 0 } }],
  mismatchesRung: 0,
  isOver: true,
  cases: evidence().desk.cases,
  ...over,
})

export function log(over: Partial<AgentsLog> = {}): AgentsLog {
  return {
    days: new Set(['2027-03-26', '2027-03-29']),
    rings: [
      ring(),
      ring({ workId: idOf('em'), customerId: 'em', phone: '+84900000002' }),
      ring({ at: MONDAY, date: '2027-03-29', promisedAt: PROMISED }),
    ],
    sent: sentForms(...DUNG_SAID, EM_SAID),
    looks: [
      { at: FRIDAY, date: '2027-03-26', agent: 'an@torture.example.com', list: { madeAt: FRIDAY, lines: [SHOWN], mine: [] } },
    ],
    erasures: new Map(),
    unanswered: 0,
    ...over,
  }
}

const SHOWN = { workIds: [idOf('dung')], customerIds: ['dung'], why: [] }
export const shown = (...customers: readonly string[]): AgentsLog['looks'] => [
  {
    at: FRIDAY,
    date: '2027-03-26',
    agent: 'an@torture.example.com',
    list: {
      madeAt: FRIDAY,
      lines: customers.map((customerId) => ({ workIds: [idOf(customerId)], customerIds: [customerId], why: [] })),
      mine: [],
    },
  },
]

export const onDesk = (facts: OccurrenceFacts): OccurrenceFacts => ({
  ...facts,
  rows: facts.rows.map((row) => ({ ...row, onDesk: true })),
})

export const HANDED = onDesk(occurrence(CALLS, { dung: sent(idOf('dung')), em: sent(idOf('em')) }))

const right = evidence()

/** With one thing changed, at the desk or beside it. */
export const withDesk = (over: Partial<DeskEvidence> = {}, beside: Partial<Evidence> = {}): Evidence =>
  evidence({
    campaigns: [
      ...right.campaigns,
      { ...right.campaigns[0]!, campaignId: 'calls', calls: { writesToTheRest: false, isCancelled: false } },
    ],
    expected: [
      ...right.expected,
      {
        ...{ occurrenceId: CALLS, campaignId: 'calls', date: '2027-03-26' },
        due: new Set(['dung', 'em']),
        mayBeOutranked: new Set(),
      },
    ],
    people: new Map([...right.people, ...['dung', 'em'].map((id) => [id, person(id)] as const)]),
    occurrences: [...right.occurrences, HANDED],
    desk: desk(over),
    ...beside,
  })

/** The promise alone: nothing followed. */
export const waiting = { log: log({ sent: sentForms(said(form()), EM_SAID) }), ...dungs(PROMISE) }
