/** `care person`: shows what is held about one person, exports it, or erases it everywhere. */
import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { Command, Option } from 'commander'
import { writeToThisOne } from '#app/consent/mark-shared-address.ts'
import { events } from '#app/events.ts'
import { askRight } from '#app/person/ask-right.ts'
import { type ErasePorts, type Erasure, erasePerson } from '#app/person/erase-person.ts'
import { exportPerson } from '#app/person/export-person.ts'
import { type HeldAbout, heldAbout } from '#app/person/held-about.ts'
import type { CampaignStore } from '#app/ports/campaigns.ts'
import type { CaseFiles } from '#app/ports/case-files.ts'
import { auditedHere } from '#cli/audited-here.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { sectionsOf } from '#cli/person-document/sections-of-person.ts'
import { timesAre, writtenTime } from '#cli/written-clock.ts'
import { writeExport } from '#cli/written-export.ts'
import type { ConsentRecord } from '#core/audience/consent.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { erasedName } from '#core/customer/erased-name.ts'
import type { AuditedAct } from '#core/staff/audit-entry.ts'
import type { Instant } from '#core/time/instant.ts'
import { localDateAt, localTimeAt } from '#core/time/zone.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { RIGHTS, type Right } from '#core/work/work-fact.ts'
import { pageLocale } from '#web/customer/page.ts'
import { personDocument } from '#web/customer/person-document.ts'
import { shortDate } from '#web/rendering/written-value.ts'
import { HELD_WORDS } from '#web/words/held.ts'

interface Asked {
  readonly export?: string | true
  readonly erase?: true
  readonly yes?: true
  readonly writeToThis?: true
  readonly by: string
  readonly ask?: Right
  readonly json?: true
}

type PersonPorts = ErasePorts & {
  readonly caseFiles: CaseFiles
  readonly companyRules: CompanyRules
  readonly campaigns: Pick<CampaignStore, 'latest'>
}

export function personCommand({ output, place }: CareFrame): Command {
  return new Command('person')
    .description('what is held about a person: show it, hand it out, or remove it everywhere')
    .argument('<id>', 'the id of the customer')
    .option(
      '--export [folder]',
      'write everything as JSON, as a readable page, and the original mails; to ./person-<id> unless told',
    )
    .option(
      '--erase',
      'remove the person everywhere; what remains is a keyed hash of address and number, so that they are never used again',
    )
    .option('--yes', 'really erase')
    .addOption(new Option('--ask <right>', "note what the person asks for, with the law's clocks").choices(RIGHTS))
    .option('--write-to-this', 'of those who share the address, greetings that are the same for all go to this customer')
    .option('--by <who>', 'who decides', userInfo().username)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
--erase ends with a search through every table for the person's id, address and number, and refuses to call it done while one is found.
Once the staff app has erased somebody, it searches for the id. Lines of the staff app's log stay, with the id, and are not searched.
A tombstone with the id alone stays for one or two nights, so that nothing that is under way about the person brings them back.
Messages in queues and dead letters are not searched: SQS deletes them after 14 days at the latest.`,
    )
    .action(async (customerId: string, asked: Asked) => {
      const stores = await place.stores()
      const { now } = stores
      const ports: PersonPorts = { ...stores, ...(await place.personal()), events: events({ event: () => {}, alarm: () => {} }) }
      const recorded = <Result>(act: AuditedAct, run: () => Promise<Result>) =>
        auditedHere({ output, stores }, { act, on: { kind: 'customer', id: customerId }, people: 1 }, run)
      const held = await heldAbout(ports, { customerId, at: now })
      if (!held && asked.erase && asked.yes) {
        // It finishes or proves an erasure that the log tells of; the id may be any word.
        const finished = await erase(ports, { customerId, now })
        if (finished) return tellErased(finished, { output, json: asked.json === true })
      }
      if (!held) return output.refuse([`${customerId}: nothing is held about that id`])
      if (asked.ask) {
        const done = await askRight(ports, { customerId, ask: asked.ask, by: asked.by, at: now })
        if ('refused' in done) return output.refuse([`${customerId}: ${done.refused}`])
        const deadlines = deadlinesOf(done.item, ports.companyRules)
        const { zone } = ports.companyRules.company
        const doneBy = deadlines.done === null ? '' : `, done by ${writtenTime(deadlines.done, zone)}`
        output.print(
          `${customerId} asks: ${asked.ask}; answer by ${writtenTime(deadlines.begin, zone)}${doneBy} (${done.item.workId}); ${timesAre(zone)}`,
        )
      }
      if (asked.writeToThis) {
        const person = await ports.customers.get(customerId)
        const done = await recorded('write-to-this-one', async () => {
          const written = person && (await writeToThisOne(ports, { person, by: asked.by }))
          return written === 'written' ? { written } : { refused: 'not-shared' }
        })
        if ('refused' in done) return output.refuse([`${customerId}: shares no address with another customer`])
        return output.print(`${customerId}: greetings that are the same for all who share the address go to this customer`)
      }
      if (asked.export !== undefined) {
        const folder = resolve(asked.export === true ? `person-${customerId}` : asked.export)
        await recorded('export-person', () => handOut(held, { folder, ports, output }))
      }
      if (asked.erase) {
        if (!asked.yes) return output.refuse([`--erase cannot be undone: say --yes as well`])
        const erased = await recorded('erase-person', () => erase(ports, { customerId, now }))
        return erased && tellErased(erased, { output, json: asked.json === true })
      }
      if (asked.export === undefined && asked.ask === undefined)
        output.print(
          asked.json
            ? JSON.stringify(await exportPerson(ports, { customerId, at: now }), null, 2)
            : await summary(held, ports.companyRules.company.zone),
        )
    })
}

const erase = (ports: PersonPorts, { customerId, now }: { readonly customerId: string; readonly now: Instant }) =>
  erasePerson(ports, { customerId, as: erasedName(randomUUID()), at: now })

async function handOut(
  held: HeldAbout,
  { folder, ports, output }: { folder: string; ports: PersonPorts; output: CareFrame['output'] },
): Promise<void> {
  const { rawMails, caseFiles, companyRules, campaigns } = ports
  const { company } = companyRules
  const { customer, customerId, exportedAt } = held.once
  const locale = pageLocale(customer?.locale ?? '', company.locale)
  const known = (await campaigns.latest()).map(({ definition }) => definition)
  const sections = sectionsOf(held, { locale, companyRules, campaigns: known })
  const at = `${shortDate(localDateAt(exportedAt, company.zone), locale)} ${localTimeAt(exportedAt, company.zone).slice(0, 5)}`
  const frame = { company, locale, name: customer?.fullName ?? customerId, at, sections }
  const document = (mails: number) => personDocument({ ...frame, mails })
  await writeExport(held, { folder, document, rawMails, caseFiles })
  output.print(`${customerId}: exported to ${folder}`)
}

function tellErased(
  { customerId, left, leftMails, isFinished }: Erasure,
  { output, json }: { output: CareFrame['output']; json: boolean },
): void {
  if (json) output.print(JSON.stringify({ customerId, left, leftMails, isFinished }, null, 2))
  if (left.length + leftMails.length > 0) {
    const rows = left.map(({ table, key }) => `${table}: ${key}`)
    output.refuse([
      `${customerId}: still found in ${rows.length} rows and ${leftMails.length} mails; run it again`,
      ...rows,
      ...leftMails,
    ])
  } else if (!isFinished) output.refuse([`${customerId}: the profile was written again meanwhile; run it again`])
  else if (!json)
    output.print(
      `${customerId}: erased; a search through every table finds nothing. A tombstone with the id alone goes within two nights; lines of the log keep the id.`,
    )
}

/** What is counted, and the word that the pages have for it. */
const COUNTED = [
  ['purchases', 'purchases'],
  ['contacts', 'contacts'],
  ['responses', 'answers'],
  ['replies', 'mails'],
  ['work', 'work'],
  ['vouchers', 'vouchers'],
] as const

async function summary({ once, pages }: HeldAbout, zone: string): Promise<string> {
  const { customerId, customer, frequency, suppressions } = once
  const counts: string[] = []
  for (const [what, word] of COUNTED) {
    let count = 0
    for await (const page of pages[what]()) count += page.length
    counts.push(`${count} ${HELD_WORDS.en[word](count)}`)
  }
  const consents: ConsentRecord[] = []
  for await (const page of pages.consents()) consents.push(...page)
  return [
    `${customerId}: ${customer?.fullName ?? '(no profile)'}; ${counts.join('; ')}`,
    `frequency: ${frequency ?? '–'}`,
    ...suppressions.map(({ kind, suppression }) =>
      suppression === 'unreadable'
        ? `${kind}: its suppression cannot be read; nothing is sent there`
        : `${kind}: suppressed at ${writtenTime(suppression.at, zone)}, ${suppression.reason} (${suppression.evidence})`,
    ),
    ...consents
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))
      .map(
        ({ at, purpose, channel, decision, source, evidence }) =>
          `${writtenTime(at, zone)} ${purpose}/${channel} ${decision} by ${source} (${evidence})`,
      ),
    ...(consents.length + suppressions.length === 0 ? [] : [timesAre(zone)]),
  ].join('\n')
}
