/** Programs of phones and of people who choose their own: Apple Mail, Spark, K-9, FairEmail, TypeApp, BlueMail, Polymail, Proton, Thunderbird. */
import { both, type CorpusMail, onlyHtml, onlyPlain, WHO } from '#test/adapters/mail-in/reply-corpus/clients.ts'
import { asHtml, LETTER, quoted } from '#test/adapters/mail-in/reply-corpus/raw-mail.ts'

const ESCAPED = WHO.replace('<', '&lt;').replace('>', '&gt;')
const tight = quoted(LETTER).replaceAll('> ', '>')

export const phoneMails: readonly CorpusMail[] = [
  {
    name: 'Apple Mail on the desk, quoted attribution',
    bytes: onlyPlain(`Chín điểm\n\n> On 10 Mar 2027, at 09:00, ${WHO} wrote:\n> \n${quoted(LETTER)}\n`),
    text: 'Chín điểm',
    score: 9,
  },
  {
    name: 'Apple Mail, Vietnamese, quoted attribution',
    bytes: onlyPlain(`Chín điểm\n\n> Vào 10 thg 3, 2027, lúc 09:00, ${WHO} đã viết:\n> \n${quoted(LETTER)}\n`),
    text: 'Chín điểm',
    score: 9,
  },
  {
    name: 'iPhone, an unmarked quote',
    bytes: onlyPlain(`8 nhé\n\nSent from my iPhone\n\nOn Mar 10, 2027, at 9:00 AM, ${WHO} wrote:\n\n${LETTER}`),
    text: '8 nhé',
    score: 8,
  },
  {
    name: 'iPhone, Vietnamese, signature with a model',
    bytes: onlyPlain(
      `8 nhé\n\nGửi từ iPhone 15 Pro Max của tôi\n\nVào 09:00 Th 4, 10 thg 3, 2027 ${WHO} đã viết:\n\n${quoted(LETTER)}`,
    ),
    text: '8 nhé',
    score: 8,
  },
  {
    name: 'iPhone, an excuse behind the advert',
    bytes: onlyPlain('9 from me\n\nSent from my iPhone. Please excuse any typos.'),
    text: '9 from me',
    score: 9,
  },
  {
    name: 'Spark',
    bytes: onlyPlain(`9\n\nSent with Spark\nOn 10 Mar 2027, 9:00 AM +0700, ${WHO}, wrote:\n${quoted(LETTER)}`),
    text: '9',
    score: 9,
  },
  {
    name: 'Spark, HTML only',
    bytes: onlyHtml(
      `<html><body><div name="messageBodySection"><div dir="auto">9 điểm</div></div><div name="messageSignatureSection"><br><div>Sent with <a href="https://sparkmailapp.com">Spark</a></div></div><div name="messageReplySection">On 10 Mar 2027, 9:00 AM +0700, ${ESCAPED}, wrote:<br><blockquote type="cite">${asHtml(LETTER)}</blockquote></div></body></html>`,
    ),
    text: '9 điểm',
    score: 9,
  },
  {
    name: 'K-9',
    bytes: onlyPlain(
      `Tám\n\nOn March 10, 2027 9:00:00 AM GMT+07:00, "Trà Sen Việt" <r+a@traloi.example.com> wrote:\n${tight}\n\n-- \nSent from my Android device with K-9 Mail. Please excuse my brevity.`,
    ),
    text: 'Tám',
    score: 8,
  },
  {
    name: 'K-9 with a head',
    bytes: onlyPlain(
      `Tám\n\n-------- Original Message --------\nFrom: "Trà Sen Việt" <r+a@traloi.example.com>\nSent: March 10, 2027 9:00:00 AM GMT+07:00\nTo: lan@example.com\nSubject: Z\n\n${LETTER}`,
    ),
    text: 'Tám',
    score: 8,
  },
  {
    name: 'FairEmail, HTML only',
    bytes: onlyHtml(
      `<html><body><p>7</p><div fairemail="signature"><p>Lan</p></div><div fairemail="reference"><p>On Mar 10, 2027 9:00 AM, ${ESCAPED} wrote:</p>${asHtml(LETTER)}</div></body></html>`,
    ),
    text: '7',
    score: 7,
  },
  {
    name: 'TypeApp, invisible marks around its advert',
    bytes: onlyPlain(
      `Sáu điểm\n\n\u2063Get TypeApp for Android \u200b\n\nOn Mar 10, 2027, 9:00 AM, at 9:00 AM, ${WHO} wrote:\n${tight}`,
    ),
    text: 'Sáu điểm',
    score: 6,
  },
  {
    name: 'TypeApp, HTML only',
    bytes: onlyHtml(
      `<div dir="auto">Sáu điểm<br><br></div><div dir="auto"><!-- tmjah_g_1299s -->Sent with <!-- tmjah_g_1299e --><a href="https://typeapp.com">TypeApp</a></div><div class="gmail_quote">On Mar 10, 2027, at 9:00 AM, ${ESCAPED} wrote:<blockquote class="gmail_quote" style="margin: 0pt 0pt 0pt 0.8ex">${asHtml(LETTER)}</blockquote></div>`,
    ),
    text: 'Sáu điểm',
    score: 6,
  },
  {
    name: 'BlueMail, Vietnamese',
    bytes: onlyPlain(`Sáu điểm\n\nTải BlueMail cho Android\n\nVào 10 thg 3, 2027, lúc 09:00, ${WHO} đã viết:\n${tight}`),
    text: 'Sáu điểm',
    score: 6,
  },
  {
    name: 'Polymail, its address on lines of its own',
    bytes: onlyPlain(
      `Nine points\n\nOn Wed, Mar 10, 2027 at 9:00 AM Trà Sen Việt\n\n<\nmailto:Trà Sen Việt <r+abc123@traloi.trasenviet.example.com>\n> wrote:\n\na, pre, code, a:link, body { word-wrap: break-word !important; }\n\n${LETTER}`,
    ),
    text: 'Nine points',
    score: 9,
  },
  {
    name: 'Polymail, HTML only',
    bytes: onlyHtml(
      `<div>Nine points</div><div id="psignature"><br><div>Lan</div></div><div class="gmail_quote">On Wed, Mar 10, 2027 at 9:00 AM X <a href="mailto:a@b.example">&lt;a@b.example&gt;</a> wrote:<br><blockquote class="gmail_quote">${asHtml(LETTER)}</blockquote></div>`,
    ),
    text: 'Nine points',
    score: 9,
  },
  {
    name: 'Proton, plain',
    bytes: onlyPlain(
      `9\n\nSent with Proton Mail secure email.\n\n------- Original Message -------\nOn Wednesday, March 10th, 2027 at 9:00 AM, ${WHO} wrote:\n\n\n${quoted(LETTER)}`,
    ),
    text: '9',
    score: 9,
  },
  {
    name: 'Proton, older, with dashes of its own',
    bytes: onlyPlain(
      `9\n\n\u2010\u2010\u2010\u2010\u2010\u2010\u2010 Original Message \u2010\u2010\u2010\u2010\u2010\u2010\u2010\nOn Wednesday, March 10th, 2027 at 9:00 AM, X <a@b.example> wrote:\n\n> ${LETTER.replaceAll('\n', '\n> ')}`,
    ),
    text: '9',
    score: 9,
  },
  {
    name: 'Proton, the answer below the quote',
    bytes: onlyPlain(
      `------- Original Message -------\nOn Wednesday, March 10th, 2027 at 9:00 AM, ${WHO} wrote:\n\n${quoted(LETTER)}\n\nCho 5 điểm`,
    ),
    text: 'Cho 5 điểm',
    score: 5,
  },
  {
    name: 'Thunderbird, a year first',
    bytes: onlyPlain(`On 2027/03/10 9:00, Trà Sen Việt wrote:\n${quoted(LETTER)}\nCho 8`),
    text: 'Cho 8',
    score: 8,
  },
  {
    name: 'Thunderbird, forwarded by mistake',
    bytes: onlyPlain(
      `Cho 8\n\n-------- Forwarded Message --------\nSubject: \tZ\nDate: \tWed, 10 Mar 2027 09:00:00 +0700\nFrom: \t${WHO}\nTo: \tlan@example.com\n\n${LETTER}`,
    ),
    text: 'Cho 8',
    score: 8,
  },
  {
    name: 'KMail: you wrote',
    bytes: onlyPlain(`Cho 8\n\nOn Wednesday, 10 March 2027 09:00:00 +07 you wrote:\n${quoted(LETTER)}`),
    text: 'Cho 8',
    score: 8,
  },
  {
    name: 'at a time, you wrote, unmarked',
    bytes: onlyPlain(`Cho 8\n\nAt 09:00 10/03/2027, you wrote:\n\n${LETTER}`),
    text: 'Cho 8',
    score: 8,
  },
  {
    name: 'without a colon',
    bytes: onlyPlain(`Cho 8\n\nOn Wed, Mar 10, 2027 at 9:00 AM ${WHO} wrote\n\n${LETTER}`),
    text: 'Cho 8',
    score: 8,
  },
  {
    name: 'sent instead of wrote',
    bytes: onlyPlain(`Cho 8\n\nOn Wed, Mar 10, 2027 at 9:00 AM ${WHO} sent:\n\n${LETTER}`),
    text: 'Cho 8',
    score: 8,
  },
  {
    name: 'X wrote between dashes',
    bytes: onlyPlain(`Cho 8\n\n---- Trà Sen Việt wrote ----\n\n${LETTER}`),
    text: 'Cho 8',
    score: 8,
  },
  {
    name: 'X đã viết between dashes',
    bytes: onlyPlain(`Cho 8\n\n---- Trà Sen Việt đã viết ----\n\n${LETTER}`),
    text: 'Cho 8',
    score: 8,
  },
  {
    name: 'the answer and the attribution in one line',
    bytes: onlyPlain(`9 điểm nhé On Wed, Mar 10, 2027 at 9:00 AM ${WHO} wrote:\n\n${quoted(LETTER)}`),
    text: '9 điểm nhé',
    score: 9,
  },
  {
    name: 'the answer and the attribution in one line, wrapped',
    bytes: onlyPlain(
      `9 điểm nhé On Wed, Mar 10, 2027 at 9:00 AM Trà Sen Việt <\nr+abc123@traloi.trasenviet.example.com> wrote:\n\n${quoted(LETTER)}`,
    ),
    text: '9 điểm nhé',
    score: 9,
  },
  {
    name: 'the answer and the attribution in one line, Vietnamese, unmarked',
    bytes: onlyPlain(`Cho 9. Vào Th 4, 10 thg 3, 2027 lúc 09:00 ${WHO} đã viết:\n${LETTER}`),
    text: 'Cho 9.',
    score: 9,
  },
  {
    name: 'answer, attribution and quote in one line',
    bytes: onlyPlain(`Cho 9 On Wed, Mar 10, 2027 at 9:00 AM ${WHO} wrote: ${LETTER.replaceAll('\n', ' ')}`),
    text: 'Cho 9',
    score: 9,
  },
  {
    name: 'Zalo Mail, a head of its own',
    bytes: onlyPlain(
      `Cho 9\n\nGửi từ Zalo Mail trên điện thoại\n\nTừ: ${WHO}\nGửi lúc: 09:00 10/03/2027\nĐến: lan@example.com\nTiêu đề: Z\n\n${LETTER}`,
    ),
    text: 'Cho 9',
    score: 9,
  },
  {
    name: 'a quote below a face that was drawn',
    bytes: onlyPlain(`>.< chán ghê, 3 điểm thôi\n\nOn 10/03/2027 09:00, X <a@b.example> wrote:\n${quoted(LETTER)}`),
    text: '>.< chán ghê, 3 điểm thôi',
    score: 3,
    kind: 'complaint',
  },
  {
    name: 'both parts say the same: the plain one',
    bytes: both(
      `9\n\nOn 10/03/2027 09:00, X <a@b.example> wrote:\n${quoted(LETTER)}`,
      `<div>9</div><blockquote type="cite">${asHtml(LETTER)}</blockquote>`,
    ),
    text: '9',
    score: 9,
  },
]
