/**
 * Binds a form to the page, the moment and the browser it was shown to, without keeping anything here: the form carries them sealed, and the
 * browser a cookie with a random number that is sent back to this one page only and says nothing about the customer.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { LinkSeals } from '#app/ports/secrets.ts'
import {
  FORM_STAGES,
  type FormStage,
  type Press,
  type ShownForm,
  type Suspicion,
  stageAfter,
  suspicionOf,
} from '#core/survey/press.ts'
import { DAY_MS, type Instant, InstantSchema, plusMs } from '#core/time/instant.ts'
import { type FormSeals, type PressAgainPage, SEAL_FIELD } from '#web/customer/confirming-form.ts'

/** Null for a person's press; else why it looks like a machine's, and what the page that asks once more needs. */
export type PressSeen = null | {
  readonly because: Suspicion
  readonly again: Pick<PressAgainPage, 'seals' | 'waits' | 'tooSoon'>
}

export interface ShownForms {
  /** `path` is the page's; every form of a page is bound to it. */
  show(context: Context, path: string): FormSeals
  pressed(
    context: Context,
    press: { readonly path: string; readonly form: Readonly<Record<string, unknown>> },
  ): Promise<PressSeen>
}

/** Longer than anybody leaves a page open; after it the form asks for one more press. */
const FORM_DAYS = 90
const COOKIE = 'shown'
const COOKIE_SECONDS = 86_400
/** So long a browser that pressed the decoy is taken for a machine's. */
const DECOY_SECONDS = 600

export function shownForms(seals: LinkSeals, clock: () => Instant): ShownForms {
  const sealed = (path: string, { stage, shownAt, browser }: ShownForm): string =>
    seals.linkToken({
      use: 'form',
      fields: [tagOf(path), stage, shownAt, browser],
      expiresAt: plusMs(shownAt, FORM_DAYS * DAY_MS),
    })
  const both = (path: string, shown: Omit<ShownForm, 'stage'>, stage: FormStage): FormSeals => ({
    form: sealed(path, { ...shown, stage }),
    decoy: sealed(path, { ...shown, stage: 'decoy' }),
  })
  return {
    show(context, path) {
      const known = browserIn(context)
      const nonce = known?.nonce ?? randomBytes(16).toString('base64url')
      if (!known?.pressedDecoy) keepCookie(context, { path, value: nonce, seconds: COOKIE_SECONDS })
      return both(path, { shownAt: clock(), browser: tagOf(nonce) }, known?.pressedDecoy ? 'slow' : 'first')
    },
    async pressed(context, { path, form }) {
      const at = clock()
      const known = browserIn(context)
      const browser = known && { name: tagOf(known.nonce), pressedDecoy: known.pressedDecoy }
      const press: Press = { form: await opened(seals, { written: form[SEAL_FIELD], path, now: at }), browser, at }
      const because = suspicionOf(press)
      if (because === null) return null
      if (because === 'decoy' && known)
        keepCookie(context, { path, value: `${known.nonce}${DECOY_MARK}`, seconds: DECOY_SECONDS })
      const stage = stageAfter(press, because)
      const next = both(path, { shownAt: at, browser: browser?.name ?? '' }, stage)
      const tooSoon = because === 'too-early' && press.form?.stage !== 'first'
      return { because, again: { seals: next, waits: stage === 'slow' ? 'a-minute' : 'few-seconds', tooSoon } }
    },
  }
}

async function opened(
  seals: LinkSeals,
  { written, path, now }: { readonly written: unknown; readonly path: string; readonly now: Instant },
): Promise<ShownForm | undefined> {
  // A form that is read with all its values gives a list where one name stands twice.
  const token: unknown = Array.isArray(written) ? written.at(-1) : written
  const link = typeof token === 'string' ? await seals.openLink(token, { use: 'form', now }) : undefined
  if (link === undefined || link === 'expired') return undefined
  const [page, named, shownAt, browser] = link.fields
  const stage = FORM_STAGES.find((known) => known === named)
  if (page !== tagOf(path) || !stage || browser === undefined || !InstantSchema.safeParse(shownAt).success) return undefined
  return shownAt === undefined ? undefined : { stage, shownAt, browser }
}

const tagOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22)

const DECOY_MARK = '.d'

function browserIn(context: Context): { readonly nonce: string; readonly pressedDecoy: boolean } | null {
  const [, nonce, mark] = /^([\w-]{22})(\.d)?$/.exec(getCookie(context, COOKIE) ?? '') ?? []
  return nonce === undefined ? null : { nonce, pressedDecoy: mark !== undefined }
}

/** Of this page alone, so that two links of one person cannot be told to be theirs. Lax: the link is followed from a mail. */
function keepCookie(
  context: Context,
  { path, value, seconds }: { readonly path: string; readonly value: string; readonly seconds: number },
): void {
  const secure = new URL(context.req.url).protocol === 'https:'
  setCookie(context, COOKIE, value, { path, httpOnly: true, sameSite: 'Lax', secure, maxAge: seconds })
}
