/** What would go wrong with the templates, found before the first customer, by reading them instead of rendering them. */
import type { Problem } from '#core/campaign/problem.ts'
import { checkMail, type MailSources } from '#web/rendering/check-mail.ts'
import { checkMailForUse, checkNoticeMail, type TemplateUse } from '#web/rendering/check-template-use.ts'
import { type CompiledMail, type CompiledTemplates, mailOf } from '#web/rendering/compiled-template.ts'
import { readTemplateSource } from '#web/rendering/template-source.ts'

/** Everything wrong with the templates themselves, and with each campaign's use of a template. */
export function checkTemplates(options: {
  readonly templates: CompiledTemplates
  readonly uses: readonly TemplateUse[]
}): Problem[] {
  const { templates, uses } = options
  const mails = Object.entries(templates).flatMap(([template, languages]) =>
    Object.entries(languages).map(([locale, mail]) => sourcesOf({ file: fileOf({ template, locale }), mail })),
  )
  const problems = [...mails.flatMap(checkMail), ...uses.flatMap((use) => checkUse({ templates, use }))]
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
}

/** Everything wrong with the words of a message outside any campaign, beyond what is wrong with its template. */
export function checkNotice(options: {
  readonly templates: CompiledTemplates
  readonly template: string
  readonly locale: string
}): Problem[] {
  const { templates, template, locale } = options
  const languages = Object.hasOwn(templates, template) ? templates[template] : undefined
  if (!languages || !Object.hasOwn(languages, locale)) {
    const file = fileOf({ template, locale })
    return [
      {
        file,
        path: '',
        value: 'no such letter',
        expected: {
          vi: `một tệp ${file}: thư này xác nhận với khách điều họ đã ngừng nhận`,
          en: `a file ${file}: it confirms to a customer what they stopped`,
        },
      },
    ]
  }
  return Object.entries(languages).flatMap(([language, mail]) =>
    checkNoticeMail(sourcesOf({ file: fileOf({ template, locale: language }), mail })),
  )
}

const fileOf = ({ template, locale }: { readonly template: string; readonly locale: string }) =>
  `templates/${template}/${locale}.md`

function sourcesOf({ file, mail }: { readonly file: string; readonly mail: CompiledMail }): MailSources {
  const [subject, preheader] = [readTemplateSource(mail.subject), readTemplateSource(mail.preheader)]
  return { file, subject, preheader, html: readTemplateSource(mail.html), text: readTemplateSource(mail.text) }
}

function checkUse({ templates, use }: { readonly templates: CompiledTemplates; readonly use: TemplateUse }): Problem[] {
  const { template, campaignFile } = use
  if (!Object.hasOwn(templates, template)) {
    const known = Object.keys(templates).sort().join(', ')
    const expected =
      known === ''
        ? { vi: 'một mẫu thư; hiện chưa có mẫu nào', en: 'a template; there are none yet' }
        : { vi: `một trong: ${known}`, en: `one of ${known}` }
    return [{ file: campaignFile, path: 'touch.template', value: template, expected }]
  }
  return use.locales.flatMap((locale) => {
    const mail = mailOf({ templates, template, locale })
    const file = fileOf({ template, locale })
    if (mail) return checkMailForUse({ use, mail: sourcesOf({ file, mail }) })
    return [
      {
        file: campaignFile,
        path: 'touch.template',
        value: `${template} in ${locale}`,
        expected: { vi: `một tệp ${file}`, en: `a file ${file}` },
      },
    ]
  })
}
