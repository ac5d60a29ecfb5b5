/** What the form of a rehearsal asks for: its days and campaigns, or what is wrong with them, each at its field. */
import type { WordedCampaign } from '#app/campaigns/accept-campaigns.ts'
import type { AcceptedCampaign } from '#app/ports/campaigns.ts'
import { REHEARSAL_LIMITS, type RehearsedFrom } from '#core/rehearsal/stored-rehearsal.ts'
import { daysBetween, isLocalDate } from '#core/time/local-date.ts'
import type { BroughtFile, RehearsalSystem } from '#functions/staff/rehearsals/rehearsal-system.ts'
import type { RehearsalFormGiven, WrongRehearsal } from '#web/staff/rehearsal/rehearsal-form.ts'

export interface FormSent extends RehearsalFormGiven {
  readonly brought: readonly File[]
}

export function formSent(form: FormData): FormSent {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  // A browser sends one without a name and without a byte where none was chosen.
  const brought = form.getAll('files').flatMap((file) => (file instanceof File && file.name !== '' ? [file] : []))
  return {
    from: text('from'),
    to: text('to'),
    campaigns: form.getAll('campaign').map(String),
    hadFiles: brought.length > 0,
    brought,
  }
}

export interface CheckedForm {
  readonly accepting: readonly WordedCampaign[]
  readonly campaigns: readonly RehearsedFrom[]
}

export async function checkedForm(
  system: RehearsalSystem,
  sent: FormSent,
): Promise<CheckedForm | { readonly wrong: WrongRehearsal }> {
  const period = wrongPeriod(sent)
  const files = wrongFiles(sent.brought)
  if (period || files) return { wrong: { period, files, campaigns: null } }
  const brought = sent.brought.length === 0 ? { accepting: [] } : await system.files.check(await texts(sent.brought))
  if ('problems' in brought)
    return { wrong: { period: null, files: { is: 'refused', problems: brought.problems }, campaigns: null } }
  const replaced = new Set(brought.accepting.map(({ definition }) => definition.id))
  const inForce = (await system.stores.campaigns.latest()).filter(
    ({ definition: { id } }) => sent.campaigns.includes(id) && !replaced.has(id),
  )
  const worded = await Promise.all(inForce.map((one) => wordsOf(system, one)))
  const accepting = [...worded, ...brought.accepting.map(({ definition, words }) => ({ definition, words }))]
  if (accepting.length === 0) return { wrong: { period: null, files: null, campaigns: 'none' } }
  const campaigns = [
    ...inForce.map(({ definition: { id, name } }) => ({ id, name, file: null })),
    ...brought.accepting.map(({ definition: { id, name }, file }) => ({ id, name, file })),
  ]
  return { accepting, campaigns }
}

function wrongPeriod({ from, to }: FormSent): WrongRehearsal['period'] {
  if (!isLocalDate(from)) return { at: 'from', is: 'no-date' }
  if (!isLocalDate(to)) return { at: 'to', is: 'no-date' }
  if (to < from) return { at: 'to', is: 'reversed' }
  return daysBetween(from, to) >= REHEARSAL_LIMITS.days ? { at: 'to', is: 'too-long' } : null
}

function wrongFiles(brought: readonly File[]): WrongRehearsal['files'] {
  if (brought.length > REHEARSAL_LIMITS.files) return { is: 'too-many' }
  const large = brought.find(({ size }) => size > REHEARSAL_LIMITS.fileBytes)
  if (large) return { is: 'too-large', file: large.name }
  const names = brought.map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  return twice === undefined ? null : { is: 'twice', file: twice }
}

const texts = (brought: readonly File[]): Promise<readonly BroughtFile[]> =>
  Promise.all(brought.map(async (file) => ({ file: file.name, text: await file.text() })))

/** Without its words a campaign is rehearsed all the same: that they are missing is one of the things a rehearsal tells. */
async function wordsOf({ stores }: RehearsalSystem, { definition, words: hash }: AcceptedCampaign): Promise<WordedCampaign> {
  const words = hash === undefined ? undefined : await stores.words.read(hash)
  return { definition, words: words === undefined || words === 'unreadable' ? null : words }
}
