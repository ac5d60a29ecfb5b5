/** Yahoo on the web and on phones. On Android the attribution carries the first quoted line behind it, and no line is marked. */
import { both, type CorpusMail, onlyHtml, onlyPlain, WHO } from '#test/adapters/mail-in/reply-corpus/clients.ts'
import { asHtml, LETTER } from '#test/adapters/mail-in/reply-corpus/raw-mail.ts'

const ADDRESS = WHO.replace(' <', '<')
const android = (
  words: string,
  { sent = 'Sent from Yahoo Mail on Android', said = `On Wed, Mar 10, 2027 at 9:00 AM, ${ADDRESS} wrote:` } = {},
) => `${words}\n\n${sent} \n \n  ${said}   ${LETTER}\n\nNếu không muốn nhận nữa: Ngừng nhận thư\nSTOP\n  \n`
const VI = { sent: 'Được gửi từ Yahoo Mail trên Android', said: `Vào Th 4, 10 thg 3, 2027 lúc 9:00 SA, ${ADDRESS} đã viết:` }
const androidHtml = (words: string) =>
  `${words}<br><br><div id="ymail_android_signature"><a id="ymail_android_signature_link" href="https://mail.onelink.me/1">Sent from Yahoo Mail on Android</a></div> <br> <blockquote style="margin: 0 0 20px 0;"> <div style="font-family:Roboto, sans-serif; color:#6D00F6;"> <div>On Wed, Mar 10, 2027 at 9:00 AM, Trà Sen Việt</div><div>&lt;r+abc123@traloi.trasenviet.example.com&gt; wrote:</div> </div> <div style="padding: 10px 0 0 20px;">${asHtml(LETTER)}</div> </blockquote>`

export const yahooMails: readonly CorpusMail[] = [
  { name: 'Android, plain only', bytes: onlyPlain(android('9')), text: '9', score: 9 },
  {
    name: 'Android, Vietnamese, plain only',
    bytes: onlyPlain(android('Trà ngon lắm, 10 điểm', VI)),
    text: 'Trà ngon lắm, 10 điểm',
    score: 10,
  },
  {
    name: 'Android, a complaint is no stop',
    bytes: onlyPlain(android('Giao hàng trễ quá')),
    text: 'Giao hàng trễ quá',
    kind: 'complaint',
  },
  { name: 'Android, both parts', bytes: both(android('7 nhé'), androidHtml('7 nhé')), text: '7 nhé', score: 7 },
  { name: 'Android, HTML only', bytes: onlyHtml(androidHtml('Cho 6')), text: 'Cho 6', score: 6 },
  { name: 'Android, no advert', bytes: onlyPlain(android('5 điểm', { sent: '' })), text: '5 điểm', score: 5 },
  {
    name: 'Android, the day before the month',
    bytes: onlyPlain(android('8', { said: `On Wed, 10 Mar 2027 at 9:00, ${ADDRESS} wrote:` })),
    text: '8',
    score: 8,
  },
  {
    name: 'Android, second mail of a thread',
    bytes: onlyPlain(
      android('Vẫn chưa có ai gọi lại', {
        said: 'On Thu, Mar 11, 2027 at 10:00 AM, CSKH<cskh@trasenviet.example.com> wrote:',
      }).replace(LETTER, 'Chúng tôi sẽ gọi ngay.\n\nOn Wed, Mar 10, 2027 at 9:30 AM, Lan<lan@example.com> wrote:   2 điểm'),
    ),
    text: 'Vẫn chưa có ai gọi lại',
    kind: 'request',
  },
  {
    name: 'Android, second mail of a thread, both parts',
    bytes: both(
      android('Ok, cảm ơn').replace(
        LETTER,
        'Đã gửi lại.\nOn Wed, Mar 10, 2027 at 9:30 AM, Lan<lan@example.com> wrote:   hàng lỗi',
      ),
      androidHtml('Ok, cảm ơn').replace(asHtml(LETTER), `Đã gửi lại.<blockquote>On Wed Lan wrote: hàng lỗi</blockquote>`),
    ),
    text: 'Ok, cảm ơn',
    kind: 'thanks',
  },
  {
    name: 'iPhone, plain only',
    bytes: onlyPlain(
      `9\n\n\nSent from Yahoo Mail for iPhone\n\n\nOn Wednesday, March 10, 2027, 9:00 AM, ${WHO} wrote:\n\n${LETTER}\n`,
    ),
    text: '9',
    score: 9,
  },
  {
    name: 'iPhone, Vietnamese, plain only',
    bytes: onlyPlain(
      `Cho 9\n\n\nĐã gửi từ Yahoo Mail dành cho iPhone\n\n\nVào Thứ Tư, 10 tháng 3, 2027, 9:00 SA, ${WHO} đã viết:\n\n${LETTER}\n`,
    ),
    text: 'Cho 9',
    score: 9,
  },
  {
    name: 'web, English, plain only',
    bytes: onlyPlain(
      ` 8 points\n    On Wednesday, March 10, 2027 at 09:00:00 AM GMT+7, ${WHO} wrote:  \n \n  ${LETTER.replaceAll('\n', '\n\n')}\n  `,
    ),
    text: '8 points',
    score: 8,
    language: 'en',
  },
  {
    name: 'web, the answer below the quote, both parts',
    bytes: both(
      `    On Wednesday, March 10, 2027 at 09:00:00 AM GMT+7, ${WHO} wrote:  \n \n ${LETTER}\n\n 4 điểm thôi\n`,
      `<html><body><div id="yd1yahoo_quoted_1" class="yahoo_quoted"><div>On Wednesday, March 10, 2027, X &lt;a@b.example&gt; wrote: </div>${asHtml(LETTER)}</div><div class="yd1yahoo-style-wrap"><div dir="ltr">4 điểm thôi</div></div></body></html>`,
    ),
    text: '4 điểm thôi',
    score: 4,
  },
]
