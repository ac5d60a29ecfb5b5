/**
 * Absence notes and automatic answers that only their words or their subject reveal. A person's words would be lost if they were taken for a
 * machine's. So the mail must say that it is automatic and ask nothing of us, or be a note in every clause: away, and when, and who else or how it
 * will be answered. A mail about goods, a question, a favour or "call me" is a person's.
 */
import {
  ABSENT,
  AUTOMATIC,
  BESIDES,
  COURTESY,
  OF_A_PERSON,
  OF_MARKED_GOODS,
  OF_OUR_BUSINESS,
  RECEIVED,
  WILL_ANSWER,
} from '#core/reply/absence-words.ts'
import { isPlainThanks } from '#core/reply/plain-thanks.ts'
import { isProse } from '#core/reply/prose.ts'
import { asksSomething } from '#core/reply/request-words.ts'
import { placesOf, type Spoken, says, sentenceAt, spoken, type Wording } from '#core/reply/spoken.ts'

/** What tells the note, and where it says it. */
export interface Note {
  readonly at: 'subject' | 'text'
  readonly says: 'automatic' | 'absence'
}

/** Only at the very beginning: "Re: Out of office" is a person's answer. */
const AUTOMATIC_SUBJECTS = [
  /^\[?(thư )?(trả lời tự động|tự động trả lời|phản hồi tự động|automatic reply|auto(matic)?[- ]?(reply|response|answer)|autoreply|out of (the )?office (auto)?[- ]?reply|automatische antwort|réponse automatique|respuesta automática|自动回复|自動回覆)(?!\p{L})/iu,
]
/** People also write of absence ("Vắng mặt khi giao hàng"): the words must stand alone or before a punctuation mark, and the text must be a note. */
const SUBJECTS_OF_ABSENCE =
  /^(out of (the )?office|ooo|vắng mặt|vắng mặt (tại|khỏi|ngoài) văn phòng|tôi đang vắng mặt|away|on vacation|on leave)\s*($|[:：\-–—!([]|re:|until|till|from|đến|từ ngày)/iu

/** A note says it within so many characters. */
const BEGINNING = 1_000
/** A text with more clauses is no note. */
const MOST_CLAUSES = 60

export interface MaybeNote {
  readonly subject: string
  /** Only the newly written text, and its words. */
  readonly text: string
  readonly said: Spoken
}

/** The sign of a note, or null. */
export function noteIn({ subject, text, said }: MaybeNote): Note | null {
  const start = subject.trim().slice(0, 200)
  if (AUTOMATIC_SUBJECTS.some((form) => form.test(start))) return { at: 'subject', says: 'automatic' }
  const saysAway = SUBJECTS_OF_ABSENCE.test(start)
  if (text === '') return saysAway ? { at: 'subject', says: 'automatic' } : null
  const beginning = { ...said, words: said.words.slice(0, BEGINNING) }
  const holds = (table: readonly Wording[]) => table.some((each) => says(beginning, each))
  const isAutomatic = AUTOMATIC.some((each) => placesOf(beginning, each).some((place) => !sentenceAt(said, place).asks))
  if (isAutomatic && !asksOfUs(text)) return { at: 'text', says: 'automatic' }
  if (text.includes('?') || says(said, OF_OUR_BUSINESS) || (said.marked && says(said, OF_MARKED_GOODS))) return null
  if (OF_A_PERSON.some((each) => says(said, each))) return null
  if (holds(RECEIVED) && holds(WILL_ANSWER) && !asksOfUs(text)) return { at: 'text', says: 'automatic' }
  if (!clausesOf(text).every(isOfNotes)) return null
  if (holds(ABSENT) && holds(BESIDES)) return { at: 'text', says: 'absence' }
  return saysAway ? { at: 'subject', says: 'automatic' } : null
}

const clausesOf = (text: string): readonly string[] =>
  text
    .split(/(?<=[.!?;,])\s+|\n+/u, MOST_CLAUSES)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')

/** A phrase of a note, a greeting, or only names, days and numbers. */
function isOfNotes(clause: string): boolean {
  const said = spoken(clause)
  return (
    [ABSENT, BESIDES, RECEIVED, WILL_ANSWER, COURTESY].some((table) => table.some((each) => says(said, each))) ||
    isPlainThanks(clause) ||
    !isProse(clause)
  )
}

/** "Please write to info@…" is a machine's request to every sender, not to us. */
const asksOfUs = (text: string): boolean =>
  clausesOf(text).some((clause) => {
    const said = spoken(clause)
    const toOthers = /@|\d{6}/.test(clause.replace(/[ .()-]/g, '')) || BESIDES.some((each) => says(said, each))
    return asksSomething(clause, said) && (!toOthers || says(said, OF_OUR_BUSINESS))
  })
