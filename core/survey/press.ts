/**
 * Whether a person or a machine sent a form. Mail scanners open every link, run scripts and press buttons, mostly within a second or two and often
 * from another browser than the one that opened the page.
 */
import { type Instant, MINUTE_MS, plusMs, SECOND_MS } from '#core/time/instant.ts'

/**
 * decoy: a button was pressed that people neither see nor hear; unknown-form: not one of our forms, or one of another page; too-early: sooner than
 * a person reads the page; other-browser: not the browser that the form was shown to, or one that keeps no cookies.
 */
export const SUSPICIONS = ['decoy', 'unknown-form', 'too-early', 'other-browser'] as const
export type Suspicion = (typeof SUSPICIONS)[number]

/**
 * first: what a link opens; again: asks for one more press, from any browser; slow: the same for a visitor who pressed the decoy; decoy: holds only
 * the button for machines.
 */
export const FORM_STAGES = ['first', 'again', 'slow', 'decoy'] as const
export type FormStage = (typeof FORM_STAGES)[number]

export interface ShownForm {
  readonly stage: FormStage
  readonly shownAt: Instant
  /** The browser that the form was shown to. */
  readonly browser: string
}

export interface Press {
  /** Undefined when the posted fields are no form of this page. */
  readonly form: ShownForm | undefined
  /** Null when the browser keeps no cookies. */
  readonly browser: { readonly name: string; readonly pressedDecoy: boolean } | null
  readonly at: Instant
}

/** A page takes this long to load, be read and be answered. A person who is quicker is asked for one more press. */
const FIRST_MS = 3 * SECOND_MS
/** Longer than a machine stays on one page, and short enough for a person to wait. */
const SLOW_MS = MINUTE_MS

const waitOf = ({ stage }: ShownForm) => (stage === 'slow' ? SLOW_MS : FIRST_MS)

/** The first rule that holds gives the reason. */
const RULES: readonly (readonly [Suspicion, (press: Press) => boolean])[] = [
  ['unknown-form', ({ form }) => form === undefined],
  ['decoy', ({ form, browser }) => form?.stage === 'decoy' || (form?.stage === 'first' && browser?.pressedDecoy === true)],
  ['too-early', ({ form, at }) => form !== undefined && at < plusMs(form.shownAt, waitOf(form))],
  ['other-browser', ({ form, browser }) => form?.stage === 'first' && form.browser !== browser?.name],
]

/** Null for a person's press. The second press needs no cookie: a person without cookies can answer too. */
export function suspicionOf(press: Press): Suspicion | null {
  const [suspicion] = RULES.find(([, holds]) => holds(press)) ?? []
  return suspicion ?? null
}

/** The form that asks once more after a suspect press. */
export const stageAfter = ({ form }: Press, suspicion: Suspicion): 'again' | 'slow' =>
  suspicion === 'decoy' || form?.stage === 'slow' ? 'slow' : 'again'
