/** `care case describe`: what a case is about, with what its category asks for. */
import { Command, Option } from 'commander'
import type { CareFrame } from '#cli/care-frame.ts'
import { aCase, act, BY } from '#cli/commands/case-act.ts'
import { CASE_FIELDS, CASE_TYPES, type CaseField, type CaseType } from '#core/campaign/case-terms.ts'

export function describeCommand(frame: CareFrame): Command {
  return new Command('describe')
    .description('say what it is about, as a whole: the last description holds')
    .addArgument(aCase())
    .requiredOption('--category <id>', 'a category of campaigns/cases.json')
    .addOption(new Option('--type <type>', 'where it is something else than it was opened as').choices(CASE_TYPES))
    .option(
      '--department <name>',
      'whose matter it is, where it is another than the category says: an id of departments.json, or a name',
    )
    .option('--because <text>', 'why, where it is no complaint any more, or less grave')
    .option('--field <name=value...>', `what the category asks for: ${CASE_FIELDS.join(', ')}`)
    .requiredOption(...BY)
    .action(
      (
        workId: string,
        asked: {
          category: string
          type?: CaseType
          department?: string
          because?: string
          field?: readonly string[]
          by: string
        },
      ) => {
        const { category, type = null, department = '', because: text = '', field = [], by } = asked
        const named = field.map(fieldIn)
        const unknown = named.indexOf(null)
        if (unknown !== -1)
          return frame.output.refuse([`${field[unknown]}: write name=value with a name of ${CASE_FIELDS.join(', ')}`])
        const fields = Object.fromEntries(named.flatMap((one) => (one === null ? [] : [one])))
        return act(frame, { workId, by, act: { is: 'describe', type, category, fields, department, text } })
      },
    )
}

function fieldIn(text: string): readonly [CaseField, string] | null {
  const name = CASE_FIELDS.find((field) => text.startsWith(`${field}=`))
  return name === undefined ? null : [name, text.slice(name.length + 1)]
}
