/** Doing work once more that may have been lost: an occurrence's plan, its batches, and messages that were tried too often. */
import type { Occurrence } from '#core/planning/occurrence.ts'
import type { ActView } from '#web/staff/acts/act-page.ts'
import type { Frame } from '#web/staff/frame.ts'
import { occurrencePath } from '#web/staff/paths.ts'
import { ACT_WORDS } from '#web/words/acts.ts'
import { bothLanguages } from '#web/words/both-languages.ts'
import { ofAny, ofOneOrMany } from '#web/words/number-of.ts'

const WORDS = bothLanguages({
  vi: {
    state: 'Bây giờ',
    states: { open: 'đang mở', closed: 'đã khép lại' },
    closed: 'Dịp này đã khép lại: không còn gì để lập lại hay gửi.',
    noLetters: 'Hàng đợi lỗi không có tin nào và không dịp nào đang mở: không có gì để trả về.',
    waiting: ofAny('người đang chờ; ai chưa nhận thư thì vẫn đến lượt'),
    sent: ofAny('người đã nhận thư; không ai nhận hai lần'),
    plan: {
      parts: ofAny('phần danh sách được lập lại'),
      effects: [
        'Người mới đủ điều kiện được thêm, người không còn đủ điều kiện được bỏ ra.',
        'Ai đã nhận thư, hay đã có kết quả, thì giữ nguyên.',
      ],
    },
    send: {
      parts: ofAny('lô được giao lại cho hàng đợi'),
      effects: [
        'Lô nào đến hạn thì được gửi; lô chưa đến hạn vẫn chờ.',
        'Mỗi người được nhận việc một lần: giao lại bao nhiêu lần cũng vậy.',
      ],
      allDone: ['Mọi lô đã xong và không còn ai chờ: giao lại lần nữa sẽ không gửi thư nào.'],
    },
    today: 'Hôm nay',
    letters: ofAny('tin đang nằm trong hàng đợi lỗi được trả về hàng đợi của chúng'),
    open: ofAny('dịp đang mở được xem lại: phần danh sách và lô bị trễ được giao lại'),
    redrive: [
      'Mỗi tin chỉ có tác dụng một lần, dù được xử lý bao nhiêu lần.',
      'Tin không đọc được vẫn nằm lại.',
      'Hãy sửa nguyên nhân trước; nếu chưa, chúng sẽ quay lại đây.',
    ],
  },
  en: {
    state: 'Now',
    states: { open: 'open', closed: 'closed' },
    closed: 'This occurrence is closed: there is nothing left to plan or to send.',
    noLetters: 'There is no dead letter and no open occurrence: there is nothing to put back.',
    waiting: ofOneOrMany(
      'person waits; without a mail yet, they still get their turn',
      'people wait; whoever has no mail yet still gets their turn',
    ),
    sent: ofOneOrMany('person has their mail; nobody gets it twice', 'people have their mail; nobody gets it twice'),
    plan: {
      parts: ofOneOrMany('part of the plan is made again', 'parts of the plan are made again'),
      effects: [
        'Whoever is eligible by now is added, whoever no longer is is left out.',
        'Whoever has a mail, or an outcome, stays as they are.',
      ],
    },
    send: {
      parts: ofOneOrMany('batch is put on the queue again', 'batches are put on the queue again'),
      effects: [
        'A batch that is due is sent; one that is not goes on waiting.',
        'Each person is claimed once, however often a batch is handed out.',
      ],
      allDone: ['Every batch is done and nobody waits: handed out again, they send nothing.'],
    },
    today: 'Today',
    letters: ofOneOrMany('dead letter goes back to its queue', 'dead letters go back to their queues'),
    open: ofOneOrMany(
      'open occurrence is looked through: late parts and batches are handed out again',
      'open occurrences are looked through: late parts and batches are handed out again',
    ),
    redrive: [
      'A message acts once, however often it is taken.',
      'Those that cannot be read stay.',
      'Mend the cause first; else they come back here.',
    ],
  },
})

export const AGAIN_ACTS = { plan: 'plan-again', send: 'send-again' } as const
export type AgainAct = keyof typeof AGAIN_ACTS
export const againPath = (occurrenceId: string, act: AgainAct) => `${occurrencePath(occurrenceId)}/${act}`

export interface Again {
  readonly act: AgainAct
  readonly occurrence: Occurrence
  readonly title: string
  /** Slices to plan, or batches to send. */
  readonly parts: number
  /** Of these, those that are not done; slices are never done while the occurrence is open. */
  readonly left: number
  readonly waiting: number
  readonly sent: number
  /** Why nothing may be put on the queues now. */
  readonly busy: string | null
}

/** Why neither can be done; null while the occurrence is open. */
export const overBecause = ({ state }: Pick<Occurrence, 'state'>, { locale }: Pick<Frame, 'locale'>): string | null =>
  state === 'closed' ? WORDS[locale].closed : null

export function againActView(frame: Frame, { act, occurrence, title, parts, left, waiting, sent, busy }: Again): ActView {
  const { locale } = frame
  const words = WORDS[locale]
  const over = overBecause(occurrence, frame)
  const isAllDone = act === 'send' && left === 0 && waiting === 0
  return {
    section: 'occurrences',
    title: ACT_WORDS[locale][AGAIN_ACTS[act]],
    about: { name: title, path: occurrencePath(occurrence.occurrenceId) },
    facts: [[words.state, words.states[occurrence.state]]],
    figures: [
      { name: 'parts', count: parts, text: words[act].parts(parts) },
      { name: 'waiting', count: waiting, text: words.waiting(waiting), moves: true },
      { name: 'sent', count: sent, text: words.sent(sent), moves: true },
    ],
    standing: occurrence.state,
    effects: isAllDone ? words.send.allDone : words[act].effects,
    isFinal: false,
    reason: ['after-a-failure', 'after-a-change', 'own-check'],
    refused: over ?? busy,
    isForNow: over === null,
  }
}

export const REDRIVE_PATH = '/dead-letters/put-back'

export function redriveActView(
  { locale }: Frame,
  { letters, open, busy }: { readonly letters: number; readonly open: number; readonly busy: string | null },
): ActView {
  const words = WORDS[locale]
  const nothing = letters === 0 && open === 0 ? words.noLetters : null
  return {
    section: 'today',
    title: ACT_WORDS[locale].redrive,
    about: { name: words.today, path: '/', isOnlyWayBack: true },
    figures: [
      { name: 'letters', count: letters, text: words.letters(letters) },
      { name: 'open', count: open, text: words.open(open) },
    ],
    standing: 'now',
    effects: words.redrive,
    isFinal: false,
    reason: ['after-a-failure', 'after-a-change', 'own-check'],
    refused: nothing ?? busy,
    isForNow: nothing === null,
  }
}
