/** `care migrate`: brings stored rows of the version before into the form of this one. Harmless when repeated. */
import { Command } from 'commander'
import { fillChangedDays, fillRedeemedDays } from '#adapters/dynamo/fill-days.ts'
import { fillFinder } from '#adapters/dynamo/fill-finder.ts'
import { fillLog } from '#adapters/dynamo/fill-log.ts'
import { fillWorkTeams } from '#adapters/dynamo/fill-work-teams.ts'
import { type KeyedSuppressions, keySuppressions } from '#adapters/dynamo/key-suppressions.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { writtenTime } from '#cli/written-clock.ts'
import { HOUR_MS, instantOf, plusMs } from '#core/time/instant.ts'

/**
 * The deployment that brings this version makes the key first. Within this time it has ended, and so has the last function of the version before,
 * which runs a quarter of an hour at most and reads and writes old rows alone.
 */
const SETTLED_MS = HOUR_MS

export function migrateCommand(frame: CareFrame): Command {
  return new Command('migrate')
    .description('bring stored rows of the version before into the form of this one')
    .addCommand(suppressionsCommand(frame))
    .addCommand(finderCommand(frame))
    .addCommand(workCommand(frame))
    .addCommand(daysCommand(frame))
    .addCommand(logCommand(frame))
}

function finderCommand({ output, place }: CareFrame): Command {
  return new Command('finder')
    .description('make every customer findable by name and number on the pages for staff')
    .option('--dry-run', 'only say how many are missing; write nothing')
    .action(async ({ dryRun = false }: { readonly dryRun?: boolean }) => {
      const { customers, written } = await fillFinder(await place.finder(), { dryRun })
      output.print(
        dryRun
          ? `${customers} customers, of whom ${written} are not found by name and number as they should be; nothing was written`
          : `${customers} customers can be found by name and number; ${written} of them were brought in`,
      )
    })
}

function workCommand({ output, place }: CareFrame): Command {
  return new Command('work')
    .description('make open work findable by its team and its person, so that theirs is read without all other work')
    .option('--dry-run', 'only say how many are missing; write nothing')
    .action(async ({ dryRun = false }: { readonly dryRun?: boolean }) => {
      const { open, written } = await fillWorkTeams(await place.workTable(), { dryRun })
      output.print(
        dryRun
          ? `${open} open items of work, of which ${written} are not found by their team or their person; nothing was written`
          : `${open} open items of work are found by their team and their person; ${written} of them were brought in`,
      )
    })
}

function daysCommand({ output, place }: CareFrame): Command {
  return new Command('days')
    .description('make work and used vouchers findable by their day, so that facts are made of all of them')
    .option('--dry-run', 'only say how many are missing; write nothing')
    .action(async ({ dryRun = false }: { readonly dryRun?: boolean }) => {
      const facts = await place.facts()
      const work = await fillChangedDays(facts.work, { dryRun })
      const vouchers = await fillRedeemedDays(facts.vouchers, { dryRun })
      output.print(
        dryRun
          ? `${work.dated} items of work and ${vouchers.dated} used vouchers, of which ${work.written} and ${vouchers.written} are not found by their day; nothing was written`
          : `${work.dated} items of work and ${vouchers.dated} used vouchers are found by their day; ${work.written} and ${vouchers.written} of them were brought in`,
      )
    })
}

function logCommand({ output, place }: CareFrame): Command {
  return new Command('log')
    .description('make lines of the log of staff findable by the customer, occurrence, campaign or work that they are about')
    .option('--dry-run', 'only say how many are missing; write nothing')
    .action(async ({ dryRun = false }: { readonly dryRun?: boolean }) => {
      const { entries, written } = await fillLog(await place.staffTable(), { dryRun })
      output.print(
        dryRun
          ? `${entries} lines of the log are about something, of which ${written} are not found by it; nothing was written`
          : `${entries} lines of the log are found by what they are about; ${written} of them were brought in`,
      )
    })
}

function suppressionsCommand({ output, place }: CareFrame): Command {
  return new Command('suppressions')
    .description('store suppressions by kind of contact point and keyed hash; addresses stay suppressed at every moment')
    .option('--dry-run', 'only say how many there are; write nothing')
    .action(async ({ dryRun = false }: { readonly dryRun?: boolean }) => {
      const { table, keyMadeAt, local } = await place.suppressions()
      const now = instantOf(Date.now())
      const settled = plusMs(await keyMadeAt(), SETTLED_MS)
      if (!dryRun && !local && now < settled) {
        const { zone } = place.companyRules().company
        return output.refuse([
          `functions of the version before may still run: wait until ${writtenTime(plusMs(settled, 59_999), zone)} (${zone}, real time)`,
        ])
      }
      output.print(said(await keySuppressions(table, { at: now, dryRun }), dryRun))
    })
}

function said({ suppressions, unreadable, softBounces, wasKeyed }: KeyedSuppressions, dryRun: boolean): string {
  const unread = unreadable > 0 ? ` (${unreadable} cannot be read and go on stopping)` : ''
  const counts = `${suppressions} suppressions${unread}, soft bounces of ${softBounces} addresses`
  if (dryRun) return `to migrate: ${counts}; nothing was written`
  const known = wasKeyed && suppressions > 0 ? '; the table was migrated before: these came under plain hashes since then' : ''
  return `migrated: ${counts}; every suppression is stored in the new form${known}`
}
