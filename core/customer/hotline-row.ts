/** Reads one row of a telephone system's history: who rang when, and whether staff answered. */
import { readDate } from '#core/customer/date-cell.ts'
import { readPhone, readPhoneNumber } from '#core/customer/phone.ts'
import { type Cell, type RowProblem, type RowRemark, rowReader, type TableRow } from '#core/customer/table-row.ts'
import { foldedWords } from '#core/customer/written-text.ts'
import { DAY_MS, type Instant, instantOf, plusMs, SECOND_MS } from '#core/time/instant.ts'
import { instantAt } from '#core/time/zone.ts'

export type HotlineColumn = 'phone' | 'time' | 'status'

export interface ReadCall {
  readonly phone: string
  readonly at: Instant
  readonly isAnswered: boolean
}

interface Reading {
  readonly country: string
  readonly zone: string
  readonly now: Instant
}

/** A file without a column for it holds missed calls alone. In one that has the column every row must say it: no call is guessed to be answered. */
export function callFromRow(
  row: TableRow<HotlineColumn>,
  { country, zone, now }: Reading,
): { readonly ok: ReadCall; readonly remarks: readonly RowRemark[] } | { readonly problems: readonly RowProblem[] } {
  const { read, refuse, problems, remarks, isNumber } = rowReader(row)
  const phone = read('phone', (cell) => (isNumber('phone') ? readPhoneNumber(cell, country) : readPhone(cell, country)))
  const at = read('time', (cell) => readTime(cell, { zone, now }))
  const isAnswered = row.cells.status === undefined ? false : read('status', readStatus)
  if (phone == null && !problems.some(({ column }) => column === 'phone')) refuse('phone', 'the number of the caller')
  if (at == null && !problems.some(({ column }) => column === 'time')) refuse('time', TIME)
  if (isAnswered == null && !problems.some(({ column }) => column === 'status')) refuse('status', STATUS)
  if (phone == null || at == null || isAnswered == null || problems.length > 0) return { problems }
  return { ok: { phone, at, isAnswered }, remarks }
}

const TIME = 'a day and a time: dd/MM/yyyy HH:mm or yyyy-MM-dd HH:mm'
/** No caller waits longer to be rung back; a table program writes a time without a day as one of 1899. */
const OLDEST_DAYS = 31
export const oldestMissedCall = (now: Instant): Instant => plusMs(now, -OLDEST_DAYS * DAY_MS)
const RECENT = `a time of the last ${OLDEST_DAYS} days`
const STATUS = 'missed or answered (nhỡ, đã nghe)'

const WITH_ZONE = /^(?<date>\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/
const CLOCK = String.raw`(?<hour>\d{1,2})[:h](?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?`
const DATE_FIRST = new RegExp(String.raw`^(?<date>\S+?)[T ,]+${CLOCK}$`)
const TIME_FIRST = new RegExp(String.raw`^${CLOCK}[ ,]+(?<date>\S+)$`)

function readTime(cell: string, { zone, now }: Pick<Reading, 'zone' | 'now'>): Cell<Instant> {
  const text = cell.trim().replace(/\s+/g, ' ')
  const withZone = WITH_ZONE.exec(text)?.groups
  const read = withZone ? instantWithZone(text, withZone.date ?? '') : localTime(text, zone)
  if ('value' in read && read.value > now) return { expected: 'a time that has passed' }
  if ('value' in read && read.value < oldestMissedCall(now)) return { expected: RECENT }
  return read
}

/** The day is read by itself: the language takes 30 February for 2 March. */
function instantWithZone(text: string, day: string): Cell<Instant> {
  const date = readDate(day)
  if ('expected' in date) return date
  const ms = Date.parse(text.replace(' ', 'T'))
  return Number.isNaN(ms) ? { expected: TIME } : { value: instantOf(ms) }
}

function localTime(text: string, zone: string): Cell<Instant> {
  const found = (DATE_FIRST.exec(text) ?? TIME_FIRST.exec(text))?.groups
  if (!found) return { expected: TIME }
  const date = readDate(found.date ?? '')
  if ('expected' in date) return date
  const [hour, minute, second] = [Number(found.hour), Number(found.minute), Number(found.second ?? 0)]
  if (hour > 23 || minute > 59 || second > 59) return { expected: TIME }
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  return { value: plusMs(instantAt(date.value, time, zone), second * SECOND_MS) }
}

const ANSWERED = [
  'answered',
  'answer',
  'connected',
  'completed',
  'success',
  'yes',
  'da nghe',
  'da tra loi',
  'nghe may',
  'co nghe',
  'thanh cong',
  'co',
  'tra loi',
]
const MISSED = [
  'missed',
  'no answer',
  'not answered',
  'unanswered',
  'noanswer',
  'abandoned',
  'busy',
  'failed',
  'cancelled',
  'canceled',
  'no',
  'nho',
  'goi nho',
  'cuoc goi nho',
  'khong nghe',
  'khong nghe may',
  'khong tra loi',
  'chua nghe',
  'may ban',
  'huy',
  'khong',
  'that bai',
]
const STATUSES: ReadonlyMap<string, boolean> = new Map([
  ...ANSWERED.map((word) => [word, true] as const),
  ...MISSED.map((word) => [word, false] as const),
])

function readStatus(cell: string): Cell<boolean> {
  const value = STATUSES.get(foldedWords(cell))
  return value === undefined ? { expected: STATUS } : { value }
}
