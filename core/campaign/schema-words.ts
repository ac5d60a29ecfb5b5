/** What a broken rule of a schema asks for, in both languages: in the rule's own words if it has some, else by the kind of rule. */
import type * as z from 'zod'
import { type LocalizedText, sameInBoth } from '#core/campaign/localized-text.ts'
import { nearestWord } from '#core/campaign/nearest-word.ts'
import { discriminatorAt, keysAt, kindsAt, nodeAt } from '#core/campaign/schema-node.ts'

type Issue = z.core.$ZodIssue

/** The content of a file, and the schema of the whole file. */
interface Place {
  readonly schema: z.ZodType
  readonly value: unknown
}

export function wordsOfIssue(issue: Issue, { schema, value }: Place): LocalizedText {
  switch (issue.code) {
    case 'invalid_value':
      return oneOf(issue.values.map(String), value)
    case 'invalid_union':
      return wordsOfUnion(issue, { schema, value })
    case 'too_small':
      return limit(issue, { vi: 'ít nhất', en: 'at least', amount: issue.minimum })
    case 'too_big':
      return limit(issue, { vi: 'nhiều nhất', en: 'at most', amount: issue.maximum })
    case 'invalid_type':
      return kindWords(issue.expected, { schema, path: issue.path })
    default:
      return ownWords(issue.message) ?? formatWords(issue)
  }
}

/** A key that no rule knows, with the one that was probably meant. */
export function wordsOfUnknownKey(
  key: string,
  { schema, path }: { schema: z.ZodType; path: readonly PropertyKey[] },
): LocalizedText {
  const known = keysAt(schema, path).filter((name) => name !== '$schema')
  const meant = nearestWord(key, known)
  if (meant !== undefined)
    return { vi: `không có từ này ở đây; có phải ý bạn là ${meant}?`, en: `there is no such word here; did you mean ${meant}?` }
  const list = known.join(', ')
  return known.length === 0
    ? { vi: 'không có từ này ở đây', en: 'there is no such word here' }
    : { vi: `không có từ này ở đây; có: ${list}`, en: `there is no such word here; there are: ${list}` }
}

function oneOf(values: readonly string[], written: unknown): LocalizedText {
  const list = values.map((value) => JSON.stringify(value)).join(', ')
  const meant = typeof written === 'string' ? nearestWord(written, values) : undefined
  const [vi, en] = meant === undefined ? ['', ''] : [`; có phải ý bạn là "${meant}"?`, `; did you mean "${meant}"?`]
  return values.length === 1 ? sameInBoth(list) : { vi: `một trong: ${list}${vi}`, en: `one of ${list}${en}` }
}

function wordsOfUnion(issue: Extract<Issue, { code: 'invalid_union' }>, { schema, value }: Place): LocalizedText {
  const discriminator = 'discriminator' in issue && typeof issue.discriminator === 'string' ? issue.discriminator : undefined
  if (discriminator !== undefined) {
    const kinds = kindsAt(schema, issue.path.slice(0, -1), discriminator)
    if (kinds.length > 0) return oneOf(kinds, value)
  }
  // One answer for each accepted shape.
  const ways = issue.errors.flatMap(([first]) =>
    first === undefined ? [] : [wordsOfIssue({ ...first, path: [...issue.path, ...first.path] }, { schema, value })],
  )
  const distinct = [...new Map(ways.map((way) => [way.en, way])).values()]
  if (distinct.length === 0) return kindWords('object', { schema, path: issue.path })
  return { vi: distinct.map(({ vi }) => vi).join(' hoặc '), en: distinct.map(({ en }) => en).join(' or ') }
}

function limit(
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>,
  { vi, en, amount }: { vi: string; en: string; amount: number | bigint },
): LocalizedText {
  const own = ownWords(issue.message)
  if (own) return own
  if (issue.origin === 'string' && issue.code === 'too_small' && amount === 1)
    return { vi: 'một chuỗi chữ, không để trống', en: 'a text, not empty' }
  const [countedVi, countedEn] = COUNTED[issue.origin] ?? ['', '']
  const more = 'inclusive' in issue && issue.inclusive === false
  if (more && issue.code === 'too_small') return { vi: `lớn hơn ${amount}${countedVi}`, en: `more than ${amount}${countedEn}` }
  if (more) return { vi: `nhỏ hơn ${amount}${countedVi}`, en: `less than ${amount}${countedEn}` }
  return { vi: `${vi} ${amount}${countedVi}`, en: `${en} ${amount}${countedEn}` }
}

const COUNTED: Readonly<Record<string, readonly [string, string]>> = {
  string: [' ký tự', ' characters'],
  array: [' mục trong danh sách', ' in the list'],
}

/** A missing object is described by its keys: "an object" alone would not say what to write. */
function kindWords(kind: string, { schema, path }: { schema: z.ZodType; path: readonly PropertyKey[] }): LocalizedText {
  const union = discriminatorAt(schema, path)
  if (kind === 'object' && union !== undefined) {
    const list = kindsAt(schema, path, union)
      .map((one) => JSON.stringify(one))
      .join(', ')
    return {
      vi: `một đối tượng trong { } với "${union}" là một trong: ${list}`,
      en: `an object in { } whose "${union}" is one of ${list}`,
    }
  }
  const keys = kind === 'object' ? keysAt(schema, path).filter((name) => name !== '$schema') : []
  if (keys.length > 0) {
    const list = [...new Set(keys)].join(', ')
    return { vi: `một đối tượng trong { } với: ${list}`, en: `an object in { } with: ${list}` }
  }
  const values = nodeAt(schema, path)?._zod.values
  if (values && values.size > 0) return oneOf([...values].map(String), undefined)
  return KINDS[kind] ?? { vi: `giá trị kiểu ${kind}`, en: `a value of the kind ${kind}` }
}

const KINDS: Readonly<Record<string, LocalizedText>> = {
  string: { vi: 'một chuỗi chữ trong dấu ngoặc kép', en: 'a text in quotes' },
  number: { vi: 'một số', en: 'a number' },
  int: { vi: 'một số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'một danh sách trong [ ]', en: 'a list in [ ]' },
  object: { vi: 'một đối tượng trong { }', en: 'an object in { }' },
  record: { vi: 'một đối tượng trong { }', en: 'an object in { }' },
  null: { vi: 'null', en: 'null' },
}

function formatWords(issue: Issue): LocalizedText {
  const format = 'format' in issue && typeof issue.format === 'string' ? issue.format : ''
  const known = FORMATS[format]
  if (known) return known
  const pattern = 'pattern' in issue && typeof issue.pattern === 'string' ? issue.pattern : undefined
  return pattern === undefined
    ? { vi: 'một giá trị khác: giá trị này không hợp lệ', en: 'another value: this one is not valid' }
    : { vi: `chữ theo mẫu ${pattern}`, en: `a text of the form ${pattern}` }
}

const FORMATS: Readonly<Record<string, LocalizedText>> = {
  email: { vi: 'một địa chỉ email như ten@example.com', en: 'an address such as name@example.com' },
  url: { vi: 'một địa chỉ trang như https://example.com', en: 'an address such as https://example.com' },
  cidrv4: { vi: 'một mạng như 203.0.113.0/24', en: 'a network such as 203.0.113.0/24' },
  cidrv6: { vi: 'một mạng như 2001:db8::/32', en: 'a network such as 2001:db8::/32' },
}

/** How the schema library speaks where a rule has no words of ours. */
const LIBRARY_WORDS = /^(Too small|Too big|Invalid|Unrecognized|Not a multiple)\b/

/** A rule's own English words with their Vietnamese translation. Undefined where the words are the library's. */
function ownWords(message: string): LocalizedText | undefined {
  if (LIBRARY_WORDS.test(message)) return undefined
  const en = message.replace(/^expected\s+/i, '')
  return { vi: VIETNAMESE[en] ?? RULES[en] ?? translated(en) ?? ruleOfFile(en) ?? en, en }
}

/** Every rule that has words of its own. A test finds a rule that is missing here. */
const VIETNAMESE: Readonly<Record<string, string>> = {
  'lower-case letters, digits and hyphens, 2 to 40 of them, a letter first':
    'chữ thường, chữ số và gạch nối, từ 2 đến 40 ký tự, bắt đầu bằng chữ',
  'a 24-hour time such as 09:00': 'giờ 24 tiếng như 09:00',
  'a text without control characters': 'chữ không có ký tự điều khiển',
  'a text without signs that no reader sees': 'chữ không có ký tự mà người đọc không thấy',
  'more than 0': 'lớn hơn 0',
  'the name of a folder in templates/': 'tên một thư mục trong templates/',
  'the id of a question: lower-case letters, digits and hyphens': 'id của câu hỏi: chữ thường, chữ số và gạch nối',
  'the id of an attribute: lower-case letters, digits and hyphens': 'id của tiêu chí: chữ thường, chữ số và gạch nối',
  'the id of a choice: lower-case letters, digits and hyphens': 'id của lựa chọn: chữ thường, chữ số và gạch nối',
  'an IANA zone such as Asia/Ho_Chi_Minh': 'một múi giờ IANA như Asia/Ho_Chi_Minh',
  'a domain such as replies.example.com': 'một tên miền như replies.example.com',
  'from 1 to 5, or -1 for the last one': 'từ 1 đến 5, hoặc -1 cho lần cuối',
  'the country and a name, such as vn.tet': 'mã nước và một tên, như vn.tet',
  'the two letters of ISO 3166, such as VN': 'hai chữ cái theo ISO 3166, như VN',
  'a day that exists, written YYYY-MM-DD': 'một ngày có thật, viết YYYY-MM-DD',
  'parts of the day that do not overlap': 'các khoảng trong ngày không chồng lên nhau',
  'an ISO 4217 code such as VND': 'một mã ISO 4217 như VND',
  'small letters, digits and hyphens, such as late-delivery': 'chữ thường, chữ số và gạch nối, như late-delivery',
  'small letters, digits and hyphens, such as production': 'chữ thường, chữ số và gạch nối, như production',
  'each address once': 'mỗi địa chỉ một lần',
  'words of letters and digits, single blanks between': 'các từ gồm chữ và chữ số, cách nhau một dấu cách',
  'parts of the day in their order, none over another': 'các khoảng trong ngày theo thứ tự, không chồng lên nhau',
  'each field once': 'mỗi thông tin một lần',
  'small letters, digits and hyphens, such as refund': 'chữ thường, chữ số và gạch nối, như refund',
  'either cost or upTo': 'hoặc cost hoặc upTo, không cả hai',
  'each id once': 'mỗi id một lần',
  'each day once': 'mỗi ngày một lần',
  'between low and high': 'trong khoảng từ low đến high',
  'in rising order': 'theo thứ tự tăng dần',
  'versions 1, 2, 3 … in their order': 'các phiên bản 1, 2, 3 … theo thứ tự',
  'days in their order': 'các ngày theo thứ tự',
}

/** Rules whose words are a whole sentence. */
const RULES: Readonly<Record<string, string>> = {
  '`from` must be before `to`': '`from` phải trước `to`',
  '`low` must not be above `high`': '`low` không được lớn hơn `high`',
  '`from` must not be after `to`': '`from` không được sau `to`',
  'each choice has an id of its own': 'mỗi lựa chọn phải có một id riêng',
  'each attribute has an id of its own': 'mỗi tiêu chí phải có một id riêng',
  'each question has an id of its own': 'mỗi câu hỏi phải có một id riêng',
  'only a public holiday has days off; a company takes an observance off in its own calendar':
    'chỉ ngày lễ chính thức mới có ngày nghỉ; công ty muốn nghỉ ngày kỷ niệm thì ghi trong lịch riêng',
  'every day of a decision lies in its year': 'mọi ngày của một quyết định phải nằm trong năm của nó',
  'a month has no such day': 'tháng ấy không có ngày này',
  'every date of a year lies in that year': 'mọi ngày của một năm phải nằm trong năm đó',
  'the years follow one another, each once and none left out': 'các năm phải nối tiếp nhau, mỗi năm một lần, không bỏ năm nào',
}

/** Whether the words of the issue are a whole sentence: then no "expected" may stand before it. */
export function saysRule({ message }: Issue): boolean {
  const en = message.replace(/^expected\s+/i, '')
  return Object.hasOwn(RULES, en) || ruleOfFile(en) !== undefined
}

/** Rules whose sentence contains a value of the file. */
function ruleOfFile(en: string): string | undefined {
  const [, date] = /^(\d{4}-\d\d-\d\d) is listed twice; a day is off, worked or half worked$/.exec(en) ?? []
  if (date) return `${date} được ghi hai lần; một ngày là nghỉ, làm việc hoặc làm nửa ngày`
  const [, key] = /^another occasion has the key (.+)$/.exec(en) ?? []
  return key && `khóa ${key} đã có ở dịp khác`
}

/** Words that contain a value of the file. */
function translated(en: string): string | undefined {
  const [, item] = /^a price for (.+)$/.exec(en) ?? []
  if (item) return `giá của ${item}`
  const [, prefix] = /^a key that begins with (.+)$/.exec(en) ?? []
  return prefix && `một khóa bắt đầu bằng ${prefix}`
}
