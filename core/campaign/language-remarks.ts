/** Remarks on languages of customers that a letter does not have: those customers get the company's language, which may not be meant. */
import type { CustomerValues } from '#core/campaign/campaign-remarks.ts'
import type { CampaignWords } from '#core/campaign/campaign-words.ts'
import type { Remark } from '#core/campaign/problem.ts'

/** One remark for each template and language, even when several campaigns use the template. The base of a language serves (`en` for `en-AU`). */
export function languageRemarks(
  letters: readonly CampaignWords[],
  { locales, customers }: Pick<CustomerValues, 'locales' | 'customers'>,
): readonly Remark[] {
  const templates = new Map(letters.map((words) => [words.template, words.mails]))
  return [...templates].flatMap(([template, mails]) =>
    [...locales]
      .filter(([locale]) => !Object.hasOwn(mails, locale) && !Object.hasOwn(mails, locale.split('-')[0] ?? locale))
      .map(([locale, readers]) => ({
        file: `templates/${template}/${locale}.md`,
        path: '',
        value: locale,
        note: {
          vi: `${readers} trong ${customers} khách đọc ${locale} mà không có tệp này: họ nhận thư bằng ngôn ngữ của công ty`,
          en: `${readers} of ${customers} customers read ${locale} and there is no such file: they get the company's language`,
        },
      })),
  )
}
