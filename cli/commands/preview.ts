/** `care preview CAMPAIGN --customer ID`: the very mail one customer would get, as files to look at. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import type { CareFrame } from '#cli/care-program.ts'
import { checkFolder, problemLine } from '#cli/commands/check.ts'
import { projectTemplates } from '#cli/project-templates.ts'
import { classRules } from '#core/campaign/house-rules.ts'
import { nextOccasion } from '#core/occasion/next-occasion.ts'
import { addDays } from '#core/time/local-date.ts'
import { localDateAt } from '#core/time/zone.ts'
import { templateLetters } from '#functions/letters.ts'

interface Flags {
  readonly customer: string
  readonly locale?: string
  readonly campaigns: string
  readonly out: string
  readonly json?: true
}

export function previewCommand(frame: CareFrame): Command {
  return new Command('preview')
    .description('write the mail that one customer would get: subject.txt, mail.html, mail.txt')
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
  const { house, definitions, problems } = checked
  const campaign = definitions.find(({ id }) => id === campaignId)
  if (!house || !campaign) {
    const own = problems.map(problemLine)
    return output.refuse(
      own.length > 0 ? own : [`${campaignId}: no such campaign; there are ${definitions.map(({ id }) => id).join(', ')}`],
    )
  }
  const { customers, purchases, seals, now } = await place.stores()
  const person = await customers.get(customerId)
  if (!person) return output.refuse([`${customerId}: no such customer is stored; see care import`])
  const customer = { ...person.customer, locale: locale ?? person.customer.locale }
  const today = localDateAt(now, house.company.zone)
  const rules = classRules(house, { country: customer.country, contentClass: campaign.contentClass, date: today })
  if (!rules) return output.refuse([`no policy pack covers ${campaign.contentClass} in ${customer.country}`])

  const bought = await purchases.ofCustomer(customerId)
  const occasion = nextOccasion({ rule: campaign.occasion, customer, purchases: bought, from: today, house }) ?? {
    key: 'preview',
    anchor: today,
    years: 1,
  }
  const voucher = campaign.gift
    ? {
        code: 'XXXX-XXXX-XXXX',
        customerId,
        campaignId,
        occasionKey: occasion.key,
        value: campaign.gift.value,
        issuedAt: now,
        validFrom: today,
        validTo: addDays(today, campaign.gift.validDays - 1),
        redeemedAt: null,
        redeemedBy: null,
      }
    : null
  const { templates } = await projectTemplates()
  const written = templateLetters({ templates, company: house.company, seals, pages: house.company.pages }).write({
    campaign,
    rules,
    customer,
    occasion,
    voucher,
    now,
  })
  if ('problem' in written) return output.refuse([written.problem])
  mkdirSync(out, { recursive: true })
  const files = {
    'subject.txt': `${written.letter.subject}\n`,
    'mail.html': written.letter.html,
    'mail.txt': written.letter.text,
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(out, name), text)
  output.print(
    json
      ? JSON.stringify({ subject: written.letter.subject, files: Object.keys(files).map((name) => join(out, name)) }, null, 2)
      : `${written.letter.subject}\n${Object.keys(files)
          .map((name) => join(out, name))
          .join('\n')}`,
  )
}
