/** Every kind of breach at the desk, each planted into a run in which everything was right. */
import type { Evidence } from '#local/torture/evidence.ts'
import type { BreachKind } from '#local/torture/verdict/breach.ts'
import {
  CALLS,
  CASE,
  CLOCK_MAIL,
  DUNG_SAID,
  DUNGS_TASK,
  dungs,
  EM_SAID,
  EMS_TASK,
  form,
  idOf,
  KEPT,
  LISTS,
  log,
  onDesk,
  PROMISE,
  PROMISED,
  ring,
  said,
  sentForms,
  shown,
  task,
  waiting,
  withDesk,
} from '#test/local/torture/made-desk.ts'
import { evidence, mail, occurrence, sent } from '#test/local/torture/made-evidence.ts'

const right = withDesk()
const [promised, kept] = DUNG_SAID
const complaint = said(form({ attemptId: 'told', disposition: 'complaint', callBackAt: null, note: 'trà bị ẩm' }))

export const PLANTED_AT_THE_DESK: readonly (readonly [string, BreachKind, Evidence])[] = [
  [
    'a customer with two tasks of one occurrence',
    'task-twice',
    withDesk({ tasks: [DUNGS_TASK, EMS_TASK, { ...DUNGS_TASK, workId: 'other' }] }),
  ],
  [
    'a task for a customer who was not due',
    'task-for-customer-not-due',
    withDesk({ tasks: [DUNGS_TASK, EMS_TASK, task('an', [])] }),
  ],
  ['a row that says sent, and no task', 'row-belies-desk', withDesk({ tasks: [DUNGS_TASK] })],
  [
    'a row that says skipped, and a task',
    'row-belies-desk',
    withDesk(
      {},
      {
        occurrences: [
          ...evidence().occurrences,
          onDesk(occurrence(CALLS, { dung: sent(idOf('dung')), em: { state: 'skipped', reason: 'window-passed' } })),
        ],
      },
    ),
  ],
  [
    'a call of which nobody knows',
    'row-belies-desk',
    withDesk(
      {},
      {
        occurrences: [
          ...evidence().occurrences,
          onDesk(
            occurrence(CALLS, {
              dung: sent(idOf('dung')),
              em: { state: 'unknown', since: '2027-03-26T02:00:00.000Z', evidence: 'no answer' },
            }),
          ),
        ],
      },
    ),
  ],
  [
    'a customer who is rung and written to',
    'rung-and-written-to',
    withDesk({}, { mails: [...right.mails, mail({ messageId: 'm-dung', customerId: 'dung', occurrenceId: CALLS })] }),
  ],
  ['a logged call that is not in the history', 'attempt-lost', withDesk(dungs(PROMISE))],
  ['a logged call that is there twice', 'attempt-twice', withDesk(dungs(PROMISE, KEPT[0]!, ...KEPT))],
  [
    'a logged call that is stored as another',
    'attempt-belied',
    withDesk(dungs(PROMISE, { ...KEPT[0]!, disposition: 'busy' }, KEPT[1]!)),
  ],
  ['a call that reached the customer, and a task that stays open', 'attempt-belied', withDesk(dungs(PROMISE, KEPT[0]!))],
  ['a call that no agent wrote', 'attempt-of-nobody', withDesk({ log: log({ sent: sentForms(kept!, EM_SAID) }) })],
  [
    'two calls that were logged from one page',
    'overwritten-unseen',
    withDesk({ log: log({ sent: sentForms(promised!, { ...kept!, form: { ...kept!.form, seen: 0 } }, EM_SAID) }) }),
  ],
  [
    'a complaint that was logged and is no case',
    'case-lost',
    withDesk({
      log: log({ sent: sentForms(...DUNG_SAID, EM_SAID, { ...complaint, answers: [{ at: PROMISED, answer: { is: 'kept' } }] }) }),
    }),
  ],
  [
    'a promise that was stored without its time',
    'promise-lost',
    withDesk({ ...waiting, ...dungs({ ...PROMISE, callBackAt: null }) }),
  ],
  [
    'a promise that is on no list',
    'promise-lost',
    withDesk({ ...waiting, lists: LISTS.map((list) => ({ ...list, lines: [] })) }),
  ],
  [
    'a promise that was not kept, and is not on the list of the next day',
    'promise-lost',
    withDesk({ ...waiting, lists: [...LISTS, { date: '2027-03-30', lines: [] }] }),
  ],
  [
    'a promise that a night ended',
    'promise-lost',
    withDesk({ ...waiting, ...dungs(PROMISE, { is: 'closed', at: PROMISED, as: 'expired' }) }),
  ],
  [
    'a second equation that the product draws otherwise',
    'equation-inexact',
    withDesk({ equations: [{ occurrenceId: CALLS, handed: 2, lines: { reached: 1, open: 1 } }] }),
  ],
  ['a call whose last day is over, and that no night ended', 'left-open', withDesk({ tasks: [task('dung', []), EMS_TASK] })],
  ['a second equation whose alarm rang', 'equation-inexact', withDesk({ mismatchesRung: 1 })],
  ['a day of work without a list', 'day-without-list', withDesk({ lists: LISTS.slice(1) })],
  ['a person who stands on a list twice', 'listed-twice', withDesk({ log: log({ looks: shown('dung', 'em', 'dung') }) })],
  [
    'a number that is rung twice on a day',
    'rung-twice',
    withDesk({ log: log({ rings: [ring(), ring({ at: '2027-03-26T07:00:00.000Z', workId: 'other', customerId: 'phuc' })] }) }),
  ],
  [
    'a task of a customer who was erased',
    'erased-and-still-there',
    withDesk({ log: log({ erasures: new Map([['em', { as: 'erased-em', doneAt: PROMISED }]]) }) }),
  ],
  [
    'a customer who was erased, and is shown on a list',
    'rung-after-stop',
    withDesk({
      tasks: [DUNGS_TASK],
      log: log({ erasures: new Map([['em', { as: 'erased-em', doneAt: '2027-03-25T09:00:00.000Z' }]]), looks: shown('em') }),
    }),
  ],
  [
    'a customer who wants no more calls, and is rung again',
    'rung-after-stop',
    withDesk({ log: log({ rings: [ring({ customerId: 'em', phone: '+84900000002', at: PROMISED, date: '2027-03-29' })] }) }),
  ],
  [
    'a reminder that stands in a case twice',
    'clock-rang-twice',
    withDesk({
      tasks: [DUNGS_TASK, EMS_TASK, { ...CASE, events: [...CASE.events, ...CASE.events.slice(-1)] }],
      clockMails: [CLOCK_MAIL, { ...CLOCK_MAIL, text: 'other' }],
    }),
  ],
  [
    'a clock that was lost',
    'clock-not-rung',
    withDesk({ tasks: [DUNGS_TASK, EMS_TASK, { ...CASE, notRung: ['escalate 2027-03-29T10:00:00.000Z'] }] }),
  ],
  ['a reminder that a person got twice', 'clock-mailed-twice', withDesk({ clockMails: [CLOCK_MAIL, CLOCK_MAIL] })],
  ['a reminder that nobody got', 'clock-belied', withDesk({ clockMails: [] })],
]
