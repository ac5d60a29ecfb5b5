/**
 * Removes a customer everywhere. First a tombstone, on which every claim about them is lost; then what only the profile leads to, the profile, and the
 * rows under the customer's id. Rows that the books need (balances, vouchers) stay under another name. Harmless when repeated, so the next run
 * finishes an interrupted one. Until then the tombstone says that the erasure was only begun, and stays. A send or plan under way meanwhile loses its
 * claim. What it still writes is swept away within two days (app/retention/sweep-tombstones.ts).
 */

import { markSharedAddress } from '#app/consent/mark-shared-address.ts'
import { type ForgetQuestionsPorts, forgetQuestions } from '#app/desk/forget-questions.ts'
import { type RemoveFromListsPorts, removeFromLists } from '#app/desk/remove-from-lists.ts'
import type { Events } from '#app/events.ts'
import { type ForgetCompensationPorts, forgetCompensation } from '#app/gifts/forget-compensation.ts'
import { type HeldPorts, heldAbout } from '#app/person/held-about.ts'
import { namingDates } from '#app/person/naming-dates.ts'
import { type RemoveCaseFilesPorts, withoutCaseFiles } from '#app/person/remove-case-files.ts'
import { addressOf, closeContactPoints, removeProfile } from '#app/person/remove-profile.ts'
import { removeReplies } from '#app/person/remove-replies.ts'
import { renameInFoundBatches } from '#app/person/rename-in-found-batches.ts'
import { renameInOccurrences } from '#app/person/rename-in-occurrences.ts'
import type { FindingsBook } from '#app/ports/findings.ts'
import type { ErasureRun } from '#app/ports/ledgers.ts'
import type { RawMails } from '#app/ports/listening.ts'
import type { HotlineCallers } from '#app/ports/numbers.ts'
import type { DataSearch, Found, PersonRows } from '#app/ports/person.ts'
import type { NumberNames } from '#app/ports/secrets.ts'
import type { Instant } from '#core/time/instant.ts'

export interface ErasePorts extends HeldPorts {
  readonly rows: PersonRows
  readonly dayLists: RemoveFromListsPorts['dayLists']
  readonly questions: ForgetQuestionsPorts['questions']
  readonly budgets: ForgetCompensationPorts['budgets']
  readonly findings: Pick<FindingsBook, 'remove'>
  readonly search: DataSearch
  readonly caseFiles: RemoveCaseFilesPorts['caseFiles']
  readonly rawMails: RawMails
  readonly hotlineCallers: Pick<HotlineCallers, 'forget'>
  readonly seals: HeldPorts['seals'] & NumberNames
  readonly events: Events
}

type Left = Pick<Found, 'table' | 'key'>

export interface Erasure {
  readonly customerId: string
  /** Rows in which the customer's id, address or number still stands. The erasure is done only when there are none. */
  readonly left: readonly Left[]
  /** Raw mails that are still there. */
  readonly leftMails: readonly string[]
  /** False while a profile stands, because others kept writing it: the erasure is to be run again. */
  readonly isFinished: boolean
}

/** An import may write the customer while they are erased: so often everything is removed again before the erasure is left for its next run. */
const ROUNDS = 3

interface Erasing {
  readonly customerId: string
  readonly as: string
  readonly at: Instant
}

/**
 * Undefined when nothing is stored about that id, no tombstone and no row of an occurrence either. `as` is the name that replaces the customer from now on,
 * `erased-…`, never used before; where another erasure of the customer is under way, its name is used. Every step before the profile's removal finds
 * its rows through the profile, so the next run finds all that an interrupted one left.
 */
export async function erasePerson(ports: ErasePorts, { customerId, as, at }: Erasing): Promise<Erasure | undefined> {
  const { ledgers, events } = ports
  if (!(await heldAbout(ports, { customerId, at }))) return finishEarlier(ports, { customerId, as, at })
  let name = await ledgers.leaveTombstone({ customerId, erasedAt: at, as })
  const leftMails = new Set<string>()
  for (let round = 1; ; round++) {
    const erasure = await eraseOnce(ports, { customerId, as: name, at })
    for (const rawKey of erasure.leftMails) leftMails.add(rawKey)
    const isGone = await endErasure(ports, { customerId, run: as, at })
    // While a profile exists, for whatever reason, mails could go out to it once the tombstone is gone: the erasure stays begun.
    if (!isGone) name = await ledgers.leaveTombstone({ customerId, erasedAt: at, as })
    if (!isGone && round < ROUNDS) continue
    if (isGone) events.personErased({ customerId })
    return { ...erasure, leftMails: [...leftMails], isFinished: isGone }
  }
}

/**
 * Whether the profile is gone. It is looked for again behind the noted end: one written between would stand beside a finished erasure, as if it had
 * been imported afterwards. Only then is the erasure finished, unless another run has joined it: that one ends it.
 */
async function endErasure(
  { ledgers, customers }: Pick<ErasePorts, 'ledgers' | 'customers'>,
  { at, ...run }: ErasureRun & { readonly at: Instant },
): Promise<boolean> {
  const isGone = async () => (await customers.get(run.customerId)) === undefined
  if (!(await isGone())) return false
  const ended = await ledgers.finishErasure({ ...run, at })
  if (!(await isGone())) return false
  if (ended === 'written') await ledgers.confirmErasure(run)
  return true
}

async function eraseOnce(ports: ErasePorts, { customerId, as, at }: Erasing): Promise<Omit<Erasure, 'isFinished'>> {
  // Read behind the tombstone: before it was written a sender may have claimed the customer and issued a voucher.
  const held = await heldAbout(ports, { customerId, at })
  if (!held) return { customerId, left: [], leftMails: [] }
  const { once, pages } = held
  const known = await closeContactPoints(ports, { customer: once.customer, at, closed: [] })

  for await (const page of pages.vouchers()) for (const { code } of page) await ports.vouchers.rename({ code, as })
  const leftMails = new Set(await removeReplies(ports, pages.replies()))
  const address = addressOf(ports, once.customer)
  const sharing = address === null ? [] : await ports.customers.sharing(address)
  const sharers = sharing.map(({ customer }) => customer.customerId)
  await renameInOccurrences(ports, { customerId, as, sharers, ...namingDates(ports.companyRules.company, at) })
  const { isGone, points, addresses, leftMails: late } = await removeProfile(ports, { customerId, at, address, closed: known })
  for (const rawKey of late) leftMails.add(rawKey)
  if (isGone) {
    // Before their work: only the work tells what on a line is theirs.
    await removeFromLists(ports, customerId)
    await forgetQuestions(ports, { customerId, at })
    await forgetCompensation(ports, customerId)
    await withoutCaseFiles(ports, { customerId, removeRows: () => ports.rows.remove(customerId) })
    // Behind their work: a run that counts meanwhile would find it again.
    await ports.findings.remove()
  }
  // An import may have read who shares the address before the profile was removed.
  for (const each of addresses) await markSharedAddress(ports, { address: each })
  const { left } = await renameAndSearch(ports, { customerId, as, texts: [customerId, ...points.map(({ value }) => value)] })
  return { customerId, left, leftMails: [...leftMails] }
}

/**
 * An erasure that left rows behind, or never searched, though all that leads to them is gone: only a search through every table finds them. Rows of
 * occurrences get the name of that erasure while its tombstone stands; afterwards one tombstone more keeps the name for all who search at the same moment.
 * Without a tombstone no other row counts: the id may be any word.
 */
async function finishEarlier(ports: ErasePorts, { customerId, as, at }: Erasing): Promise<Erasure | undefined> {
  const { ledgers, search } = ports
  const standing = (await ledgers.tombstones()).find((grave) => grave.customerId === customerId)
  if (!standing && !(await rowsLeft(search, [customerId])).some(({ batch }) => batch)) return undefined
  const earlier = standing?.erasure.state === 'begun' ? undefined : standing?.as
  const name = earlier ?? (await ledgers.leaveTombstone({ customerId, erasedAt: at, as }))
  const { renamed, left } = await renameAndSearch(ports, { customerId, as: name, texts: [customerId] })
  const isFinished = earlier !== undefined || (await endErasure(ports, { customerId, run: as, at }))
  return renamed === 0 && !standing ? undefined : { customerId, left, leftMails: [], isFinished }
}

/** Searches once, and once more when something could be renamed; what changed meanwhile is left for the next run. */
async function renameAndSearch(
  ports: ErasePorts,
  { customerId, as, texts }: { readonly customerId: string; readonly as: string; readonly texts: readonly string[] },
): Promise<{ readonly renamed: number; readonly left: readonly Left[] }> {
  const found = await rowsLeft(ports.search, texts)
  const renamed = await renameInFoundBatches(ports, { customerId, as, found })
  const left = renamed === 0 ? found : await rowsLeft(ports.search, texts)
  return { renamed, left: left.map(({ table, key }) => ({ table, key })) }
}

async function rowsLeft(search: DataSearch, texts: readonly string[]): Promise<readonly Found[]> {
  const left: Found[] = []
  for await (const found of search.find(texts)) left.push(found)
  return left
}
