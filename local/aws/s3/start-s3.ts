/**
 * S3 for a few buckets on a loopback port, with the operations that raw mails and the files of cases need: GetObject with ranges, HeadObject, DeleteObject
 * and HeadBucket, in the protocol that the SDK speaks with `forcePathStyle`. A bucket that functions write takes PutObject and ListObjectsV2 as well;
 * where the mail service stores the objects, it does not. Every other operation is refused as S3 refuses an unknown one.
 */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Instant } from '#core/time/instant.ts'
import { AwsError } from '#local/aws/aws-error.ts'
import { lockDoor } from '#local/aws/door.ts'
import { listenOnLoopback, type RunningServer } from '#local/aws/listen-on-loopback.ts'
import type { BucketStore } from '#local/aws/s3/bucket-store.ts'

export interface Bucket {
  readonly name: string
  readonly store: BucketStore
  /** Functions put objects into it, and list them; when is what the clock says. */
  readonly written?: { readonly now: () => Instant }
}

export interface S3Options {
  readonly buckets: readonly Bucket[]
  readonly port?: number
  /** Only programs with this key are served. */
  readonly accessKeyId?: string
}

interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
}

export function startS3({ buckets, port = 0, accessKeyId }: S3Options): Promise<RunningServer> {
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      try {
        write(response, answerTo(request, { buckets, body: Buffer.concat(pieces) }), request.method)
      } catch (error) {
        write(response, refusalOf(error), request.method)
      }
    })
  })
  return listenOnLoopback(accessKeyId === undefined ? server : lockDoor(server, accessKeyId), port)
}

function answerTo(
  { method = '', url = '/', headers }: IncomingMessage,
  { buckets, body }: Pick<S3Options, 'buckets'> & { readonly body: Uint8Array },
): Answer {
  const { pathname, searchParams } = new URL(url, 'http://loopback')
  const [, bucket = '', ...rest] = pathname.split('/')
  const key = rest.map(decodeURIComponent).join('/')
  const asked = buckets.find(({ name }) => name === decodeURIComponent(bucket))
  if (!asked) throw noSuch('NoSuchBucket', 'The specified bucket does not exist')
  const { store, written } = asked
  if (key === '' && method === 'HEAD') return { status: 200 }
  if (written && key === '' && method === 'GET' && searchParams.get('list-type') === '2')
    return listed(store.under(searchParams.get('prefix') ?? ''))
  if (key === '') throw notImplemented(method)
  switch (method) {
    case 'GET':
    case 'HEAD':
      return objectIn(store, { key, range: headers.range })
    case 'PUT':
      if (!written) throw notImplemented(method)
      store.put({ key, bytes: body, at: written.now() })
      return { status: 200, headers: { etag: `"${createHash('md5').update(body).digest('hex')}"` } }
    case 'DELETE':
      store.remove(key)
      return { status: 204 }
    default:
      throw notImplemented(method)
  }
}

function objectIn(store: BucketStore, { key, range }: { key: string; range: string | undefined }): Answer {
  const found = store.get(key)
  if (!found) throw noSuch('NoSuchKey', 'The specified key does not exist.')
  const { bytes, at } = found
  const headers = {
    'content-type': 'binary/octet-stream',
    'last-modified': new Date(at).toUTCString(),
    etag: `"${createHash('md5').update(bytes).digest('hex')}"`,
    'accept-ranges': 'bytes',
  }
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? []
  if (first === undefined) return { status: 200, headers, body: bytes }
  const [start, end] = [Number(first), Math.min(last ? Number(last) : bytes.length - 1, bytes.length - 1)]
  if (start > end) throw new AwsError({ code: 'InvalidRange', status: 416, message: 'The requested range is not satisfiable' })
  const part = { ...headers, 'content-range': `bytes ${start}-${end}/${bytes.length}` }
  return { status: 206, headers: part, body: bytes.subarray(start, end + 1) }
}

/** On one page: no case has as many. */
function listed(keys: readonly string[]): Answer {
  const contents = keys.map(
    (key) => `<Contents><Key>${key.replace(/[<&>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</Key></Contents>`,
  )
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult><IsTruncated>false</IsTruncated><KeyCount>${keys.length}</KeyCount>${contents.join('')}</ListBucketResult>`
  return { status: 200, headers: { 'content-type': 'application/xml' }, body: Buffer.from(xml) }
}

const noSuch = (code: string, message: string) => new AwsError({ code, status: 404, message })
const notImplemented = (method: string) =>
  new AwsError({ code: 'NotImplemented', status: 501, message: `${method} is not available at this endpoint.` })

function refusalOf(error: unknown): Answer {
  const { code, status, message } =
    error instanceof AwsError ? error : { code: 'InternalError', status: 500, message: String(error) }
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message.replace(/[<&]/g, ' ')}</Message></Error>`
  return { status, headers: { 'content-type': 'application/xml' }, body: Buffer.from(xml) }
}

/** A HEAD gets the length that a GET would return; a refused HEAD has no body. */
function write(response: ServerResponse, { status, headers = {}, body }: Answer, method: string | undefined): void {
  const isHead = method === 'HEAD'
  const length = isHead && status >= 400 ? 0 : (body?.length ?? 0)
  response.writeHead(status, { ...headers, ...(status !== 204 && { 'content-length': String(length) }) })
  response.end(isHead ? undefined : body)
}
