import { expect, test } from 'vitest'
import { languageRemarks } from '#core/campaign/language-remarks.ts'
import { someWords } from '#test/support/builders.ts'

const values = {
  customers: 17,
  locales: new Map([
    ['vi', 3],
    ['en-AU', 2],
    ['ko', 12],
  ]),
}

test('a template lacks what its readers cannot be written to in, once however many campaigns use it; a base language serves', () => {
  const [vi, en] = [someWords('tea').mails.vi!, someWords('tea', 'words', 'en').mails.en!]
  const tea = { template: 'tea', mails: { vi, en } }
  expect(languageRemarks([tea, tea, { template: 'rice', mails: { vi, ko: en, 'en-AU': en } }], values)).toEqual([
    {
      file: 'templates/tea/ko.md',
      path: '',
      value: 'ko',
      note: {
        vi: '12 trong 17 khách đọc ko mà không có tệp này: họ nhận thư bằng ngôn ngữ của công ty',
        en: "12 of 17 customers read ko and there is no such file: they get the company's language",
      },
    },
  ])
})

test('another region of a language does not serve', () => {
  const american = {
    template: 'tea',
    mails: { vi: someWords().mails.vi!, ko: someWords().mails.vi!, 'en-US': someWords().mails.vi! },
  }
  expect(languageRemarks([american], values).map(({ value }) => value)).toEqual(['en-AU'])
})
