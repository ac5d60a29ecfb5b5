/** `care check [DIR]`: every mistake in every campaign file and template, and remarks on what may not be meant, with what would be right. */
import { Command, Option } from 'commander'
import { duplicateKeys } from '#adapters/json/duplicate-keys.ts'
import { memoryCustomerStore } from '#adapters/memory/customer-store.ts'
import { memoryPurchaseStore } from '#adapters/memory/purchase-store.ts'
import { customerValues } from '#app/campaigns/customer-values.ts'
import type { CareFrame } from '#cli/care-frame.ts'
import { type CheckedFolder, checkFolder, inLanguage, localeOf } from '#cli/checked-folder.ts'
import { importFileInto } from '#cli/commands/import.ts'
import { storesForImport } from '#cli/stores-for-import.ts'
import { type CustomerValues, campaignRemarks } from '#core/campaign/campaign-remarks.ts'
import { companyTexts } from '#core/campaign/company-files.ts'
import { languageRemarks } from '#core/campaign/language-remarks.ts'
import type { Remark } from '#core/campaign/problem.ts'
import { problemLine, remarkLine } from '#core/campaign/problem.ts'
import { closedDayRemarks } from '#core/planning/closed-day-remarks.ts'
import { instantOf } from '#core/time/instant.ts'
import { localDateAt } from '#core/time/zone.ts'
import type { PageLocale } from '#web/customer/page.ts'
import { bothLanguages } from '#web/words/both-languages.ts'

interface Flags {
  readonly customers?: string
  readonly strict?: true
  readonly locale?: PageLocale
  readonly json?: true
}

export function checkCommand(frame: CareFrame): Command {
  const { output } = frame
  return new Command('check')
    .description('find every mistake in campaign files, company.json, prices, policies, calendars and templates')
    .argument('[dir]', 'the folder of campaigns; templates are taken from beside it where there are some', 'campaigns')
    .option('--customers <file>', 'customers to compare audiences with, instead of those that are stored')
    .option('--strict', 'refuse what is only remarked on as well')
    .addOption(new Option('--locale <locale>', "language of the answers; the company's unless told").choices(['vi', 'en']))
    .option('--json', 'print { campaigns, problems, remarks }')
    .action(async (dir: string, flags: Flags) => {
      const checked = await checkFolder(dir, { at: instantOf(Date.now()) })
      if ('refused' in checked) return output.refuse([checked.refused])
      const values = await valuesFor(frame, { checked, file: flags.customers })
      if (values && 'refused' in values) return output.refuse([values.refused])
      const remarks = await remarksOn(checked, values)
      answer(frame, { checked, remarks, flags })
    })
}

function answer(
  { output }: CareFrame,
  { checked, remarks, flags }: { checked: CheckedFolder; remarks: readonly Remark[]; flags: Flags },
): void {
  const { definitions, problems } = checked
  const locale = flags.locale ?? localeOf(checked)
  const refused = [
    ...problems.map((problem) => problemLine(problem, locale)),
    ...(flags.strict ? remarks.map((one) => remarkLine(one, locale)) : []),
  ]
  if (flags.json) {
    const campaigns = definitions.map(({ id }) => id)
    const said = {
      campaigns,
      problems: problems.map((problem) => inLanguage(problem, locale)),
      remarks: remarks.map((one) => ({ ...one, note: one.note[locale] })),
    }
    output.print(JSON.stringify(said, null, 2))
  } else if (problems.length === 0) {
    const words = WORDS[locale]
    const isRefused = flags.strict && remarks.length > 0
    output.print(isRefused ? words.remarked(definitions.length, remarks.length) : words.fine(definitions.length))
  }
  if (!flags.json && !flags.strict) for (const remark of remarks) output.warn(remarkLine(remark, locale))
  if (refused.length > 0) output.refuse(flags.json ? [] : refused)
}

const WORDS = bothLanguages({
  vi: {
    fine: (count: number) => `${count} chiến dịch, không có lỗi.`,
    remarked: (count: number, remarks: number) =>
      `${count} chiến dịch, không có lỗi, nhưng có ${remarks} lưu ý: --strict không nhận cả những điều này.`,
  },
  en: {
    fine: (count: number) => `${count} campaigns, no mistakes.`,
    remarked: (count: number, remarks: number) =>
      `${count} campaigns, no mistakes, and ${remarks === 1 ? '1 remark' : `${remarks} remarks`}: with --strict these are refused too.`,
  },
})

async function remarksOn(checked: CheckedFolder, values: CustomerValues | undefined): Promise<readonly Remark[]> {
  const { folder, companyRules, definitions, accepting, templateFolder } = checked
  const files = [...companyTexts(folder), ...folder.campaigns]
  const twice = files.flatMap(({ file, text }) =>
    duplicateKeys(text).map(({ path, line, firstLine }) => ({
      file,
      path,
      line,
      value: '',
      note: {
        vi: `khóa này đã có ở dòng ${firstLine}; chỉ dòng ${line} được tính`,
        en: `this key stands in line ${firstLine} already; only line ${line} counts`,
      },
    })),
  )
  const { templateRemarks } = await import('#local/templates/template-remarks.ts')
  const inTemplates = await templateRemarks(templateFolder)
  if (!companyRules) return [...twice, ...inTemplates]
  const today = localDateAt(instantOf(Date.now()), companyRules.company.zone)
  const inCampaigns = definitions.flatMap((campaign) => {
    const file = folder.campaigns.find(({ text }) => text.includes(`"${campaign.id}"`))?.file ?? campaign.id
    return [
      ...campaignRemarks({ file, campaign, company: companyRules.company, today, values }),
      ...closedDayRemarks({ file, campaign, companyRules, today }),
    ]
  })
  const letters = accepting.flatMap(({ words }) => words ?? [])
  return [...twice, ...inTemplates, ...(values ? languageRemarks(letters, values) : []), ...inCampaigns]
}

/**
 * The customers of the named file, else the stored ones. Where there are neither, audiences are not compared, and a warning says so when an
 * audience asks.
 */
async function valuesFor(
  { output, place }: CareFrame,
  { checked, file }: { checked: CheckedFolder; file: string | undefined },
): Promise<CustomerValues | { readonly refused: string } | undefined> {
  const { companyRules, definitions } = checked
  if (!companyRules) return undefined
  if (file !== undefined) {
    const customers = memoryCustomerStore({ addressHash: (address) => address })
    const stores = storesForImport({ customers, purchases: memoryPurchaseStore(), companyRules })
    const refused = await importFileInto({ output, stores: async () => stores }, { kind: 'customers', file, format: 'csv' })
    return refused === undefined ? customerValues(customers) : { refused }
  }
  if (place.isThere()) return customerValues((await place.stores()).customers)
  const asks = definitions.some(({ audience }) => Object.keys(audience).length > 0)
  if (asks) output.warn('no customers are stored here: audiences were not compared with any (--customers FILE)')
  return undefined
}
