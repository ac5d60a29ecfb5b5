/**
 * S3 for one bucket on a loopback port, with the operations that raw mails need: GetObject with ranges, HeadObject, DeleteObject and HeadBucket, in
 * the protocol that the SDK speaks with `forcePathStyle`. It refuses every other operation as S3 refuses an unknown one. It takes no PutObject: the
 * mail service stores the objects.
 */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { AwsError } from '#local/aws/aws-error.ts'
import { lockDoor } from '#local/aws/door.ts'
import { listenOnLoopback, type RunningServer } from '#local/aws/listen-on-loopback.ts'
import type { BucketStore } from '#local/aws/s3/bucket-store.ts'

export interface S3Options {
  readonly bucketName: string
  readonly store: BucketStore
  readonly port?: number
  /** Only programs with this key are served. */
  readonly accessKeyId?: string
}

interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
}

export function startS3({ bucketName, store, port = 0, accessKeyId }: S3Options): Promise<RunningServer> {
  const server = createServer((request, response) => {
    request.resume()
    try {
      write(response, answerTo(request, { bucketName, store }), request.method)
    } catch (error) {
      write(response, refusalOf(error), request.method)
    }
  })
  return listenOnLoopback(accessKeyId === undefined ? server : lockDoor(server, accessKeyId), port)
}

function answerTo({ method = '', url = '/', headers }: IncomingMessage, { bucketName, store }: S3Options): Answer {
  const [, bucket = '', ...rest] = new URL(url, 'http://loopback').pathname.split('/')
  const key = rest.map(decodeURIComponent).join('/')
  if (decodeURIComponent(bucket) !== bucketName) throw noSuch('NoSuchBucket', 'The specified bucket does not exist')
  if (key === '' && method === 'HEAD') return { status: 200 }
  if (key === '') throw notImplemented(method)
  switch (method) {
    case 'GET':
    case 'HEAD':
      return objectIn(store, { key, range: headers.range })
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
