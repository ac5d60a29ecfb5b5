/**
 * How many of a thousand sample customers do what with a mail. The sums come from surveys about surveys: 20 to 25 % of those asked by mail answer
 * (AskNicely; 15 to 25 % for NPS), about 85 % of those who open the page finish it (CustomerGauge), so for 225 who answer there are about 30 who only
 * look. How answers divide among the ways is our assumption. Replies, stops and out-of-office notes come several times more often than in reality, so
 * that a month of five hundred customers shows each of them.
 */
import type { SurveyKind } from '#core/campaign/survey-definition.ts'

/**
 * survey: asks something; greeting: can be stopped and asks nothing; solved: asks whether a case is solved; case: another mail of a case; notice: none
 * of these.
 */
export type MailKind = 'survey' | 'greeting' | 'solved' | 'case' | 'notice'

export const WAYS = [
  'page',
  'tap',
  'look',
  'reply-score',
  'reply-complaint',
  'reply-request',
  'reply-unclear',
  'reply-thanks',
  'reply-stop',
  'mailto-stop',
  'one-click',
  'preferences',
  'absence',
  'say-solved',
  'say-unsolved',
  'come-back',
  'reply-unsolved',
] as const
export type Way = (typeof WAYS)[number]

/** Of a thousand; the others do nothing. */
export const SHARES: Readonly<Record<MailKind, Readonly<Partial<Record<Way, number>>>>> = {
  survey: {
    page: 75,
    tap: 85,
    look: 30,
    'reply-score': 65,
    'reply-complaint': 15,
    'reply-request': 8,
    'reply-unclear': 8,
    'reply-stop': 8,
    'mailto-stop': 3,
    'one-click': 8,
    preferences: 6,
    absence: 25,
  },
  greeting: {
    'reply-complaint': 6,
    'reply-request': 6,
    'reply-thanks': 12,
    'reply-stop': 5,
    'mailto-stop': 2,
    'one-click': 8,
    preferences: 6,
    absence: 20,
  },
  // Our assumption: who complained answers more often than who is only asked how it was.
  solved: {
    'say-solved': 420,
    'say-unsolved': 150,
    'come-back': 60,
    'reply-unsolved': 40,
    'reply-thanks': 60,
    absence: 20,
  },
  case: { 'reply-unsolved': 80, 'reply-thanks': 180, absence: 20 },
  notice: { absence: 20 },
}

/** Most customers who buy tea again like it: scores by weight, so that every band occurs. NPS comes to about +35. */
export const SCORES: Readonly<Record<SurveyKind, readonly (readonly [score: number, weight: number])[]>> = {
  nps: [
    [0, 2],
    [2, 2],
    [3, 3],
    [5, 5],
    [6, 6],
    [7, 12],
    [8, 18],
    [9, 22],
    [10, 30],
  ],
  csat: [
    [1, 5],
    [2, 8],
    [3, 14],
    [4, 33],
    [5, 40],
  ],
  ces: [
    [1, 4],
    [2, 6],
    [3, 8],
    [4, 12],
    [5, 22],
    [6, 25],
    [7, 23],
  ],
  fcr: [
    [0, 25],
    [1, 75],
  ],
  // What a customer feels on the whole; each attribute is rated around it.
  csi: [
    [1, 2],
    [3, 4],
    [5, 8],
    [6, 8],
    [7, 16],
    [8, 28],
    [9, 22],
    [10, 12],
  ],
}

/** Of a hundred attributes: those that a customer skips, where several are asked. */
export const SKIPS_ATTRIBUTE = 4

/** How long after the mail a customer reads it: a range of minutes, and its weight. */
export const READ_AFTER: readonly (readonly [range: readonly [from: number, to: number], weight: number])[] = [
  [[3, 60], 35],
  [[60, 360], 30],
  [[360, 1_440], 20],
  [[1_440, 5_760], 15],
]

/** Of a hundred answers on the page: those with a reason, with answers to further questions, and those changed on another day. */
export const GIVES_REASON = 60
export const TELLS_MORE = 70
export const CHANGES_MIND = 8
/** Of a hundred customers who answer on the page: those who press before the page can be read, and those whose browser keeps no cookies. */
export const IS_QUICK = 10
export const KEEPS_NO_COOKIES = 5

/** Addresses behind a company's mail scanner, which opens every link of every new mail and presses the buttons it finds. */
export const isBehindScanner = (address: string): boolean => address.endsWith('@example.net')
export const SCANNED_AFTER_SECONDS = 20
