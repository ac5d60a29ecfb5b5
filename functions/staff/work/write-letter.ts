/** Writing to the customer of a case: a page of its own, with what staff begin with, a preview, and one sending. */
import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { mailReach, writeToCustomer } from '#app/desk/write-to-customer.ts'
import { CASE_MAIL_TEMPLATE, CASE_SKELETON_TEMPLATE, CASE_SOLVED_TEMPLATE } from '#core/audience/case-mail.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import { playbookOf } from '#core/campaign/playbook.ts'
import type { Customer } from '#core/customer/customer.ts'
import { mayWorkOn } from '#core/staff/whose-work.ts'
import { localDateAt } from '#core/time/zone.ts'
import { descriptionOf, seenOf } from '#core/work/case/case-standing.ts'
import { checkedLetter, LETTER_PURPOSES, type LetterPurpose } from '#core/work/case/letter-text.ts'
import { isOpen, ownerOf } from '#core/work/standing.ts'
import { type Case, openedAt } from '#core/work/work-item.ts'
import { tryAct } from '#functions/staff/acts/try-act.ts'
import { type StaffApp, type StaffEnv, staffApp } from '#functions/staff/staff-app.ts'
import { frameOf } from '#functions/staff/visit/frame-of.ts'
import { guards, visitorOn } from '#functions/staff/visit/guard.ts'
import { isOffered } from '#functions/staff/visit/is-offered.ts'
import { formOf } from '#functions/staff/work/work-form.ts'
import type { WorkSystem } from '#functions/staff/work/work-system.ts'
import { caseMail, caseSkeleton } from '#functions/wiring/case-letters.ts'
import { noSuchPage } from '#web/staff/no-such-page.ts'
import { pathWith, workPath } from '#web/staff/paths.ts'
import type { WorkRefused } from '#web/staff/work/work-said-words.ts'
import { type LetterFields, type LetterPreview, type LetterShown, writeLetterPage } from '#web/staff/work/write-letter-page.ts'

export function writeLetterRoutes(system: WorkSystem): StaffApp {
  const app = staffApp()
  const needs = guards(system)
  const { stores, companyRules } = system
  const ports = { ...stores, companyRules }

  app.get('/work/:id/write', needs('note-work'), async (context) => {
    const item = await caseIn(system, context)
    if (!item) return notFound(system, context)
    const purpose = purposeIn(context.req.query('purpose'))
    return show(system, context, { item, fields: await begun(system, { item, purpose }), said: null })
  })

  app.post('/work/:id/write', needs('note-work'), async (context) => {
    const { workId, actor, at, text } = await formOf(system, context)
    const item = await caseIn(system, context)
    if (!item) return notFound(system, context)
    const fields = {
      mailId: /^[\w-]{1,64}$/.test(text('mailId')) ? text('mailId') : randomUUID(),
      subject: text('subject'),
      text: text('text'),
      purpose: purposeIn(text('purpose')),
      // No page of the app sends a form that does not say what it saw: it counts as out of date.
      seen: /^\d{1,4}$/.test(text('seen')) ? Number(text('seen')) : -1,
    } as const
    if (text('what') !== 'send') return show(system, context, { item, fields, said: null, isPreview: true })
    const by = visitorOn(context)
    const run = async () => {
      if (!mayWorkOn(ownerOf(item), by)) return { refused: 'another-team' as const }
      if (!isOffered(LETTER_PURPOSES, text('purpose'))) return { refused: 'not-offered' as const }
      if (!(await wordsOf(system, CASE_MAIL_TEMPLATE))) return { refused: 'no-mail-words' as const }
      return writeToCustomer(ports, { ...fields, ...actor, workId, at })
    }
    const act = { act: 'write-to-customer', on: { kind: 'work', id: workId }, by, people: 1 } as const
    const result = await tryAct(system, act, run)
    if (!('broke' in result) && !('refused' in result))
      return context.redirect(pathWith(workPath(workId), { said: 'mail-on-its-way' }), 303)
    const said = 'broke' in result ? result.broke : result.refused
    const now = (await caseIn(system, context)) ?? item
    // What was typed is sent by the case as it is now, once its author has seen what changed.
    const again = said === 'changed-meanwhile' ? { ...fields, seen: seenOf(now) } : fields
    return show(system, context, { item: now, fields: again, said, status: 'broke' in result ? 500 : 409 })
  })
  return app
}

const purposeIn = (written: string | undefined): LetterPurpose => LETTER_PURPOSES.find((one) => one === written) ?? 'tells'

async function caseIn({ stores }: WorkSystem, context: Context<StaffEnv>): Promise<Case | undefined> {
  const item = await stores.work.get(context.req.param('id') ?? '')
  return item?.kind === 'case' ? item : undefined
}

const notFound = (system: WorkSystem, context: Context<StaffEnv>) =>
  context.html(noSuchPage(frameOf(system, context), 'work'), 404)

async function wordsOf({ stores }: WorkSystem, template: string): Promise<CampaignWords | undefined> {
  const hash = await stores.words.noticeInForce(template)
  const words = hash === undefined ? undefined : await stores.words.read(hash)
  return typeof words === 'object' ? words : undefined
}

async function customerOf({ stores }: WorkSystem, { customerId }: Case): Promise<Customer | undefined> {
  return customerId === null ? undefined : (await stores.customers.get(customerId))?.customer
}

/** A form as staff first open it. */
async function begun(
  system: WorkSystem,
  { item, purpose }: { readonly item: Case; readonly purpose: LetterPurpose },
): Promise<LetterFields> {
  const template = purpose === 'solved' ? CASE_SOLVED_TEMPLATE : CASE_SKELETON_TEMPLATE
  const [customer, words] = await Promise.all([customerOf(system, item), wordsOf(system, template)])
  const { company, playbooks } = system.companyRules
  // The question whether it is solved has words of its own.
  const playbook = purpose === 'solved' ? undefined : playbookOf(playbooks, descriptionOf(item)?.category ?? null)
  const skeleton = customer && words ? caseSkeleton(company, { words, customer, playbook }) : null
  return {
    mailId: randomUUID(),
    subject: skeleton?.subject ?? '',
    text: skeleton?.text ?? '',
    purpose,
    seen: seenOf(item),
  }
}

interface Showing {
  readonly item: Case
  readonly fields: LetterFields
  readonly said: LetterShown['said']
  readonly isPreview?: boolean
  readonly status?: 200 | 409 | 500
}

async function show(
  system: WorkSystem,
  context: Context<StaffEnv>,
  { item, fields, said, isPreview = false, status = 200 }: Showing,
) {
  const { stores, companyRules } = system
  const frame = { ...frameOf(system, context), path: `${workPath(item.workId)}/write` }
  const reach = await mailReach({ ...stores, companyRules }, item.customerId)
  const refused = whyNot(item, { reach, by: visitorOn(context) })
  const preview = isPreview && refused === null ? await previewOf(system, { item, fields }) : null
  return context.html(writeLetterPage(frame, { item, fields, reach, refused, preview, said }), status)
}

function whyNot(
  item: Case,
  { reach, by }: { readonly reach: LetterShown['reach']; readonly by: ReturnType<typeof visitorOn> },
): WorkRefused | null {
  if (!isOpen(item)) return 'already-closed'
  if (!mayWorkOn(ownerOf(item), by)) return 'another-team'
  return 'refused' in reach ? reach.refused : null
}

/** Links in a preview say nothing and lead nowhere. */
const PREVIEW_SEALS = { linkToken: () => '…', replyLocalPart: () => undefined }

/** As its customer would read it, without the page's own signs: the text part, which says the same as the other. */
async function previewOf(
  system: WorkSystem,
  { item, fields }: { readonly item: Case; readonly fields: LetterFields },
): Promise<LetterPreview> {
  const checked = checkedLetter(fields)
  if ('refused' in checked) return checked
  const [customer, words] = await Promise.all([customerOf(system, item), wordsOf(system, CASE_MAIL_TEMPLATE)])
  if (!customer || !words) return { refused: 'no-mail-words' }
  const { company } = system.companyRules
  const openedOn = localDateAt(openedAt(item), company.zone)
  const making = { company, seals: PREVIEW_SEALS, pages: system.pages }
  const asks = fields.purpose === 'solved' ? { mailId: fields.mailId, at: openedAt(item) } : null
  const written = caseMail(making, { words, customer, workId: item.workId, openedOn, ...checked, asks })
  return 'problem' in written ? { refused: 'no-mail-words' } : { subject: written.letter.subject, text: written.letter.text }
}
