import { afterAll, beforeAll, expect, test } from 'vitest'
import { noBrowser, openBrowser } from '#test/support/browser.ts'
import { aCompany } from '#test/support/builders.ts'
import { personDocument } from '#web/customer/person-document.ts'

let browser: Awaited<ReturnType<typeof openBrowser>>
beforeAll(async () => {
  if (!noBrowser) browser = await openBrowser()
})
afterAll(async () => {
  if (!noBrowser) await browser.close()
})

const CONTACT = [
  '04/02/2027',
  'Khảo sát hài lòng sau giao hàng, gửi lại cho khách chưa trả lời',
  'giữ lại để so sánh',
  'Chưa có quy định pháp luật nào được nhập cho loại thư, nước và ngày này; được liên hệ lại từ 06/03/2027 09:00',
  'bị trả lại, 04/02/2027 10:00',
]
const CONSENT = [
  '06/02/2027 09:00',
  'ưu đãi, quảng cáo, qua email',
  'đồng ý',
  'danh sách của công ty',
  `${'0101019c2f'.repeat(6)}@ap-southeast-1.amazonses.com`,
]

test.skipIf(noBrowser).each([1280, 900, 390])('%i pixels wide, no date is broken and nothing is cut off', async (width) => {
  const sections = [
    { title: 'Liên hệ', headings: ['Ngày', 'Chiến dịch', 'Kết quả', 'Chi tiết', 'Thư đến nơi'], rows: () => pages(CONTACT) },
    { title: 'Sự đồng ý', headings: ['Lúc', 'Loại thư', 'Quyết định', 'Nguồn', 'Bằng chứng'], rows: () => pages(CONSENT) },
  ]
  let html = ''
  for await (const piece of personDocument({ company: aCompany(), locale: 'vi', name: 'Lan', at: '', mails: 0, sections }))
    html += piece
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  await page.setContent(html)
  const seen = await page.evaluate(() => {
    const broken: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const text = texts.currentNode
      for (const date of (text.textContent ?? '').matchAll(/\d\d\/\d\d\/\d{4}/g)) {
        const range = document.createRange()
        range.setStart(text, date.index)
        range.setEnd(text, date.index + date[0].length)
        if (range.getClientRects().length > 1) broken.push(date[0])
      }
    }
    const cut = [document.documentElement, ...document.querySelectorAll('.wide')].filter(
      (box) => box.scrollWidth > box.clientWidth,
    )
    return { broken, cut: cut.length }
  })
  await page.close()
  expect(seen).toEqual({ broken: [], cut: 0 })
})

async function* pages(row: readonly string[]) {
  yield [row, row]
}
