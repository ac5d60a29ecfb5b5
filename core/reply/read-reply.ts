/**
 * What a customer's mail is and says. Everything is read first, then the first rule of the table that holds names the kind;
 * what else was found stays in the reasons, so that nobody has to choose between a stop and a complaint.
 */
import type { SurveyKind } from '#core/campaign/survey-definition.ts'
import { languageOf } from '#core/reply/language.ts'
import { type MachineMark, machineMark } from '#core/reply/machine-mail.ts'
import { authenticationNotes } from '#core/reply/mail-authentication.ts'
import { newlyWritten } from '#core/reply/newly-written.ts'
import { type OptOut, optOutIn } from '#core/reply/opt-out-words.ts'
import type { ParsedMail } from '#core/reply/parsed-mail.ts'
import { type ReadScore, readScore } from '#core/reply/read-score.ts'
import { cutTo, LONGEST_TEXT, readableText, tidyLines } from '#core/reply/readable-text.ts'
import type { ReplyKind, ReplyReading } from '#core/reply/reply.ts'
import { asksSomething } from '#core/reply/request-words.ts'
import { type DataRight, rightsIn } from '#core/reply/rights-words.ts'
import { spoken } from '#core/reply/spoken.ts'
import { complaintsIn, praises, thanks } from '#core/reply/tone-words.ts'
import { type BadVerdict, badVerdict } from '#core/reply/verdict.ts'
import { bandOf } from '#core/survey/scale.ts'

export interface Asked {
  readonly kind: SurveyKind
}

interface Findings {
  readonly machine: MachineMark | null
  readonly verdict: BadVerdict | null
  readonly optOut: OptOut | null
  readonly rights: readonly DataRight[]
  readonly complaints: readonly string[]
  readonly praised: boolean
  readonly thanked: boolean
  readonly requested: boolean
  /** Something else than the stop is asked for. */
  readonly requestedBesideStop: boolean
  readonly score: ReadScore
  readonly asked: boolean
}

/**
 * The order: what no person wrote comes first, then what the mail service warns of; then what the law gives a clock ("stop" before rights);
 * then whoever is unhappy; then the answer we asked for. Praise without a score answers a survey in words. The rest a person reads.
 */
const RULES: readonly (readonly [ReplyKind, (found: Findings) => boolean])[] = [
  ['bounce', ({ machine }) => machine?.kind === 'bounce'],
  ['autoReply', ({ machine }) => machine?.kind === 'autoReply'],
  ['unclear', ({ verdict }) => verdict !== null],
  ['optOut', ({ optOut }) => optOut !== null],
  ['request', ({ rights }) => rights.length > 0],
  ['complaint', ({ complaints }) => complaints.length > 0],
  ['answer', ({ score }) => score.score !== null],
  ['request', ({ requested, score }) => requested && score.reason === 'score:none'],
  ['answer', ({ asked, praised, score }) => asked && praised && score.reason === 'score:none'],
  ['unclear', () => true],
]

/**
 * `asked` is the survey that the mail answers, or null when nothing was asked: then no score is read.
 * A complaint, a stop and a request keep the score that was given with them, so that both are acted upon.
 */
export function readReply(mail: ParsedMail, asked: Asked | null): ReplyReading {
  const written = newlyWritten(readableText(mail.text)).text
  const text = cutTo(written, LONGEST_TEXT)
  const found = findingsIn({ mail, text, asked })
  const kind = RULES.find(([, holds]) => holds(found))?.[0] ?? 'unclear'
  const byPerson = found.machine === null && found.verdict === null
  return {
    kind,
    score: byPerson ? found.score.score : null,
    text,
    language: languageOf(text, spoken(text)),
    reasons: [
      ...reasonsOf(found, kind),
      ...(text === '' ? ['text:empty'] : []),
      ...(text.includes('\uFFFD') ? ['text:garbled'] : []),
      ...(written.length > text.length ? ['text:cut'] : []),
      ...(mail.limits ?? []),
      ...authenticationNotes(mail),
    ],
  }
}

function findingsIn({
  mail,
  text,
  asked,
}: {
  readonly mail: ParsedMail
  readonly text: string
  readonly asked: Asked | null
}): Findings {
  // "STOP" as the subject of an empty mail: what mailboxes send for a mailto link.
  const words = text === '' ? tidyLines(readableText(mail.subject.slice(0, 500))) : text
  const said = spoken(words)
  const complaints = complaintsIn(said, { contentment: asked?.kind === 'csat' })
  const praised = praises(said)
  const score: ReadScore = asked && text !== '' ? readScore(text, said, asked.kind) : { score: null, reason: 'score:none' }
  const nothing = text === ''
  const optOut = optOutIn(said, { answersYesOrNo: asked?.kind === 'fcr' })
  const requested = !nothing && asksSomething(text, said)
  return {
    machine: machineMark(mail),
    verdict: badVerdict(mail.headers),
    optOut,
    rights: nothing ? [] : rightsIn(said),
    complaints: nothing ? [] : complaints,
    praised: praised && !nothing,
    thanked: !nothing && thanks(said),
    requested,
    requestedBesideStop: requested && optOut !== null && asksBesideStop(text),
    score: asked ? unlessContradicted({ score, complaints, praised, kind: asked.kind }) : score,
    asked: asked !== null,
  }
}

/** More pieces than this are no letter of a person. */
const MOST_PIECES = 100

/** A stop is often put as a request itself ("can you unsubscribe me?"): only what is asked apart from it counts. */
const asksBesideStop = (text: string): boolean =>
  text
    .split(/(?<=[.!?;])\s|\n|,| (?:và|and|nhưng|but) /u, MOST_PIECES)
    .some((piece) => asksSomething(piece, spoken(piece)) && optOutIn(spoken(piece), { answersYesOrNo: false }) === null)

interface SaidWithScore {
  readonly score: ReadScore
  readonly complaints: readonly string[]
  readonly praised: boolean
  readonly kind: SurveyKind
}

/** Top marks for a broken cup are irony, and bottom marks with praise are the scale read upside down: a person must say. */
function unlessContradicted({ score, complaints, praised, kind }: SaidWithScore): ReadScore {
  if (score.score === null) return score
  const band = bandOf(kind, score.score)
  const upsideDown = band === 'low' && praised && complaints.length === 0
  return (band === 'high' && complaints.length > 0) || upsideDown ? { score: null, reason: 'score:ambiguous' } : score
}

function reasonsOf(found: Findings, kind: ReplyKind): readonly string[] {
  const { machine, verdict, optOut, rights, complaints, thanked, requested, requestedBesideStop, score, asked } = found
  if (machine) return [machine.reason]
  if (verdict) return [`verdict:${verdict}`]
  const also = (what: ReplyKind, is: boolean) => (is && kind !== what ? [`also:${what}`] : [])
  return [
    ...(optOut ? [optOut.reason, ...(optOut.all ? ['optOut:all'] : []), ...(optOut.withdrawal ? ['rights:withdraw'] : [])] : []),
    ...rights.map((right) => `rights:${right}`),
    ...complaints.slice(0, 3).map((written) => `word:${written}`),
    ...(asked ? [score.reason] : []),
    ...also('complaint', complaints.length > 0),
    ...also('answer', score.score !== null),
    ...((kind === 'answer' && requested) || (kind === 'optOut' && requestedBesideStop) ? ['also:request'] : []),
    ...(kind === 'unclear' && thanked ? ['word:thanks'] : []),
  ]
}
