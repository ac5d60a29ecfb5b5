/** Attributions and heads in other languages, as the programs of customers abroad write them; the answers are a customer's of ours. */
import { type CorpusMail, onlyHtml, onlyPlain } from '#test/adapters/mail-in/reply-corpus/clients.ts'
import { asHtml, LETTER, quoted } from '#test/adapters/mail-in/reply-corpus/raw-mail.ts'

const X = 'Trà Sen Việt <r+abc123@traloi.trasenviet.example.com>'
const Q = '"Trà Sen Việt" <r+abc123@traloi.trasenviet.example.com>'

const ATTRIBUTIONS: readonly (readonly [program: string, said: string])[] = [
  ['Yandex', `10.03.2027, 09:00, ${Q}:`],
  ['Yandex, English', `10.03.2027, 09:00, "X" <a@b.example>;:`.replace(';', '')],
  ['Mail.ru', `Среда, 10 марта 2027, 9:00 +07:00 от ${X}:`],
  ['Mail.ru, English', `Wednesday, March 10, 2027 9:00 AM +07:00 from ${X}:`],
  ['Gmail, Russian', `ср, 10 мар. 2027 г. в 09:00, ${X}:`],
  ['Apple Mail, Russian', `10 марта 2027 г., в 09:00, ${X} написал(а):`],
  ['Thunderbird, Russian', '10.03.2027 09:00, Trà Sen Việt пишет:'],
  ['Gmail, French', `Le mer. 10 mars 2027 à 09:00, ${X} a écrit :`],
  ['Thunderbird, French', 'Le 10/03/2027 à 09:00, Trà Sen Việt a écrit :'],
  ['Apple Mail, French', `Le 10 mars 2027 à 09:00, ${X} a écrit :`],
  ['Gmail, German', `Am Mi., 10. März 2027 um 09:00 Uhr schrieb ${X}:`],
  ['Thunderbird, German', 'Am 10.03.2027 um 09:00 schrieb Trà Sen Việt:'],
  ['Apple Mail, German', `Am 10.03.2027 um 09:00 schrieb ${X}:`],
  ['Gmail, Spanish', `El mié, 10 mar 2027 a las 9:00, Trà Sen Việt (<r+abc123@traloi.example.com>) escribió:`],
  ['Apple Mail, Spanish', `El 10 mar 2027, a las 9:00, ${X} escribió:`],
  ['Gmail, Italian', `Il giorno mer 10 mar 2027 alle ore 09:00 ${X} ha scritto:`],
  ['Gmail, Portuguese', `Em qua., 10 de mar. de 2027 às 09:00, ${X} escreveu:`],
  ['Gmail, Dutch', `Op wo 10 mrt 2027 om 09:00 schreef ${X}:`],
  ['Gmail, Chinese', `${X} 于2027年3月10日周三 09:00写道：`],
  ['Apple Mail, Chinese', `在 2027年3月10日，上午9:00，${X} 写道：`],
  ['NetEase', `在 2027-03-10 09:00:00，${Q} 写道：`],
  ['NetEase, English', `At 2027-03-10 09:00:00, ${Q} wrote:`],
  ['Gmail, Taiwan', `${X} 於 2027年3月10日 週三 09:00寫道：`],
  ['Gmail, Japanese', `2027年3月10日(水) 9:00 ${X}:`],
  ['Apple Mail, Japanese', `2027/03/10 9:00、${X}のメール:`],
  ['Thunderbird, Japanese', '2027/03/10 9:00, Trà Sen Việt さんは書きました:'],
  ['Gmail, Korean', `2027년 3월 10일 (수) 오전 9:00, ${X}님이 작성:`],
  ['Apple Mail, Korean', `2027. 3. 10. 오전 9:00, ${X} 작성:`],
]

const HEADS: readonly (readonly [program: string, lines: readonly string[]])[] = [
  ['Outlook, French', [`De : ${X}`, 'Envoyé : mercredi 10 mars 2027 09:00', 'À : Lan <lan@example.com>', 'Objet : Z']],
  ['Outlook, German', [`Von: ${X}`, 'Gesendet: Mittwoch, 10. März 2027 09:00', 'An: Lan <lan@example.com>', 'Betreff: Z']],
  ['GMX', ['Gesendet: Mittwoch, 10. März 2027 um 09:00 Uhr', `Von: ${Q}`, 'An: lan@example.com', 'Betreff: Z']],
  ['Outlook, Spanish', [`De: ${X}`, 'Enviado: miércoles, 10 de marzo de 2027 9:00', 'Para: Lan <lan@example.com>', 'Asunto: Z']],
  ['Outlook, Russian', [`От: ${X}`, 'Отправлено: среда, 10 марта 2027 г. 9:00', 'Кому: Lan <lan@example.com>', 'Тема: Z']],
  ['Outlook, Chinese', [`发件人: ${X}`, '发送时间: 2027年3月10日 9:00', '收件人: Lan <lan@example.com>', '主题: Z']],
  ['Outlook, Taiwan', [`寄件者: ${X}`, '寄件日期: 2027年3月10日 上午 09:00', '收件者: Lan <lan@example.com>', '主旨: Z']],
  [
    'QQ',
    [
      '------------------ 原始邮件 ------------------',
      `发件人: ${Q};`,
      '发送时间: 2027年3月10日(星期三) 上午9:00',
      '收件人: "Lan"<lan@example.com>;',
      '主题: Z',
    ],
  ],
  ['Outlook, Japanese', [`差出人: ${X}`, '送信日時: 2027年3月10日 9:00', '宛先: Lan <lan@example.com>', '件名: Z']],
  [
    'Outlook, Korean',
    [`보낸 사람: ${X}`, '보낸 날짜: 2027년 3월 10일 수요일 오전 9:00', '받는 사람: Lan <lan@example.com>', '제목: Z'],
  ],
  [
    'Naver',
    [
      '-----Original Message-----',
      `From: ${Q}`,
      'To: <lan@example.com>',
      'Cc: ',
      'Sent: 2027-03-10 (수) 09:00:00 (GMT+09:00)',
      'Subject: Z',
    ],
  ],
]

const DIVIDERS = [
  '-------- Message d’origine --------',
  "-------- Message d'origine --------",
  '-----Ursprüngliche Nachricht-----',
  '-------- Mensaje original --------',
  '-------- Исходное сообщение --------',
  '-------- 原始邮件 --------',
  '-----元のメッセージ-----',
  '-------- 원본 메시지 --------',
]

const ADVERTS = [
  'Envoyé de mon iPhone',
  'Télécharger Outlook pour iOS<https://aka.ms/o0ukef>',
  'Von meinem iPhone gesendet',
  'Gesendet von Outlook für Android<https://aka.ms/AAb9ysg>',
  'Enviado desde mi iPhone',
  'Obtener Outlook para iOS<https://aka.ms/o0ukef>',
  'Отправлено с iPhone',
  'Отправлено из мобильной Почты Mail.ru',
  '发自我的iPhone',
  'iPhoneから送信',
  '나의 iPhone에서 보냄',
]

export const elsewhereMails: readonly CorpusMail[] = [
  ...ATTRIBUTIONS.map(([name, said]) => ({ name, bytes: onlyPlain(`9\n\n${said}\n\n${quoted(LETTER)}`), text: '9', score: 9 })),
  ...ATTRIBUTIONS.map(([name, said]) => ({
    name: `${name}, no line marked`,
    bytes: onlyPlain(`Cho 9 điểm\n\n${said}\n\n${LETTER}`),
    text: 'Cho 9 điểm',
    score: 9,
  })),
  ...HEADS.map(([name, lines]) => ({ name, bytes: onlyPlain(`7\n\n${lines.join('\n')}\n\n${LETTER}`), text: '7', score: 7 })),
  ...DIVIDERS.map((line) => ({ name: line, bytes: onlyPlain(`6\n\n${line}\n${LETTER}`), text: '6', score: 6 })),
  ...ADVERTS.map((line) => ({ name: line, bytes: onlyPlain(`5\n\n${line}\n`), text: '5', score: 5 })),
  {
    name: 'Yandex, HTML only',
    bytes: onlyHtml(
      `<div>Chín</div><div>&nbsp;</div><div>10.03.2027, 09:00, "X" &lt;a@b.example&gt;:</div><blockquote><div>${asHtml(LETTER)}</div></blockquote><div>&nbsp;</div>`,
    ),
    text: 'Chín',
    score: 9,
  },
  {
    name: 'Mail.ru, HTML only',
    bytes: onlyHtml(
      `<html><body>Chín<br><br>Отправлено из <a href="https://trk.mail.ru/c/k">Почты Mail.ru</a><blockquote style="border-left:1px solid #0857A6;margin:10px;padding:0 0 0 10px;">Среда, 10 марта 2027, 9:00 +07:00 от X &lt;a@b.example&gt;:<br>${asHtml(LETTER)}</blockquote></body></html>`,
    ),
    text: 'Chín',
    score: 9,
  },
  {
    name: 'GMX, HTML only',
    bytes: onlyHtml(
      `<html><body><div>Chín</div><div name="quote" style="margin:10px 5px 5px 10px;border-left:2px solid #C3D9E5"><div>Gesendet: Mittwoch</div>${asHtml(LETTER)}</div></body></html>`,
    ),
    text: 'Chín',
    score: 9,
  },
]
