/** The import rule as data: which folder may reach which, and which packages. The README's map and this table say the same. */
import { dirname, posix } from 'node:path'

interface Layer {
  readonly folders: readonly string[]
  readonly packages: RegExp
  /** No clock, no chance, no environment, no network. */
  readonly pure?: true
}

export const LAYERS: Readonly<Record<string, Layer>> = {
  core: { folders: ['core'], packages: /^(luxon|zod)$/, pure: true },
  web: {
    folders: ['web', 'core'],
    packages: /^(luxon|zod|handlebars|hono\/html|echarts\/(core|charts|components|renderers))$/,
    pure: true,
  },
  app: { folders: ['app', 'core'], packages: /^(luxon|zod)$/, pure: true },
  adapters: {
    folders: ['adapters', 'app', 'core'],
    packages:
      /^(@aws-sdk\/.+|node:.+|luxon|zod|csv-parse(\/.+)?|csv-stringify(\/.+)?|fastest-levenshtein|@resvg\/resvg-wasm|html-to-text|hucre\/xlsx|jsonc-parser|openid-client|postal-mime)$/,
  },
  functions: {
    folders: ['functions', 'adapters', 'web', 'app', 'core'],
    // Routes answer with a page of web/; none is written here.
    packages: /^(@aws-sdk\/.+|@aws-lambda-powertools\/.+|aws-lambda|hono(\/(?!html$|jsx).+)?|node:.+|zod)$/,
  },
  local: {
    folders: ['local', 'functions', 'adapters', 'web', 'app', 'core'],
    packages: /^(?!aws-cdk-lib|cdk-nag|constructs).+$/,
  },
  cli: {
    folders: ['cli', 'local', 'functions', 'adapters', 'web', 'app', 'core'],
    packages: /^(@aws-sdk\/client-(dynamodb|s3|sqs)|commander|csv-stringify(\/.+)?|node:.+|zod)$/,
  },
  infra: { folders: ['infra'], packages: /^(aws-cdk-lib(\/.+)?|cdk-nag|constructs|node:.+|zod)$/ },
}

/** Inside these folders, a room may use itself and those named before it; files that stand in no room are for every room, and use the first at most. */
export const ROOM_ORDER: Readonly<Record<string, readonly string[]>> = {
  core: [
    'time',
    'budget',
    'customer',
    'channel',
    'campaign',
    'occasion',
    'audience',
    'planning',
    'survey',
    'reply',
    'duty',
    'work',
    'staff',
    'facts',
    'kpi',
    'planned-budget',
    'report',
    'rehearsal',
  ],
  app: [
    'ports',
    'claims',
    'campaigns',
    'reporting',
    'staff',
    'consent',
    'gifts',
    'budgeting',
    'desk',
    'listening',
    'sending',
    'operating',
    'planning',
    'person',
    'retention',
    'importing',
    'numbers',
    'rehearsal',
    'numbers',
  ],
}

/** Single files that a folder may reach beyond its rule: plain data that two sides must share. */
const EXCEPTIONS: Readonly<Record<string, readonly RegExp[]>> = {
  infra: [
    /^functions\/env\.ts$/,
    /^adapters\/dynamo\/table-definitions\.ts$/,
    /^adapters\/parquet\/layout\.ts$/,
    /^adapters\/ses\/identities\.ts$/,
    /^core\/facts\/fact-tables\.ts$/,
  ],
  functions: [/^functions\/(templates|company-files)\.generated\.json$/],
}
/**
 * What one room alone may use. Phone numbers are a rule of core/customer, and the numbering plans of the world are a library's business. The format of the
 * files of facts is that of adapters/parquet.
 */
const ROOM_PACKAGES: Readonly<Record<string, RegExp>> = {
  'core/customer': /^libphonenumber-js(\/.+)?$/,
  'adapters/parquet': /^hyparquet(-writer)?$/,
  'adapters/file-type': /^file-type$/,
}

/**
 * Where the word `email` may stand: the table of channels, the customer's own row and what customers write, the company's own address and those of
 * its staff and departments, and the mails of the provider. Everything else asks the table (docs/adr/020). Pages may show the customer's address, and words may say it.
 */
const KNOWS_MAIL =
  /^(core\/(channel|customer|reply)\/|core\/campaign\/(company|departments|schema-words)\.ts$|core\/staff\/roster\.ts$|functions\/queues\/ses-event\.ts$|web\/words\/channels\.ts$|cli\/person-document\/words-of-person\.ts$)/
/** Rooms that decide: there not even a field may be named so. */
const DECIDES = /^(core|app)\//
const SHOWS = /^(web|functions|cli)\//

/** Lines of a file that name mail where a channel should stand. */
export function namesMail({ file, source }: { readonly file: string; readonly source: string }): readonly string[] {
  if (KNOWS_MAIL.test(file) || !(DECIDES.test(file) || SHOWS.test(file))) return []
  const named = DECIDES.test(file) ? /\bemail\b/ : /['"`]email['"`]|\/email\b/
  return withoutComments(source)
    .split('\n')
    .filter((line) => named.test(line))
    .filter((line) => !FORMAT_OF_A_COLUMN.test(line))
    .map((line) => line.trim())
}

/** The column of the customer table, for the remark about a row; and a field of the company's own. */
const FORMAT_OF_A_COLUMN = /^\s*column: 'email',$|\bcompany\.email\b|\bPick<Company\b|^type CompanyFields\b/

const AMBIENT =
  /\bnew Date\(\s*\)|\bDate\.now\b|\bDateTime\.(now|local)\b|\bMath\.random\b|\bprocess\.|\bfetch\(|\bperformance\.now\b/g
const SPECIFIER = /(?:^|[\s}*])from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm

const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '$1')

/** What a file of the project (path relative to its root) reaches that it must not. */
export function violations({ file, source }: { readonly file: string; readonly source: string }): readonly string[] {
  const [layerName = '', room = ''] = file.split('/')
  const layer = LAYERS[layerName]
  if (!layer) return []
  const code = withoutComments(source)
  const reached = specifiersIn(code).filter((specifier) => {
    // An entry point reads the environment when it is loaded.
    if (/\.lambda(\.ts)?$/.test(specifier)) return true
    const inside = insideOf(file, specifier)
    if (inside === undefined) return !layer.packages.test(specifier) && !ROOM_PACKAGES[`${layerName}/${room}`]?.test(specifier)
    if (EXCEPTIONS[layerName]?.some((exception) => exception.test(inside))) return false
    return (
      !layer.folders.includes(inside.split('/')[0] ?? '') || (inside.startsWith(`${layerName}/`) && isLaterRoom(file, inside))
    )
  })
  return layer.pure ? [...reached, ...(code.match(AMBIENT) ?? [])] : reached
}

/** Whether a file reaches into a room that comes after its own. */
function isLaterRoom(file: string, reached: string): boolean {
  const order = ROOM_ORDER[file.split('/')[0] ?? '']
  const room = roomOf(reached)
  if (!order || room === undefined) return false
  const from = roomOf(file) ?? order[0] ?? ''
  return !order.includes(room) || order.indexOf(room) > order.indexOf(from)
}

/** `app/sending/send-one.ts` stands in `sending`, `app/events.ts` in none. */
function roomOf(file: string): string | undefined {
  const [, room, name] = file.split('/')
  return name === undefined ? undefined : room
}

const specifiersIn = (code: string): readonly string[] =>
  [...code.matchAll(SPECIFIER)].flatMap((match) => match[1] ?? match[2] ?? match[3] ?? [])

/** The file of the project that is meant; undefined for a package. */
function insideOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1)
  return specifier.startsWith('.') ? posix.join(dirname(file), specifier) : undefined
}

/** A circle of imports among the files, types included, in the order in which they reach one another; null when there is none. */
export function circleAmong(sources: ReadonlyMap<string, string>): readonly string[] | null {
  const done = new Set<string>()
  const path: string[] = []
  function walk(file: string): readonly string[] | null {
    const at = path.indexOf(file)
    if (at >= 0) return [...path.slice(at), file]
    const source = sources.get(file)
    if (source === undefined || done.has(file)) return null
    path.push(file)
    for (const specifier of specifiersIn(withoutComments(source))) {
      const found = walk(insideOf(file, specifier) ?? '')
      if (found) return found
    }
    path.pop()
    done.add(file)
    return null
  }
  for (const file of sources.keys()) {
    const found = walk(file)
    if (found) return found
  }
  return null
}
