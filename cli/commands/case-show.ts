/** `care case ID`: one case with its step, what it is about, its clocks and its history, for people or as JSON. */
import { Command } from 'commander'
import type { CareFrame } from '#cli/care-frame.ts'
import { aCase } from '#cli/commands/case-act.ts'
import { wholeCase } from '#cli/words-of-cases.ts'
import { timesAre } from '#cli/written-clock.ts'
import { caseSummary } from '#core/work/case/case-summary.ts'
import { compensationsOf } from '#core/work/case/compensations.ts'
import { filesOf } from '#core/work/case/files-of-case.ts'
import { questionClock, questionsOf } from '#core/work/case/questions.ts'
import { repeatOf } from '#core/work/case/repeat.ts'
import { deadlinesOf } from '#core/work/deadlines.ts'
import { stateOf } from '#core/work/standing.ts'
import { workSaidInWords } from '#web/staff/work/work-said-words.ts'

export function showCommand({ output, place }: CareFrame): Command {
  return new Command('show')
    .description('its state, type, category with what is missing, severity and why, its clocks, and its history')
    .addArgument(aCase())
    .option(
      '--json',
      'print { workId, state, type, severity, because, category, fields, missing, dueAt, clocks, questions, compensations, files, events, … }',
    )
    .action(async (workId: string, { json }: { json?: true }) => {
      const { work, now, companyRules } = await place.stores()
      const item = await work.get(workId)
      if (!item) return output.refuse([`${workId}: ${workSaidInWords('no-such-work', 'en')}`])
      if (item.kind !== 'case') return output.refuse([`${workId}: ${workSaidInWords('no-case', 'en')}`])
      const summary = caseSummary(item, { rules: companyRules, now })
      const others = item.customerId === null ? [] : await work.ofCustomer(item.customerId)
      const repeats = repeatOf(item, others, companyRules.cases)?.workId ?? null
      if (json) {
        const dueAt = deadlinesOf(item, companyRules).begin
        const questions = questionsOf(item).map((question) => ({
          ...question,
          ...questionClock(question, { rules: companyRules, now }),
        }))
        const compensations = compensationsOf(item).map(({ asked, state }) => ({ ...asked, state }))
        const told = { ...item, state: stateOf(item), ...summary, repeats, dueAt, questions, compensations, files: filesOf(item) }
        return output.print(JSON.stringify(told, null, 2))
      }
      const { zone } = companyRules.company
      for (const line of wholeCase({ item, summary, rules: companyRules, now })) output.print(line)
      if (repeats !== null) output.print(`repeat of ${repeats}`)
      output.print(timesAre(zone))
    })
}
