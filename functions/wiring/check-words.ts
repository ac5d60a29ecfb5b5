/** Whether the words of a campaign, and of the messages outside any, may come in force: complete, valid, and small enough to store. */
import { packWords, WordsTooLargeError } from '#adapters/packed-words.ts'
import { CASE_TEMPLATES } from '#core/audience/case-mail.ts'
import { OPT_OUT_TEMPLATE } from '#core/audience/opt-out-notice.ts'
import { templateOf } from '#core/campaign/call-touch.ts'
import type { CampaignDefinition } from '#core/campaign/campaign-definition.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import type { CompanyRules } from '#core/campaign/company-rules.ts'
import { remindedCampaign, traitsOf } from '#core/campaign/occasion-traits.ts'
import type { Problem } from '#core/campaign/problem.ts'
import { checkNotice, checkTemplates } from '#web/rendering/check-template.ts'
import { type CompiledTemplates, wordsIn } from '#web/rendering/compiled-template.ts'

/** Languages that every campaign must have, beside the company's own. */
const ALWAYS = ['vi', 'en']

interface JudgedCampaign {
  readonly file: string
  readonly campaign: CampaignDefinition
  readonly companyRules: CompanyRules
  readonly templates: CompiledTemplates
  readonly templateProblems: readonly Problem[]
}

/** The mistakes in the words of this campaign, in any of its files. */
export function checkItsWords(judged: JudgedCampaign): readonly Problem[] {
  const problems = checkTemplateOf(judged)
  // The template of a letter instead of calls stands under another key.
  if (judged.campaign.touch.template !== undefined) return problems
  return problems.map((problem) => (problem.path === 'touch.template' ? { ...problem, path: 'touch.else' } : problem))
}

function checkTemplateOf({ file, campaign, companyRules, templates, templateProblems }: JudgedCampaign): readonly Problem[] {
  const template = templateOf(campaign)
  if (template === undefined) return []
  const inFiles = problemsOf(template, templateProblems)
  // A letter comes in force only if it is complete in every language it is written in.
  if (inFiles.length > 0) return inFiles
  const use = templateUse({ file, campaign, template, companyRules, templates })
  const tooLarge = checkSize(file, wordsIn(templates, template))
  if (tooLarge) return [tooLarge]
  const languages = Object.hasOwn(templates, use.template) ? templates[use.template] : undefined
  if (languages) return checkTemplates({ templates: { [use.template]: languages }, uses: [use] })
  return checkTemplates({ templates, uses: [use] }).filter((problem) => problem.file === file)
}

/** The problems of its own files, and of the layout that every letter uses. */
const problemsOf = (template: string, problems: readonly Problem[]) =>
  problems.filter(({ file }) => ['layouts', template].some((folder) => file.startsWith(`templates/${folder}/`)))

function checkSize(file: string, words: CampaignWords | undefined): Problem | undefined {
  try {
    if (words) packWords(words)
    return undefined
  } catch (error) {
    if (!(error instanceof WordsTooLargeError)) throw error
    return {
      file,
      path: 'touch.template',
      value: words?.template ?? '',
      expected: { vi: `thư ngắn hơn: ${error.message}`, en: `shorter letters: ${error.message}` },
    }
  }
}

/** The words of the messages outside any campaign, and their mistakes. Those of cases may be missing: then staff write no mails from a case. */
export function checkNotices(judged: Omit<JudgedCampaign, 'file' | 'campaign'>): {
  readonly words: readonly CampaignWords[]
  readonly problems: readonly Problem[]
} {
  const { templates } = judged
  // Without templates they are not required: the caller wanted only the company rules.
  if (Object.keys(templates).length === 0) return { words: [], problems: [] }
  const ofCases = CASE_TEMPLATES.filter((template) => Object.hasOwn(templates, template))
  const checked = [OPT_OUT_TEMPLATE, ...ofCases].map((template) => checkNoticeWords(judged, template))
  return { words: checked.flatMap(({ words }) => words), problems: checked.flatMap(({ problems }) => problems) }
}

function checkNoticeWords(
  { companyRules, templates, templateProblems }: Omit<JudgedCampaign, 'file' | 'campaign'>,
  template: string,
): { readonly words: readonly CampaignWords[]; readonly problems: readonly Problem[] } {
  const words = wordsIn(templates, template)
  if (problemsOf(template, templateProblems).length > 0) return { words: [], problems: [] }
  const { locale } = companyRules.company
  const tooLarge = checkSize(`templates/${template}`, words)
  const problems = [...checkNotice({ templates, template, locale }), ...(tooLarge ? [tooLarge] : [])]
  const unknown = words ? checkTemplates({ templates: { [template]: words.mails }, uses: [] }) : []
  return { words: words && problems.length + unknown.length === 0 ? [words] : [], problems }
}

function templateUse({
  file,
  campaign,
  template,
  companyRules: { company },
  templates,
}: Omit<JudgedCampaign, 'templateProblems'> & { readonly template: string }) {
  const { gift, survey, contentClass, occasion } = campaign
  // Customers read every language that a letter is written in, not only the required ones.
  const written = Object.keys(wordsIn(templates, template)?.mails ?? {})
  const { order, hasYears } = traitsOf(occasion)
  return {
    campaignFile: file,
    template,
    locales: [...new Set([company.locale, ...ALWAYS, ...written])],
    hasGift: gift !== undefined,
    asks: survey !== undefined || remindedCampaign(occasion) !== undefined,
    contentClass,
    hasYears,
    ...(order && { order }),
  }
}
