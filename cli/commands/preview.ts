/** `care preview CAMPAIGN --customer ID`: the exact mail that one customer would get, as files to look at. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import type { CareFrame } from '#cli/care-frame.ts'
import { checkFolder, localeOf } from '#cli/checked-folder.ts'
import { problemLine } from '#core/campaign/problem.ts'
import { previewLetter } from '#functions/wiring/preview-letter.ts'

interface Flags {
  readonly customer: string
  readonly locale?: string
  readonly campaigns: string
  readonly out: string
  readonly json?: true
}

export function previewCommand(frame: CareFrame): Command {
  return new Command('preview')
    .description('write the mail that one customer would get: <campaign>.<customer>.html, .txt and .subject.txt')
    .argument('<campaign>', 'id of the campaign')
    .requiredOption('--customer <id>', 'a customer who is stored')
    .addOption(new Option('--locale <locale>', 'the language, instead of the customer’s own').choices(['vi', 'en']))
    .option('--campaigns <dir>', 'the folder of campaigns', 'campaigns')
    .requiredOption('--out <dir>', 'where the files go')
    .option('--json', 'print { subject, files }')
    .action((campaign: string, flags: Flags) => preview(frame, campaign, flags))
}

async function preview(
  { output, place }: CareFrame,
  campaignId: string,
  { customer: customerId, locale, campaigns, out, json }: Flags,
): Promise<void> {
  const checked = await checkFolder(campaigns)
  if ('refused' in checked) return output.refuse([checked.refused])
  const { companyRules, definitions, accepting, problems } = checked
  const asked = accepting.find(({ definition }) => definition.id === campaignId)
  if (!companyRules || !asked?.words) {
    const there = definitions.map(({ id }) => id).join(', ') || 'none'
    return output.refuse([
      ...problems.map((problem) => problemLine(problem, localeOf(checked))),
      `${campaignId}: no such campaign without mistakes; there is ${there}`,
    ])
  }
  const stores = await place.stores()
  const person = await stores.customers.get(customerId)
  if (!person) return output.refuse([`${customerId}: no such customer is stored; see care import`])

  const written = previewLetter({
    campaign: asked.definition,
    words: asked.words,
    campaigns: definitions,
    companyRules,
    customer: { ...person.customer, locale: locale ?? person.customer.locale },
    purchases: await stores.purchases.ofCustomer(customerId),
    now: stores.now,
  })
  if ('problem' in written) return output.refuse([written.problem])
  const { subject, html, text } = written.letter
  // Several previews lie beside one another: of other campaigns, other customers, and in another language.
  const name = [campaignId, inFileName(customerId), ...(locale === undefined ? [] : [locale])].join('.')
  const files = writeFiles(out, { [`${name}.subject.txt`]: `${subject}\n`, [`${name}.html`]: html, [`${name}.txt`]: text })
  output.print(json ? JSON.stringify({ subject, files }, null, 2) : [subject, ...files].join('\n'))
}

const inFileName = (id: string): string => id.replace(/[^A-Za-z0-9_.-]/g, '_')

function writeFiles(dir: string, texts: Readonly<Record<string, string>>): readonly string[] {
  mkdirSync(dir, { recursive: true })
  return Object.entries(texts).map(([name, text]) => {
    const file = join(dir, name)
    writeFileSync(file, text)
    return file
  })
}
