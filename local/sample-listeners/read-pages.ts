/**
 * A customer at a page: opens it, reads for a while, and presses. No code waits here: the act after the reading is returned with its instant, because
 * the clock is moved elsewhere.
 */
import { type Instant, plusMs, SECOND_MS } from '#core/time/instant.ts'
import type { Manner, PlannedAct } from '#local/sample-listeners/act.ts'
import type { Browser, PageSeen } from '#local/sample-listeners/browser.ts'
import { type FormOnPage, formsIn } from '#local/sample-listeners/markup.ts'

/** `status` is that of the last page; null where no page was opened. */
export type CarriedOut = { readonly done: true; readonly status: number | null } | Refused
export interface Refused {
  readonly done: false
  readonly because: string
}
/** A page is open in the customer's browser. */
export interface Reading {
  readonly readsUntil: Instant
  goOn(at: Instant): Promise<CarriedOut | Reading>
}

export type Fields = readonly (readonly [name: string, value: string])[]

/** The customer who has a page open, and since when. */
interface Reader {
  readonly browser: Browser
  readonly manner: Manner
  readonly at: Instant
}

const READS_SECONDS: Readonly<Record<Manner, number>> = { calm: 20, quick: 1, 'without-cookies': 20 }
/** A page that asks for a second press is read for this long. */
const READS_AGAIN_SECONDS = 10

/** When the planned act's button has been pressed: until then a restart, which loses open pages, begins the act anew. */
export function pressedAt({ at, act }: PlannedAct): Instant {
  const manner = act.kind === 'answer' ? act.manner : act.kind === 'preferences' || act.kind === 'say' ? 'calm' : null
  return manner === null ? at : plusMs(at, READS_SECONDS[manner] * SECOND_MS)
}

export const seen = ({ status }: PageSeen): CarriedOut =>
  status < 400 ? { done: true, status } : { done: false, because: `the page says ${status}` }

/** The form that people see; a page without one counts as a refusal. */
export function formFor(page: PageSeen): FormOnPage | Refused {
  const form = formsIn(page.body).find(({ isForPeople }) => isForPeople)
  return page.status >= 400 || !form ? { done: false, because: `the page says ${page.status}` } : form
}

/** Reads the page, fills in its form, presses its first button, and presses again where the page asks for it. */
export function readAndPress(
  { browser, manner, at }: Reader,
  {
    page,
    fill,
    next: after,
  }: {
    readonly page: PageSeen
    readonly fill: (form: FormOnPage) => Fields
    readonly next: (page: PageSeen, at: Instant) => CarriedOut | Reading
  },
): CarriedOut | Reading {
  const form = formFor(page)
  if ('done' in form) return form
  const press = async (pressed: FormOnPage, fields: Fields, now: Instant): Promise<CarriedOut | Reading> => {
    const next = await browser.send(new URL(pressed.action || page.url, page.url).href, fields)
    const again = formsIn(next.body).find(isButtonAlone)
    if (!again) return after(next, now)
    return { readsUntil: plusMs(now, READS_AGAIN_SECONDS * SECOND_MS), goOn: (later) => press(again, again.filled, later) }
  }
  return {
    readsUntil: plusMs(at, READS_SECONDS[manner] * SECOND_MS),
    goOn: (now) => press(form, [...fill(form), ...(form.buttons[0] ? [form.buttons[0]] : [])], now),
  }
}

/** A page that asks for one more press shows people only a button. */
const isButtonAlone = ({ isForPeople, choices, texts }: FormOnPage) => isForPeople && choices.length === 0 && texts.length === 0
