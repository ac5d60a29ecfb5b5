/** Lines of people that look like the marks of programs, and the marks themselves. */
import { describe, expect, test } from 'vitest'
import type { SurveyKind } from '#core/campaign/survey-definition.ts'
import { newlyWritten } from '#core/reply/newly-written.ts'
import { readReply } from '#core/reply/read-reply.ts'
import { readableText, tidyLines } from '#core/reply/readable-text.ts'
import { aMail } from '#test/core/reply/a-mail.ts'

const A = 'chamsoc@trasenviet.example.com'
const words = (text: string) => newlyWritten(readableText(text)).text

describe('a person tells of writing: every line stays', () => {
  test.each([
    `8 điểm.\nNgày 10/3 lúc 9:30 tôi đã gửi mail cho shop (${A}): đừng gửi thư cho tôi nữa, mà vẫn nhận.`,
    `Ngày 10/3/2027 lúc 9:30 tôi có gửi mail cho shop (${A}): hàng bị vỡ. Từ đó không ai trả lời.`,
    `Ngày 10/3/2027 lúc 9:30 mình viết cho shop <${A}>: hàng bị vỡ.`,
    `Ngày 10/03/2027 lúc 9:30 nhân viên của shop <${A}> đã viết:\nsẽ hoàn tiền trong 3 ngày\nmà đến nay chưa thấy`,
    `6. On 10/3 at 9:30 you wrote me (${A}): free shipping. I paid anyway. Take me off your list.`,
    `On 10 March 2027 at 9:30 I emailed your team <${A}>:\nplease stop. Nobody answered.`,
    `On 10/03/2027 at 9:30 we sent a letter to <${A}>: no answer. Stop writing.`,
    `I wrote to your shop <${A}> and she wrote:\nwe never refund`,
    '9\nOn 10 March 2027 at 9:00 the courier said:\nnobody at home. That is a lie. Please stop emailing me.',
    '9\nAt 9:30 on 10 March 2027 the lady in the shop said:\n"come back tomorrow". I came and it was closed. Unsubscribe me.',
    '5\nOn 10 March 2027 at 9:00 DHL wrote:\nnobody at home. That is a lie.',
    '5\nOn 10/03/2027 at 9:00 Grab sent:\ntwo boxes, one of them empty',
    '4\nNgày 05/03/2027 lúc 10:15 công ty đã gửi:\n- 2 hộp trà sen\n- 1 ấm\nẤm bị vỡ, xin đổi giúp',
    '4\nNgày 05/03/2027 lúc 10:15, Trà Sen Việt đã gửi:\n- 2 hộp trà sen\nẤm bị vỡ',
    'Vào lúc 9 giờ 15 ngày 10/3/2027, quý công ty đã gửi:\n2 hộp trà, một hộp bị mốc.',
    'Vào lúc 9:15 ngày 10/3/2027, bưu điện đã viết:\nkhông liên lạc được. Sai, tôi ở nhà cả ngày.',
    'Vào ngày 10/3/2027 lúc 9:00, Nguyễn Văn An đã viết:\nhàng sẽ tới\nmà không tới, đừng gửi thư nữa',
    'Lúc 9:15 ngày 10/3/2027 em Hoa bên shop viết:\nmai giao. Đến giờ chưa thấy.',
    '---- hôm qua nhân viên của shop đã viết ----\nsẽ hoàn tiền\nmà chưa thấy',
    '--- On Monday your staff wrote ---\nwe will call\nand nobody did',
  ])('%j', (text) => expect(words(text)).toBe(tidyLines(text)))
})

describe('a person’s letter with a head, as on paper: every line stays', () => {
  test.each([
    '9 điểm.\n\nTừ: Lan <lan@example.com>\nGửi tới: shop\nNgày: 10/3\nVề việc: trà\nTrà bị mốc, xin đổi',
    'ĐƠN PHẢN ÁNH\nKính gửi: Công ty Trà Sen Việt\nNgười gửi: Nguyễn Thị Lan\nVề việc: giao hàng\nNgày: 10/03/2027\n\nTrà của tôi bị mốc. Đề nghị công ty ngừng gửi thư cho tôi.',
    'ĐƠN PHẢN ÁNH\nNgười gửi: Nguyễn Thị Lan\nNgười nhận: Công ty Trà Sen Việt\nNgày: 10/03/2027\nTiêu đề: giao hàng\n\nTrà của tôi bị mốc.',
    `Kính gửi: Trà Sen Việt <${A}>\nVề việc: đổi trả\n\nẤm bị nứt, xin đổi cho tôi.`,
    `Gửi tới: Trà Sen Việt <${A}>\nChủ đề: đổi trả\n\nẤm bị nứt, xin đổi cho tôi.`,
    `From: Lan <lan@example.com>\nTo: Trà Sen <${A}>\nSubject: Please stop\nStop writing to me`,
    '8\nFrom: Hue\nTo: Hanoi\nSubject: slow parcel\nDate: 3 weeks!\nStop mailing me',
    'Từ: Hà Nội\nĐến: Huế\nNgày: 10/3/2027 lúc 8:00\nChủ đề: hàng vỡ\nKhông ai bồi thường',
    `9. Từ: Lan <lan@example.com>, gửi tới: shop, ngày: 10/3, chủ đề: trà mốc, xin đổi`,
  ])('%j', (text) => expect(words(text)).toBe(tidyLines(text)))
})

describe('arrows and faces are drawn by people', () => {
  test.each([
    '9\n>>> ĐỪNG GỬI NỮA <<<',
    '9\n>> Đừng gửi nữa <<',
    '9\n>STOP<',
    '9\n>_<',
    '9 >.<\n>.< giao chậm quá',
    '>:( broken cup',
    '>o< trễ quá',
  ])('%j', (text) => expect(words(text)).toBe(tidyLines(text)))

  test.each([
    '> On Wed, Mar 10, 2027 at 9:00 AM Trà Sen Việt <\n> a@b.example> wrote:',
    '>> Trà Sen Việt <\n>> a@b.example>',
    '> <https://example.com/a>',
    '><https://example.com/a>',
    '>"X" <a@b.example>',
    '>Chào chị Lan',
    '>> STOP',
    '>OK',
    '> 0 1 2 3 <<',
  ])('and quoted lines stay quoted: %j', (text) => expect(words(`9\n${text}`)).toBe('9'))
})

describe('what programs write above a quote that nothing ends', () => {
  test.each([
    `Vào Th 4, 10 thg 3, 2027 vào lúc 09:00 Trà Sen Shop <${A}> đã viết:`,
    `Vào Th 4, 10 thg 3, 2027 lúc 9:00, Trà Sen Việt<${A}> đã viết:`,
    `Vào 09:00, Th 4, 10 thg 3, 2027 Trà Sen Việt <${A}> đã viết:`,
    `Vào Thứ Tư, 10 tháng 3, 2027 lúc 09:00, trà sen việt <${A}> viết:`,
    `On Wed, Mar 10, 2027 at 9:00 AM My Tea & Co. <${A}> wrote:`,
    `On Wed, Mar 10, 2027 at 9:00 AM Minh Dung <${A}> wrote:`,
    `On Wed, Mar 10, 2027 at 9:00 AM Team Your Tea via Care <${A}> wrote:`,
    `On Wed, 10 Mar 2027 at 9:00, ${A} <${A}> wrote:`,
    `On 10 Mar 2027 at 09:00 +0700, Trà Sen Việt <${A}>, wrote:`,
    `On 10/3/27, 09:00, "Trà Sen Việt" <${A}> wrote:`,
    `On Wednesday, March 10, 2027 09:00 +07, "Trà Sen Việt" <${A}> wrote:`,
    `On 3/10/2027 9:00 AM, Trà Sen Việt wrote:`,
    `On 10/03/2027 09:00, Nguyễn, Lan wrote:`,
    `On 10/03/2027 09:00, Lan (Trà Sen) wrote:`,
    `Vào lúc 09:00 10/03/2027, Trà Sen Việt đã viết:`,
    `Trà Sen Việt <${A}> đã viết vào Th 4, 10 thg 3, 2027 lúc 09:00:`,
    `Am Mi., 10. März 2027 um 09:00 Uhr schrieb Trà Sen Việt <${A}>:`,
    `Le mer. 10 mars 2027 à 09:00, Trà Sen Việt <${A}> a écrit :`,
    `Den ons 10 mars 2027 kl 09:00 skrev Trà Sen Việt <${A}>:`,
    `---- On Wed, 10 Mar 2027 09:00:00 +0700 Trà Sen <${A}> wrote ----`,
    `---- Vào Th 4, 10 thg 3 2027 09:00:00 +0700 Trà Sen <${A}> đã viết ----`,
    `From: Trà Sen Việt\nSent: Wednesday, March 10, 2027 9:00 AM\nTo: Lan\nSubject: x`,
    `Từ: Trà Sen Việt <${A}>\nĐã gửi: Thứ Tư, 10 Tháng Ba 2027 09:00\nĐến: Lan\nChủ đề: x`,
    `Từ: Trà Sen Việt <${A}>\nNgày: 10/3/27  09:00  (GMT+07:00)\nĐến: Lan\nChủ đề: x`,
    `From: Trà Sen Việt <${A}>\nDate: Wed, 10 Mar 2027 09:00:00 +0700\nTo: Lan\nSubject: x`,
    `Da: Trà Sen <${A}>\nInviato: mercoledì 10 marzo 2027 09.00\nA: Lan\nOggetto: x`,
    `发件人: Trà Sen <${A}>\n发送时间: 2027年3月10日 9:00\n收件人: Lan\n主题: x`,
    `From: Trà Sen <${A}> Date: 10/3/27  9:00 am  (GMT+07:00) To: lan@example.com Subject: x`,
  ])('%s', (mark) => expect(words(`9 nhé\n\n${mark}\n\nChào chị\nNgừng nhận thư\n0 1 2`)).toBe('9 nhé'))
})

describe('and so nothing is lost that the lines hold', () => {
  test.each<[SurveyKind | null, string, object]>([
    [
      'nps',
      `8 điểm.\nNgày 10/3 lúc 9:30 tôi đã gửi mail cho shop (${A}): đừng gửi thư cho tôi nữa, mà vẫn nhận.`,
      { kind: 'optOut' },
    ],
    [
      'nps',
      '9\nOn 10 March 2027 at 9:00 the courier said:\nnobody at home. That is a lie. Please stop emailing me.',
      { kind: 'optOut' },
    ],
    [
      'csat',
      '4\nNgày 05/03/2027 lúc 10:15 công ty đã gửi:\n- 2 hộp trà sen\n- 1 ấm\nẤm bị vỡ, xin đổi giúp',
      { kind: 'complaint' },
    ],
    ['nps', '9\n>>> ĐỪNG GỬI NỮA <<<', { kind: 'optOut', score: 9 }],
    ['nps', '8\nFrom: Hue\nTo: Hanoi\nSubject: slow parcel\nDate: 3 weeks!\nStop mailing me', { kind: 'optOut' }],
  ])('%s %j', (kind, text, reading) => expect(readReply(aMail(text), kind && { kind })).toMatchObject(reading))
})
